"""The panels of Beranda: the figure, its months, targets, who makes up the gap."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import figures
from naungan.casework.intake.figures import GapPart
from naungan.casework.intake.models import Publication
from naungan.casework.regions import printed, queries
from naungan.lib import regions
from naungan.lib.numbers import format_number, format_percent
from naungan.web.figures import (
    NOTHING,
    Figure,
    Row,
    month_words,
    present,
    share,
    vintage_words,
)
from naungan.web.figures.distance import Distance, distances, drawn
from naungan.web.figures.funders import FundTable, fund_table
from naungan.web.figures.trend import Drawing, draw
from naungan.web.navigation import is_village
from naungan.web.pages.employers.words import FINDING


SHOWN: Final = 5
FUNDS: Final = 6
FALL: Final = Decimal("0.5")  # points; a smaller fall in a month is no news
HUNDRED: Final = 100
PARTS: Final = ("numerator", "denominator")
KINDS: Final = {
    "workers": gettext_lazy("daftar pekerja"),
    "members": gettext_lazy("kepesertaan"),
    "employers": gettext_lazy("pemberi kerja"),
    "contributions": gettext_lazy("iuran"),
    "universe": gettext_lazy("semesta"),
}


@dataclass(frozen=True)
class GapRow:
    """One village or employer in the gap; `findings` are words with their plain meaning."""

    key: str
    name: str
    place: str
    findings: list[tuple[str, str]]
    coverage: str
    people: str
    part: str


@dataclass(frozen=True)
class GapTable:
    """Those who make up most of the gap, what they make up together, and of how many."""

    rows: list[GapRow]
    people: str
    part: str
    whole: str


@dataclass(frozen=True)
class Morning:
    """Everything about figures that the first page shows."""

    whole: Figure | None
    trend: list[Drawing]
    months: list[tuple[str, str, str]]
    fallen: str
    distances: list[Distance]
    average: str
    average_points: str
    average_of: str
    villages: GapTable | None
    employers: GapTable | None
    funds: FundTable

    @property
    def ahead(self) -> Distance | None:
        """Give the nearest target whose month is still to come."""
        found = (one for one in self.distances if not (one.reached or one.is_past))
        return next(found, None)


def morning(publication: Publication, scope: Scope, code: str, name: str) -> Morning:
    """Arrange the figures of a person's own region."""
    found = figures.figures_of(publication, scope, code)
    region = present(found.own, name, None)
    ahead = distances(region.whole, queries.targets(code), clock.today())
    values = [(row["month"], share(row)) for row in region.series]
    line = [
        (month_words(one, "M y"), value) for one, value in values if value is not None
    ]
    return Morning(
        whole=region.whole,
        trend=draw(line, drawn(ahead), _("Tercatat")),
        months=[_month(row) for row in region.series],
        fallen=_fallen(region.series),
        distances=ahead,
        **_average(region.whole, code),
        villages=_villages(publication, scope, code),
        employers=_employers(publication, scope, code),
        funds=fund_table(found.own, FUNDS),
    )


def _month(row: Row) -> tuple[str, str, str]:
    found = share(row)
    percent = NOTHING if found is None else format_percent(found)
    people = NOTHING if found is None else format_number(row["low"])
    return month_words(row["month"]), people, percent


def _fallen(series: list[Row]) -> str:
    """Say in a sentence where the line broke: the largest fall from month to month."""
    worst, at = FALL, None
    for before, after in zip(series, series[1:], strict=False):
        one, other = share(before), share(after)
        if one is not None and other is not None and one - other >= worst:
            worst, at = one - other, (before, after)
    if at is None:
        return ""
    lost = int(at[0]["low"]) - int(at[1]["low"])
    return _("Turun %(points)s poin pada %(month)s: %(people)s orang berkurang.") % {
        "points": format_number(worst, 1),
        "month": month_words(at[1]["month"]),
        "people": format_number(lost),
    }


