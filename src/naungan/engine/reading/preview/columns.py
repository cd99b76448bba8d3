"""What each header of a file would be read as, with samples, before anything is read."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

from naungan.engine.format import Format, Need
from naungan.engine.formats import all_formats
from naungan.engine.reading.heading import Heading, Known, find_heading
from naungan.engine.reading.layout import no_header
from naungan.engine.reading.preview.heads import (
    SEPARATOR_NAMES,
    Found,
    Head,
    Sheet,
    best_heading,
    head_of,
)
from naungan.engine.reading.preview.unheard import (
    cells_below,
    told_by_contents,
    unheard_heading,
)
from naungan.engine.reading.source import SHEET, open_source
from naungan.engine.reading.templates import heading_of
from naungan.engine.reading.value import is_nothing
from naungan.lib import identity_numbers


Why = Literal["alias", "remembered", "contents", ""]

MOST_SAMPLES: Final = 5
LONGEST_SAMPLE: Final = 60
MIDNIGHT: Final = " 00:00:00"  # a day as workbooks keep it
FEWEST_HIDDEN: Final = 12  # digits in a row that may be most of a NIK
SAID: Final[dict[Why, str]] = {
    "alias": "dikenal dari judulnya",
    "remembered": "seperti yang dipilih terakhir kali",
    "contents": "diduga dari isinya; periksa",
    "": "tidak dibaca",
}
_DIGITS = re.compile(r"\d[\d .\-'’]*\d")


@dataclass(frozen=True, kw_only=True)
class HeaderColumn:
    """One column of the file: its label, which is unique, and what it may mean.

    `samples` are up to five different values with every NIK masked; `target` is the
    column of ours that would read it, `why` and `said` say whence that is known.
    """

    label: str
    header: str
    samples: tuple[str, ...]
    target: str | None
    why: Why
    said: str


@dataclass(frozen=True, kw_only=True)
class Target:
    """A column of ours that a header may mean."""

    name: str
    heading: str
    describes: str
    required: bool


@dataclass(frozen=True, kw_only=True)
class Headers:
    """What a file would be read as; `lines` are the physical lines of its header.

    `missing` says which needs no column meets yet, `notes` what else to know.
    """

    kind: str
    container: str
    encoding: str
    separator: str
    sheet: str | None
    sheets: tuple[str, ...]
    lines: tuple[int, ...]
    fingerprint: str
    columns: tuple[HeaderColumn, ...]
    targets: tuple[Target, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def mapping(self) -> dict[str, str]:
        """Return the proposal in the form that a run takes.

        With the sheet only where there are several: next month's may be called anew.
        """
        found = {one.target: one.label for one in self.columns if one.target}
        if self.sheet is not None and len(self.sheets) > 1:
            return {**found, SHEET: self.sheet}
        return found


def headers(
    path: Path,
    kind: str,
    *,
    name: str | None = None,
    sheet: str | None = None,
    remembered: Mapping[str, Mapping[str, str]] | None = None,
) -> Headers:
    """Say what each column of a file would be read as; only its head is read.

    `remembered` holds what was chosen for earlier files, by fingerprint. Raises
    `InputRefused` for what cannot be read, or has no line that looks like a header.
    """
    source = open_source(path, name)
    head = head_of(source)
    form = all_formats()[kind]
    found = _found(head, form, remembered or {}, sheet)
    if found is None:
        raise no_header(source, form)
    return _laid_out(head, found)


def _found(
    head: Head, form: Format, remembered: Known, sheet: str | None
) -> Found | None:
    """Find the header by what was chosen before, by its words, or by its looks."""
    found = best_heading(head, form, {}, sheet)
    if found is not None and found.heading.columns:
        return _recalled(found, remembered)
    for one in head.sheets:
        if sheet is not None and one.name != sheet:
            continue
        seen = unheard_heading(replace(head, sheets=(one,)))
        if seen is not None and (
            found is None or len(seen.headers) > len(found.heading.headers)
        ):
            found = Found(one, seen, form)
    return _recalled(found, remembered) if found else None


def _recalled(found: Found, remembered: Known) -> Found:
    chosen = remembered.get(found.heading.fingerprint)
    if chosen is None:
        return found
    columns = {ours: label for ours, label in chosen.items() if ours != SHEET}
    heading = find_heading(found.sheet.rows, found.form, {}, columns)
    if heading is None or heading.headers != found.heading.headers:
        return found
    return replace(found, heading=heading)


def _laid_out(head: Head, found: Found) -> Headers:
    columns = _columns(found.sheet, found.heading, found.form)
    present = {one.target for one in columns if one.target}
    names = tuple(one.name for one in head.sheets)
    return Headers(
        kind=found.form.kind,
        container=head.container,
        encoding=head.encoding,
        separator=SEPARATOR_NAMES.get(found.sheet.name, ""),
        sheet=found.sheet.name if head.is_book else None,
        sheets=names if head.is_book else (),
        lines=found.heading.lines,
        fingerprint=found.heading.fingerprint,
        columns=columns,
        targets=_targets(found.form),
        missing=tuple(
            f"Belum ada kolom untuk {_wanted(found.form, need)}."
            for need in found.form.required
            if not need.met_by(present)
        ),
        notes=head.notes(),
    )


def _wanted(form: Format, need: Need) -> str:
    """Name what is missing by the words of the page, not of the program."""
    return ", atau ".join(
        " dan ".join(f"“{heading_of(form.column(name))}”" for name in group)
        for group in need.groups
    )


def _targets(form: Format) -> tuple[Target, ...]:
    needed = {
        name
        for need in form.required
        if len(need.groups) == 1
        for name in need.groups[0]
    }
    return tuple(
        Target(
            name=column.name,
            heading=heading_of(column),
            describes=column.describes,
            required=column.name in needed,
        )
        for column in form.columns
    )


def _columns(sheet: Sheet, heading: Heading, form: Format) -> tuple[HeaderColumn, ...]:
    targets = {at: ours for ours, at in heading.columns.items()}
    why: Why = "remembered" if heading.chosen else "alias"
    taken = set(heading.columns)
    shown: list[HeaderColumn] = []
    for at, (label, header) in enumerate(
        zip(heading.labels, heading.headers, strict=True)
    ):
        cells = cells_below(sheet.rows, heading, at)
        target, known = targets.get(at), why
        if target is None and not heading.chosen:
            target, known = told_by_contents(form, cells, taken), "contents"
        taken |= {target} if target else set()
        reason: Why = known if target else ""
        shown.append(
            HeaderColumn(
                label=label,
                header=header,
                samples=samples(cells),
                target=target,
                why=reason,
                said=SAID[reason],
            )
        )
    return tuple(shown)


def samples(cells: Sequence[str]) -> tuple[str, ...]:
    """Show a few different cells, no NIK among them to be read."""
    some = dict.fromkeys(cell for cell in cells if not is_nothing(cell))
    return tuple(
        masked(cell).removesuffix(MIDNIGHT)[:LONGEST_SAMPLE]
        for cell in list(some)[:MOST_SAMPLES]
    )


def masked(cell: str) -> str:
    """Hide whatever may be a NIK, also one with signs between or a digit too few."""
    return _DIGITS.sub(_hidden, identity_numbers.mask_within(cell))


def _hidden(found: re.Match[str]) -> str:
    digits = [sign for sign in found[0] if sign.isdigit()]
    if len(digits) < FEWEST_HIDDEN:
        return found[0]
    return "".join(digits[:4]) + "•" * (len(digits) - 4)
