"""The administrative fine on an employer that did not register truthfully."""

from datetime import date
from decimal import Decimal
from typing import Final

from naungan.law.answer import Answer, Draft
from naungan.law.fine.late import Part, fine_since
from naungan.law.fine.rate import Rate
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import Words, words


STATED: Final = ("type", "segment", "amount", "paid_on", "second_warning_ended_on")
_TITLE: Final = words(
    "Denda administratif pemberi kerja", "Administrative fine on an employer"
)
_BASE: Final = words(
    "Dasarnya iuran yang seharusnya dibayar; denda ini di luar denda keterlambatan.",
    "It is counted on the contributions that should have been paid, apart from the "
    "late fine.",
)


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what the administrative fine is, from the second warning's end."""
    facts.only(STATED, "denda administratif")
    since = facts.need("second_warning_ended_on", date)
    paid_on = facts.need("paid_on", date)
    amount_idr = facts.need("amount", int)
    share = reader.at("fines/administrative/rate", paid_on, Decimal)
    fine = fine_since(
        since, [(Part(amount_idr, paid_on), Rate(share.value, (share.used,)))], reader
    )
    draft = Draft()
    draft.note(_BASE)
    counted = fine.parts[0].delay
    draft.line(
        "months",
        words("Bulan denda", "Months fined"),
        None,
        counted.words,
        *counted.used,
    )
    draft.line(
        "fine",
        words("Denda administratif", "Administrative fine"),
        fine.fine_idr,
        fine.words,
        *fine.used,
    )
    _paid_with(draft, paid_on, reader)
    results = {
        "since": since,
        "months": fine.months,
        "rate": share.value,
        "fine": fine.fine_idr,
    }
    return Answer(
        "fine",
        _TITLE,
        results,
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )


def _paid_with(draft: Draft, on: date, reader: Reader) -> None:
    rule = reader.at("fines/administrative/paid_with_next_month", on, bool)
    if rule.value:
        label: Words = words(
            "Disetor bersama iuran bulan berikutnya",
            "Paid together with the next month's contribution",
        )
        draft.line("paid_with", label, None, None, rule.used)
