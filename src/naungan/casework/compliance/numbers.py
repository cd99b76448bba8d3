"""Numbers of cases, one after the other, from the agenda book of the institution."""

from datetime import date
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence import numbering
from naungan.casework.correspondence.models import LetterHead


BOOK: Final = "KASUS"


def take(by: Scope, today: date) -> str:
    """Take the next number of a case; given up with the transaction that fails."""
    book = numbering.locked_book(by.institution_id, BOOK, today.year)
    book.last += 1
    book.save(update_fields=["last"])
    head = LetterHead.objects.filter(institution_id=by.institution_id).first()
    office = (head.office_code if head else "") or by.institution_code.upper()
    written = numbering.written(
        book.pattern, kind=BOOK, office=office, serial=book.last, on=today
    )
    return written[: numbering.LONGEST]
