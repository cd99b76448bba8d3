from datetime import date
from decimal import Decimal


CITED = "instrument: pp-1-2001, article: Pasal 1, confidence: VERIFIED"


def month(year, of_year):
    return year * 12 + of_year - 1


def test_a_value_holds_until_the_next_one_begins(shelf):
    parameter = shelf.parameter(
        f"""\
        - {{from: 2001-01-01, value: "0.01", {CITED}}}
        - {{from: 2002-03-01, value: "0.02", {CITED}}}
        """
    )
    assert parameter.at(date(2002, 2, 28)) == Decimal("0.01")
    assert parameter.at(date(2002, 3, 1)) == Decimal("0.02")
    assert parameter.at_month(month(2002, 2)) == Decimal("0.01")
    assert parameter.at_month(month(2002, 3)) == Decimal("0.02")


def test_before_the_first_entry_there_is_no_value_rather_than_zero(shelf):
    parameter = shelf.parameter(f'- {{from: 2001-01-01, value: "0", {CITED}}}')
    assert parameter.at(date(2000, 12, 31)) is None
    assert parameter.at(date(2001, 1, 1)) == 0


def test_null_ends_a_value(shelf):
    parameter = shelf.parameter(
        f"""\
        - {{from: 2001-01-01, value: "0.01", {CITED}}}
        - {{from: 2003-01-01, value: null, {CITED}}}
        """
    )
    assert parameter.at(date(2002, 12, 31)) == Decimal("0.01")
    assert parameter.at(date(2003, 1, 1)) is None
    assert parameter.entry_at(date(2003, 1, 1)) is None


def test_after_a_relief_the_old_value_holds_again(shelf):
    parameter = shelf.parameter(
        f"""\
        - {{from: 2001-01-01, value: 15, {CITED}}}
        - {{from: 2020-08-01, to: 2021-01-31, value: 30, {CITED}}}
        """,
        unit="day_of_month",
    )
    assert parameter.at(date(2020, 7, 31)) == 15
    assert parameter.at(date(2020, 8, 1)) == 30
    assert parameter.at(date(2021, 1, 31)) == 30
    assert parameter.at(date(2021, 2, 1)) == 15
    assert [(p.from_on, p.to_on, p.entry.value) for p in parameter.periods()] == [
        (date(2001, 1, 1), date(2020, 7, 31), 15),
        (date(2020, 8, 1), date(2021, 1, 31), 30),
        (date(2021, 2, 1), None, 15),
    ]


def test_a_relief_of_its_own_leaves_nothing_behind(shelf):
    parameter = shelf.parameter(
        f'- {{from: 2020-08-01, to: 2021-01-31, value: "0.5", {CITED}}}'
    )
    assert parameter.at(date(2021, 2, 1)) is None
    assert [(p.from_on, p.to_on) for p in parameter.periods()] == [
        (date(2020, 8, 1), date(2021, 1, 31))
    ]


def test_turns_that_change_nothing_do_not_cut_a_period(shelf):
    parameter = shelf.parameter(
        f"""\
        - {{from: 2001-01-01, to: 2001-12-31, value: "0.1", {CITED}}}
        - {{from: 2001-06-01, value: "0.2", {CITED}}}
        """
    )
    assert [(p.from_on, p.to_on) for p in parameter.periods()] == [
        (date(2001, 1, 1), date(2001, 5, 31)),
        (date(2001, 6, 1), None),
    ]


def test_a_month_takes_what_holds_on_its_last_day(shelf):
    parameter = shelf.parameter(f'- {{from: 2021-02-02, value: "0.1", {CITED}}}')
    assert parameter.at_month(month(2021, 1)) is None
    assert parameter.at_month(month(2021, 2)) == Decimal("0.1")


def test_an_entry_says_who_says_so(shelf):
    entry = shelf.parameter(
        """\
        - from: 2001-01-01
          value: "0.1"
          instrument: pp-1-2001
          article: Pasal 1
          also:
            - {instrument: pp-1-2001, article: Pasal 9}
          confidence: SINGLE
          date_uncertain: true
          gazetted_on: 2000-12-31
          note: Dari satu sumber.
        """
    ).entries[0]
    assert [one.article for one in entry.citations] == ["Pasal 1", "Pasal 9"]
    assert entry.confidence == "SINGLE"
    assert entry.date_uncertain
    assert entry.gazetted_on == date(2000, 12, 31)
    assert entry.note == "Dari satu sumber."
    assert entry.overlaid_by is None
