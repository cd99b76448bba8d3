"""Employers with findings as a page lists them: ranked, with the reasons in sight."""

from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict
from django.utils.translation import gettext as _, ngettext

from naungan.casework.intake.employers import POINTS, Listed
from naungan.lib import regions
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number
from naungan.web.figures.rupiah import headline
from naungan.web.pages.employers import words
from naungan.web.pages.employers.asked import Asked


Row = dict[str, Any]

PER_PAGE: Final = 50
FILTERS: Final = ("temuan", "skala", "kecamatan", "nama")
SORTS: Final = {
    "people": "descending",
    "monthly_idr": "descending",
    "score": "descending",
}
"""In which direction a column sorts; names go up."""


@dataclass(frozen=True)
class Badge:
    """A finding as a badge: the office's word, the plain one, its tone."""

    code: str
    label: str
    plain: str
    tone: str


@dataclass(frozen=True)
class Line:
    """One employer of the list; `reasons` say what each adds to the score."""

    number: int
    rank: str
    name: str
    place: str
    findings: tuple[Badge, ...]
    people: str
    monthly: str
    score: int
    reasons: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Choice:
    """One value of a filter, with how many employers it would leave."""

    code: str
    label: str
    count: str
    address: str
    is_chosen: bool


@dataclass(frozen=True)
class Head:
    """The head of a column: where it sorts, and how the list is sorted now."""

    label: str
    address: str
    sorted: str
    is_number: bool


@dataclass(frozen=True)
class ListPage:
    """Everything that the list shows."""

    lines: list[Line]
    findings: list[Choice]
    scales: list[Choice]
    districts: list[Choice]
    chosen: list[tuple[str, str]]
    heads: dict[str, Head]
    total: str
    known: str
    people: str
    monthly: str
    monthly_exact: str
    span: str
    previous: str
    following: str
    points: list[tuple[str, int]]


def present(found: Listed, asked: Asked, query: QueryDict) -> ListPage:
    """Arrange one page of the list; `query` is what the address asks."""
    start = (asked.page - 1) * PER_PAGE
    total = found.counted["employers"]
    shown = len(found.rows)
    more = start + shown < total
    return ListPage(
        lines=[line(row) for row in found.rows],
        findings=_findings(found, asked, query),
        scales=_scales(found, asked, query),
        districts=_districts(found, asked, query),
        chosen=_chosen(asked, query),
        heads={code: _head(code, asked, query) for code in words.ORDER},
        total=format_number(total),
        known=format_number(found.known),
        people=format_number(found.counted["people"]),
        monthly=headline(found.counted["monthly_idr"]),
        monthly_exact=format_rupiah(found.counted["monthly_idr"]),
        span=f"{format_number(start + 1)}–{format_number(start + shown)}"
        if shown
        else "0",
        previous=_address(query, hal=str(asked.page - 1)) if asked.page > 1 else "",
        following=_address(query, hal=str(asked.page + 1)) if more else "",
        points=[
            (words.word(words.REASON, code), most) for code, most in POINTS.items()
        ],
    )


def line(row: Row) -> Line:
    """Arrange one row of the list."""
    scale = f" · {words.word(words.SCALE, row['scale'])}" if row["scale"] else ""
    return Line(
        number=row["employer_id"],
        rank=format_number(row["rank"]),
        name=row["name"] or "–",
        place=f"{place(row['village_code'])}{scale}",
        findings=tuple(badge(code) for code in row["codes"]),
        people=format_number(row["people"]),
        monthly=rupiah(row["monthly_idr"]),
        score=row["score"],
        reasons=reasons(row),
    )


def badge(code: str) -> Badge:
    """Give a finding as a badge."""
    return Badge(code, words.finding(code), words.plainly(code), words.tone(code))


def reasons(row: Row) -> tuple[tuple[str, int], ...]:
    """Say what makes up a score, the weightiest first; the points add up to it."""
    found = [(_reason(code, row), row[f"{code}_points"]) for code in POINTS]
    return tuple(sorted((one for one in found if one[1]), key=lambda one: -one[1]))


def _reason(code: str, row: Row) -> str:
    if code == "people":
        said = ngettext("%(count)s orang", "%(count)s orang", row["people"])
        return said % {"count": format_number(row["people"])}
    if code == "monthly_idr":
        amount = headline(row["monthly_idr"] or 0)
        return _("%(amount)s sebulan") % {"amount": amount}
    if code == "months_in_arrears":
        months = row["months_in_arrears"] or 0
        said = ngettext(
            "menunggak %(count)s bulan", "menunggak %(count)s bulan", months
        )
        return said % {"count": months}
    if code == "severity":
        return _("berat %(grade)s") % {"grade": words.word(words.GRADE, row[code])}
    return _("keyakinan %(grade)s") % {"grade": words.word(words.GRADE, row[code])}


def rupiah(amount: int | None) -> str:
    """Say an amount, or a dash where none is known: nobody owes nothing for workers."""
    return format_rupiah(amount) if amount else "–"


def place(village: int | None) -> str:
    """Say where a village is: its district and itself, the nearer first."""
    if village is None:
        return "–"
    chain = regions.chain(regions.dotted(village))
    return ", ".join(region.name for region in reversed(chain[-2:]))


def _findings(found: Listed, asked: Asked, query: QueryDict) -> list[Choice]:
    counted = found.by_finding
    return [
        Choice(
            code,
            words.finding(code),
            format_number(counted.get(code, 0)),
            _address(query, temuan=code, hal=None),
            code == asked.finding,
        )
        for code in words.FINDING
        if counted.get(code) or code == asked.finding
    ]


def _scales(found: Listed, asked: Asked, query: QueryDict) -> list[Choice]:
    return [
        Choice(code, str(label), format_number(found.by_scale.get(code, 0)),
            _address(query, skala=code, hal=None), code == asked.scale)
        for code, label in words.SCALE.items()
        if found.by_scale.get(code) or code == asked.scale
    ]  # fmt: skip


def _districts(found: Listed, asked: Asked, query: QueryDict) -> list[Choice]:
    choices = []
    for number, count in found.by_district.items():
        region = regions.by_code(number)
        if region:
            address = _address(query, kecamatan=region.code, hal=None)
            is_chosen = region.code == asked.district
            choices.append(
                Choice(
                    region.code, region.name, format_number(count), address, is_chosen
                )
            )
    return sorted(choices, key=lambda one: one.label)


def _chosen(asked: Asked, query: QueryDict) -> list[tuple[str, str]]:
    """Name every filter that is set, with the address without it."""
    district = regions.by_code(asked.district) if asked.district else None
    said = {
        "temuan": words.finding(asked.finding) if asked.finding else "",
        "skala": words.word(words.SCALE, asked.scale) if asked.scale else "",
        "kecamatan": district.name if district else "",
        "nama": f"“{asked.name}”" if asked.name else "",
    }
    return [(label, _address(query, **{name: None, "hal": None})) for name, label in said.items() if label]  # fmt: skip


def _head(code: str, asked: Asked, query: QueryDict) -> Head:
    direction = SORTS.get(code, "ascending")
    return Head(
        label=words.word(words.ORDER, code),
        address=_address(query, urut=None if code == "score" else code, hal=None),
        sorted=direction if code == asked.order else "none",
        is_number=code in ("people", "monthly_idr"),
    )


def _address(query: QueryDict, **changed: str | None) -> str:
    """Write the query of an address with some parts changed, or taken out by None."""
    copy = query.copy()
    for name, value in changed.items():
        copy.pop(name, None)
        if value is not None:
            copy[name] = value
    return f"?{copy.urlencode()}"