def _average(whole: Figure | None, code: str) -> dict[str, str]:
    around = code.rpartition(".")[0]
    found = printed.standing(around) if around else None
    if found is None or whole is None or whole.share is None or found.figure.bound:
        return {"average": "", "average_points": "", "average_of": ""}
    value = Decimal(found.percent.numerator) / found.percent.denominator
    return {
        "average": format_percent(value),
        "average_points": _signed(whole.share - value),
        "average_of": f"{found.figure.region_name}, {vintage_words(found.figure.as_of.text)}",
    }


def _signed(points: Decimal) -> str:
    sign = "+" if points > 0 else ""
    return f"{sign}{format_number(points, 1)}"


def _villages(publication: Publication, scope: Scope, code: str) -> GapTable | None:
    parts = figures.gap_of(publication, scope, code, "village", SHOWN)
    if not parts:
        return None
    rows = figures.villages_of(publication, scope, code)
    covered = {row["region_code"]: share(row) for row in rows}
    return _table([_village(one, covered) for one in parts], parts)


def _village(one: GapPart, covered: dict[str, Decimal | None]) -> GapRow:
    found = regions.by_code(one.key)
    code = found.code if found else one.key
    around = regions.parent(code)
    value = covered.get(code)
    return GapRow(
        key=code,
        name=found.name if found else one.key,
        place=around.name if around else "",
        findings=[],
        coverage=NOTHING if value is None else format_percent(value),
        people=format_number(one.people),
        part=_part(one.people, one.of_people),
    )


def _employers(publication: Publication, scope: Scope, code: str) -> GapTable | None:
    if not scope.may("see_employers"):
        return None
    parts = figures.gap_of(publication, scope, code, "employer", SHOWN)
    return _table([_employer(one) for one in parts], parts) if parts else None


def _employer(one: GapPart) -> GapRow:
    around = regions.by_code(one.village_code[:6]) if one.village_code else None
    return GapRow(
        key=one.key,
        name=one.name or one.key,
        place=around.name if around else "",
        findings=[(str(word), str(plain)) for word, plain in map(_finding, one.codes)],
        coverage="",
        people=format_number(one.people),
        part=_part(one.people, one.of_people),
    )


def _finding(code: str) -> tuple[object, object]:
    word, plain, _tone = FINDING[code]
    return word, plain


def _table(rows: list[GapRow], parts: list[GapPart]) -> GapTable:
    people = sum(one.people for one in parts)
    whole = parts[0].of_people
    return GapTable(
        rows, format_number(people), _part(people, whole), format_number(whole)
    )


def _part(people: int, of_people: int) -> str:
    if not of_people:
        return NOTHING
    return format_percent(Decimal(HUNDRED * people) / of_people, 2)


def quality(publication: Publication, scope: Scope) -> list[dict[str, Any]]:
    """Give each file with its share of valid NIK and of refused rows.

    A village sees its files of a kind together, under the words for the kind.
    """
    by_file: dict[tuple[str, str], dict[str, Row]] = {}
    for row in figures.quality_of(publication, scope):
        name = "" if is_village(scope) else row["file"]
        own = by_file.setdefault((row["kind"], name), {})
        own[row["measure"]] = _together(own.get(row["measure"]), row)
    return [_file(kind, name, own) for (kind, name), own in by_file.items()]


def _together(one: Row | None, other: Row) -> Row:
    """Count two files of a kind as one: a village knows its lists, not names of files."""
    if one is None:
        return other
    return {**other, **{name: one[name] + other[name] for name in PARTS}}


def _file(kind: str, name: str, own: dict[str, Row]) -> dict[str, Any]:
    missing = [own[one] for one in ("nik_missing", "nik_rounded") if one in own]
    refused = own.get("rejected")
    return {
        "words": str(KINDS.get(kind, kind)) if name else "",
        "name": name or capfirst(str(KINDS.get(kind, kind))),
        "rows": format_number(refused["denominator"]) if refused else NOTHING,
        "refused": _share(refused["numerator"], refused["denominator"])
        if refused
        else NOTHING,
        "nik": _share(
            missing[0]["denominator"] - sum(row["numerator"] for row in missing),
            missing[0]["denominator"],
        )
        if missing
        else NOTHING,
    }


def _share(part: int, whole: int) -> str:
    if not whole:
        return NOTHING
    return format_percent(Decimal(HUNDRED * part) / whole)
