"""What a discussion said, by theme and group; opposite views stand side by side."""

from dataclasses import dataclass
from typing import Final

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.coordination.models import Statement
from naungan.casework.coordination.queries import synthesis as reading
from naungan.casework.coordination.queries.synthesis import Synthesis, ThemeViews
from naungan.lib.numbers import format_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.download import Column, Sheet
from naungan.web.pages.meetings import one as shown_as, words
from naungan.web.pages.meetings.place import place_of
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_meetings")


@dataclass(frozen=True)
class Voice:
    """One statement in a cell."""

    text: str
    who: str
    stance: str
    tone: str
    icon: str


@dataclass(frozen=True)
class Cell:
    """What one group said on a theme."""

    group: str
    voices: list[Voice]


@dataclass(frozen=True)
class ThemeRow:
    """One theme with its cells, one for every group heard, in the same order."""

    theme: str
    cells: list[Cell]
    is_opposed: bool
    many: int

    @property
    def counted(self) -> str:
        """Write how many statements there are."""
        return format_number(self.many)


@audience(SEES)
def synthesis(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Show a discussion as themes and groups."""
    place = place_of(request.scope, number)
    found = reading.synthesis(request.scope, place.event)
    if form := download.asked(request):
        return download.answer(request, _sheet(found, place.event.title), form)
    shown = {
        "groups": [_group(code) for code in found.groups],
        "rows": [_row(one, found.groups) for one in found.themes],
        "silent": [words.word("groups", code) for code in found.silent],
        "ungrouped": found.ungrouped,
        "statements": format_number(found.statements),
        "opposed": sum(one.is_opposed for one in found.themes),
    }
    answer: HttpResponse = render(
        request, "meetings/synthesis.html", shown_as.head(place, "synthesis") | shown
    )
    return answer


def _group(code: str) -> str:
    return words.word("groups", code) or _("kelompok tidak disebut")


def _theme(code: str) -> str:
    return words.word("themes", code) or _("tema tidak disebut")


def _row(one: ThemeViews, groups: list[str]) -> ThemeRow:
    cells = [
        Cell(
            _group(code),
            [_voice(said) for said in one.views[code].statements]
            if code in one.views
            else [],
        )
        for code in groups
    ]
    return ThemeRow(_theme(one.theme), cells, one.is_opposed, one.statements)


def _voice(said: Statement) -> Voice:
    tone = words.STANCE_TONES[said.stance]
    return Voice(
        text=said.text,
        who=str(said.attendance) if said.attendance else "",
        stance="" if said.stance == "neutral" else str(words.STANCES[said.stance]),
        tone=tone,
        icon=words.ICONS.get(tone, ""),
    )


def _sheet(found: Synthesis, title: str) -> Sheet:
    columns = (
        *(Column(_("Tema")), Column(_("Kelompok")), Column(_("Sikap"))),
        *(Column(_("Pernyataan")), Column(_("Disampaikan oleh"))),
    )
    rows = (
        (
            *(_theme(theme.theme), _group(code), str(words.STANCES[said.stance])),
            *(said.text, str(said.attendance) if said.attendance else ""),
        )
        for theme in found.themes
        for code, views in theme.views.items()
        for said in views.statements
    )
    return Sheet("statement", _("Sintesis: %s") % title, (), columns, rows)


URLS = (path("rapat/<int:number>/sintesis", synthesis, name="meetings.synthesis"),)
