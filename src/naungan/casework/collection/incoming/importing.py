"""Payments of a file matched to cases: shown first, then taken together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection import actions, queries
from naungan.casework.collection.actions import Receipt
from naungan.casework.collection.incoming.receipts import Row
from naungan.casework.collection.models import Payment
from naungan.casework.compliance.models import Case
from naungan.lib.errors import Refusal


NEW, KNOWN, WRONG = "new", "known", "wrong"
STATES: Final = (NEW, KNOWN, WRONG)
_NO_CASE: Final = _("Tidak ada kasus dengan nomor atau NPP ini.")
_SEVERAL: Final = _("Beberapa kasus memiliki NPP ini; tulis nomor kasusnya.")
_TO_COME: Final = _("Tanggal bayar belum tiba.")
_KNOWN: Final = _("Sudah dicatat.")
_TWICE: Final = _("Dua kali dalam berkas ini.")


@dataclass(frozen=True)
class Line:
    """One row of a file with the case that it belongs to, and what becomes of it."""

    row: Row
    case: Case | None
    state: str
    why: str = ""


def matched(by: Scope, rows: Sequence[Row], today: date) -> list[Line]:
    """Say of every row what taking it would do; nothing is written."""
    check_power(by=by, power="record_payments")
    by_number, by_npp = _cases(by, rows)
    known = _known(by, rows)
    seen: set[tuple[object, ...]] = set()
    found = []
    for row in rows:
        one = _line(row, by_number, by_npp, known, seen, today)
        if one.state == NEW:
            seen.add(_key(one.case, row))
        found.append(one)
    return found


def _line(
    row: Row,
    by_number: dict[str, Case],
    by_npp: dict[str, list[Case]],
    known: set[tuple[object, ...]],
    seen: set[tuple[object, ...]],
    today: date,
) -> Line:
    if row.wrong:
        return Line(row, None, WRONG, row.wrong)
    cases = [by_number[row.case]] if row.case in by_number else by_npp.get(row.npp, [])
    if len(cases) != 1:
        return Line(row, None, WRONG, _SEVERAL if cases else _NO_CASE)
    if row.paid_on is not None and row.paid_on > today:
        return Line(row, cases[0], WRONG, _TO_COME)
    key = _key(cases[0], row)
    if key in known:
        return Line(row, cases[0], KNOWN, _KNOWN)
    if key in seen:
        return Line(row, cases[0], WRONG, _TWICE)
    return Line(row, cases[0], NEW)


def _cases(
    by: Scope, rows: Sequence[Row]
) -> tuple[dict[str, Case], dict[str, list[Case]]]:
    """Find the cases by number, and by NPP: those on the track of arrears first."""
    here = queries.visible(by)
    numbered = here.filter(number__in={row.case for row in rows if row.case})
    registered = here.filter(npp__in={row.npp for row in rows if row.npp}, state="open")
    by_npp: dict[str, list[Case]] = {}
    for one in registered:
        by_npp.setdefault(one.npp, []).append(one)
    for npp, several in by_npp.items():
        arrears = [one for one in several if one.track == "arrears"]
        by_npp[npp] = arrears or several
    own_last = sorted(numbered, key=lambda one: one.institution_id == by.institution_id)
    return {one.number: one for one in own_last}, by_npp


def _known(by: Scope, rows: Sequence[Row]) -> set[tuple[object, ...]]:
    """Give the keys of payments that stand, on the days of the file."""
    days = {row.paid_on for row in rows if row.paid_on}
    found = Payment.objects.filter(
        case__in=queries.visible(by), state="standing", paid_on__in=days
    )
    return {
        _keyed(one.case_id, one.reference, one.paid_on, one.amount_idr) for one in found
    }


def _key(case: Case | None, row: Row) -> tuple[object, ...]:
    number = case.pk if case else None
    return _keyed(number, row.reference, row.paid_on, row.amount_idr)


def _keyed(
    case: int | None, reference: str, paid_on: date | None, amount_idr: int | None
) -> tuple[object, ...]:
    """Tell payments apart: by their proof wherever there is one, else by their case."""
    return (reference or case, paid_on, amount_idr)


def take(*, by: Scope, rows: Sequence[Row], today: date) -> int:
    """Record every new payment of a file; one that is refused refuses all of them."""
    with transaction.atomic():
        new = [one for one in matched(by, rows, today) if one.state == NEW]
        for one in new:
            _take_one(by, one, today)
        act.record(by=by, verb="load", noun="payment", noun_id=len(new), rows=len(rows))
    return len(new)


def _take_one(by: Scope, one: Line, today: date) -> None:
    row = one.row
    assert one.case is not None
    assert row.paid_on is not None
    assert row.amount_idr is not None
    receipt = Receipt(row.paid_on, row.amount_idr, row.reference, row.month)
    try:
        actions.record_payment(
            by=by, case=one.case, receipt=receipt, source="imported", today=today
        )
    except Refusal as refusal:
        raise type(refusal)(f"Baris {row.line}: {refusal}") from refusal
