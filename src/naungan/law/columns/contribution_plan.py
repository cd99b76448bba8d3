"""The rule that rows of contributions share: everything a row states but its amount.

A plan is read by the code that answers a single question, with the amount of one
rupiah in its place: what that rupiah became tells how a stated wage is turned into
a monthly one (a daily wage counts many times).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from naungan.law.answer import Draft, Used
from naungan.law.contributions import fields
from naungan.law.contributions.bpu import TABLE, BpuMonth
from naungan.law.contributions.jakon import JakonMonth, tiers_of
from naungan.law.contributions.pu import PuMonth
from naungan.law.contributions.segments import Case, case_of
from naungan.law.contributions.share import ROUNDING, Share, Term
from naungan.law.question import read_facts
from naungan.law.reader import Read, Reader
from naungan.law.rounding import RULES, Rule
from naungan.law.source.entry import CONFIDENCES, LOCAL
from naungan.law.words import Words
from naungan.lib.dates import month_end
from naungan.lib.errors import LawRefused


AMOUNTS: Final = ("wage", "income", "contract_value")
"""The fields that differ from row to row, in rupiah; a row states one of them."""

SURENESS: Final = (*CONFIDENCES, LOCAL)
"""Confidences from the surest down, so that a rank can be compared."""


@dataclass(frozen=True)
class Plan:
    """What to do with the amount of a row.

    `multiplier` turns the amount into the base; `bands` choose another base by it;
    `terms` multiply the base; `tiers` take each slice of it by its own rate; `flat`
    does not depend on it. `amount` is empty where nothing does. The doubts are
    ranks in `SURENESS`: of everything read, of a band, of rounding. `assumed` holds
    what was taken of fields that the rows leave out.
    """

    rule: Rule
    amount: str = ""
    multiplier: int = 1
    bands: tuple[tuple[int, int], ...] = ()
    terms: tuple[Term, ...] = ()
    tiers: Mapping[str, tuple[tuple[int, Decimal], ...]] = field(default_factory=dict)
    flat: tuple[Share, ...] = ()
    jp_now: Decimal | None = None
    doubt: int = 0
    band_doubt: int = 0
    rounding_doubt: int = 0
    assumed: tuple[Words, ...] = ()


def plan_of(stated: Mapping[str, Any], reader: Reader) -> Plan:
    """Read the plan of all rows that state these fields; an amount stands as 1.

    Raises LawRefused, in Indonesian, as the same question alone would.
    """
    facts = read_facts(stated, fields.FIELDS)
    month = facts.need("month", int)
    reader.refuse_outside(month)
    draft = Draft()
    case = case_of(facts.need("segment", str), facts, month, reader, draft)
    amount = next((name for name in AMOUNTS if facts.has(name)), "")
    plan = _by_amount(case, amount, reader) if amount else _fixed(case, reader)
    told = [used for line in draft.lines for used in line.used]
    return replace(
        plan, doubt=max(plan.doubt, rank_of(told)), assumed=tuple(facts.assumed)
    )


def rank_of(used: Iterable[Used]) -> int:
    """Give the least sure confidence among values, as a rank in `SURENESS`."""
    return max((SURENESS.index(one.sureness) for one in used), default=0)


def _by_amount(case: Case, amount: str, reader: Reader) -> Plan:
    if isinstance(case, PuMonth):
        return _of_wage(case, amount, case.wage_idr, reader)
    if isinstance(case, BpuMonth):
        return _of_income(case, amount, reader)
    assert isinstance(case, JakonMonth), "only these take an amount"
    if case.by_contract:
        return _of_contract(case, amount, reader)
    return _of_wage(case, amount, case.amount_idr, reader)


def _of_wage(
    case: PuMonth | JakonMonth, amount: str, multiplier: int, reader: Reader
) -> Plan:
    terms = tuple(case.terms(reader))
    now = case.jp_now if isinstance(case, PuMonth) else None
    rule, rounding = _rounding(case.month, reader)
    return Plan(
        rule=rule,
        amount=amount,
        multiplier=multiplier,
        terms=terms,
        jp_now=None if now is None else now.ratio,
        doubt=rank_of(_used_by(terms)),
        rounding_doubt=rounding,
    )


def _of_income(case: BpuMonth, amount: str, reader: Reader) -> Plan:
    table: Read[tuple[dict[str, int], ...]] = reader.at_month(TABLE, case.month, tuple)
    terms = tuple(case.terms(reader))
    flat = tuple(case.flat(reader))
    rule, rounding = _rounding(case.month, reader)
    return Plan(
        rule=rule,
        amount=amount,
        bands=tuple((row["income_from"], row["base"]) for row in table.value),
        terms=terms,
        flat=flat,
        doubt=rank_of([*_used_by(terms), *(u for one in flat for u in one.used)]),
        band_doubt=rank_of([table.used]),
        rounding_doubt=rounding,
    )


def _of_contract(case: JakonMonth, amount: str, reader: Reader) -> Plan:
    relief = Decimal(1) if case.relief is None else case.relief.ratio
    rule, rounding = _rounding(case.month, reader)
    tiers = {
        programme: tuple(
            (int(row["above"]), Decimal(row["rate"]) * relief)
            for row in tiers_of(programme, case.month, reader).value
        )
        for programme in case.programmes
    }
    return Plan(
        rule=rule,
        amount=amount,
        tiers=tiers,
        doubt=_doubt_of(case, reader),
        rounding_doubt=rounding,
    )


def _fixed(case: Case, reader: Reader) -> Plan:
    shares = tuple(case.shares(reader))
    used = [one for share in shares for one in share.used]
    return Plan(rule="half_up", flat=shares, doubt=rank_of(used))


def _used_by(terms: Sequence[Term]) -> list[Used]:
    caps = [one.cap.used for one in terms if one.cap is not None]
    return [*caps, *(u for one in terms for each in one.factors for u in each.used)]


def _doubt_of(case: JakonMonth, reader: Reader) -> int:
    """Rank what a contract reads, on a whole amount that needs no rounding."""
    shares = replace(case, amount_idr=0).shares(reader)
    return rank_of(used for share in shares for used in share.used)


def _rounding(month: int, reader: Reader) -> tuple[Rule, int]:
    """Read the rounding rule of a month and how sure it is."""
    read = reader.at(f"rounding/{ROUNDING}", month_end(month), str)
    for known in RULES:
        if read.value == known:
            return known, rank_of([read.used])
    raise LawRefused(f"{read.used.path}: '{read.value}' tidak dikenal.")
