"""What a payroll costs in one month, programme by programme.

Workers who are alike are counted together. Where a lower wage was reported, only
what the true wage adds is owed still.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from naungan.law.answer import Draft, Used
from naungan.law.arrears.fields import OF_EMPLOYER, OF_PARTICIPANT, OF_WORKER
from naungan.law.contributions import fields
from naungan.law.contributions.segments import shares_of
from naungan.law.contributions.share import Share
from naungan.law.fine.rate import SETTLE_BY
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import Words, words


RELIEF_LAPSES: Final = "fines/late/labour_intensive/relief_lapses"
_KNOWN: Final = {one.name: one for one in fields.FIELDS}
_COUNTED_AS_ONE: Final = words("karena tidak disebut", "as none was given")


@dataclass(frozen=True)
class Group:
    """Workers alike in everything that contributions depend on."""

    count: int
    stated: Mapping[str, Any]
    reported_wage: int | None = None
    months: tuple[int, ...] | None = None
    where: str = ""

    def saying(self, more: Mapping[str, Any]) -> "Group":
        """Give the same group with more said of it."""
        return replace(self, stated={**self.stated, **more})


@dataclass(frozen=True)
class Levy:
    """One programme's month for a whole payroll, by who owes it."""

    programme: str
    month: int
    by_payer: Mapping[str, int]
    terms: tuple[tuple[int, int], ...]
    used: tuple[Used, ...]

    @property
    def amount_idr(self) -> int:
        """The contribution of all payers together."""
        return sum(self.by_payer.values())


def groups(facts: Facts) -> list[Group]:
    """Read the workers of a question: a list, or a number of one wage."""
    if facts.get("segment", str) == "BPU":
        return [Group(1, _kept(facts, OF_PARTICIPANT))]
    of_all = _kept(facts, OF_EMPLOYER)
    listed = facts.records("workers")
    if not listed:
        count = facts.assume("number_of_workers", 1, _COUNTED_AS_ONE)
        if not count:
            facts.refuse("number_of_workers", "0; tulis 1 atau lebih")
        facts.need("wage", int)
        stated = {**of_all, **_kept(facts, ("wage",))}
        return [Group(count, stated, _reported(facts))]
    for name in ("wage", "number_of_workers", "reported_wage"):
        if facts.has(name):
            facts.refuse(name, "tidak dipakai bersama workers; tulis di tiap pekerja")
    return _merged(
        Group(
            one.stated.get("count", 1),
            {**of_all, **_kept(one, OF_WORKER)},
            _reported(one),
            one.get("months", tuple),
            one.where,
        )
        for one in listed
    )


def levies(
    payroll: Sequence[Group],
    segment: str,
    month: int,
    reader: Reader,
    draft: Draft,
    assumed: list[Words],
) -> list[Levy]:
    """Add up what every group owes for a month, in the order of the programmes."""
    found: dict[str, list[tuple[int, list[Share], list[Share]]]] = {}
    for group in payroll:
        if group.months is not None and month not in group.months:
            continue
        for programme, pair in _pairs(group, segment, month, reader, draft, assumed):
            found.setdefault(programme, []).append((group.count, *pair))
    return [_levy(programme, month, rows) for programme, rows in found.items()]


def without_lapsed_relief(
    payroll: Sequence[Group], month: int, on: date, reader: Reader
) -> tuple[list[Group], tuple[Used, ...]]:
    """Drop the labour-intensive relief from what stayed unpaid past its last day."""
    settle_by = reader.find_at_month(SETTLE_BY, month, date)
    claimed = [
        "labour_intensive" in one.stated or "industry" in one.stated for one in payroll
    ]
    if settle_by is None or on <= settle_by.value or not any(claimed):
        return list(payroll), ()
    lapses = reader.at_month(RELIEF_LAPSES, month, bool)
    if not lapses.value:
        return list(payroll), ()
    lapsed = [one.saying({"labour_intensive": False}) for one in payroll]
    return lapsed, (settle_by.used, lapses.used)


def _pairs(
    group: Group,
    segment: str,
    month: int,
    reader: Reader,
    draft: Draft,
    assumed: list[Words],
) -> list[tuple[str, tuple[list[Share], list[Share]]]]:
    """Give each programme's shares on the true wage, and on the reported one."""
    true = _shares(group, {}, segment, month, reader, draft, assumed)
    reported: list[Share] = []
    if group.reported_wage is not None:
        lower = {"wage": group.reported_wage}
        reported = _shares(group, lower, segment, month, reader, draft, assumed)
    programmes = dict.fromkeys(one.programme for one in true)
    return [
        (
            code,
            (
                [one for one in true if one.programme == code],
                [one for one in reported if one.programme == code],
            ),
        )
        for code in programmes
    ]


def _shares(
    group: Group,
    instead: Mapping[str, Any],
    segment: str,
    month: int,
    reader: Reader,
    draft: Draft,
    assumed: list[Words],
) -> list[Share]:
    stated = {**group.stated, **instead, "segment": segment, "month": month}
    if segment == "PU":
        # A deferral changes the fine, which the account counts, not the contribution.
        stated |= {"employer_in_arrears": True, "jp_deferred": False}
    asked = Facts(_KNOWN, stated, group.where, assumed)
    # What the lines of one worker say is said again for the whole payroll.
    aside = Draft(notes=draft.notes)
    return [one for one in shares_of(segment, asked, month, reader, aside) if one.owed]


def _levy(
    programme: str, month: int, rows: Sequence[tuple[int, list[Share], list[Share]]]
) -> Levy:
    by_payer: dict[str, int] = {}
    used: dict[str, Used] = {}
    terms: list[tuple[int, int]] = []
    for count, true, reported in rows:
        for sign, shares in ((1, true), (-1, reported)):
            for one in shares:
                owed = sign * count * one.amount_idr
                by_payer[one.part] = by_payer.get(one.part, 0) + owed
                used |= {each.path: each for each in one.used}
        each_owes = sum(one.amount_idr for one in true) - sum(
            one.amount_idr for one in reported
        )
        terms.append((count, each_owes))
    return Levy(programme, month, by_payer, tuple(terms), tuple(used.values()))


def _merged(listed: Iterable[Group]) -> list[Group]:
    """Count workers together who are alike, so that a large payroll stays quick."""
    alike: dict[Any, Group] = {}
    for one in listed:
        key = (tuple(sorted(one.stated.items())), one.reported_wage, one.months)
        same = alike.get(key)
        alike[key] = (
            one if same is None else replace(same, count=same.count + one.count)
        )
    return list(alike.values())


def _reported(facts: Facts) -> int | None:
    reported = facts.get("reported_wage", int)
    if reported is not None and reported > facts.need("wage", int):
        facts.refuse("reported_wage", "melebihi upah sebenarnya; betulkan salah satu")
    return reported


def _kept(facts: Facts, names: Sequence[str]) -> dict[str, Any]:
    return {name: facts.stated[name] for name in names if facts.has(name)}
