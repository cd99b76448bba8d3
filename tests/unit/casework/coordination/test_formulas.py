"""Sums and products are read only where a sentence binds them itself."""

from decimal import Decimal

import pytest

from naungan.casework.coordination.formulas import formula_of


@pytest.mark.parametrize(
    ("text", "kind", "value", "agrees"),
    [
        (
            "Iuran 21.600 orang × Rp16.800 × 12 bulan = Rp4.354.560.000",
            *("product", 4_354_560_000, True),
        ),
        (
            "Anggaran 18.000 pekerja kali Rp16.800 selama 6 bulan sebesar Rp1,9 miliar",
            *("product", 1_814_400_000, False),
        ),
        (
            "Anggaran 18.000 pekerja kali Rp16.800 selama 6 bulan sebesar Rp1,8 miliar",
            *("product", 1_814_400_000, True),
        ),
        (
            "Untuk 100 orang iuran Rp16.800 per bulan selama 12 bulan Rp20.160.000",
            *("product", 20_160_000, True),
        ),
        (
            "60 orang per desa di 360 desa menjadi 21.700 orang",
            "product",
            21_600,
            False,
        ),
        ("3.615 orang + 1.590 orang = 5.305 orang", "sum", 5_205, False),
        (
            "PU 30.000 orang dan BPU 21.398 orang, seluruhnya 51.398 orang",
            *("sum", 51_398, True),
        ),
    ],
)
def test_what_a_sentence_reckons_is_reckoned_anew(text, kind, value, agrees):
    found = formula_of(text)
    assert (found.kind, found.value, found.agrees) == (kind, Decimal(value), agrees)


@pytest.mark.parametrize(
    "text",
    [
        "Cakupan 51.398 dari 239.799 pekerja, 21 persen",
        "Iuran 3 bulan untuk 100 orang",
        "Anggaran 18.000 pekerja, iuran Rp16.800, tersedia Rp1,9 miliar",
        "Lahat 100 orang dan Kikim 200 orang dari total 51.398 orang",
        "Naik 200 orang menjadi 1.200 orang",
        "",
    ],
)
def test_what_a_sentence_leaves_open_says_nothing(text):
    assert formula_of(text) is None
