import pytest

from naungan.lib import programmes


def test_there_are_exactly_five_programmes() -> None:
    assert list(programmes.BITS) == ["JKK", "JKM", "JHT", "JP", "JKP"]
    assert set(programmes.TITLES) == set(programmes.BITS)
    assert programmes.text_of(programmes.ALL) == "+".join(programmes.BITS)


@pytest.mark.parametrize(
    ("text", "mask"),
    [
        ("JKK+JKM", 3),
        ("jkk, jkm dan jht", 7),
        ("JKK/JKM", 3),
        ("JKM;JKK", 3),
        ("JP", 8),
        ("JKK JKM JHT JP JKP", 31),
        ("Jaminan Kecelakaan Kerja, Jaminan Kematian", 3),
        ("Jaminan Hari Tua & Jaminan Pensiun", 12),
        ("Program JKK+JKM", 3),
    ],
)
def test_programmes_are_read_with_any_separator(text: str, mask: int) -> None:
    assert programmes.mask_of(text) == mask


@pytest.mark.parametrize("text", ["", "-", "BPU", "JKK+BPJS"])
def test_unknown_or_absent_programmes_are_refused(text: str) -> None:
    read = programmes.read_programmes(text)
    assert read.value is None
    assert read.note


def test_the_text_form_has_a_fixed_order() -> None:
    assert programmes.text_of(31) == "JKK+JKM+JHT+JP+JKP"
    assert programmes.text_of(3) == "JKK+JKM"
    assert programmes.text_of(0) == ""


@pytest.mark.parametrize("mask", [32, -1])
def test_bits_that_are_no_programme_are_a_fault(mask: int) -> None:
    with pytest.raises(ValueError, match="bukan himpunan"):
        programmes.text_of(mask)
