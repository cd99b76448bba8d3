"""Histories drawn at random, judged day by day by an oracle that only counts."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, strategies as st

from naungan.law.as_table import rows
from naungan.law.source.entry import Entry
from naungan.law.source.parameter import Parameter


FIRST, LAST = date(2019, 1, 1), date(2021, 12, 31)
days = st.dates(FIRST, LAST)


class Shelf:
    """A book of one parameter, as far as the table needs one."""

    def __init__(self, parameter):
        self.parameter = parameter

    def parameters(self):
        return [self.parameter]


def history(starts, lengths, values, laid_from):
    ordered = sorted(starts)
    entries = [
        Entry(
            from_on=start,
            to_on=None if length is None else start + timedelta(days=length),
            value=value,
            instrument="pp-1-2001",
            article="Pasal 1",
            confidence="VERIFIED",
            line=line,
            overlaid_by="Kantor" if line >= laid_from else None,
        )
        for line, (start, length, value) in enumerate(
            zip(ordered, lengths, values, strict=False)
        )
    ]
    return Parameter(
        path="contoh/nilai",
        title="Contoh",
        title_en="A value",
        unit="ratio",
        base=None,
        applies_to=(),
        payer=None,
        columns={},
        entries=tuple(entries),
        checked_on=LAST,
        notes=(),
    )


histories = st.builds(
    history,
    st.sets(days, min_size=1, max_size=6),
    st.lists(st.none() | st.integers(0, 400), min_size=6, max_size=6),
    st.lists(
        st.none() | st.integers(1, 9).map(lambda n: Decimal(n).scaleb(-1)),
        min_size=6,
        max_size=6,
    ),
    st.integers(1, 8),
)


def said_on(parameter, day):
    """Let the later entry overrule the earlier, and any overlay overrule the law."""
    said = None
    for overlaid in (False, True):
        for entry in parameter.entries:
            begun = entry.from_on <= day
            over = entry.to_on is not None and entry.to_on < day
            if (entry.overlaid_by is not None) == overlaid and begun and not over:
                said = entry
    return None if said is None or said.value is None else said


def each_day():
    day = FIRST - timedelta(days=40)
    while day <= LAST + timedelta(days=500):
        yield day
        day += timedelta(days=1)


@given(histories)
def test_every_day_has_the_entry_that_plain_reading_gives(parameter):
    for day in each_day():
        assert parameter.entry_at(day) is said_on(parameter, day)


@given(histories)
def test_periods_cover_exactly_the_days_with_a_value(parameter):
    periods = parameter.periods()
    for day in each_day():
        found = [
            period.entry
            for period in periods
            if period.from_on <= day and (period.to_on is None or day <= period.to_on)
        ]
        said = said_on(parameter, day)
        assert found == ([] if said is None else [said])


@given(histories)
def test_the_table_has_one_row_for_each_month_with_a_value(parameter):
    table = rows(Shelf(parameter))
    for month in range(2018 * 12, 2023 * 12):
        last = date((month + 1) // 12, (month + 1) % 12 + 1, 1) - timedelta(days=1)
        found = [
            (row.value, row.overlaid_by)
            for row in table
            if row.from_month <= month
            and (row.to_month is None or month <= row.to_month)
        ]
        said = said_on(parameter, last)
        assert found == ([] if said is None else [(str(said.value), said.overlaid_by)])
