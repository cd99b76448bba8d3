"""JKM: what is paid for a death that was not caused by work.

Three sums fixed by the law, and a scholarship. A self-employed participant of
less than some months is paid the funeral only; a migrant worker has sums of
his own; without heirs whoever buries is paid the funeral.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from naungan.law.answer import Answer
from naungan.law.benefit_fields import (
    ACTIVE,
    ARREARS_MONTHS,
    CHILDREN,
    CHILDREN_COUNT,
    CLAIMED_ON,
    COMPLETE_ON,
    CONTRIBUTION_MONTHS,
    EVENT_DATE,
    HEIRS,
    JOINED,
    JOINED_ON,
    PAID_ON,
    REGISTERED,
    SEGMENT,
)
from naungan.law.claim.case import Case, open_case
from naungan.law.claim.limit import NONE_SEEN, claim_by
from naungan.law.claim.memberships import MEMBERSHIPS, head, memberships, summed
from naungan.law.claim.migrant import PHASE, migrant_death
from naungan.law.claim.newcomer import newcomer
from naungan.law.claim.papers import say_papers
from naungan.law.claim.payment import payment
from naungan.law.claim.scholarship import scholarship
from naungan.law.claim.standing import say_who_pays, segment_of, standing
from naungan.law.claim.tenure import start_of
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import day, words


FIELDS: Final = (
    SEGMENT,
    EVENT_DATE,
    JOINED,
    JOINED_ON,
    ACTIVE,
    REGISTERED,
    ARREARS_MONTHS,
    CONTRIBUTION_MONTHS,
    HEIRS,
    CHILDREN,
    CHILDREN_COUNT,
    PHASE,
    MEMBERSHIPS,
    CLAIMED_ON,
    COMPLETE_ON,
    PAID_ON,
)
_PARTS: Final = (
    ("death", "lump_sum", words("Santunan kematian", "Death lump sum")),
    (
        "periodic",
        "periodic",
        words(
            "Santunan berkala, dibayar sekaligus", "Periodic allowance, paid at once"
        ),
    ),
    ("funeral", "funeral", words("Biaya pemakaman", "Funeral costs")),
)
_NOTHING: Final = {"death": 0, "periodic": 0, "funeral": 0}
_FIRST_HELP: Final = ("funeral",)


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what a death not from work pays, and to whom, and by when."""
    case = open_case("JKM", facts, reader)
    title = words(
        "Manfaat JKM atas kematian {day}",
        "Death benefit, death on {day}",
        day=day(case.day),
    )
    each = [replace(case, facts=one) for one in memberships(case)]
    paid = [_one(claim, place, len(each)) for place, claim in enumerate(each, start=1)]
    results = paid[0] if len(paid) == 1 else summed(paid)
    case.total(results["total"])
    say_who_pays(case, results)
    good = [claim for claim, part in zip(each, paid, strict=True) if part["total"]]
    if good:
        results |= _scholarship(good)
        results |= payment(case, results)
        results |= _limit(good)
        _say_papers(good, results)
    return case.answer(title, results)


def _say_papers(good: Sequence[Case], results: dict[str, Any]) -> None:
    migrants = any(case.facts.get("segment", str) == "PMI" for case in good)
    kinds = ["pmi" if migrants else "jkm"]
    say_papers(
        good[0], *kinds, *(["scholarship"] if results.get("scholarship") else [])
    )


def _limit(good: Sequence[Case]) -> dict[str, Any]:
    """Write the time limit, which is known for migrant workers only."""
    for case in good:
        if case.facts.get("segment", str) == "PMI":
            return claim_by(case, "pmi/claim_years")
    good[0].draft.note(NONE_SEEN)
    return {}


def _one(case: Case, place: int, of: int) -> dict[str, Any]:
    """Write what one membership pays and who pays it."""
    head(case, place, of)
    start_of(case)
    segment = segment_of(case)
    judged = standing(case, segment)
    return judged.shared(_cash(case, segment) if judged.good else _NOTHING, _FIRST_HELP)


def _cash(case: Case, segment: str) -> dict[str, int]:
    if segment == "PMI":
        return {"one_sum": migrant_death(case)}
    if case.facts.has("phase"):
        case.facts.refuse("phase", f"hanya untuk PMI, bukan {segment}")
    short = newcomer(case, segment)
    if short is not None:
        _, _, label = _PARTS[-1]
        paid = case.draft.line("funeral", label, short.value, None, short.used)
        return {"funeral": paid}
    if case.facts.get("heirs", bool) is False:
        return _without_heirs(case)
    return {key: case.pay(key, f"jkm/{path}", label) for key, path, label in _PARTS}


def _without_heirs(case: Case) -> dict[str, int]:
    if case.facts.has("children") or case.facts.has("children_count"):
        case.facts.refuse(
            "heirs", "tidak ada, padahal anak disebut; anak ialah ahli waris"
        )
    rule = case.at("jkm/no_heirs_rule", str)
    label = words("Tidak ada ahli waris", "There are no heirs")
    case.draft.line("heirs", label, None, None, rule.used)
    key, path, funeral = _PARTS[-1]
    return {key: case.pay(key, f"jkm/{path}", funeral)}


def _scholarship(good: Sequence[Case]) -> dict[str, Any]:
    """Write the scholarship once, under the membership that began first."""
    starts = [(start_of(case), case) for case in good]
    known = [(start.on, place) for place, (start, _) in enumerate(starts) if start]
    case = good[min(known)[1]] if known else good[0]
    if case.facts.get("heirs", bool) is False:
        return {}
    return scholarship(case, conditioned=case.facts.get("segment", str) != "PMI")
