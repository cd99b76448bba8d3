"""One person with several memberships: each is a claim of its own.

Every employer registers its worker in JKK and JKM, and a self-employed
participant may register a few jobs, so one death may be paid more than once.
"""

from collections.abc import Sequence
from typing import Any, Final

from naungan.law.benefit_fields import (
    ACTIVE,
    ARREARS_MONTHS,
    INCOME,
    JOINED,
    JOINED_ON,
    REGISTERED,
    REPORTED_WAGE,
    SEGMENT,
    WAGE,
)
from naungan.law.claim.case import Case
from naungan.law.question import Facts, Field
from naungan.law.words import number, words


NAME: Final = Field("name", "text", words("nama pemberi kerja", "name of the employer"))
ACCIDENT_HERE: Final = Field(
    "accident_here",
    "yes_no",
    words(
        "kecelakaan terjadi dalam pekerjaan ini", "the accident happened in this job"
    ),
)
OF_ONE: Final = (
    SEGMENT,
    WAGE,
    REPORTED_WAGE,
    INCOME,
    JOINED,
    JOINED_ON,
    ACTIVE,
    REGISTERED,
    ARREARS_MONTHS,
)
"""Fields that each membership has for itself."""

MEMBERSHIPS: Final = Field(
    "memberships",
    "records",
    words("kepesertaan bila lebih dari satu", "memberships when there are several"),
    parts=(NAME, ACCIDENT_HERE, *OF_ONE),
)


def memberships(case: Case) -> Sequence[Facts]:
    """Give the facts of each membership; those of the question when it lists none."""
    listed = case.facts.records("memberships")
    if not listed:
        return (case.facts,)
    for field in OF_ONE:
        if case.facts.has(field.name):
            case.facts.refuse(
                field.name, "sudah diisi per kepesertaan; isi di dalam memberships saja"
            )
    _refuse_too_many_jobs(case, listed)
    shared = {k: v for k, v in case.facts.stated.items() if k != "memberships"}
    known = {
        **case.facts.fields,
        **{field.name: field for field in (NAME, ACCIDENT_HERE)},
    }
    return tuple(
        Facts(known, {**shared, **one.stated}, one.where, case.facts.assumed)
        for one in listed
    )


def head(case: Case, place: int, of: int) -> None:
    """Write whose claim the next lines are, where there are several."""
    if of == 1:
        return
    name = case.facts.get("name", str)
    if name is None:
        label = words("Dari kepesertaan ke-{n}", "From membership {n}", n=number(place))
    else:
        label = words("Dari {name}", "From {name}", name=name)
    case.draft.line(f"memberships.{place}", label, None)


def summed(paid: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Add the amounts of several memberships and keep each beside."""
    results: dict[str, Any] = {}
    for part in paid:
        for key, value in part.items():
            if isinstance(value, int):
                results[key] = results.get(key, 0) + value
    return {**results, "memberships": list(paid)}


def _refuse_too_many_jobs(case: Case, listed: Sequence[Facts]) -> None:
    most = case.reader.at(
        "participation/limits/bpu_jobs_per_registration", case.day, int
    )
    own = [one for one in listed if one.get("segment", str) == "BPU"]
    if len(own) > most.value:
        case.facts.refuse(
            "memberships",
            f"memuat {len(own)} pekerjaan BPU; paling banyak {most.value} "
            f"({most.used.basis})",
        )
