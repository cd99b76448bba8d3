"""The door to the reading of reports: a file or text becomes a draft event."""

import hashlib
from datetime import date

from naungan.engine.prose.draft import Draft
from naungan.engine.prose.files.opened import text_of
from naungan.engine.prose.reading import read_report


def read_text(text: str, today: date) -> Draft:
    """Read a report that was pasted; raises Refusal where it holds no sentence."""
    return read_report(text, read_on=today)


def read_file(content: bytes, name: str, today: date) -> Draft:
    """Read a report from a file of text, HTML, DOCX, XLSX or PDF."""
    return read_report(text_of(content, name), read_on=today)


def mark_of(draft: Draft) -> str:
    """Give the mark by which the same text is known again; the text is not kept."""
    return hashlib.sha256(draft.body.encode()).hexdigest()
