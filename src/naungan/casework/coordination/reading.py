"""The door to the reading of reports: a file or text becomes a draft event."""

import hashlib
from datetime import date
from typing import Final

from naungan.casework.coordination import catalogue
from naungan.engine.prose.draft import Counts, Draft, Figure
from naungan.engine.prose.facts.changes import Change, changes_in
from naungan.engine.prose.facts.kinds import kinds_named
from naungan.engine.prose.files.opened import text_of
from naungan.engine.prose.reading import read_counts, read_report


UNITS: Final = {
    "orang": "people",
    "orang/desa": "people_per_village",
    "orang/kelurahan": "people_per_village",
    "orang/pekon": "people_per_village",
    "percent": "percent",
    "percentage_point": "percent_points",
    "IDR": "idr",
    "desa": "villages",
    "perusahaan": "employers",
    "program": "programmes",
    "anak": "children",
    "kasus": "cases",
}
"""What is counted, as reading says it and as a figure of an event keeps it."""


def read_text(text: str, today: date) -> Draft:
    """Read a report that was pasted; raises Refusal where it holds no sentence."""
    return read_report(text, read_on=today)


def read_file(content: bytes, name: str, today: date) -> Draft:
    """Read a report from a file of text, HTML, DOCX, XLSX or PDF."""
    return read_report(text_of(content, name), read_on=today)


def read_sentence(text: str) -> Counts:
    """Read the figures of what was said at a table, each share with its two counts."""
    return read_counts(text)


def change_of(text: str) -> Change | None:
    """Give the change that a sentence says with both of its levels; None of none."""
    return next(changes_in(text), None)


def kind_named(text: str) -> str:
    """Give the kind of event that a sentence names; "" of none or of several."""
    found = [one for one in kinds_named(text) if one in catalogue.words("event_kinds")]
    return found[0] if len(found) == 1 else ""


def unit_of(figure: Figure) -> str:
    """Give the unit of a figure of an event for one that was read."""
    return UNITS.get(figure.unit) or UNITS.get(figure.unit.partition("/")[0], "other")


def mark_of(draft: Draft) -> str:
    """Give the mark by which the same text is known again; the text is not kept."""
    return hashlib.sha256(draft.body.encode()).hexdigest()
