"""What more participants would cost a month, computed by the law, with its articles."""

from dataclasses import dataclass
from typing import Any, Final

from naungan.law import contribution
from naungan.law.answer import Line
from naungan.law.book import enacted
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.terms import term
from naungan.law.words import Language
from naungan.lib.errors import Refusal


PAYERS: Final = ("employer", "worker", "participant", "government", "donor")


@dataclass(frozen=True)
class Cost:
    """The contribution of one person and of all, who pays it, and by which article.

    `said` holds the refusal where the law cannot answer.
    """

    one_idr: int
    all_idr: int
    payers: list[tuple[str, int]]
    sources: list[str]
    assumed: list[str]
    said: str = ""


def monthly(
    segment: str, month: int, people: int, stated: dict[str, Any], language: Language
) -> Cost:
    """Compute a month's contributions of so many people of one segment."""
    fields = {one.name: one for one in contribution.FIELDS}
    facts = Facts(fields, {"segment": segment, "month": month, **stated})
    try:
        found = contribution.answer(facts, Reader(enacted()))
    except Refusal as refusal:
        return Cost(0, 0, [], [], [], str(refusal))
    one = int(found.results["total"])
    return Cost(
        one_idr=one,
        all_idr=one * people,
        payers=[
            (term(payer).text(language), int(found.results[payer]) * people)
            for payer in PAYERS
            if found.results.get(payer)
        ],
        sources=_sources(list(found.lines), language),
        assumed=[one.text(language) for one in found.assumed],
    )


def _sources(lines: list[Line], language: Language) -> list[str]:
    said = [used.text(language) for line in lines for used in line.used]
    return list(dict.fromkeys(said))
