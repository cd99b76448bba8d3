"""A question about arrears, answered month by month and programme by programme."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from naungan.law.answer import Answer, Draft
from naungan.law.arrears import calendar, lines, plan as planning, shortfall, standing
from naungan.law.arrears.account import Account, Item, open_account
from naungan.law.arrears.deferral import is_deferred
from naungan.law.arrears.fields import FIELDS, OF_EMPLOYER, OF_PARTICIPANT
from naungan.law.arrears.payroll import (
    Group,
    Levy,
    groups,
    levies,
    without_lapsed_relief,
)
from naungan.law.due import newest_overdue
from naungan.law.fine.delay import past_the_book
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import Words, day, month as month_figure, rupiah, words
from naungan.lib.dates import month_label


_SHARED: Final = ("on", "segment", "cause", "months", "since", "payments")
_FOR_BPU: Final = (*_SHARED, *OF_PARTICIPANT, "paid_through")
_ONLY_BPU: Final = ("income", "payer", "occupation", "age")
_FOR_PU: Final = tuple(
    one.name for one in FIELDS if one.name not in _ONLY_BPU or one.name in OF_EMPLOYER
)
_PLAIN: Final = words("karena tidak disebut", "as none was given")


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what is owed on a day, line by line, with what it leads to."""
    return answer_with_levies(facts, reader)[0]


def answer_with_levies(facts: Facts, reader: Reader) -> tuple[Answer, tuple[Levy, ...]]:
    """Answer what is owed on a day, and give what each month and programme cost."""
    on = facts.need("on", date)
    segment = facts.assume("segment", "PU", _PLAIN)
    facts.only(_FOR_BPU if segment == "BPU" else _FOR_PU, f"segmen {segment}")
    beyond = past_the_book(on, reader)
    if beyond is not None:
        facts.assumed.append(beyond)
    draft = Draft()
    account = _account(facts, segment, on, reader, draft)
    paid_idr = _pay(facts, account, on, draft)
    results = lines.write(account, on, paid_idr, draft)
    overdue = [one.levy.month for one in account.items if _is_overdue(one, on)]
    owed_idr, partly = _workers_share(account, on)
    debt = standing.Debt(segment, on, overdue, owed_idr, _in_jkp(facts), partly)
    results |= standing.write(debt, draft, reader)
    results["not_yet_due"] = _not_yet_due(account, on, draft)
    lines.write_cause(facts.get("cause", str), on, draft, reader)
    results |= _beside(facts, account, on, draft, reader)
    found = Answer(
        "arrears",
        _title(on, results["total"]),
        results,
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )
    return found, tuple(one.levy for one in account.items)


def _title(on: date, total_idr: int) -> Words:
    return words(
        "Terutang pada {on}: {total}",
        "Owed on {on}: {total}",
        on=day(on),
        total=rupiah(total_idr),
    )


def _account(
    facts: Facts, segment: str, on: date, reader: Reader, draft: Draft
) -> Account:
    payroll = groups(facts)
    months = _months(facts, segment, on, reader)
    found: list[Levy] = []
    for month in months:
        reader.refuse_outside(month)
        workers, used = without_lapsed_relief(payroll, month, on, reader)
        if used:
            draft.line("settle_by", lines.LAPSED, None, None, *used)
        workers = [_paid_before(one, months[0]) for one in workers]
        found += levies(workers, segment, month, reader, draft, facts.assumed)
    return open_account(
        segment,
        found,
        on,
        reader,
        labour_intensive=bool(facts.get("labour_intensive", bool)),
        handed_over_on=facts.get("handed_over_on", date),
        deferred=_is_deferred(facts, found, reader),
    )


def _is_deferred(facts: Facts, found: Sequence[Levy], reader: Reader) -> bool:
    """Ask of the pandemic's deferral only where it could have been."""
    if not any(is_deferred(one.programme, one.month, reader) for one in found):
        return False
    because = words(
        "karena tidak disebut; tanpa persetujuan iuran JP jatuh tempo seluruhnya",
        "as it was not said; without approval all of JP fell due",
    )
    return facts.assume("jp_deferred", False, because)


