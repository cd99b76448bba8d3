"""Money of a case adds up, whatever was frozen and paid, and nothing counts twice."""

from datetime import date, timedelta

from hypothesis import given, settings, strategies as st

from naungan.casework.collection.ledger import Owed, Paid, Terms, settle
from naungan.casework.collection.promise import Promised, judge, lines
from naungan.law.book import enacted
from naungan.law.reader import reader_of


unhurried = settings(deadline=None, max_examples=60)
READER = reader_of(enacted())
FIRST = 2025 * 12
COUNTED = date(2026, 1, 20)
TODAY = date(2026, 6, 30)
PROGRAMMES = ("JKK", "JKM", "JHT", "JP")
RUPIAH = st.integers(1, 50_000_000)


@st.composite
def debts(draw):
    months = draw(st.sets(st.integers(FIRST, FIRST + 11), min_size=1, max_size=4))
    programmes = draw(st.sets(st.sampled_from(PROGRAMMES), min_size=1))
    pairs = [(month, one) for month in sorted(months) for one in sorted(programmes)]
    return [
        Owed(number, month, programme, draw(RUPIAH), draw(st.integers(0, 10_000_000)))
        for number, (month, programme) in enumerate(pairs, start=1)
    ]


PAYMENTS = st.lists(
    st.builds(
        lambda amount, days, month: (COUNTED + timedelta(days), amount, month),
        st.integers(1, 80_000_000),
        st.integers(0, 160),
        st.none() | st.integers(FIRST, FIRST + 11),
    ),
    max_size=6,
).map(
    lambda found: [
        Paid(number, on, amount, month)
        for number, (on, amount, month) in enumerate(found, start=1)
    ]
)


def settled(owed, paid, **more):
    return settle(owed, paid, Terms(COUNTED, **more), READER)


@unhurried
@given(debts(), PAYMENTS)
def test_every_rupiah_paid_went_to_a_month_or_is_surplus(owed, paid):
    ledger = settled(owed, paid)
    for one in paid:
        parts = [part.amount_idr for part in ledger.parts if part.payment == one.number]
        assert all(part > 0 for part in parts)
        assert sum(parts) + ledger.surplus[one.number] == one.amount_idr


@unhurried
@given(debts(), PAYMENTS)
def test_no_month_receives_more_than_its_contribution_and_its_fine(owed, paid):
    ledger = settled(owed, paid)
    for one in owed:
        item = ledger.lines[one.line]
        to = {
            kind: sum(
                part.amount_idr
                for part in ledger.parts
                if (part.line, part.kind) == (one.line, kind)
            )
            for kind in ("contribution", "fine")
        }
        assert to["contribution"] == one.principal_idr - item.left_idr
        assert 0 <= item.left_idr <= one.principal_idr
        assert 0 <= to["fine"] <= item.fine(TODAY).fine_idr


@unhurried
@given(debts(), PAYMENTS)
def test_debt_less_payments_is_what_is_left(owed, paid):
    ledger = settled(owed, paid)
    levied = sum(one.principal_idr for one in owed)
    fined = sum(item.fine(TODAY).fine_idr for item in ledger.lines.values())
    went = sum(part.amount_idr for part in ledger.parts)
    assert ledger.owed_idr(TODAY) == levied + fined - went


@unhurried
@given(debts(), PAYMENTS, st.randoms(use_true_random=False))
def test_the_order_of_recording_changes_nothing_that_the_days_do_not(
    owed, paid, chance
):
    shuffled = list(paid)
    chance.shuffle(shuffled)
    assert settled(owed, shuffled).parts == settled(owed, paid).parts


@unhurried
@given(debts(), PAYMENTS)
def test_a_payment_taken_back_leaves_no_trace(owed, paid):
    without = paid[:-1]
    ledger = settled(owed, without)
    assert {part.payment for part in ledger.parts} <= {one.number for one in without}
    assert ledger.owed_idr(TODAY) >= settled(owed, paid).owed_idr(TODAY)


@unhurried
@given(debts(), st.dates(date(2026, 2, 1), TODAY))
def test_after_the_debt_was_handed_over_no_fine_is_added(owed, day):
    ledger = settled(owed, [], handed_over_on=day)
    assert ledger.owed_idr(TODAY) == ledger.owed_idr(day)


@st.composite
def plans(draw):
    amounts = draw(st.lists(RUPIAH, min_size=1, max_size=8))
    return [
        Promised(
            number,
            COUNTED + timedelta(30 * number),
            amount,
            COUNTED + timedelta(30 * number + 5),
        )
        for number, amount in enumerate(amounts, start=1)
    ]


PAID_BY_DAY = st.lists(
    st.tuples(
        st.integers(0, 300).map(lambda days: COUNTED + timedelta(days)),
        st.integers(1, 60_000_000),
    ),
    max_size=8,
)
DAYS = st.integers(0, 320).map(lambda days: COUNTED + timedelta(days))


@unhurried
@given(plans(), PAID_BY_DAY, DAYS)
def test_instalments_receive_what_was_paid_and_never_more_than_they_ask(
    plan, paid, today
):
    found = lines(plan, paid, today)
    reached = sum(one.reached_idr for one in found)
    came = sum(amount for on, amount in paid if on <= today)
    assert reached == min(came, sum(one.amount_idr for one in plan))
    assert all(0 <= one.reached_idr <= one.promised.amount_idr for one in found)


@unhurried
@given(plans(), PAID_BY_DAY, DAYS)
def test_a_broken_plan_stays_broken_and_a_kept_one_kept(plan, paid, today):
    now = judge(plan, paid, today)
    later = judge(plan, paid, today + timedelta(400))
    assert now.state in ("running", later.state)
    assert (now.broken_by is None) == (now.state != "broken")


@unhurried
@given(plans())
def test_a_plan_paid_on_its_days_is_kept(plan):
    paid = [(one.due_on, one.amount_idr) for one in plan]
    assert judge(plan, paid, plan[-1].due_on).state == "kept"
    for one in plan:
        assert judge(plan, paid, one.due_on).state != "broken"
