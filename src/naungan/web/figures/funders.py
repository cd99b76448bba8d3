"""Who pays for whom: people of each fund now, and what each added over the months."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext, gettext_lazy

from naungan.lib.numbers import format_number
from naungan.web.figures.region import NOTHING, Row, is_own, is_whole, points, share


FUNDERS: Final = {
    "self": gettext_lazy("Mandiri"),
    "employer": gettext_lazy("Pemberi kerja"),
    "apbn": gettext_lazy("APBN"),
    "apbd": gettext_lazy("APBD"),
    "apbd_revised": gettext_lazy("APBD perubahan"),
    "dbh_sawit": gettext_lazy("DBH sawit"),
    "dbhcht": gettext_lazy("DBHCHT"),
    "village": gettext_lazy("ADD/APBDes"),
    "csr": gettext_lazy("CSR/TJSL"),
    "baznas": gettext_lazy("BAZNAS"),
    "mutual_aid": gettext_lazy("Gotong royong"),
    "unknown": gettext_lazy("Tidak diketahui"),
}


@dataclass(frozen=True)
class FunderRow:
    """One fund: people now, and what it changed over the months, in people and points."""

    name: str
    people: str
    change: str
    points: str
    moved: int


@dataclass(frozen=True)
class FundTable:
    """Every fund that is shown, the others together, and everybody under a line.

    Rows and `others` add up to `net`, to the person.
    """

    rows: list[FunderRow]
    others: FunderRow | None
    net: FunderRow | None


def fund_table(rows: list[Row], most: int | None = None) -> FundTable:
    """Say what each fund covers and added: the `most` that moved most, then the rest."""
    series = _by_funder(rows)
    shown = sorted(
        ((_funder(code, one), one) for code, one in series.items()),
        key=lambda both: (-both[0].moved, both[0].name),
    )[:most]
    own = [row for row in rows if is_whole(row) and is_own(row["universe"])]
    if not shown or not own:
        return FundTable([one for one, _ in shown], None, None)
    others = _others(own, [one for _, one in shown])
    return FundTable([one for one, _ in shown], others, net_change(rows))


def _by_funder(rows: list[Row]) -> dict[str, list[Row]]:
    by_funder: dict[str, list[Row]] = {}
    for row in rows:
        everybody = row["measure"] == "coverage" and is_own(row["universe"])
        if everybody and row["funder"] and not (row["segment"] or row["category"]):
            by_funder.setdefault(row["funder"], []).append(row)
    return {
        code: series
        for code, series in by_funder.items()
        if not max(series, key=_month)["hidden"]
    }


def _others(own: list[Row], shown: list[list[Row]]) -> FunderRow | None:
    """Give everybody whose fund is not among those shown; None where there is nobody.

    What they changed is told only where the first month of every fund is known: a month
    that does not tell the funds apart has everybody among the others.
    """
    ordered = sorted(own, key=_month)
    first = ordered[0]["month"]
    told = all(first in {row["month"] for row in one} for one in shown)
    ends = [ordered[0], ordered[-1]] if told and len(ordered) > 1 else [ordered[-1]]
    left = [_left(one, shown) for one in ends]
    last = left[-1]
    if last is None or last["low"] <= 0:
        return None
    known = [one for one in left if one is not None]
    return _moved(gettext("Sumber dana lain"), known)


def _left(whole: Row, shown: list[list[Row]]) -> Row | None:
    """Take from everybody of a month the people of the funds; None where one is hidden."""
    there = [row for one in shown for row in one if row["month"] == whole["month"]]
    if whole["hidden"] or any(row["hidden"] for row in there):
        return None
    people = int(whole["low"]) - sum(int(row["low"]) for row in there)
    return {**whole, "low": people, "numerator": people}


def _month(row: Row) -> str:
    return str(row["month"])


def _funder(code: str, series: list[Row]) -> FunderRow:
    return _moved(str(FUNDERS.get(code, code)), series)


def net_change(rows: list[Row]) -> FunderRow:
    """Say how many are covered in all, whoever pays, and what changed since the first month."""
    own = [row for row in rows if is_whole(row) and is_own(row["universe"])]
    return _moved(gettext("Semua terlindungi"), own)


def _moved(name: str, series: list[Row]) -> FunderRow:
    ordered = sorted(series, key=lambda row: str(row["month"]))
    first, last = ordered[0], ordered[-1]
    if first["hidden"] or last["hidden"] or first["month"] == last["month"]:
        people = NOTHING if last["hidden"] else format_number(last["low"])
        return FunderRow(name, people, NOTHING, NOTHING, 0)
    moved = int(last["low"]) - int(first["low"])
    sign = "+" if moved > 0 else ""
    return FunderRow(
        name=name,
        people=format_number(last["low"]),
        change=f"{sign}{format_number(moved)}",
        points=points(share(last), share(first)),
        moved=moved,
    )
