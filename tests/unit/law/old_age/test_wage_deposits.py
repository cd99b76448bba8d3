"""Deposits made of wages: by month, rounded share by share, up to a ceiling."""

from naungan.law.old_age.wage_deposits import WageDeposits


JP = ("contributions/jp/employer_rate", "contributions/jp/worker_rate")
JHT = ("contributions/jht/employer_rate", "contributions/jht/worker_rate")


def test_each_share_is_rounded_by_itself(reader):
    making = WageDeposits(reader, JHT)
    # 3.7% of 1,234,567 is 45,678.979; 2% is 24,691.34
    assert making.of(2024 * 12, 1_234_567) == 45_679 + 24_691
    assert "rounding/contribution" in {one.path for one in making.used}


def test_the_ceiling_of_each_month_holds_and_is_cited_where_it_bit(reader):
    making = WageDeposits(reader, JP, "contributions/jp/wage_ceiling")
    assert making.of(2025 * 12 + 1, 10_042_300) == 200_846 + 100_423
    assert not any(one.unit == "idr" for one in making.used)
    assert making.of(2025 * 12 + 1, 99_000_000) == 200_846 + 100_423
    assert making.of(2025 * 12 + 2, 99_000_000) == 210_948 + 105_474
    cited = [one.value for one in making.used if one.unit == "idr"]
    assert cited == [10_042_300, 10_547_400]
