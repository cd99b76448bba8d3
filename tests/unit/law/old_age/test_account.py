"""An account: stated, grown from deposits, or made of wages."""

from datetime import date

from naungan.law.answer import Draft
from naungan.law.old_age.account import FIELDS, account_of
from naungan.law.question import read_facts


JHT = ("contributions/jht/employer_rate", "contributions/jht/worker_rate")
JUNE = date(2024, 6, 30)
WAGES = [{"from": "2024-01", "to": "2024-01", "wage": 1_000_000}]
SIX = [{"year": 2024, "rate": "6%"}]


def account(reader, draft=None, **stated):
    facts = read_facts(stated, FIELDS)
    return account_of(facts, reader, draft or Draft(), JHT, JUNE)


def test_a_stated_balance_is_taken_as_it_is(reader):
    found = account(reader, balance=7)
    assert (found.balance_idr, found.paid_idr, found.returns_idr) == (7, None, None)


def test_nothing_stated_is_no_account(reader):
    assert account(reader) is None


def test_wages_become_deposits_by_both_rates(reader):
    found = account(reader, wages=WAGES, returns=SIX)
    # 37,000 + 20,000, six months at 6%: 57,000 x 3%
    assert (found.paid_idr, found.returns_idr) == (57_000, 1_710)


def test_an_office_may_let_them_earn_a_month_later(overlaid):
    reader = overlaid("benefits/jht/accrual/credited_after_months", 1)
    found = account(reader, wages=WAGES, returns=SIX)
    assert found.returns_idr == 1_425  # five months: 57,000 x 2.5%


def test_an_office_may_add_returns_every_month_and_its_name_is_shown(overlaid):
    reader, draft = overlaid("benefits/jht/accrual/method", "monthly_compound"), Draft()
    deposit = [{"month": "2024-05", "amount": 1_000_000}]
    found = account(reader, draft, deposits=deposit, returns=SIX)
    assert found.returns_idr == 10_025
    laid = {used.overlaid_by for line in draft.lines for used in line.used}
    assert "Kantor Cabang" in laid
