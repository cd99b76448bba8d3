"""Before a meeting is closed its table says what is proven, and what only seems so."""

from datetime import UTC, datetime

import pytest

from naungan.web.pages.meetings.notes import Badge, Note
from naungan.web.pages.meetings.table import checks


def figure(tone=""):
    badges = (Badge("Dihitung 21,43 %", tone, tone),) if tone else ()
    at = datetime(2025, 1, 15, 2, tzinfo=UTC)
    return Note(
        "figure",
        "Angka",
        1,
        at,
        "25 persen",
        "",
        badges=badges,
        is_wrong=tone == "warn",
    )


@pytest.mark.parametrize(
    ("tones", "said", "is_done"),
    [
        ((), "Belum ada angka yang dicatat", True),
        (("good", "good"), "Semua angka cocok hitungannya", True),
        (("good", "", ""), "2 angka tanpa pembanding, belum terbukti", False),
        (("good", "", "warn"), "1 angka tidak cocok hitungannya", False),
    ],
)
def test_a_number_that_nothing_was_held_against_is_not_called_proven(
    tones, said, is_done
):
    last = checks([figure(tone) for tone in tones], [])[-1]
    assert (str(last.label), last.is_done) == (said, is_done)
