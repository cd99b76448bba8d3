"""Figures written in a line, and files of them."""

from decimal import Decimal

import pytest

from naungan.engine.published.figure import Figure, Vintage


HEADER = (
    "region_code,region_name,as_of,segment,covered,denominator,percent,"
    "target_percent,approx,note,source_url"
)


@pytest.fixture
def figure():
    """Make a figure; only what a test is about needs to be said."""
    rows = iter(range(1, 10_000))

    def make(percent=None, covered=None, denominator=None, **more):
        row = next(rows)
        as_of = more.pop("as_of", "2025-01")
        given = {
            "row": row,
            "line": row + 1,
            "region_code": "16.04",
            "region_name": "Kabupaten Lahat",
            "level": "regency",
            "as_of": Vintage(*(int(part) for part in as_of.split("-"))),
            "segment": "ALL",
            "covered": covered,
            "denominator": denominator,
            "percent": None if percent is None else Decimal(percent),
            "bound": None,
            "target": None,
            "approximate": False,
            "note": "",
            "source_url": f"https://example.org/{row}",
            "source_host": "example.org",
        }
        return Figure(**{**given, **more})

    return make


@pytest.fixture
def write(tmp_path):
    """Write a file of figures under the usual header."""

    def to_file(*lines, header=HEADER, encoding="utf-8", ending="\n"):
        path = tmp_path / "angka.csv"
        text = ending.join([header, *lines]) + ending
        path.write_bytes(text.encode(encoding))
        return path

    return to_file
