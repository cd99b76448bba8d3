"""What villages propose: who sent a list on, who did not, and what goes back."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.protection.actions import submissions as acts
from naungan.casework.protection.models import Submission
from naungan.casework.protection.queries import proposals, schemes
from naungan.casework.protection.queries.schemes import Progress
from naungan.casework.protection.submission_states import SUBMISSIONS
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, answer
from naungan.web.pages.schemes.forms import ReasonForm
from naungan.web.pages.schemes.place import Desk, inside_of
from naungan.web.pages.village_list.presenter import name_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
MANAGES: Final = whoever_may("manage_schemes")
PER_PAGE: Final = 50
ORDER: Final = ("forwarded", "returned", "prepared", "", "decided")
TONES: Final = {
    "": "",
    "prepared": "",
    "forwarded": "warn",
    "returned": "bad",
    "decided": "good",
}


@audience(SEES)
def submissions(request: ScopedRequest, number: int) -> HttpResponseBase:
    """List every village with what it proposed, or that it did not yet."""
    desk = inside_of(request.scope, number)
    found = _found(desk)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(desk, found), form)
    wanted = request.GET.get("keadaan", "")
    chosen = [line for line in found if wanted in ("", line["state"] or "none")]
    page = Paginator(chosen, PER_PAGE).get_page(request.GET.get("hal"))
    shown = {
        "desk": desk,
        "scheme": desk.scheme,
        "here": "submissions",
        "page": page,
        "lines": list(page),
        "tabs": _tabs(found),
        "wanted": wanted,
    }
    return render(request, "schemes/submissions.html", shown)


def _found(desk: Desk) -> list[dict[str, Any]]:
    """Give each village once: with its proposal, else with none.

    What waits for the agency comes first, the longest waiting before the others; then
    what is under way, what was not begun, and what is settled.
    """
    sent: dict[str, Submission] = {}
    for one in proposals.of_scheme(desk.scheme):
        sent[one.village_code] = one
    lines = [
        _line(village, sent.get(village.village_code))
        for village in schemes.progress(desk.scheme)
        if village.village_code
    ]
    return sorted(lines, key=_turn)


def _turn(line: dict[str, Any]) -> tuple[int, float]:
    """Order by whose turn it is, then by how long it waits; villages keep their order."""
    since = line["one"].forwarded_at if line["one"] else None
    return ORDER.index(line["state"]), since.timestamp() if since else 0


def _line(village: Progress, one: Submission | None) -> dict[str, Any]:
    state = one.state if one else ""
    return {
        "code": village.village_code,
        "village": name_of(village.village_code),
        "listed": format_number(village.listed),
        "state": state,
        "said": _(SUBMISSIONS[state]) if state else _("belum"),
        "tone": TONES[state],
        "one": one,
        "people": format_number(one.people) if one and one.people else "–",
        # Fewer or more than were sent on: somebody was added, corrected or withdrawn.
        "changed": bool(one and state == "forwarded" and one.people != village.listed),
    }


def _tabs(found: list[dict[str, Any]]) -> list[dict[str, str]]:
    labels = {
        "none": _("belum"),
        **{code: _(said) for code, said in SUBMISSIONS.items()},
    }
    counts = dict.fromkeys(labels, 0)
    for line in found:
        counts[line["state"] or "none"] += 1
    return [
        {"code": code, "label": label, "count": format_number(counts[code])}
        for code, label in labels.items()
        if counts[code]
    ]


def _sheet(desk: Desk, found: list[dict[str, Any]]) -> Sheet:
    return Sheet(
        code="submissions",
        title=_("Usulan desa: %s") % desk.scheme.name,
        meta=(words.span(desk.scheme.from_month, desk.scheme.until_month),),
        columns=(
            Column(_("Kode"), "code"),
            Column(_("Desa")),
            Column(_("Keadaan")),
            Column(_("Diteruskan"), "date"),
            Column(_("Orang"), "number"),
            Column(_("Alasan dikembalikan")),
        ),
        rows=(
            (
                *(line["code"], line["village"], line["said"]),
                *_cells(line["one"]),
            )
            for line in found
        ),
    )


def _cells(one: Submission | None) -> tuple[object, ...]:
    if one is None:
        return (None, None, "")
    on = clock.day_of(one.forwarded_at) if one.forwarded_at else None
    return (on, one.people, one.return_reason)


@audience(MANAGES)
def send_back(request: ScopedRequest, number: int, sent: int) -> HttpResponse:
    """Give a proposal back to its village, with the reason."""
    desk = inside_of(request.scope, number)
    one = proposals.of_scheme(desk.scheme).filter(pk=sent, state="forwarded").first()
    if one is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    on = (
        date_format(clock.shown(one.forwarded_at), "j F Y") if one.forwarded_at else "–"
    )
    asked = Asked(
        _("Kembalikan usulan"),
        _("Kembalikan"),
        _("Usulan dikembalikan kepada desa."),
        to="schemes.submissions",
        lead=_("Desa melihat alasannya, memperbaiki daftarnya, lalu meneruskan lagi."),
        known=[
            (_("Desa"), name_of(one.village_code)),
            (_("Diteruskan"), on),
            (_("Orang"), format_number(one.people or 0)),
        ],
    )
    return answer(
        request,
        desk,
        form,
        lambda: acts.send_back(by=request.scope, submission=one, **form.cleaned_data),
        asked,
    )


URLS = (
    path("skema/<int:number>/usulan", submissions, name="schemes.submissions"),
    path(
        "skema/<int:number>/usulan/<int:sent>/kembalikan",
        send_back,
        name="schemes.send_back",
    ),
)
