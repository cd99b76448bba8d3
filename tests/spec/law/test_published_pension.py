"""The indexation of wages as a slide of BPJS Ketenagakerjaan works it out, with invented inflation.

Source: https://id.scribd.com/presentation/547082080/BPJS-SOSIALISASI-TERBARU1, case 3: a
worker of 45 in 2015 retires in 2030; each year's wage is lifted to 2030.
"""

from datetime import date
from decimal import Decimal

import pytest

from naungan.law.book import enacted


# year: inflation in per cent, wage counted, wage lifted to 2030, as printed
ROWS = {
    2015: ("7.00", 3_000_000, 6_694_617),
    2016: ("6.75", 3_400_000, 7_090_872),
    2017: ("6.50", 3_810_000, 7_443_511),
    2018: ("6.25", 4_230_000, 7_759_676),
    2019: ("6.00", 4_740_000, 8_183_755),
    2020: ("5.75", 5_270_000, 8_583_789),
    2021: ("5.50", 5_840_000, 8_994_994),
    2022: ("5.25", 6_510_000, 9_504_222),
    2023: ("5.00", 7_190_000, 9_973_380),
    2024: ("4.75", 7_930_000, 10_476_046),
    2025: ("4.75", 8_770_000, 11_060_372),
    2026: ("4.75", 9_660_000, 11_630_363),
    2027: ("4.75", 10_630_000, 12_217_866),
    2028: ("4.75", 11_750_000, 12_892_761),
    2029: ("4.75", 12_930_000, 13_544_175),
}


@pytest.mark.parametrize("year", ROWS)
def test_a_wage_rises_by_the_inflation_of_the_year_before_each_step(year):
    lag = enacted().parameter("benefits/jp/indexation_lag").at(date(2026, 1, 1))
    factor = Decimal(1)
    for step in range(year + 1, 2031):
        factor *= 1 + Decimal(ROWS[step - lag][0]) / 100
    _, wage, lifted = ROWS[year]
    assert abs(wage * factor - lifted) <= Decimal("0.5")
