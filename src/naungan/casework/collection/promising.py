"""The calendar of instalments that settles what a case owes, by the law."""

from datetime import date
from typing import Any

from naungan.casework.collection.books import Account, Books
from naungan.casework.collection.ledger import Ledger, Owed, Paid, Terms, settle
from naungan.law.arrears import FIELDS
from naungan.law.arrears.plan import Instalment, plan
from naungan.law.book import enacted
from naungan.law.question import read_facts
from naungan.law.reader import reader_of
from naungan.lib.errors import LawRefused


def instalments(
    found: Books,
    signed_on: date,
    *,
    first_on: date | None = None,
    count: int | None = None,
    amount_idr: int | None = None,
) -> tuple[Instalment, ...]:
    """Divide what is owed on a day into so many instalments, or instalments of so much.

    The last one settles what is then left, with the fines to its day. Raises
    LawRefused where both or neither are said, and where nothing is owed.
    """
    if found.standing is None:
        raise LawRefused("Hitung dahulu utangnya; cicilan dibagi dari situ.")
    reader = reader_of(enacted())
    account = _as_of(found.standing, signed_on)
    said: dict[str, Any] = {"on": signed_on}
    if count is not None:
        said["instalments"] = count
    if amount_idr is not None:
        said["instalment"] = amount_idr
    if first_on is not None:
        said["first_instalment_on"] = first_on
    made = plan(read_facts(said, FIELDS), account.account, signed_on, reader)
    if made is None:
        raise LawRefused("Tulis banyaknya cicilan, atau besarnya tiap cicilan.")
    if not made.instalments:
        raise LawRefused("Tidak ada yang terutang lagi untuk dicicil.")
    return made.instalments


def _as_of(one: Account, on: date) -> Ledger:
    """Settle an account with the payments up to a day only."""
    return settle(
        [
            Owed(
                each.pk, each.month, each.programme, each.employer_idr, each.worker_idr
            )
            for each in one.lines
        ],
        [
            Paid(each.pk, each.paid_on, each.amount_idr, each.for_month)
            for each in one.payments
            if each.paid_on <= on
        ],
        Terms(one.debt.counted_on, one.debt.labour_intensive),
        reader_of(enacted()),
    )
