"""A report ready to be read: one body of text, its sentences, and its outer marks."""

import re
from dataclasses import dataclass
from typing import Final

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.page.article import read_article
from naungan.engine.prose.page.dateline import Dateline
from naungan.engine.prose.page.sentences import Sentence, Word, split_sentences


# Who was asked on another occasion was not there.
ELSEWHERE: Final = re.compile(
    r"^\W*(?:sementara itu,? )?(?:(?:pada|di|dalam|saat) )?(?:kesempatan|tempat|lokasi|waktu|wawancara|keterangan) (?:yang )?(?:terpisah|berbeda|lain)\b|"
    r"^\W*(?:sementara itu,? )?(?:secara )?terpisah\b|^\W*(?:ditemui|dijumpai|dimintai keterangan)\b[^.,]{0,24}\b(?:terpisah|lain|berbeda)\b|\b(?:saat|ketika) (?:dihubungi|dikonfirmasi)\b|^\W*dihubungi\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Report:
    """Body with the headline as its first line; sentences know their place in it."""

    headline: str
    dateline: Dateline
    stamp: str
    body: str
    sentences: tuple[Sentence, ...]

    @property
    def told(self) -> tuple[Sentence, ...]:
        """All sentences but the headline."""
        return self.sentences[1:] if self.headline else self.sentences

    @property
    def lead(self) -> tuple[Sentence, ...]:
        """The first sentences told, where news says what, who, where and when."""
        return self.told[:3]

    def quote(self, start: int, end: int) -> Quoted:
        """Return the words between two places of the body."""
        return Quoted(self.body[start:end], start)

    def span(self, first: Word, last: Word) -> Quoted:
        """Return the words from one word to another."""
        return self.quote(first.start, last.end)


def report_of(text: str) -> Report:
    """Clean a text and split it."""
    article = read_article(text)
    lines = ((article.headline,) if article.headline else ()) + article.paragraphs
    return Report(
        article.headline,
        article.dateline,
        article.stamp,
        "\n".join(lines),
        split_sentences(lines),
    )
