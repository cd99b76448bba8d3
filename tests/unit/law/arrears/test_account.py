"""The account: order of settling, fines on parts, an office's own order."""

from datetime import date

import pytest

from naungan.law.arrears.account import cited, open_account
from naungan.law.arrears.payroll import Levy
from naungan.law.book import Book, enacted
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
JUNE, JULY = 2026 * 12 + 5, 2026 * 12 + 6  # due on 15 July and 18 August 2026
LATE = date(2026, 9, 15)  # two months after June's due day, one begun after July's
ORDER = """\
overlay: Kantor Contoh
values:
  - from: 2015-07-01
    value: {order}
"""


def levy(programme, month, amount):
    return Levy(programme, month, {"employer": amount}, ((1, amount),), ())


LEVIES = [
    levy("JKK", JUNE, 100_000),
    levy("JKM", JUNE, 50_000),
    levy("JKK", JULY, 100_000),
]


def account(reader=READER, on=LATE):
    return open_account("PU", LEVIES, on, reader)


def ordered(tmp_path, order):
    path = tmp_path / "arrears" / "pays_first.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(ORDER.format(order=order), encoding="utf-8")
    return Reader(Book(overlay=tmp_path))


def state(opened):
    return [(one.left_idr, one.fine_paid_idr) for one in opened.items]


def test_the_debt_is_contributions_and_the_fines_to_the_day():
    # 250,000; June 150,000 x 2 % x 2 = 6,000; July 100,000 x 2 % x 1 = 2,000
    assert account().owed_idr(LATE) == 258_000
    assert account().owed_idr(date(2026, 7, 15)) == 250_000


def test_the_oldest_month_is_settled_first_with_its_fine():
    opened = account()
    settled = opened.pay(160_000, LATE)
    assert (settled.contribution_idr, settled.fine_idr) == (154_000, 6_000)
    assert settled.left_idr == 0
    assert state(opened) == [(0, 4_000), (0, 2_000), (96_000, 0)]


def test_an_office_may_settle_all_contributions_first(tmp_path):
    opened = account(ordered(tmp_path, "contributions_first"))
    settled = opened.pay(251_000, LATE)
    assert (settled.contribution_idr, settled.fine_idr) == (250_000, 1_000)
    assert opened.order.used.overlaid_by == "Kantor Contoh"


def test_an_office_may_settle_all_fines_first(tmp_path):
    opened = account(ordered(tmp_path, "fines_first"))
    settled = opened.pay(9_000, LATE)
    assert (settled.contribution_idr, settled.fine_idr) == (1_000, 8_000)


def test_an_unknown_order_is_refused(tmp_path):
    opened = account(ordered(tmp_path, "guessed"))
    with pytest.raises(LawRefused, match="pilih: month_by_month"):
        opened.pay(1, LATE)


def test_what_was_paid_bears_no_further_fine():
    opened = account()
    opened.pay(150_000, date(2026, 7, 15))
    # June was paid on its due day; July alone is fined.
    assert opened.owed_idr(LATE) == 102_000


def test_a_payment_reaches_only_what_it_is_meant_for():
    opened = account()
    settled = opened.pay(200_000, LATE, lambda item: item.levy.programme == "JKM")
    assert (settled.contribution_idr, settled.fine_idr) == (50_000, 2_000)
    assert settled.left_idr == 148_000


def test_an_item_paid_in_full_keeps_the_fine_of_its_delay():
    opened = account()
    opened.pay(100_000, LATE, lambda item: item.levy.month == JULY)
    july = opened.items[2]
    assert july.left_idr == 0
    assert july.fine(date(2027, 1, 1)).fine_idr == 2_000


def test_records_of_values_are_cited_once():
    one = account().items[0].due.used
    assert cited(one, one) == one
