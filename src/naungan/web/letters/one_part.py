"""One part of a letter while it is set: what it is told, and the annexes that come of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from naungan.web.letters import blocks
from naungan.web.letters.blocks import Block
from naungan.web.letters.facts import Cited, Facts, Party
from naungan.web.letters.law_cited import bracketed
from naungan.web.letters.text import Part
from naungan.web.letters.told import Told


DOUBT: Final = "\N{NO-BREAK SPACE}†"


@dataclass(frozen=True)
class Annex:
    """What stands on pages of its own after the letter."""

    title: str
    blocks: list[Block]


@dataclass
class Setting:
    """One part with all that it is set from, and what came of it."""

    part: Part
    facts: Facts
    told: Told
    law: Sequence[Cited]
    on: date
    contact: tuple[tuple[str, str], ...] = ()
    signer: Party = field(default_factory=lambda: Party(""))
    annexes: list[Annex] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Give the part's own text with its names filled in."""
        return self.part.text.format_map(self.told)

    def opened(self, *more: Block) -> list[Block]:
        """Give the part's text, where it has one, before more blocks."""
        if not self.part.text:
            return list(more)
        opening = blocks.heading if self.part.heading else blocks.paragraph
        return [opening(self.text), *more]


def marked(cited: Cited) -> str:
    """Write an article; one whose text was not read bears a mark."""
    text = bracketed(cited.text)
    return text if cited.is_sure else f"{text}{DOUBT}"
