"""A whole sheet written on the list: what was understood first, then the people."""

from collections import Counter
from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _, ngettext

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake import preview
from naungan.casework.protection.actions import lists
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.models import Entry
from naungan.lib.dates import parse_date
from naungan.lib.numbers import format_number
from naungan.web.arrival import shown_name
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, show
from naungan.web.pages.village_list.forms import SheetForm
from naungan.web.pages.village_list.place import Place, place_of
from naungan.web.request import ScopedRequest


PROPOSES: Final = whoever_may("propose_people")
KIND: Final = "workers"
MOST_BYTES: Final = 10 << 20
MOST_LINES: Final = 2_000
WOMEN: Final = ("p", "f", "perempuan", "wanita", "pr")
MEN: Final = ("l", "m", "laki-laki", "laki laki", "pria", "lk")


@audience(PROPOSES)
def upload(request: ScopedRequest, number: int, code: str) -> HttpResponse:
    """Read a sheet and write its people; each is checked like one who is typed."""
    place = place_of(request.scope, number, code)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = attempt(form, lambda: _written(request, place, form))
        if made is not None:
            _say(request, made)
            return redirect("village_list.village", number=number, code=code)
    return show(request, "village_list/upload.html", form, place=place)


def _written(request: ScopedRequest, place: Place, form: SheetForm) -> list[Entry]:
    file = form.cleaned_data["file"]
    if file.size > MOST_BYTES:
        raise ActRefused("Berkas ini terlalu besar; bagi dahulu berkasnya.")
    name = shown_name(file.name or "")
    lines = preview.lines_of(file.read(), KIND, name=name, most=MOST_LINES)
    people = [proposed(cells) for _line, cells in lines.rows]
    return lists.add_people(
        by=request.scope,
        scheme=place.scheme,
        people=people,
        village_code=place.code,
    )


def proposed(cells: dict[str, str]) -> Proposed:
    """Read one line of a sheet; what cannot be read is left out and told by the checks."""
    born = parse_date(cells.get("birth_date", ""))
    return Proposed(
        # A spreadsheet that keeps NIK as numbers writes them with a decimal.
        nik=cells.get("nik", "").strip().removesuffix(".0"),
        name=cells.get("name", "")[:200],
        birth_date=born.full if born else None,
        sex=_sex(cells.get("sex", "")),
        occupation=cells.get("category", "")[:100],
    )


def _sex(written: str) -> str:
    folded = written.strip().lower()
    if folded in WOMEN:
        return "F"
    return "M" if folded in MEN else ""


def _say(request: ScopedRequest, made: list[Entry]) -> None:
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
