"""The law as a letter may cite it on a day: instrument and article, doubt kept.

Only what holds that day is cited. A practice without a number is no law and is left
out; an article that nobody has seen is cited by its instrument alone, as doubtful.
"""

import re
from datetime import date
from typing import Final

from naungan.law.book import Book, enacted
from naungan.law.source.entry import Entry
from naungan.law.source.instrument import Instrument
from naungan.law.unseen import IN_ENGLISH
from naungan.web.letters.facts import Cited


FULL: Final = {
    "UU": "Undang-Undang",
    "PP": "Peraturan Pemerintah",
    "Perpres": "Peraturan Presiden",
    "Inpres": "Instruksi Presiden",
    "Permenaker": "Peraturan Menteri Ketenagakerjaan",
    "Permendagri": "Peraturan Menteri Dalam Negeri",
    "PMK": "Peraturan Menteri Keuangan",
    "Perma": "Peraturan Mahkamah Agung",
    "Kepmen": "Keputusan Menteri",
}
"""How the kinds of instruments are written out."""

UNSEEN: Final = "pasal belum terlihat"
DOUBTFUL: Final = "MEMORY"
_UNSEEN: Final = re.compile(rf"(?<!\()\b({'|'.join(IN_ENGLISH)})\b")


def bases_of(letter: str, on: date) -> tuple[Cited, ...]:
    """Give what a letter of a step rests on, on a day; nothing for other letters."""
    book = enacted()
    step = book.steps.get(letter)
    if step is None:
        return ()
    found = [cited(book, entry) for entry in step.bases_on(on)]
    return tuple(one for one in found if one is not None)


def duty(code: str, on: date) -> tuple[str, tuple[Cited, ...]]:
    """Give a duty in our own words, and its articles as they hold on a day.

    Articles of one instrument stand together, so that its name is written once.
    """
    book = enacted()
    found = book.obligations[code]
    together: dict[tuple[str, str], list[str]] = {}
    for entry in found.bases_on(on):
        one = cited(book, entry)
        if one is not None:
            name = full_name(book.instruments[entry.instrument])
            article = one.text.removeprefix(name).lstrip(", ")
            together.setdefault((name, one.confidence), []).append(article)
    articles = (
        Cited(", ".join((name, *filter(None, listed))), confidence)
        for (name, confidence), listed in together.items()
    )
    return found.title, tuple(articles)


def cited(book: Book, entry: Entry) -> Cited | None:
    """Write one entry as it may be cited; None for what is no law."""
    instrument = book.instruments[entry.instrument]
    if instrument.number is None:
        return None
    if entry.article == UNSEEN:
        return Cited(full_name(instrument), DOUBTFUL)
    text = f"{full_name(instrument)}, {entry.article}"
    is_sure = not entry.date_uncertain and instrument.title_confidence == "VERIFIED"
    return Cited(text, entry.confidence if is_sure else _least(entry.confidence))


def bracketed(text: str, language: str = "id") -> str:
    """Put what stands in the place of an article that nobody has seen in brackets."""
    return _UNSEEN.sub(
        lambda found: f"({IN_ENGLISH[found[1]] if language == 'en' else found[1]})",
        text,
    )


def full_name(instrument: Instrument) -> str:
    """Write an instrument out: kind, number, year and title."""
    kind = FULL.get(instrument.kind, instrument.kind)
    number = f"{kind} Nomor {instrument.number} Tahun {instrument.year}"
    return f"{number} tentang {_title(instrument)}"


def _title(instrument: Instrument) -> str:
    """Give a title without what we remarked about one that we did not read."""
    if instrument.title_confidence == "VERIFIED":
        return instrument.title
    return instrument.title.partition(" (")[0]


def _least(confidence: str) -> str:
    return "SINGLE" if confidence == "VERIFIED" else confidence
