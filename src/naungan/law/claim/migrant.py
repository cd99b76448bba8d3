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


def refuse_accident(case: Case) -> None:
    """Refuse a migrant worker's accident benefit: its sums are not recorded."""
    risks = case.at("pmi/risks", int)
    case.facts.refuse(
        "segment",
        f"PMI: besaran {risks.value} risiko JKK ({risks.used.basis}) tidak tercatat; "
        "yang tercatat hanya batas perawatan di luar negeri (costs: care_abroad) dan "
        "santunan kematian bukan karena kecelakaan kerja (program JKM)",
    )
