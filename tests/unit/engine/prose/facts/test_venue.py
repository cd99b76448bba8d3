"""Where an event was held."""

import pytest

from naungan.engine.prose.facts.venue import read_venue
from naungan.engine.prose.page.report import report_of


@pytest.mark.parametrize(
    ("text", "venue", "city"),
    [
        (
            "Rapat di Urban Azana Hotel, Pringsewu, Jumat.",
            "Urban Azana Hotel",
            "Pringsewu",
        ),
        ("Rapat di Hotel Sutan Raja Palu, Rabu.", "Hotel Sutan Raja Palu", "Palu"),
        (
            "Rapat di salah satu hotel di Palangka Raya ini ramai.",
            "salah satu hotel di Palangka Raya",
            "Palangka Raya",
        ),
        (
            "Waktu rapat baik.\nTempat : Ruang Rapat Bupati\nSemua hadir.",
            "Ruang Rapat Bupati",
            None,
        ),
        ("LAHAT – Rapat digelar pagi.", None, "Lahat"),
        ("Rapat digelar di Samarinda pagi.", None, "Samarinda"),
        ("“Datang ke kantor kami di Kantor Cabang,” katanya.", None, None),
    ],
)
def test_venue_and_town_are_read(text, venue, city):
    found = [one.surface if one else None for one in read_venue(report_of(text))]
    assert found == [venue, city]
