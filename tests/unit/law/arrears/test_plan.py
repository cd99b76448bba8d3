"""Instalments: their days, what each pays, when the plan is refused."""

from datetime import date

import pytest

from naungan.law.arrears.account import open_account
from naungan.law.arrears.fields import FIELDS
from naungan.law.arrears.payroll import Levy
from naungan.law.arrears.plan import plan
from naungan.law.book import enacted
from naungan.law.question import read_facts
from naungan.law.reader import reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
TODAY = date(2026, 2, 2)
DECEMBER = 2025 * 12 + 11  # due on 15 January 2026


def made(amount=1_000_000, month=DECEMBER, on=TODAY, **stated):
    levy = Levy("JKK", month, {"employer": amount}, ((1, amount),), ())
    account = open_account("PU", [levy], on, READER)
    found = plan(read_facts(stated, FIELDS), account, on, READER)
    assert account.items[0].paid == []  # the debt of today is not touched
    return found


def test_no_plan_is_made_where_none_is_asked_for():
    assert made() is None


def test_instalments_fall_on_the_fifteenth_moved_off_holidays():
    found = made(instalments=4)
    # The 15th of March is a Sunday, that of May (a Friday) is joint leave.
    assert [one.on for one in found.instalments] == [
        date(2026, 3, 16),
        date(2026, 4, 15),
        date(2026, 5, 18),
        date(2026, 6, 15),
    ]


def test_the_last_instalment_settles_what_is_then_owed():
    found = made(instalments=2)
    # Debt today 1,020,000: 510,000 on 16 March; on 15 April 490,000 and the fines:
    # 510,000 x 2 % x 3 (15 January to 16 March) + 490,000 x 2 % x 3 = 30,600 + 29,400
    first, last = found.instalments
    assert (first.amount_idr, first.settled.contribution_idr) == (510_000, 510_000)
    assert (last.amount_idr, last.settled.fine_idr) == (550_000, 60_000)
    assert last.left_idr == 0
    assert found.total_idr == 1_060_000


def test_a_stated_first_day_repeats_and_is_clipped_to_short_months():
    found = made(instalments=3, first_instalment_on=date(2026, 3, 31))
    assert [one.on for one in found.instalments] == [
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 6, 2),  # 31 May is a Sunday, 1 June a holiday
    ]


def test_collection_reopens_on_the_next_working_day():
    found = made(instalments=1, first_instalment_on=date(2026, 3, 13))
    # Friday the 13th, so Monday
    assert found.instalments[0].reopens_on == date(2026, 3, 16)
    assert found.used[-1].confidence == "MEMORY"


def test_a_debt_paid_off_early_ends_the_plan():
    assert len(made(instalment=2_000_000).instalments) == 1


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ({"instalments": 2, "instalment": 5}, "pilih satu"),
        ({"instalments": 0}, "instalments harus di antara"),
        ({"instalments": 121}, "instalments harus di antara"),
        ({"instalment": 0}, "instalment harus di antara"),
        ({"first_instalment_on": date(2026, 3, 1)}, "perlu instalments"),
        (
            {"instalments": 2, "first_instalment_on": date(2026, 2, 1)},
            "sebelum hari perhitungan",
        ),
    ],
)
def test_a_plan_that_makes_no_sense_is_refused(stated, reason):
    with pytest.raises(LawRefused, match=reason):
        made(**stated)


def test_a_plan_past_the_table_of_holidays_is_refused():
    with pytest.raises(LawRefused, match="Hari libur tahun 2028"):
        made(instalment=1)


def test_an_instalment_below_what_fines_add_is_refused():
    with pytest.raises(LawRefused, match="denda bertambah lebih cepat"):
        made(month=DECEMBER - 120, on=date(2016, 2, 2), instalment=1)
