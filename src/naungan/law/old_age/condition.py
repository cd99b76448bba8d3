"""A condition of a benefit as a line: what was asked, what was found, the verdict."""

from collections.abc import Iterable
from typing import Final

from naungan.law.answer import Draft, Line, Used
from naungan.law.question import YES, Assumed, Facts
from naungan.law.words import Figure, Words, words


_MET: Final = words("terpenuhi", "met")
_NOT_MET: Final = words("TIDAK terpenuhi", "NOT met")
_TAKEN: Final = words("dianggap terpenuhi", "taken as met")


def judged(
    draft: Draft, key: str, label: Words, met: bool, found: Words, *used: Used
) -> bool:
    """Write one condition with its verdict, and give the verdict back."""
    draft.line(
        f"conditions.{key}",
        words("Syarat: {label}", "Condition: {label}", label=label),
        None,
        words(
            "{verdict} ({found})",
            "{verdict} ({found})",
            verdict=_MET if met else _NOT_MET,
            found=found,
        ),
        *used,
    )
    return met


def taken_as_met(
    facts: Facts, draft: Draft, key: str, label: Words, *used: Used
) -> bool:
    """Take a condition as met because nothing was stated, and say so twice."""
    said = words("{label}: {taken}", "{label}: {taken}", label=label, taken=_TAKEN)
    code = f"{key}={YES[0]}"
    facts.assumed.append(Assumed(said.id, said.en, said.figures, code))
    draft.line(
        f"conditions.{key}",
        words("Syarat: {label}", "Condition: {label}", label=label),
        None,
        _TAKEN,
        *used,
    )
    return True


def failed(lines: Iterable[Line]) -> list[Figure | Words]:
    """Give the labels of the conditions among some lines that were not met."""
    found = []
    for line in lines:
        said = dict(line.arithmetic.figures) if line.arithmetic else {}
        if said.get("verdict") == _NOT_MET:
            found.append(dict(line.label.figures)["label"])
    return found
