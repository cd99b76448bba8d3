"""All pages of the handbook in both languages, by their place in its folder."""

from collections.abc import Iterator
from typing import Final

from naungan.law.book import Book
from naungan.law.handbook.edition import TWIN, Edition
from naungan.law.handbook.ladders import duties_page, ladders_page
from naungan.law.handbook.questions import questions_page
from naungan.law.handbook.sources import (
    instruments_page,
    open_points_page,
    timeline_page,
)
from naungan.law.handbook.titles import TITLES, title_of
from naungan.law.handbook.values import value_page, value_pages
from naungan.law.terms import CONFIDENCE
from naungan.law.words import words


BESIDE: Final = {
    "questions": questions_page,
    "duties": duties_page,
    "ladders": ladders_page,
    "timeline": timeline_page,
    "open-points": open_points_page,
    "instruments": instruments_page,
}
_BY_HAND: Final = words(
    "Ditulis dari data hukum; jangan disunting dengan tangan. Versi `{version}`.",
    "Written from the data of the law; not edited by hand. Version `{version}`.",
)
_HOW: Final = words(
    "Setiap nilai menyebut sejak kapan berlaku, pasal yang mendasarinya, dan seberapa "
    "yakin kami: {codes}. Naskah resmi yang menentukan; ini parafrasa, bukan nasihat "
    "hukum.",
    "Every value says since when it holds, the article it rests on, and how sure we "
    "are: {codes}. The official text decides; this is a paraphrase and no legal advice. "
    "Articles keep their Indonesian names: Pasal is an article, ayat a paragraph, huruf "
    "a letter, Lampiran an annex, Penjelasan the elucidation. Notes are in Indonesian.",
)


def handbook(book: Book) -> dict[str, str]:
    """Write every page, by its path in the folder: `id/benefits-jkk.md`."""
    found = {"README.md": _door()}
    for language in TWIN:
        edition = Edition(book, language)
        for stem, lines in _lines(edition).items():
            text = "\n".join(lines).rstrip() + "\n"
            found[f"{language}/{stem}.md"] = text
    return found


def _lines(edition: Edition) -> dict[str, Iterator[str]]:
    values = value_pages(edition.book)
    return {
        "README": _index(edition, list(values)),
        **{stem: value_page(edition, stem, one) for stem, one in values.items()},
        **{stem: page(edition) for stem, page in BESIDE.items()},
    }


def _index(edition: Edition, values: list[str]) -> Iterator[str]:
    yield from edition.top("README")
    version = words(_BY_HAND.id, _BY_HAND.en, version=edition.book.version)
    codes = ", ".join(f"*{edition.say(one)}*" for one in CONFIDENCE.values())
    how = words(_HOW.id, _HOW.en, codes=codes)
    yield from ("", edition.say(version), "", edition.say(how))
    for heading, stems in (
        (words("Nilai", "Values"), values),
        (words("Selain nilai", "Beside values"), list(BESIDE)),
    ):
        yield from ("", f"## {edition.say(heading)}", "")
        yield from (f"* [{edition.say(title_of(one))}]({one}.md)" for one in stems)


def _door() -> str:
    title = TITLES["README"]
    return (
        f"# {title.text()} · {title.text('en')}\n\n"
        "* [Bahasa Indonesia](id/README.md)\n"
        "* [In English](en/README.md)\n"
    )
