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
        (
            "Dari 237.865 pekerja baru 72.298 orang atau 33 persen ikut.",
            (72298, 237865),
        ),
        ("72.298 orang (33 persen) dari 237.865 pekerja ikut.", (72298, 237865)),
        ("Cakupan 33 persen: 72.298 ikut dari 237.865 pekerja.", (72298, 237865)),
        ("33% pekerja ikut (72.298 dari 237.865).", (72298, 237865)),
        ("72.298 pekerja ikut dari 237.865, atau 33 persen.", (72298, 237865)),
        ("Rp2 miliar dari Rp5 miliar atau 50 persen.", (2 * 10**9, 5 * 10**9)),
        ("Ada 2 perusahaan dari 30 desa, atau 40 persen.", None),
        ("Rp2 miliar pada 2023 dan Rp5 miliar kini, atau 50 persen.", None),
        ("Cakupan 21 persen dari 239.799 pekerja.", None),
        ("Ada 12 perusahaan dan 30 pekerja, atau 40 persen.", None),
    ],
)
def test_a_share_is_of_the_counts_of_its_sentence(text, of):
    assert bound(text) == [of]


def test_a_rise_and_shares_of_no_count_are_of_nothing():
    rise = "Dari 10.000 pekerja kini 10.500 pekerja, naik 5 persen."
    two = "Dari 100 pekerja, 40 pekerja ikut: 40 persen baru, 60 persen lama."
    assert bound(rise) + bound(two) == [None, None, None]


def test_each_of_two_shares_is_of_the_count_beside_it():
    text = (
        "Dari 100 pekerja, 40 orang atau 45 persen ikut dan 60 orang atau 60 persen "
        "belum."
    )
    assert bound(text) == [(40, 100), (60, 100)]
