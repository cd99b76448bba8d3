"""Any true print passes and any false one fails, by an oracle in Decimal."""

from decimal import ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_UP, Decimal, localcontext

from hypothesis import given, strategies as st

from naungan.engine.published.arithmetic import failures
from naungan.engine.published.figure import Figure, Vintage


def figure(percent, covered, denominator):
    return Figure(
        row=1,
        line=2,
        region_code="16.04",
        region_name="Kabupaten Lahat",
        level="regency",
        as_of=Vintage(2025),
        segment="ALL",
        covered=covered,
        denominator=denominator,
        percent=percent,
        bound=None,
        target=None,
        approximate=False,
        note="",
        source_url="",
        source_host="",
    )


def division_codes(percent, covered, denominator):
    found = {one.code for one in failures(figure(percent, covered, denominator))}
    return found - {"above_hundred"}


def printed_as(covered, denominator, places, rounding):
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(covered) * 100 / Decimal(denominator)
        return exact.quantize(Decimal(1).scaleb(-places), rounding=rounding)


counts = st.integers(0, 10**8)
totals = st.integers(1, 10**8)
places = st.integers(0, 3)


@given(counts, totals, places, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_DOWN]))
def test_a_percentage_rounded_from_its_counts_never_fails(
    covered, denominator, decimals, rounding
):
    printed = printed_as(covered, denominator, decimals, rounding)
    assert division_codes(printed, covered, denominator) == set()


@given(counts, totals, places)
def test_a_percentage_cut_from_its_counts_never_counts_as_a_wrong_division(
    covered, denominator, decimals
):
    printed = printed_as(covered, denominator, decimals, ROUND_FLOOR)
    assert division_codes(printed, covered, denominator) <= {"only_if_cut"}


@given(counts, totals, places, st.integers(1, 50), st.booleans())
def test_a_percentage_off_by_a_last_digit_or_more_always_fails(
    covered, denominator, decimals, steps, upwards
):
    near = printed_as(covered, denominator, decimals, ROUND_HALF_UP)
    off = near + Decimal(1).scaleb(-decimals) * (steps + 1 if upwards else -steps - 1)
    if off < 0 or off != off.normalize().quantize(Decimal(1).scaleb(-decimals)):
        return
    # A number that ends in zeros was printed with fewer decimals, and is judged so.
    if decimals and off.normalize().as_tuple().exponent > -decimals:
        return
    assert division_codes(off, covered, denominator)
