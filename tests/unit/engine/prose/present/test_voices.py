"""What somebody did: spoke, led, opened, signed."""

import pytest

from naungan.engine.prose.page.report import report_of
from naungan.engine.prose.present.participants import read_participants


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bupati Lahat Contoh Permadi mengatakan semua siap.", "speaker"),
        ("Hadir Bupati Lahat Contoh Permadi. “Siap,” ujar Permadi.", "speaker"),
        ("Hadir Bupati Lahat Contoh Permadi. “Siap,” kata Bupati.", "speaker"),
        ("Rapat dipimpin Bupati Lahat Contoh Permadi.", "chair"),
        ("Bupati Lahat Contoh Permadi memimpin rapat itu.", "chair"),
        ("Rapat dibuka oleh Bupati Lahat Contoh Permadi.", "opens"),
        ("Penandatanganan dilakukan Bupati Lahat Contoh Permadi.", "signatory"),
        ("Penandatanganan digelar, dihadiri Bupati Lahat Contoh Permadi.", "attend"),
        ("Ia didampingi Bupati Lahat Contoh Permadi menyampaikan hal itu.", "attend"),
    ],
)
def test_the_role_follows_from_the_verb(text, role):
    (one,) = read_participants(report_of(text), (), "")
    assert one.role == role


def test_a_title_that_two_bear_speaks_for_neither():
    text = "Hadir Bupati Lahat Contoh Permadi, Bupati Karo Rekaan Dua. “Siap,” kata Bupati."
    assert {one.role for one in read_participants(report_of(text), (), "")} == {
        "attend"
    }
