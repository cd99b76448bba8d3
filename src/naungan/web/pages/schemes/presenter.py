"""How schemes are shown: one line of the list, states that add up, checks, coverage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from django.utils.translation import gettext as _, ngettext

from naungan.casework.protection.models import Basis, Scheme
from naungan.casework.protection.queries.ahead import Projection
from naungan.casework.protection.queries.beginning import Apart
from naungan.casework.protection.queries.overview import Summary
from naungan.casework.protection.states import COVERED, ENDED, FILLING, STATES, TAKEN
from naungan.lib.numbers import format_number, format_percent, percentage
from naungan.web.figures import month_words
from naungan.web.figures.rupiah import Idr
from naungan.web.pages.schemes import words
from naungan.web.pages.village_list.words import state as state_words, tone


HUNDRED: Final = 100


@dataclass(frozen=True)
class Line:
    """One scheme in the list."""

    scheme: Scheme
    months: str
    fund: str
    state: str
    tone: str
    quota: str
    listed: str
    taken: str
    covered: str
    later: str
    per_cent: int
    paid: Idr


def line(one: Scheme, told: Summary) -> Line:
    """Arrange one scheme for the list."""
    return Line(
        scheme=one,
        months=words.span(one.from_month, one.until_month),
        fund=words.fund(one.fund),
        state=words.scheme_state(one.state),
        tone=words.STATE_TONES[one.state],
        quota=format_number(told.quota) if told.quota else "–",
        listed=format_number(told.listed),
        taken=format_number(told.taken),
        covered=format_number(told.covered),
        later=uncovered(told.apart),
        per_cent=share(told.covered, told.quota or told.listed),
        paid=Idr(told.paid_idr),
    )


def uncovered(told: Apart) -> str:
    """Say how many are proven and not covered now; nothing of nobody."""
    begins = ngettext(
        "%(n)s orang terbayar, belum mulai",
        "%(n)s orang terbayar, belum mulai",
        told.to_begin,
    )
    died = ngettext(
        "%(n)s orang dilaporkan meninggal",
        "%(n)s orang dilaporkan meninggal",
        told.died,
    )
    over = ngettext(
        "%(n)s orang terbayar sampai skemanya berakhir",
        "%(n)s orang terbayar sampai skemanya berakhir",
        told.over,
    )
    parts = ((begins, told.to_begin), (died, told.died), (over, told.over))
    return "; ".join(said % {"n": format_number(many)} for said, many in parts if many)


def share(part: int, whole: int) -> int:
    """Give a part in whole percents for a bar; at most a hundred."""
    return min(HUNDRED, HUNDRED * part // whole) if whole else 0


@dataclass(frozen=True)
class State:
    """People in one state."""

    label: str
    tone: str
    people: str
    per_cent: int


@dataclass(frozen=True)
class States:
    """Everybody of a scheme apart by state; the parts add up to `total`.

    The same words count the same people as in the list of schemes: who fills a place,
    whom a decree names now, who is covered. `beside` says in words who fills none.
    """

    rows: tuple[State, ...]
    total: str
    listed: str
    taken: str
    covered: str
    later: str
    beside: str


def states(told: Mapping[str, int], apart: Apart) -> States:
    """Arrange people by state, empty ones left out."""
    total = sum(told.values())
    return States(
        rows=tuple(
            State(
                state_words(code),
                tone(code),
                format_number(told[code]),
                round(HUNDRED * told[code] / total),
            )
            for code in STATES
            if told.get(code)
        ),
        total=format_number(total),
        listed=_sum(told, FILLING),
        taken=_sum(told, TAKEN),
        covered=format_number(sum(told.get(one, 0) for one in COVERED) - apart.people),
        later=uncovered(apart),
        beside=_beside(told),
    )


def _sum(told: Mapping[str, int], states: Sequence[str]) -> str:
    return format_number(sum(told.get(one, 0) for one in states))


def _beside(told: Mapping[str, int]) -> str:
    """Say who was written and fills no place, so that the parts add up to the list."""
    parts = (
        (_("perlu diperbaiki"), ("proposed", "flagged")),
        (_("cadangan"), ("reserve",)),
        (_("ditolak, ditarik, atau berakhir"), ENDED),
    )
    return ", ".join(
        f"{_sum(told, states)} {said}"
        for said, states in parts
        if any(told.get(one) for one in states)
    )


@dataclass(frozen=True)
class Found:
    """What one check found."""

    label: str
    weight: str
    tone: str
    people: str
    is_double: bool


def checks(told: Mapping[str, int]) -> list[Found]:
    """Arrange what the checks found, double funding first."""
    rows = [
        Found(
            words.check(code),
            *words.weight(code),
            format_number(people),
            code in words.DOUBLE,
        )
        for code, people in told.items()
    ]
    return sorted(rows, key=lambda one: not one.is_double)


@dataclass(frozen=True)
class Coverage:
    """Coverage of a region before a scheme and after it, with the overlap."""

    before: str
    after: str
    at_most: str
    people: str
    already: str
    universe: str
    is_known: bool
    month: str
    now: str


def coverage(told: Projection | None) -> Coverage | None:
    """Arrange a projection; None where nothing was published."""
    if told is None:
        return None
    after = told.after
    return Coverage(
        before=_percent(told.before),
        after=_percent(after) if after is not None else "–",
        at_most=_percent(told.at_most),
        people=format_number(told.people),
        already="–" if told.already is None else format_number(told.already),
        universe=format_number(told.universe),
        is_known=after is not None,
        month=month_words(told.month) if told.month else "",
        now="" if told.now is None else _percent(told.now),
    )


def _percent(found: Fraction) -> str:
    return format_percent(percentage(found.numerator, found.denominator, 2), 2)


def bases(found: Sequence[Basis]) -> list[dict[str, str]]:
    """Arrange legal bases with what their number says."""
    return [
        {
            "number": one.number,
            "kind": words.basis_kind(one.kind),
            "read": _read(one),
            "about": one.about,
        }
        for one in found
    ]


def _read(one: Basis) -> str:
    when = (
        f"{one.month:02d}-{one.year}" if one.month and one.year else str(one.year or "")
    )
    said = ", ".join(part for part in (one.office, when) if part)
    return said or _("nomor tidak menyebut kantor atau tahun")
