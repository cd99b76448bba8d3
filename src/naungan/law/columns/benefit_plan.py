"""The rule that rows of deaths and total disabilities share: all but their amount.

A plan is read by the code that answers a single question, with the amount of one
rupiah in its place; what is flat is taken from that answer, what grows with the
wage is noted as a share of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from naungan.law import benefit
from naungan.law.answer import Used
from naungan.law.columns.benefit_rounding import rounding_on
from naungan.law.question import Facts, read_facts
from naungan.law.reader import Reader
from naungan.law.rounding import Rule, times
from naungan.law.source.entry import CONFIDENCES, LOCAL
from naungan.law.source.unit import Row
from naungan.law.words import Words


AMOUNTS: Final = ("wage", "income")
"""The fields that differ from row to row, in rupiah; a row states one or none."""

PARTS: Final = (
    "death",
    "periodic",
    "funeral",
    "one_sum",
    "disability",
    "scholarship",
    "scholarship_max",
)
"""Parts of a benefit that have a column; the scholarship is no part of the total."""

SURENESS: Final = (*CONFIDENCES, LOCAL)
"""Confidences from the surest down, so that a rank can be compared."""

PROGRAMMES: Final = ("JKK", "JKM")
_WAGED: Final = {"death": "death/ratio", "total_disability": "disability/total_ratio"}
_PART_OF: Final = {"death": "death", "total_disability": "disability"}
_BY_AMOUNT: Final = ("wage", "death", "disability", "payer")


@dataclass(frozen=True)
class Plan:
    """What to do with the amount of a row: `flat`, and a share of it in `part`.

    `bands` choose the base of an income first; without an amount the base is
    `base`. `floor` is the least that `part` pays. Doubts are ranks in SURENESS: of
    all rows, of those that the floor pays, of those above the lowest band. `assumed`
    holds what was taken of fields that the rows leave out.
    """

    payer: str
    flat: Mapping[str, int] = field(default_factory=dict)
    amount: str = ""
    part: str = ""
    share: Fraction = Fraction(0)
    floor: int = 0
    base: int = 0
    bands: tuple[tuple[int, int], ...] = ()
    rule: Rule = "half_up"
    doubt: int = 0
    floor_doubt: int = 0
    band_doubt: int = 0
    assumed: tuple[Words, ...] = ()


def plan_of(stated: Mapping[str, Any], reader: Reader) -> Plan:
    """Read the plan of all rows that state these fields; an amount stands as 1.

    Raises LawRefused, in Indonesian, as the same question alone would, and for
    what has no columns: partial disability, costs, under-reported wages.
    """
    facts = read_facts(stated, benefit.FIELDS)
    _refuse_without_columns(facts)
    answer = benefit.answer(facts, reader)
    answered = answer.results
    flat = {
        part: answered[part] for part in PARTS if isinstance(answered.get(part), int)
    }
    waged = facts.need("programme", str) == "JKK" and answered["payer"] != "none"
    if not waged or facts.get("segment", str) == "PMI":
        doubt = SURENESS.index(answer.confidence)
        return Plan(answered["payer"], flat, doubt=doubt, assumed=answer.assumed)
    flatly = [line for line in answer.lines if line.key not in _BY_AMOUNT]
    doubt = max(SURENESS.index(line.confidence) for line in flatly)
    plan = Plan(answered["payer"], flat, doubt=doubt, assumed=answer.assumed)
    return _waged(facts, reader, plan)


def _refuse_without_columns(facts: Facts) -> None:
    programme = facts.need("programme", str)
    if programme not in PROGRAMMES:
        facts.refuse("programme", f"{programme} tanpa bentuk kolom di sini")
    outcome = facts.get("outcome", str)
    if outcome is not None and outcome not in _WAGED:
        facts.refuse("outcome", f"tanpa bentuk kolom; pilih: {', '.join(_WAGED)}")
    alone = ("transport", "costs", "stmb_months", "stmb_days", "losses")
    for name in (*alone, "reported_wage", "memberships"):
        if facts.has(name):
            facts.refuse(name, "tanpa bentuk kolom; tanyakan satu per satu")


def _waged(facts: Facts, reader: Reader, flat: Plan) -> Plan:
    """Add to a flat plan what grows with the wage, and how sure that is."""
    day = facts.need("event_date", date)
    outcome = facts.need("outcome", str)
    own = facts.get("segment", str) == "BPU"
    ratio = reader.at(f"benefits/jkk/{_WAGED[outcome]}", day, Decimal)
    multiple = reader.at("benefits/jkk/wage_multiple", day, int)
    floor = reader.at("benefits/jkk/death/floor", day, int)
    lowest = reader.at("contributions/bpu/lowest_base_income", day, int)
    bands = reader.at("contributions/bpu/base_income", day, tuple)
    rule = f"benefits/jkk/wage_base/{'self_employed' if own else 'wage_earner'}"
    read = [ratio.used, multiple.used, reader.at(rule, day, str).used]
    part = _PART_OF[outcome]
    return replace(
        flat,
        flat={name: amount for name, amount in flat.flat.items() if name != part},
        amount=next((name for name in AMOUNTS if facts.has(name)), ""),
        part=part,
        share=times(ratio.value, multiple.value),
        floor=floor.value if outcome == "death" else 0,
        base=lowest.value if own else 0,
        bands=_bands(bands.value) if own else (),
        rule=rounding_on(reader, day),
        doubt=max(flat.doubt, _rank(*read, *([lowest.used] if own else []))),
        floor_doubt=_rank(floor.used),
        band_doubt=_rank(bands.used) if own else 0,
    )


def _rank(*used: Used) -> int:
    return max(SURENESS.index(one.sureness) for one in used)


def _bands(rows: tuple[Row, ...]) -> tuple[tuple[int, int], ...]:
    """Give the lower bound and the base of every row, in their order."""
    found = []
    for row in rows:
        lower, base = row["income_from"], row["base"]
        assert isinstance(lower, int)
        assert isinstance(base, int)
        found.append((lower, base))
    return tuple(found)
