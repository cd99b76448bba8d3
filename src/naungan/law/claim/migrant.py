"""Migrant workers: their sums stand in rules of their own, as far as recorded."""

from typing import Final

from naungan.law.claim.case import Case
from naungan.law.question import Field
from naungan.law.words import words


PHASE: Final = Field(
    "phase",
    "choice",
    words("masa penempatan PMI", "phase of a migrant worker"),
    ("before_departure", "abroad", "after_return"),
)


def migrant_death(case: Case) -> int:
    """Write the one sum for a death that was not a work accident, and give it."""
    phase = case.facts.need("phase", str)
    abroad = phase == "abroad"
    read = case.at(f"pmi/death_{'abroad' if abroad else 'before_or_after'}", int)
    label = words(
        "Santunan kematian, santunan berkala, dan pemakaman dalam satu jumlah",
        "Death lump sum, periodic allowance and funeral in one sum",
    )
    case.draft.note(
        words(
            "Syarat masa iur beasiswa bagi PMI tidak terlihat dalam sumber.",
            "No condition of contributions for a migrant worker's scholarship was seen.",
        )
    )
    return case.draft.line("one_sum", label, read.value, None, read.used)


def check_phase(case: Case, segment: str) -> None:
    """Refuse a phase of anybody but a migrant worker, and care abroad out of its phase."""
    phase = case.facts.get(PHASE.name, str)
    if phase is None:
        return
    if segment != "PMI":
        case.facts.refuse(PHASE.name, f"hanya untuk segmen PMI, bukan {segment}")
    if case.facts.has("costs") and phase != PHASE.choices[1]:
        case.facts.refuse(
            PHASE.name,
            f"{phase}: biaya perawatan di luar negeri (care_abroad) hanya untuk masa "
            f"{PHASE.choices[1]}",
        )


def refuse_accident(case: Case) -> None:
    """Refuse a migrant worker's accident benefit: its sums are not recorded."""
    risks = case.at("pmi/risks", int)
    case.facts.refuse(
        "segment",
        f"PMI: besaran {risks.value} risiko JKK ({risks.used.basis}) tidak tercatat; "
        "yang tercatat hanya batas perawatan di luar negeri (costs: care_abroad) dan "
        "santunan kematian bukan karena kecelakaan kerja (program JKM)",
    )
