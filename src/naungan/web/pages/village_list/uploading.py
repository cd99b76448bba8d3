"""A whole sheet for the list: what each row would become first, then the people."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, ngettext

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake import preview
from naungan.casework.protection.actions import lists
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.models import Entry
from naungan.lib.dates import parse_date
from naungan.lib.errors import Refusal
from naungan.lib.numbers import format_number
from naungan.web.arrival import shown_name
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show
from naungan.web.pages.village_list import presenter
from naungan.web.pages.village_list.forms import SheetForm
from naungan.web.pages.village_list.place import Place, place_of
from naungan.web.request import ScopedRequest
from naungan.web.sheets import kept


PROPOSES: Final = whoever_may("propose_people")
KIND: Final = "workers"
MOST_BYTES: Final = 10 << 20
MOST_LINES: Final = 2_000
MOST_SHOWN: Final = 200
WOMEN: Final = ("p", "f", "perempuan", "wanita", "pr")
MEN: Final = ("l", "m", "laki-laki", "laki laki", "pria", "lk")


@audience(PROPOSES)
def upload(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Say row by row what a sheet would do; write its people once that was seen."""
    place = place_of(request.scope, number, code)
    if kept.is_asked(request):
        return _taken(request, place)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        people = attempt(form, lambda: _read(form))
        tried = people and attempt(form, lambda: _tried(request, place, people))
        if people and tried:
            shown = {"place": place, **outcome(people, tried)}
            shown["kept"] = kept.keep(request, [plain(one) for one in people])
            return render(request, "village_list/tried.html", shown)
    return show(request, "village_list/upload.html", form, place=place)


def _read(form: SheetForm) -> list[Proposed]:
    file = form.cleaned_data["file"]
    if file.size > MOST_BYTES:
        raise ActRefused("Berkas ini terlalu besar; bagi dahulu berkasnya.")
    name = shown_name(file.name or "")
    lines = preview.lines_of(file.read(), KIND, name=name, most=MOST_LINES)
    if not lines.rows:
        raise ActRefused("Berkas ini tidak memuat seorang pun.")
    return [proposed(cells) for _line, cells in lines.rows]


def proposed(cells: dict[str, str]) -> Proposed:
    """Read one line of a sheet; what cannot be read is left out and told by the checks.

    The key lets the line be sent twice and written once.
    """
    born = parse_date(cells.get("birth_date", "").removesuffix(" 00:00:00"))
    return Proposed(
        # A spreadsheet that keeps NIK as numbers writes them with a decimal.
        nik=cells.get("nik", "").strip().removesuffix(".0"),
        name=cells.get("name", "")[:200],
        birth_date=born.full if born else None,
        sex=_sex(cells.get("sex", "")),
        occupation=cells.get("category", "")[:100],
        client_key=uuid4(),
    )


def _sex(written: str) -> str:
    folded = written.strip().lower()
    if folded in WOMEN:
        return "F"
    return "M" if folded in MEN else ""


def plain(one: Proposed) -> list[str]:
    """Give a person as plain texts, to be kept in the page meanwhile."""
    born = one.birth_date.isoformat() if one.birth_date else ""
    texts = [one.nik, one.name, born, one.sex, one.occupation]
    return [*texts, str(one.client_key), one.village_code, one.roster]


def whole(told: Sequence[str]) -> Proposed:
    """Give a person back as the list takes them."""
    nik, name, born, sex, occupation, key, village_code, roster = told
    read = parse_date(born)
    return Proposed(
        nik=nik,
        name=name,
        birth_date=read.full if read else None,
        sex=sex,
        occupation=occupation,
        client_key=UUID(key),
        village_code=village_code,
        roster=roster,
    )


def _tried(request: ScopedRequest, place: Place, people: list[Proposed]) -> list[Entry]:
    return lists.try_people(
        by=request.scope, scheme=place.scheme, people=people, village_code=place.code
    )


def outcome(people: Sequence[Proposed], tried: Sequence[Entry]) -> dict[str, Any]:
    """Arrange what writing people would do: counts, then whoever has something wrong."""
    states = Counter(one.state for one in tried)
    lines = list(zip(range(1, len(people) + 1), tried, strict=True))
    wrong = [
        (place, presenter.line(one)) for place, one in lines if one.state == "flagged"
    ]
    return {
        "told": [
            (_("Lolos pemeriksaan"), format_number(states["valid"])),
            (_("Menunggu sebagai cadangan"), format_number(states["reserve"])),
            (_("Perlu diperbaiki sesudah ditulis"), format_number(states["flagged"])),
            (_("Seluruh baris"), format_number(len(tried))),
        ],
        "wrong": wrong[:MOST_SHOWN],
        "more": max(0, len(wrong) - MOST_SHOWN),
    }


def _taken(request: ScopedRequest, place: Place) -> HttpResponse:
    """Write the people who were shown; they came back signed."""
    number, code = place.scheme.pk, place.code
    try:
        made = lists.add_people(
            by=request.scope,
            scheme=place.scheme,
            people=[whole(one) for one in kept.kept(request)],
            village_code=code,
        )
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("village_list.upload", number=number, code=code)
    say(request, made)
    return redirect("village_list.village", number=number, code=code)


def say(request: ScopedRequest, made: Sequence[Entry]) -> None:
    """Say how many were written, and how many of them wait or must be corrected."""
    states = Counter(one.state for one in made)
    total = ngettext("%(n)s orang tertulis.", "%(n)s orang tertulis.", len(made)) % {
        "n": format_number(len(made))
    }
    rest = _("Perlu diperbaiki %(flagged)s, cadangan %(reserve)s.") % {
        "flagged": format_number(states["flagged"]),
        "reserve": format_number(states["reserve"]),
    }
    messages.success(request, f"{total} {rest}")


URLS = (
    path(
        "daftar-desa/<int:number>/<str:code>/unggah", upload, name="village_list.upload"
    ),
)