def _paid_before(group: Group, first: int) -> Group:
    """Take what came before the first unpaid month as paid, which reliefs ask for."""
    if "paid_through" in group.stated:
        return group
    return group.saying({"paid_through": first - 1})


def _months(facts: Facts, segment: str, on: date, reader: Reader) -> tuple[int, ...]:
    stated = facts.get("months", tuple)
    since = facts.get("since", int)
    if (stated is None) == (since is None):
        facts.refuse("months", "atau since: isi salah satu, tidak keduanya")
    if stated is not None:
        return stated
    assert since is not None
    newest = newest_overdue(segment, "JKK", on, reader)
    if since > newest:
        facts.refuse(
            "since",
            f"belum ada yang jatuh tempo; terakhir iuran {month_label(newest)}",
        )
    return tuple(range(since, newest + 1))


def _pay(facts: Facts, account: Account, on: date, draft: Draft) -> int:
    """Book the payments in the order of their days and give their sum."""
    booked = sorted(
        facts.records("payments"), key=lambda one: one.need("paid_on", date)
    )
    for one in booked:
        paid_on, amount = one.need("paid_on", date), one.need("amount", int)
        if paid_on > on:
            one.refuse("paid_on", "sesudah hari perhitungan")
        month, programme = one.get("month", int), one.get("programme", str)

        def reaches(
            item: Item, month: int | None = month, programme: str | None = programme
        ) -> bool:
            return month in (None, item.levy.month) and programme in (
                None,
                item.levy.programme,
            )

        settled = account.pay(amount, paid_on, reaches)
        if settled.left_idr:
            one.refuse("amount", f"melebihi yang terutang sebesar {settled.left_idr}")
        lines.write_payment(paid_on, amount, settled, account, draft)
    return sum(one.need("amount", int) for one in booked)


def _is_overdue(item: Item, on: date) -> bool:
    return item.due.on < on and (item.left_idr > 0 or item.fine_left_idr(on) > 0)


def _workers_share(account: Account, on: date) -> tuple[int, bool]:
    """Give the workers' share of what is overdue and unpaid, and whether at most.

    A part payment does not say whose share it was; the share can then not be more
    than what is left.
    """
    unpaid = [
        (one.levy.by_payer.get("worker", 0), one.left_idr, one.levy.amount_idr)
        for one in account.items
        if one.due.on < on
    ]
    partly = any(share and 0 < left < levied for share, left, levied in unpaid)
    return sum(min(share, left) for share, left, _ in unpaid), partly


def _not_yet_due(account: Account, on: date, draft: Draft) -> int:
    """Say what of the total does not have to be paid yet, and give that amount."""
    later = [one for one in account.items if one.due.on >= on and one.left_idr > 0]
    amount = sum(one.left_idr for one in later)
    if amount:
        said = words(
            "Di dalamnya {amount} belum lewat jatuh tempo, sejak iuran {first}.",
            "Of this, {amount} is not past its due day, from {first} on.",
            amount=rupiah(amount),
            first=month_figure(later[0].levy.month),
        )
        draft.note(said)
    return amount


def _in_jkp(facts: Facts) -> bool:
    stated: Sequence[str] | None = facts.get("programmes", tuple)
    return stated is None or "JKP" in stated


def _beside(
    facts: Facts, account: Account, on: date, draft: Draft, reader: Reader
) -> dict[str, Any]:
    """Add what the question asks beside the debt: shortfalls, instalments."""
    found: dict[str, Any] = {}
    events = shortfall.shortfalls(facts, reader)
    if events:
        found["shortfall"] = shortfall.write(events, draft)
        found["events"] = [one.as_result() for one in events]
    made = planning.plan(facts, account, on, reader)
    if made is not None:
        found["plan"] = calendar.write(made, draft)
    return found
