"""The exact arithmetic of the five source reports, by the project's own functions."""

from datetime import date
from decimal import Decimal

import pytest

from naungan.lib import dates, money, numbers, programmes


COVERED = numbers.parse_whole("51.398") or 0
UNIVERSE = numbers.parse_whole("239.799") or 0
QUOTA_TOTAL = 60 * 360
PREMIUM_IDR = money.parse_rupiah("Rp16.800") or 0


@pytest.mark.parametrize(
    ("places", "printed"), [(0, "21\u00a0%"), (1, "21,4\u00a0%"), (4, "21,4338\u00a0%")]
)
def test_coverage_of_lahat_at_each_number_of_decimals(
    places: int, printed: str
) -> None:
    share = numbers.percentage(COVERED, UNIVERSE, places)
    assert numbers.format_percent(share, places) == printed


def test_the_gap_of_lahat() -> None:
    assert numbers.format_number(UNIVERSE - COVERED) == "188.401"


def test_the_quota_of_sixty_in_each_village() -> None:
    assert numbers.format_number(QUOTA_TOTAL) == "21.600"
    assert numbers.parse_whole("tiga ratus enam puluh") == QUOTA_TOTAL // 60


def test_coverage_after_the_scheme_when_none_was_counted_already() -> None:
    share = numbers.percentage(COVERED + QUOTA_TOTAL, UNIVERSE, 2)
    assert numbers.format_percent(share, 2) == "30,44\u00a0%"


def test_the_cost_of_the_scheme_from_july_to_december() -> None:
    july, december = dates.parse_month("Juli 2024"), dates.parse_month("2024-12")
    assert july is not None
    assert december is not None
    months = december - july + 1
    assert months == 6
    monthly_idr = QUOTA_TOTAL * PREMIUM_IDR
    assert money.format_rupiah(monthly_idr) == "Rp362.880.000"
    assert money.format_rupiah(months * monthly_idr) == "Rp2.177.280.000"


def test_sukabumi_is_half_a_point_above_its_province() -> None:
    regency = numbers.parse_number("37,7 persen")
    province = numbers.parse_number("37,2 persen")
    assert regency is not None
    assert province is not None
    difference = regency - province
    assert numbers.format_points(difference) == "+0,5 poin"
    assert numbers.compare_points(difference) == "sedikit lebih tinggi"


def test_the_sums_of_pringsewu() -> None:
    poor, officers, election = (
        numbers.parse_whole(text) or 0 for text in ("3.615", "1.590", "5.254")
    )
    assert numbers.format_number(poor + officers) == "5.205"
    assert numbers.format_number(poor + officers + election) == "10.459"


def test_the_palm_farmers_of_kotim() -> None:
    paid_idr = 4_400 * PREMIUM_IDR * 9
    assert money.format_rupiah(paid_idr) == "Rp665.280.000"
    reported_idr = money.parse_rupiah("Rp739.122.000") or 0
    assert 4_400 * PREMIUM_IDR * 10 - reported_idr == 78_000
    assert money.parse_rupiah("Rp779 juta") == 779_000_000


def test_five_programmes_of_which_two_for_vulnerable_workers() -> None:
    assert programmes.text_of(programmes.ALL) == "JKK+JKM+JHT+JP+JKP"
    package = programmes.mask_of("JKK dan JKM")
    assert package is not None
    assert programmes.text_of(package) == "JKK+JKM"


def test_the_numbers_of_the_requirement_on_mixed_formats() -> None:
    assert money.parse_rupiah("Rp2,93 miliar") == 2_930_000_000
    assert numbers.parse_whole("sebelas") == 11
    assert numbers.parse_number("24.35 persen") == Decimal("24.35")
    assert numbers.parse_number("21%") == 21
    assert numbers.parse_number("37,7 persen") == Decimal("37.7")


def test_dates_of_the_reports() -> None:
    lampung = dates.parse_date("Kamis, 2 November 2023")
    assert lampung is not None
    assert lampung.full == date(2023, 11, 2)
    palangka_raya = dates.parse_date("2024")
    assert palangka_raya == dates.PartialDate(2024)
    pringsewu = dates.parse_date("Jumat (1/11/2024)")
    assert pringsewu is not None
    assert pringsewu.full == date(2024, 11, 1)
