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


def changes(rows: list[Row]) -> list[FunderRow]:
    """Say what each fund covers now and what it added since the first month."""
    by_funder: dict[str, list[Row]] = {}
    for row in rows:
        everybody = row["measure"] == "coverage" and is_own(row["universe"])
        if everybody and row["funder"] and not (row["segment"] or row["category"]):
            by_funder.setdefault(row["funder"], []).append(row)
    found = [
        _funder(code, series)
        for code, series in by_funder.items()
        if not max(series, key=_month)["hidden"]
    ]
    return sorted(found, key=lambda one: (-one.moved, one.name))


def _month(row: Row) -> str:
    return str(row["month"])


def _funder(code: str, series: list[Row]) -> FunderRow:
    return _moved(str(FUNDERS.get(code, code)), series)


def net_change(rows: list[Row]) -> FunderRow:
    """Say what changed in all since the first month, whoever pays."""
    own = [row for row in rows if is_whole(row) and is_own(row["universe"])]
    return _moved(gettext("Perubahan bersih"), own)


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
