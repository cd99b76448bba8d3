"""A percentage and the counts that it is of."""

from datetime import date

import pytest

from naungan.engine.prose.reading import read_report


def bound(text):
    draft = read_report(text, read_on=date(2026, 1, 1))
    return [one.of for one in draft.figures if one.unit == "percent"]


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Baru 21 persen atau 51.398 dari total 239.799 pekerja.", (51398, 239799)),
        ("Baru 45 persen atau 51.398 dari total 239.799 pekerja.", (51398, 239799)),
        ("Dari 40 desa baru 10 desa atau 25 persen ikut.", (10, 40)),
        ("Sisanya 78,57 persen karena baru 51.398 dari total 239.799 pekerja.", None),
        ("Cakupan 21 persen dari 239.799 pekerja.", None),
        ("Ada 12 perusahaan dan 30 pekerja, atau 40 persen.", None),
    ],
)
def test_a_share_is_of_the_counts_of_its_sentence(text, of):
    assert bound(text) == [of]


def test_a_rise_and_two_shares_are_of_nothing():
    rise = "Dari 10.000 pekerja kini 10.500 pekerja, naik 5 persen."
    two = "Dari 100 pekerja, 40 pekerja atau 40 persen baru, 60 persen lama."
    assert bound(rise) + bound(two) == [None, None, None]
