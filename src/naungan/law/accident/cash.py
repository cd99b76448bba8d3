"""Everything that a work accident pays in cash, in the order in which it falls due."""

from dataclasses import replace
from decimal import Decimal
from typing import Final

from naungan.law.accident.costs import costs, transport
from naungan.law.accident.disability import (
    partial_disability,
    share_of_wages,
    total_disability,
)
from naungan.law.accident.incapacity import incapacity
from naungan.law.answer import Draft
from naungan.law.claim.case import Case
from naungan.law.question import Field
from naungan.law.words import rupiah, words


OUTCOME: Final = Field(
    "outcome",
    "choice",
    words("akibat kecelakaan", "outcome of the accident"),
    ("death", "total_disability", "partial_disability", "recovered"),
)


def outcome_of(case: Case) -> str:
    """Give the outcome: stated, or following from what else was stated."""
    facts = case.facts
    if facts.has("losses") and not facts.has("outcome"):
        because = words(
            "karena bagian tubuh yang cacat disebut", "as disabled parts were stated"
        )
        return facts.assume("outcome", "partial_disability", because)
    partly = ("stmb_months", "stmb_days", "transport", "costs")
    if any(facts.has(name) for name in partly):
        because = words("karena tidak disebut", "as none was stated")
        return facts.assume("outcome", "recovered", because)
    return facts.need("outcome", str)


def cash(case: Case, wage_idr: int) -> dict[str, int]:
    """Write every part in cash, in the order in which they fall due."""
    care = case.at("jkk/care/medical", str)
    label = words("Perawatan medis, tanpa batas biaya", "Medical care, without a cap")
    case.draft.line("medical", label, None, None, care.used)
    paid = {
        "transport": transport(case),
        "stmb": incapacity(case, wage_idr),
        "care": costs(case),
    }
    outcome = outcome_of(case)
    if case.facts.has("losses") and outcome != "partial_disability":
        case.facts.refuse("losses", "hanya untuk cacat sebagian (partial_disability)")
    paid = {key: amount for key, amount in paid.items() if amount}
    if outcome == "partial_disability":
        paid["disability"] = partial_disability(case, wage_idr)
    if outcome == "total_disability":
        paid["disability"] = total_disability(case, wage_idr)
        paid["periodic"] = _periodic(case)
    if outcome == "death":
        paid["death"] = _death(case, wage_idr)
        paid["periodic"] = _periodic(case)
        label = words("Biaya pemakaman", "Funeral costs")
        paid["funeral"] = case.pay("funeral", "jkk/funeral", label)
    return paid


def _death(case: Case, wage_idr: int) -> int:
    floor = case.at("jkk/death/floor", int)
    ratio = case.at("jkk/death/ratio", Decimal)
    label = words("Santunan kematian", "Death benefit")
    scratch = replace(case, draft=Draft())
    if share_of_wages(scratch, "death", label, ratio, wage_idr) >= floor.value:
        return share_of_wages(case, "death", label, ratio, wage_idr)
    multiple = case.at("jkk/wage_multiple", int)
    arithmetic = words(
        "{computed}, di bawah batas terendah {floor}",
        "{computed}, below the floor of {floor}",
        computed=scratch.draft.lines[0].arithmetic or label,
        floor=rupiah(floor.value),
    )
    used = (ratio.used, multiple.used, floor.used)
    return case.draft.line("death", label, floor.value, arithmetic, *used)


def _periodic(case: Case) -> int:
    label = words(
        "Santunan berkala, dibayar sekaligus", "Periodic allowance, paid at once"
    )
    return case.pay("periodic", "jkk/periodic", label)
