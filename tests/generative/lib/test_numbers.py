from decimal import Decimal

from hypothesis import given, strategies as st

from naungan.lib import money, numbers
from naungan.lib.number_words import DIGITS


AMOUNTS = st.integers(-(10**15), 10**15)
# Three decimals after one dot are the one form whose reading depends on a rule.
DECIMALS = st.decimals(-(10**9), 10**9, places=2)
WORD_OF = {value: word for word, value in DIGITS.items()}


def in_words(number: int) -> str:
    """Say 0..10^15-1 aloud, by the grammar, independent of the reader."""
    if number < 10:
        return WORD_OF[number]
    if number == 10:
        return "sepuluh"
    if number < 20:
        return "sebelas" if number == 11 else f"{WORD_OF[number - 10]} belas"
    for size, word in (
        (10**12, "triliun"),
        (10**9, "miliar"),
        (10**6, "juta"),
        (10**3, "ribu"),
        (100, "ratus"),
        (10, "puluh"),
    ):
        count, rest = divmod(number, size)
        if count:
            one = count == 1 and size in (1000, 100)
            head = f"se{word}" if one else f"{in_words(count)} {word}"
            return f"{head} {in_words(rest)}" if rest else head
    raise AssertionError


@given(AMOUNTS)
def test_written_whole_numbers_read_back(value: int) -> None:
    assert numbers.parse_whole(numbers.format_number(value)) == value


@given(DECIMALS)
def test_written_decimals_read_back(value: Decimal) -> None:
    assert numbers.parse_number(numbers.format_number(value)) == value


@given(st.decimals(0, 100, places=1))
def test_written_percentages_read_back(value: Decimal) -> None:
    assert numbers.parse_number(numbers.format_percent(value)) == value


@given(AMOUNTS)
def test_written_rupiah_read_back_without_doubt(value: int) -> None:
    read = money.read_rupiah(money.format_rupiah(value))
    assert (read.value, read.note) == (value, "")


@given(st.integers(0, 10**15 - 1))
def test_spoken_numbers_read_back(value: int) -> None:
    assert numbers.parse_whole(in_words(value)) == value


@given(st.text(max_size=30))
def test_any_text_gives_a_number_or_a_reason(text: str) -> None:
    read = numbers.read_number(text)
    assert read.value is not None or read.note
    amount = money.read_rupiah(text)
    assert amount.value is not None or amount.note


@given(st.text("0123456789.,-()Rp eE+%", max_size=18))
def test_strange_spellings_never_fail(text: str) -> None:
    read = money.read_rupiah(text)
    assert read.value is not None or read.note
