"""`naungan law steps`: the ladder of enforcement on its two tracks."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from naungan.command import print_json, say
from naungan.law.book import Book, enacted
from naungan.law.history.duty import StepShown
from naungan.law.step import TRACKS, Step, ladder
from naungan.law.terms import listed, term
from naungan.law.words import Language, Words, folded, words
from naungan.question_command import OVERLAY, terminal_width


_EXCLUDES: Final = words("Tidak bersama", "Not together with")
_NEEDS: Final = words("Memerlukan", "Needs")
_OFFICE: Final = words("KETETAPAN KANTOR", "OFFICE RULE")


@click.command(
    help=(
        "Tunjukkan tangga penegakan: siapa mengambil langkah apa, sesudah apa, dengan "
        "tenggang berapa, surat apa, menurut pasal mana.\n\n"
        f"JALUR: {' atau '.join(TRACKS)}; tanpa JALUR keduanya."
    ),
)
@click.argument("track", required=False, metavar="[JALUR]")
@click.option("--overlay", **OVERLAY)
@click.option("--json", "as_json", is_flag=True, help="Hasil sebagai JSON.")
@click.option("--english", is_flag=True, help="Hasil dalam bahasa Inggris.")
def command(
    *, track: str | None, overlay: Path | None, as_json: bool, english: bool
) -> None:
    """Write the steps of a track, or of both, in their order."""
    book = enacted() if overlay is None else Book(overlay=overlay)
    named = (track or "").replace("-", "_")
    if named and named not in TRACKS:
        raise click.BadParameter(
            f"jalur “{track}” tidak dikenal; pilih: {', '.join(TRACKS)}."
        )
    found = {one: ladder(book.steps, one) for one in ([named] if named else TRACKS)}
    if as_json:
        data = {name: [_data(book, o) for o in steps] for name, steps in found.items()}
        print_json(data)
        return
    for name, steps in found.items():
        _say_track(book, name, steps, "en" if english else "id")


def _say_track(book: Book, name: str, steps: list[Step], language: Language) -> None:
    say(term(name).text(language).upper())
    for number, step in enumerate(steps, start=1):
        text = f"{number}. {StepShown(book, step).text(language)}"
        for row in [*text.split("\n"), *_beside(book, step, language)]:
            say(folded(row, terminal_width()))
    say("")


def _beside(book: Book, step: Step, language: Language) -> Iterator[str]:
    for heading, codes in ((_EXCLUDES, step.exclusive_with), (_NEEDS, step.needs)):
        if codes:
            named = listed([book.steps[code].title for code in codes])
            yield f"  {_line(heading, named).text(language)}"
    for by in _offices(book, step):
        office = words("{by}", "{by}", by=by)
        yield f"  {_line(_OFFICE, office).text(language)}"


def _offices(book: Book, step: Step) -> list[str]:
    """Name the offices that laid their own term over one that the step reads."""
    entries = [entry for path in step.paths for entry in book.parameter(path).entries]
    return sorted({one.overlaid_by for one in entries if one.overlaid_by})


def _line(heading: Words, said: Words) -> Words:
    return words("{heading}: {said}", "{heading}: {said}", heading=heading, said=said)


def _data(book: Book, step: Step) -> dict[str, Any]:
    return {
        **StepShown(book, step).as_data(),
        "code": step.code,
        "exclusive_with": list(step.exclusive_with),
        "needs": list(step.needs),
        "overlaid_by": _offices(book, step),
    }
