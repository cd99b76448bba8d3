import pytest

from naungan.law.accident.incapacity import incapacity


OLD, NEW = "2019-12-01", "2019-12-02"


@pytest.mark.parametrize(
    ("event_date", "months", "days", "thirtieths"),
    [
        # old: 100 % for six months, 75 % for six, then 50 %
        (OLD, 6, 0, 180),
        (OLD, 6, 4, 183),
        (OLD, 7, 0, 202.5),
        (OLD, 12, 0, 315),
        (OLD, 12, 2, 316),
        # new: 100 % for twelve months, then 50 %
        (NEW, 6, 4, 184),
        (NEW, 12, 0, 360),
        (NEW, 12, 2, 361),
        (NEW, 24, 0, 540),
        # days may be more than a month
        (NEW, 0, 45, 45),
    ],
)
def test_the_share_of_the_wage_falls_with_time(
    accident, event_date, months, days, thirtieths
):
    case = accident(event_date=event_date, stmb_months=months, stmb_days=days)
    assert incapacity(case, 30_000) == int(thirtieths * 1_000)


def test_no_time_without_work_writes_nothing(accident):
    case = accident(stmb_months=0)
    assert incapacity(case, 3_000_000) == 0
    assert case.draft.lines == []


def test_whole_months_do_not_rest_on_the_length_of_a_month(accident):
    case = accident(stmb_months=2)
    incapacity(case, 3_000_000)
    paths = [used.path for used in case.draft.lines[0].used]
    assert paths == ["benefits/jkk/stmb/schedule"]
    assert case.draft.lines[0].confidence == "VERIFIED"


def test_days_do_and_are_as_unsure_as_that(accident):
    case = accident(stmb_days=2)
    incapacity(case, 3_000_000)
    assert case.draft.lines[0].confidence == "MEMORY"


def test_each_step_carries_the_confidence_of_its_own_row(accident):
    case = accident(event_date=OLD, stmb_months=13)
    incapacity(case, 3_000_000)
    sure = [used.confidence for used in case.draft.lines[0].used]
    assert sure == ["VERIFIED", "MEMORY", "MEMORY"]


def test_the_arithmetic_can_be_followed(accident):
    case = accident(event_date=OLD, stmb_months=7, stmb_days=3)
    incapacity(case, 3_000_000)
    assert case.draft.lines[0].arithmetic.text("en") == (
        "6 months × 100% × Rp3.000.000 + "
        "1 months 3 days × 75% × Rp3.000.000 (a day is 1/30 month)"
    )
