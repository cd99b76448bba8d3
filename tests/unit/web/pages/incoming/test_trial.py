"""A dry run as its page shows it: sums that are proven, cells that are wrong."""

from naungan.casework.intake.models import Batch
from naungan.web.pages.incoming import trial


COUNTS = {"read": 1207, "accepted": 1192, "rejected": 12, "set_aside": 3}
SHOWN = {
    "seconds": 0.43,
    "noted": 43,
    "aside": [{"why": "judul", "count": 1}],
    "reasons": [{"code": "x", "column": "NAMA", "count": 12, "message": "kosong"}],
    "notes": [{"code": "y", "column": "", "count": 24, "message": "rusak"}],
    "columns": ["NAMA", "NIK"],
    "rows": [
        {
            "line": 1069,
            "cells": ["", "1604••••••••••••"],
            "faults": {"0": {"message": "kosong", "severity": "bad"}},
        },
        {
            "line": 7,
            "cells": [None, "3.20E+15"],
            "faults": {
                "1": {"message": "rusak", "severity": "warn"},
                "-1": {"message": "rusak", "severity": "bad"},
            },
        },
    ],
}


def shown(counts=None, rest=None):
    """Present the dry run of a file."""
    return trial.present(
        Batch(counts=counts or COUNTS), SHOWN if rest is None else rest
    )


def test_every_row_is_accounted_for_or_it_is_said():
    assert shown().is_proven
    assert not shown({**COUNTS, "accepted": 1}).is_proven


def test_counts_are_written_as_people_write_them():
    found = shown({**COUNTS, "duplicates": 1000})
    assert (found.read, found.accepted, found.noted) == ("1.207", "1.192", "43")
    assert (found.seconds, found.duplicates) == ("0,4", "1.000")
    assert found.any_rejected


def test_a_wrong_cell_has_a_tone_and_its_row_the_advice():
    first, second = shown().rows
    assert [cell.tone for cell in first.cells] == ["bad", ""]
    assert first.cells[1].label == "NIK"
    assert (first.line, first.said, first.tone) == ("1.069", ("kosong",), "")
    assert [cell.text for cell in second.cells] == ["", "3.20E+15"]
    assert (second.said, second.tone) == (("rusak",), "bad")


def test_what_rejects_comes_before_what_is_remarked():
    assert [(one.tone, one.count, one.column) for one in shown().reasons] == [
        ("bad", "12", "NAMA"),
        ("warn", "24", ""),
    ]


def test_without_its_rows_a_dry_run_still_shows_its_counts():
    found = shown(rest={})
    assert (found.rows, found.seconds, found.noted) == ((), "", "")
    assert found.is_proven
