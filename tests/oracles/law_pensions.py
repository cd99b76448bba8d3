"""Savings, pensions and job loss worked out again, by walking days and months.

Written from the texts in another manner than the code under test: percentages in
Decimal, bounds in a list by hand, birthdays found by stepping through the years,
an account kept month by month. Months are (year, month); days are dates.
"""

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal, localcontext


BOUNDS = [  # first day, lowest, highest
    (date(2015, 7, 1), 300_000, 3_600_000),
    (date(2016, 3, 1), 310_050, 3_720_600),
    (date(2017, 3, 1), 319_450, 3_833_000),
    (date(2018, 3, 1), 331_000, 3_971_400),
    (date(2019, 3, 1), 341_400, 4_095_750),
    (date(2020, 3, 1), 350_700, 4_207_200),
    (date(2021, 3, 1), 356_600, 4_277_900),
    (date(2022, 3, 1), 363_300, 4_357_900),
    (date(2023, 3, 1), 383_400, 4_598_100),
    (date(2024, 3, 1), 393_500, 4_718_200),
    (date(2025, 3, 1), 399_700, 4_792_300),
    (date(2026, 2, 1), 411_400, 4_932_300),
]
INFLATION = {  # per cent, as BPS published them; they reproduce the bounds
    2015: "3.35",
    2016: "3.02",
    2017: "3.61",
    2018: "3.13",
    2019: "2.72",
    2020: "1.68",
    2021: "1.87",
    2022: "5.51",
    2023: "2.61",
    2024: "1.57",
    2025: "2.92",
}
SHARES = {"disability": 100, "widow": 50, "child": 50, "parent": 20}
NEW_RULE = date(2025, 2, 7)


def rupiah(amount):
    """To the nearest rupiah, halves up."""
    return int(Decimal(amount).quantize(Decimal(1), ROUND_HALF_UP))


def retirement_age_in(year):
    """56 until 2018; 57 from 2019; then a year more every three, up to 65."""
    if year < 2019:
        return 56
    return min(65, 57 + (year - 2019) // 3)


def birthday(birth, year):
    """The day on which somebody is a year older; 1 March for a missing leap day."""
    try:
        return birth.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def retires_on(birth):
    """Walk the years: on new year's day and on the birthday, is the age reached?"""
    start = date(2015, 7, 1)
    for year in range(2015, 2200):
        own = birthday(birth, year)
        for day in sorted(
            {start if year == 2015 else date(year, 1, 1), max(own, start)}
        ):
            if day.year != year:
                continue
            age = year - birth.year - (day < own)
            if age >= retirement_age_in(year):
                return day
    raise AssertionError(birth)


def bounds_on(day):
    found = [(low, high) for first, low, high in BOUNDS if first <= day]
    return found[-1]


def pension(kind, day, months, mean):
    """What is paid each month: the formula, the share, then the bounds."""
    with localcontext() as context:
        context.prec = 60
        formula = Decimal(1) / 100 * months * mean
        amount = formula * SHARES.get(kind, 100) / 100
        low, high = bounds_on(day)
        amount = min(max(amount, Decimal(low) * 12), Decimal(high) * 12)
        return rupiah_of_twelfths(amount)


def rupiah_of_twelfths(twelve_times):
    """Round a twelfth without making it first: it may have no end."""
    whole, rest = divmod(twelve_times, 12)
    return int(whole) + (rest * 2 >= 12)


def deemed(months):
    return max(months, 15 * 12)


def dense(paid, member):
    """Eighty per cent of the months of membership, none being enough for none."""
    return member == 0 or paid * 100 >= member * 80


def indexed_mean(wages_by_year, inflation_percent, into_year):
    """Lift the wages of each year one step at a time; by prior-year inflation.

    wages_by_year: year -> list of monthly wages. Exact for a few years.
    """
    with localcontext() as context:
        context.prec = 200
        total, count = Decimal(0), 0
        for year, wages in wages_by_year.items():
            money = Decimal(sum(wages))
            for step in range(year, into_year):
                money *= 1 + Decimal(inflation_percent[step]) / 100
            total += money
            count += len(wages)
        return total, count


def account(deposits, percent_by_year, last):
    """Keep an account month by month; the year's return joins it at its end.

    deposits: list of ((year, month), rupiah). last: the last whole (year, month).
    """
    with localcontext() as context:
        context.prec = 200
        balance = waiting = Decimal(0)
        year, month = min(when for when, _ in deposits)
        while (year, month) <= last:
            balance += sum(amount for when, amount in deposits if when == (year, month))
            waiting += balance * Decimal(percent_by_year[year]) / 1200
            if month == 12 or (year, month) == last:
                balance, waiting = balance + waiting, Decimal(0)
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        balance += sum(amount for when, amount in deposits if when > last)
        return rupiah(balance)


def unemployment(laid_off_on, wage):
    """The cash of the six months after a layoff."""
    counted = min(wage, 5_000_000)
    percents = [60] * 6 if laid_off_on >= NEW_RULE else [45] * 3 + [25] * 3
    return [rupiah(Decimal(counted) * percent / 100) for percent in percents]


def claim_by(laid_off_on):
    """Three months, later six: step month by month, then back from missing days."""
    year, month = laid_off_on.year, laid_off_on.month
    for _ in range(6 if laid_off_on >= NEW_RULE else 3):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    day = laid_off_on.day
    while True:
        try:
            return date(year, month, day)
        except ValueError:
            day -= 1


def next_bound(bound, percent, step):
    """Last year's bound times one plus inflation, rounded up to a step."""
    lifted = Decimal(bound) * (1 + Decimal(percent) / 100)
    return int((lifted / step).to_integral_value(ROUND_CEILING)) * step


def day_after(day):
    return day + timedelta(days=1)
