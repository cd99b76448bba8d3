"""One version: what it says, what each party said of it, and its numbered paper."""

from collections.abc import Callable
from mimetypes import guess_type
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.commitments import tasks
from naungan.casework.coordination.access import SPOKEN
from naungan.casework.coordination.actions import minutes
from naungan.casework.coordination.models import Minutes
from naungan.casework.coordination.states import DRAFTED
from naungan.casework.correspondence import actions as letters, papers
from naungan.casework.correspondence.models import Letter
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, press, show
from naungan.web.letters import issuing
from naungan.web.letters.facts import Facts, Gathering
from naungan.web.pages.minutes import presenter, setting
from naungan.web.pages.minutes.forms import ApprovalForm, ObjectionForm, SentForm
from naungan.web.pages.minutes.place import Place, kept, place_of, version_of
from naungan.web.pages.minutes.sections import sections
from naungan.web.papers.attachment import attached
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")
KEEPS: Final = whoever_may("keep_meetings")
SIGNS: Final = whoever_may("sign_minutes")


@audience(SEES)
def version(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Show a version word for word, with who said what of it."""
    place = place_of(request.scope, number)
    found = version_of(place, row)
    letter = setting.TEXTS[found.kind]
    able = presenter.able(found.signers)
    line = presenter.line(found)
    is_open = found.kind == "minutes" and place.event.state in SPOKEN
    may_change = place.keeps and not found.letter and not is_open
    made = setting.composed(letter, facts_of(found, with_consents=False))
    shown = {
        "place": place,
        "event": place.event,
        "tab": "minutes",
        "line": line,
        "sections": sections(made.data["blocks"]),
        "parties": presenter.parties(found, able),
        "mine": presenter.mine(request.scope, found, able),
        "may_reopen": may_reopen(place, line),
        "is_open": is_open,
        "may_excuse": may_change and line.is_newest,
        "letter": Letter.objects.filter(code=found.letter or "-").first(),
        "may_number": may_change,
    }
    return render(request, "minutes/version.html", shown)


def may_reopen(place: Place, line: presenter.Line) -> bool:
    """Tell whether minutes may be opened again by whoever looks at their newest version."""
    is_newest = line.is_newest and line.minutes.kind == "minutes"
    return place.keeps and is_newest and place.event.state in DRAFTED


def facts_of(found: Minutes, *, with_consents: bool = True) -> Facts:
    """Give what the paper of a version is told: its words, who approved, who signs.

    A page that shows the answers of the parties itself leaves them out.
    """
    signer, others = presenter.signers(found)
    content = Gathering(
        found.content,
        version=found.version,
        sha256=found.sha256,
        consents=presenter.consents(found) if with_consents else (),
    )
    return Facts(gathering=content, signer=signer, countersigners=tuple(others))


@audience(SIGNS)
def approve(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Approve a version for one's institution, with the signed page if there is one."""

    def act(found: Minutes, given: dict[str, Any]) -> object:
        scan = given.pop("scan")
        kept = (scan.name, scan.read()) if scan else None
        return minutes.approve(by=request.scope, minutes=found, scan=kept, **given)

    form = ApprovalForm(
        request.POST or None, request.FILES or None, initial=_official(request)
    )
    return _asked(request, (number, row), form, act, APPROVE)


@audience(SIGNS)
def disagree(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Say for one's institution what is wrong with a version."""

    def act(found: Minutes, given: dict[str, Any]) -> object:
        return minutes.disagree(by=request.scope, minutes=found, **given)

    form = ObjectionForm(request.POST or None, initial=_official(request))
    return _asked(request, (number, row), form, act, DISAGREE)


def _official(request: ScopedRequest) -> dict[str, str]:
    """Give whoever signs for one's institution, as the first thing to be written."""
    signer = issuing.signer_of(request.scope)
    return {"official_name": signer.name, "official_position": signer.position}


@audience(KEEPS)
def send(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Send a version to the parties by mail, or write down that it was sent."""
    kept(request.scope, number)

    def act(found: Minutes, given: dict[str, Any]) -> object:
        paper = Letter.objects.filter(code=found.letter or "-", state="issued").first()
        with transaction.atomic():
            if paper is not None:
                letters.send(
                    by=request.scope,
                    letter=paper,
                    on=given["on"],
                    way=given["way"],
                    today=clock.today(),
                )
            minutes.send_minutes(by=request.scope, minutes=found, on=given["on"])
            if given["by_mail"]:
                site = request.build_absolute_uri("/")
                tasks.mail_minutes.enqueue(found.pk, site)
        return found

    first = {"on": clock.today(), "way": "surel", "by_mail": True}
    form = SentForm(request.POST or None, initial=first)
    return _asked(request, (number, row), form, act, SEND)


Texts = tuple[Promise | str, Promise | str, Promise | str]
APPROVE: Final[Texts] = (
    gettext_lazy("Setujui versi ini"),
    gettext_lazy("Setujui"),
    gettext_lazy("Persetujuan lembaga Anda dicatat."),
)
DISAGREE: Final[Texts] = (
    gettext_lazy("Ajukan keberatan"),
    gettext_lazy("Ajukan keberatan"),
    gettext_lazy("Keberatan lembaga Anda dicatat."),
)
SEND: Final[Texts] = (
    gettext_lazy("Kirim kepada para pihak"),
    gettext_lazy("Kirim"),
    gettext_lazy("Pengirimannya dicatat."),
)


def _asked(
    request: ScopedRequest,
    where: tuple[int, int],
    form: forms.Form,
    act: Callable[[Minutes, dict[str, Any]], object],
    texts: Texts,
) -> HttpResponse:
    """Ask what an act needs, and do it."""
    number, row = where
    place = place_of(request.scope, number)
    found = version_of(place, row)
    if request.method == "POST" and form.is_valid():
        done = attempt(form, lambda: act(found, dict(form.cleaned_data)))
        if done is not None:
            messages.success(request, str(texts[2]))
            return redirect("minutes.version", number=number, row=row)
    shown = {
        "place": place,
        "event": place.event,
        "line": presenter.line(found),
        "title": texts[0],
        "button": texts[1],
    }
    return show(request, "minutes/ask.html", form, **shown)


@audience(KEEPS)
def issue(request: ScopedRequest, number: int, row: int) -> HttpResponse:
    """Give a version its number; asked once more while not everybody approved."""
    place = kept(request.scope, number)
    found = version_of(place, row)
    if request.method != "POST":
        return _unapproved(request, place, found)
    return press(
        request,
        lambda: _issued(request, place, found),
        _("Nomornya diberikan."),
        reverse("minutes.version", args=[number, row]),
    )


def _unapproved(request: ScopedRequest, place: Place, found: Minutes) -> HttpResponse:
    missing = [one for one in presenter.parties(found) if one.tone != "good"]
    shown = {
        "place": place,
        "event": place.event,
        "line": presenter.line(found),
        "title": _("Beri nomor sebelum semua menyetujui?"),
        "button": _("Beri nomor"),
        "about": _("Versi bernomor tidak berubah lagi. Yang belum menyetujui: %s")
        % "; ".join(f"{one.institution} ({one.said})" for one in missing),
    }
    return show(request, "minutes/ask.html", forms.Form(), **shown)


def _issued(request: ScopedRequest, place: Place, found: Minutes) -> Letter:
    with transaction.atomic():
        letter = issuing.issue(
            by=request.scope,
            letter=setting.TEXTS[found.kind],
            about=(setting.ABOUT, place.event.pk),
            facts=facts_of(found),
            today=clock.today(),
            site=request.build_absolute_uri("/"),
            readers=place.event.parties,
        )
        minutes.give_number(by=request.scope, minutes=found, letter=letter.code)
    return letter


@audience(SEES)
def file(request: ScopedRequest, number: int, row: int, form: str) -> HttpResponse:
    """Give a version as a file: its numbered paper, or a draft before that."""
    if form not in issuing.CONTENT_TYPES:
        raise Http404
    kind: issuing.Form = "docx" if form == "docx" else "pdf"
    place = place_of(request.scope, number)
    found = version_of(place, row)
    paper = Letter.objects.filter(code=found.letter or "-").first()
    if paper is not None:
        content = issuing.written(paper, kind)
    else:
        content = issuing.preview(
            by=request.scope,
            letter=setting.TEXTS[found.kind],
            facts=facts_of(found),
            today=clock.today(),
            form=kind,
        )
    name = f"{setting.NAMES[found.kind]}-versi-{found.version}"
    return setting.answer(request.scope, place.event, content, kind, name)


@audience(SEES)
def scan(
    request: ScopedRequest, number: int, row: int, approval: int
) -> HttpResponseBase:
    """Give the signed page that a party put to its approval."""
    place = place_of(request.scope, number)
    given = version_of(place, row).approvals.filter(pk=approval).first()
    if given is None or not given.scan:
        raise Http404
    try:
        content = papers.read(given.institution_id, given.scan)
    except FileNotFoundError as error:
        raise Http404 from error
    mime = guess_type(given.scan_name)[0] or "application/octet-stream"
    return attached(content, given.scan_name, mime)


_VERSION: Final = "rapat/<int:number>/notulen/<int:row>"
URLS = (
    path(_VERSION, version, name="minutes.version"),
    path(f"{_VERSION}/setujui", approve, name="minutes.approve"),
    path(f"{_VERSION}/keberatan", disagree, name="minutes.disagree"),
    path(f"{_VERSION}/nomor", issue, name="minutes.issue"),
    path(f"{_VERSION}/kirim", send, name="minutes.send"),
    path(f"{_VERSION}/berkas.<str:form>", file, name="minutes.file"),
    path(f"{_VERSION}/pindaian/<int:approval>", scan, name="minutes.scan"),
)
