"""The rule of each segment, with the fields of a question that it has a use for."""

from collections.abc import Callable
from typing import Final, Protocol

from naungan.law.answer import Draft
from naungan.law.contributions import (
    asked_self_employed as self_employed,
    asked_wage_earner as wage_earner,
    fields,
)
from naungan.law.contributions.share import Share
from naungan.law.question import Facts
from naungan.law.reader import Reader


class Case(Protocol):
    """A case of one participant and month that the rule of its segment counts."""

    def shares(self, reader: Reader) -> list[Share]:
        """Give every share, in the order of the programmes."""
        ...


Rule = Callable[[Facts, int, Reader, Draft], Case]

RULES: Final[dict[str, tuple[tuple[str, ...], Rule]]] = {
    "PU": (fields.PU, wage_earner.of_pu),
    "BPU": (fields.BPU, self_employed.of_bpu),
    "JAKON": (fields.JAKON, wage_earner.of_jakon),
    "PMI": (fields.PMI, self_employed.of_pmi),
    "NON_ASN": (fields.NON_ASN, wage_earner.of_non_asn),
}


def case_of(
    segment: str, facts: Facts, month: int, reader: Reader, draft: Draft
) -> Case:
    """Read the case of one participant and month by the rule of the segment.

    Raises LawRefused for a field the segment has no use for, or that is missing.
    """
    names, rule = RULES[segment]
    facts.only(names, f"segmen {segment}")
    return rule(facts, month, reader, draft)


def shares_of(
    segment: str, facts: Facts, month: int, reader: Reader, draft: Draft
) -> list[Share]:
    """Give the shares of one participant and month; raises as `case_of` does."""
    return case_of(segment, facts, month, reader, draft).shares(reader)
