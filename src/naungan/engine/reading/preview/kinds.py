"""Which kind of file this is, told by its headers, and how sure that is."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from naungan.engine.formats import all_formats
from naungan.engine.reading.preview.heads import (
    Found,
    Head,
    all_headings,
    head_of,
)
from naungan.engine.reading.preview.unheard import unheard_heading
from naungan.engine.reading.source import open_source


Certainty = Literal["certain", "likely", "unsure"]

CERTAIN_FROM: Final = 2  # columns that only the best kind knows
MOST_NAMED: Final = 5


@dataclass(frozen=True, kw_only=True)
class Kind:
    """What kind of file this is: workers, members, employers, contributions, universe.

    `kind` is None where nothing fits or two fit alike, which stand in `between`;
    `why` says so in Indonesian.
    """

    kind: str | None
    certainty: Certainty
    between: tuple[str, ...] = ()
    why: str


def kind_of(path: Path, *, name: str | None = None) -> Kind:
    """Recognise a file by its headers, whatever it is called.

    Only the head of the file is read. Raises `InputRefused` for what cannot be read.
    """
    return recognise(head_of(open_source(path, name)))


def recognise(head: Head) -> Kind:
    """Recognise a file whose first rows were read."""
    found = all_headings(head)
    whole = [one for one in found if one.is_whole]
    if not whole:
        return _nothing_fits(head, found)
    best = whole[0]
    rivals = [one for one in whole[1:] if _lead(best, one) == 0]
    if rivals:
        return _torn(best, rivals)
    nearer = [one for one in found if _lead(one, best) >= CERTAIN_FROM]
    if nearer:
        return _lacking(nearer[0], best)
    lead = min((_lead(best, one) for one in whole[1:]), default=CERTAIN_FROM)
    return Kind(
        kind=best.form.kind,
        certainty="certain" if lead >= CERTAIN_FROM else "likely",
        between=(),
        why=f"Judul {_named(best)} adalah kolom {best.form.title}.",
    )


def _lead(best: Found, other: Found) -> int:
    return len(best.heading.columns) - len(other.heading.columns)


def _named(found: Found) -> str:
    """Quote some of the headers that speak for a kind."""
    headers = [found.heading.headers[at] for at in found.heading.columns.values()]
    more = len(headers) - MOST_NAMED
    shown = ", ".join(f"“{header}”" for header in headers[:MOST_NAMED])
    return f"{shown} dan {more} lainnya" if more > 0 else shown


def _torn(best: Found, rivals: list[Found]) -> Kind:
    forms = [best.form, *(one.form for one in rivals)]
    titles = " atau ".join(form.title for form in forms)
    return Kind(
        kind=None,
        certainty="unsure",
        between=tuple(form.kind for form in forms),
        why=f"Judul {_named(best)} cocok untuk {titles}; pilih salah satu.",
    )


def _lacking(nearer: Found, best: Found) -> Kind:
    """Leave it to the person where the kind that knows far more headers lacks a column.

    An extract of members without its numbers would pass for a list of workers.
    """
    return Kind(
        kind=None,
        certainty="unsure",
        between=(nearer.form.kind, best.form.kind),
        why=(
            f"Judul {_named(nearer)} lebih mirip {nearer.form.title}, yang belum punya "
            f"kolom untuk {_lack(nearer)}; sebagai {best.form.title} sudah lengkap. "
            "Pilih salah satu."
        ),
    )


def _lack(found: Found) -> str:
    """Say which columns a kind needs and the header has not."""
    present = set(found.heading.columns)
    return "; ".join(
        found.form.said(need)
        for need in found.form.required
        if not need.met_by(present)
    )


def _nothing_fits(head: Head, found: list[Found]) -> Kind:
    """Say what is missing for the kind that comes closest."""
    if found:
        best = found[0]
        why = (
            f"Paling mirip {best.form.title} (judul {_named(best)}), tetapi belum ada "
            f"kolom untuk {_lack(best)}. Pilih jenisnya, lalu padankan kolomnya."
        )
        return Kind(kind=None, certainty="unsure", between=(best.form.kind,), why=why)
    seen = unheard_heading(head)
    said = ", ".join(f"“{one}”" for one in seen.headers if one) if seen else ""
    titles = ", ".join(all_formats()[kind].title for kind in _kinds())
    why = f"Tidak ada judul yang dikenal{f': {said}' if said else ''}. Pilih: {titles}."
    return Kind(kind=None, certainty="unsure", between=(), why=why)


def _kinds() -> tuple[str, ...]:
    return tuple(kind for kind in all_formats() if kind != "decisions")
