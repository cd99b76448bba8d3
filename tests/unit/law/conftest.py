"""A small book of law in a folder of its own, to break and to mend."""

import textwrap

import pytest

from naungan.law.book import Book


INSTRUMENTS = """\
- id: pp-1-2001
  kind: PP
  number: 1
  year: 2001
  title: Contoh
  in_force_from: 2001-01-01
"""

RATE = """\
title: Iuran contoh
unit: ratio
base: monthly_wage
applies_to: [PU]
payer: employer
values:
  - from: 2001-01-01
    value: "0.0024"
    instrument: pp-1-2001
    article: Pasal 1
    confidence: VERIFIED
checked_on: 2026-11-21
title_en: Sample rate
"""

ENGLISH = "\ntitle_en: Sample\n"  # last, so that lines in messages count from the top


class Shelf:
    """Writes files of law and opens them as a book."""

    def __init__(self, root):
        self.root = root
        self.write("instruments.yaml", INSTRUMENTS)

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        return path

    def parameter(self, values, unit="ratio", more=""):
        """Write `parameters/contoh/nilai.yaml` with these entries and read it."""
        head = f"title: Contoh\nunit: {unit}\nchecked_on: 2026-11-21\n{more}"
        body = textwrap.indent(textwrap.dedent(values), "  ")
        self.write("parameters/contoh/nilai.yaml", f"{head}values:\n{body}{ENGLISH}")
        return Book(self.root).parameter("contoh/nilai")

    def book(self, overlay=None):
        return Book(self.root, overlay)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "law")


@pytest.fixture
def rate_text():
    return RATE
