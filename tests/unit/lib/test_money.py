import pytest

from naungan.lib import money


@pytest.mark.parametrize(
    ("text", "amount_idr"),
    [
        ("Rp1.234.567,00", 1_234_567),
        ("Rp 1.234.567", 1_234_567),
        ("rp. 5.000,-", 5_000),
        ("Rp5.000.-", 5_000),
        ("1.234.567", 1_234_567),
        ("1234567", 1_234_567),
        ("1234567.0", 1_234_567),
        ("16.800", 16_800),
        ("IDR 5000", 5_000),
        ("5.000 rupiah", 5_000),
        ("Rp2,93 miliar", 2_930_000_000),
        ("Rp779 juta", 779_000_000),
        ("lima juta rupiah", 5_000_000),
        ("-Rp5.000", -5_000),
        ("Rp-5.000", -5_000),
        ("−Rp5.000", -5_000),
        ("(Rp5.000)", -5_000),
        ("0", 0),
    ],
)
def test_rupiah_are_read_whole_and_without_doubt(text: str, amount_idr: int) -> None:
    read = money.read_rupiah(text)
    assert (read.value, read.note) == (amount_idr, "")


@pytest.mark.parametrize("text", ["", "Rp", "gratis", "Rp1.23.4", "16 800 800"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    read = money.read_rupiah(text)
    assert read.value is None
    assert read.note


def test_cents_are_refused_unless_the_rounding_is_named() -> None:
    assert "sen" in money.read_rupiah("Rp1.234,50").note
    assert money.parse_rupiah("Rp1.234,50") is None
    assert money.parse_rupiah("Rp1.234,50", rounding="half_up") == 1_235
    assert money.parse_rupiah("Rp1.234,50", rounding="down") == 1_234
    assert money.parse_rupiah("Rp1.234,01", rounding="up") == 1_235
    assert money.parse_rupiah("-Rp1.234,50", rounding="half_up") == -1_235


def test_an_amount_in_scientific_notation_keeps_its_doubt() -> None:
    assert money.read_rupiah("1.5E+06").note
    assert money.parse_rupiah("1.5E+06") == 1_500_000


@pytest.mark.parametrize(
    ("amount_idr", "text"),
    [(4_041_420, "Rp4.041.420"), (0, "Rp0"), (-5_000, "−Rp5.000")],
)
def test_rupiah_are_written_without_space_or_decimals(
    amount_idr: int, text: str
) -> None:
    assert money.format_rupiah(amount_idr) == text


@pytest.mark.parametrize(
    ("amount_idr", "text"),
    [
        (9_999_999, "Rp9.999.999"),
        (10_000_000, "Rp10,00 juta"),
        (2_413_500_000, "Rp2,41 miliar"),
        (999_999_999, "Rp1,00 miliar"),
        (999_999_999_999, "Rp1,00 triliun"),
        (-2_930_000_000, "−Rp2,93 miliar"),
        (1_500_000_000_000, "Rp1,50 triliun"),
    ],
)
def test_headlines_shorten_amounts_from_ten_million(amount_idr: int, text: str) -> None:
    assert money.format_rupiah_short(amount_idr) == text
