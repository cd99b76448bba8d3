"""A held run as its page shows it: what would change, beyond which bound, by which file."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import get_language, gettext as _, gettext_noop

from naungan.casework.intake.models import Run
from naungan.casework.intake.running.bounds import shipped
from naungan.lib.numbers import format_number, format_percent
from naungan.web.pages.incoming import words


UNCHANGED: Final = "–"
LABELS: Final = {
    "covered": gettext_noop("Terlindungi"),
    "workers": gettext_noop("Pekerja pada daftar sendiri"),
    "share": gettext_noop("Cakupan"),
    "month": gettext_noop("Bulan"),
}
OF_ALARM: Final = {
    "covered_fell": "covered",
    "workers_fell": "workers",
    "coverage_rose": "share",
    "month_ahead": "month",
    "month_back": "month",
}
"""Which line of the table an alarm speaks of."""
PERCENT: Final = ("covered_fell", "workers_fell", "rows_changed")
BOUNDS: Final = {
    "covered_fell": gettext_noop("turun paling banyak %s"),
    "workers_fell": gettext_noop("turun paling banyak %s"),
    "coverage_rose": gettext_noop("naik paling banyak %s poin"),
    "rows_changed": gettext_noop("berbeda paling banyak %s"),
    "month_ahead": gettext_noop("maju paling banyak %s bulan"),
    "month_back": gettext_noop("mundur paling banyak %s bulan"),
}
WITHOUT: Final = {
    "members": gettext_noop(
        "Daftar peserta terakhir wilayah ini tidak dipakai lagi, dan tidak ada "
        "penggantinya. Tanpa daftar peserta tidak seorang pun terhitung terlindungi; "
        "itu bukan berarti perlindungan mereka berakhir."
    ),
    "workers": gettext_noop(
        "Daftar pekerja terakhir wilayah ini tidak dipakai lagi, dan tidak ada "
        "penggantinya. Tanpa daftar pekerja tidak seorang pun terhitung dalam semesta; "
        "itu bukan berarti pekerjanya tidak ada."
    ),
}
"""What an answer is worth that has no file of a kind any more."""


@dataclass(frozen=True)
class Change:
    """One figure before and after; with a bound where it goes beyond it."""

    label: str
    before: str
    after: str
    bound: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Cause:
    """A file that came or went; named and linked only where it is one's own."""

    number: int | None
    name: str
    kind: str
    institution: str
    month: str
    came: bool
    rows: str
    former: str


@dataclass(frozen=True)
class Held:
    """Everything about a held run; `why_not` is empty for whoever may decide.

    `lost` says which kind of file the region no longer has at all.
    """

    lost: list[str]
    changes: list[Change]
    causes: list[Cause]
    why_not: str


def present(
    run: Run, own: Mapping[int, str], institutions: Mapping[str, str], why_not: str
) -> Held:
    """Arrange a held run; `own` and `institutions` hold the names one may see."""
    told = run.held
    return Held(
        lost=_lost(run),
        changes=_changes(told),
        causes=[_cause(one, own, institutions) for one in told["files"]],
        why_not=why_not,
    )


def _lost(run: Run) -> list[str]:
    """Say of each kind whose last file went out of use what its absence does."""
    left = {one["kind"] for one in run.held["files"] if not one["came"]}
    gone = left - {one["kind"] for one in run.inputs}
    return [_(said) for kind, said in WITHOUT.items() if kind in gone]


def _changes(told: Mapping[str, Any]) -> list[Change]:
    """Give the lines of a region, each with its alarm, then the files of odd length."""
    alarms = {OF_ALARM.get(one["code"], ""): one for one in told["alarms"]}
    before, after = _shown(told["before"]), _shown(told["after"])
    lines = [
        Change(_(label), before[name], after[name], *_bound(alarms.get(name)))
        for name, label in LABELS.items()
    ]
    rows = [one for one in told["alarms"] if one["code"] == "rows_changed"]
    return lines + [
        Change(
            _("Baris: %s") % words.kind(one["kind"]).lower(),
            *(format_number(int(one["before"])), format_number(int(one["after"]))),
            *_bound(one),
        )
        for one in rows
    ]


def _shown(totals: Mapping[str, int]) -> dict[str, str]:
    covered, workers = totals["covered"], totals["workers"]
    return {
        "covered": format_number(covered),
        "workers": format_number(workers),
        "share": format_percent(Decimal(100 * covered) / workers)
        if workers
        else UNCHANGED,
        "month": words.month(totals["month"]),
    }


def _bound(alarm: Mapping[str, Any] | None) -> tuple[str, str]:
    if alarm is None:
        return "", ""
    bound = shipped()[alarm["code"]]
    english = (get_language() or "id").startswith("en")
    most: int = alarm["most"]
    amount = format_percent(most, 0) if bound.code in PERCENT else str(most)
    said = _(BOUNDS[bound.code]) % amount
    return said, bound.reason_en if english else bound.reason


def _cause(
    one: Mapping[str, Any], own: Mapping[int, str], institutions: Mapping[str, str]
) -> Cause:
    return Cause(
        number=one["batch"] if one["batch"] in own else None,
        name=own.get(one["batch"], ""),
        kind=words.kind(one["kind"]),
        institution=institutions.get(one["institution"], one["institution"]),
        month=words.month(one["month"]),
        came=one["came"],
        rows=UNCHANGED if one["rows"] is None else format_number(one["rows"]),
        former=format_number(one["former"]) if one["former"] else "",
    )
