"""The lines of an answer about arrears: months, programmes, totals, instalments."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any, Final

from naungan.law.answer import Draft, Used
from naungan.law.arrears.account import Account, Item, Settled, cited
from naungan.law.arrears.arithmetic import (
    fine_words,
    late_words,
    less_paid_words,
    levy_words,
    settled_words,
)
from naungan.law.arrears.payroll import Levy
from naungan.law.contributions.share import PAYERS
from naungan.law.reader import Reader
from naungan.law.terms import term
from naungan.law.words import (
    day,
    month as month_figure,
    rupiah,
    words,
)
from naungan.lib.dates import month_text


LAPSED: Final = words(
    "Keringanan padat karya gugur karena tidak dilunasi sampai batasnya",
    "The labour-intensive relief lapsed, as it was not settled by its last day",
)
_CATEGORIES: Final = {
    "unpaid": "in_arrears",
    "late_registration": "pwbd",
    "partial_registration": "pds_workers",
    "underreported_wages": "pds_wages",
}
_BACK: Final = words(
    "Jumlah ini adalah iuran yang seharusnya dibayar; tidak terlihat pasal yang "
    "mengatur sendiri penagihan mundurnya. Dendanya dihitung seperti iuran terlambat, "
    "dan denda administratif (jenis pertanyaan fine) tersendiri.",
    "This is what should have been paid; no article seen rules how it is collected "
    "back. The fine is counted as on late contributions; the administrative fine "
    "(question kind fine) stands apart.",
)


def write(account: Account, on: date, paid_idr: int, draft: Draft) -> dict[str, Any]:
    """Write months, programmes and totals; give the results nested by programme."""
    results: dict[str, Any] = {"months": {}}
    for month, items in _by(account.items, lambda one: one.levy.month):
        results["months"][month_text(month)] = _write_month(
            month, items, on, draft, first=account.items[0].levy.month
        )
    ordered = sorted(account.items, key=lambda one: one.levy.programme)
    order = list(dict.fromkeys(one.levy.programme for one in account.items))
    grouped = dict(_by(ordered, lambda one: one.levy.programme))
    for programme in order:
        results[programme] = _write_programme(programme, grouped[programme], on, draft)
    return results | _write_totals(account, on, paid_idr, draft)


def write_payment(
    paid_on: date, amount_idr: int, settled: Settled, account: Account, draft: Draft
) -> None:
    """Write what one payment settled."""
    draft.line(
        "payment",
        words("Pembayaran {on}", "Payment of {on}", on=day(paid_on)),
        -amount_idr,
        settled_words(settled),
        account.order.used,
    )


def write_cause(cause: str | None, on: date, draft: Draft, reader: Reader) -> None:
    """Cite the duty that was broken, and say what is open about collecting back."""
    code = cause or "unpaid"
    read = reader.at(f"enforcement/categories/{_CATEGORIES[code]}", on, str)
    label = words("Sebab: {cause}", "Cause: {cause}", cause=term(code))
    draft.line("cause", label, None, None, read.used)
    if code != "unpaid":
        draft.note(_BACK)


def _write_month(
    month: int, items: Sequence[Item], on: date, draft: Draft, *, first: int
) -> dict[str, Any]:
    fines = [one.fine(on) for one in items]
    contribution = sum(one.levy.amount_idr for one in items)
    fine = sum(one.fine_idr for one in fines)
    left = sum(one.left_idr + one.fine_left_idr(on) for one in items)
    months = max(one.months for one in fines)
    earliest = min(items, key=lambda one: one.due.on)
    draft.line(
        f"months.{month_text(month)}",
        words("Iuran {month}", "Contribution of {month}", month=month_figure(month)),
        left,
        words(
            "{due}, {late}: iuran {contribution} + denda {fine}{paid}",
            "{due}, {late}: contribution {contribution} + fine {fine}{paid}",
            due=earliest.due.words,
            late=late_words(months),
            contribution=rupiah(contribution),
            fine=rupiah(fine),
            paid=less_paid_words(contribution + fine - left),
        ),
        *cited(*(_due_used(one, first=month == first) for one in items)),
    )
    return {
        "due_on": earliest.due.on,
        "months_late": months,
        "contribution": contribution,
        "fine": fine,
        "left": left,
    }


def _due_used(item: Item, *, first: bool) -> tuple[Used, ...]:
    """Cite the day, and once, in the first month, that it lies in the month after."""
    used = item.due.used
    return used if first else tuple(one for one in used if one.unit != "months")


def _write_programme(
    programme: str, items: Sequence[Item], on: date, draft: Draft
) -> dict[str, Any]:
    levied = [one.levy for one in items]
    total = sum(one.amount_idr for one in levied)
    draft.line(
        f"{programme}.total",
        words("Iuran {programme}", "{programme} contributions", programme=programme),
        total,
        levy_words(levied),
        *cited(*(one.used for one in levied)),
    )
    fines = [one.fine(on) for one in items]
    fine_idr = sum(one.fine_idr for one in fines)
    counted = [
        one.delay.used for each in fines for one in each.parts if one.rate.monthly
    ]
    draft.line(
        f"{programme}.fine",
        words("Denda {programme}", "{programme} fines", programme=programme),
        fine_idr,
        fine_words(items, on),
        *cited(*(one.used for one in fines), *counted),
    )
    payers = _by_payer(levied)
    return {**payers, "total": total, "fine": fine_idr}


def _write_totals(
    account: Account, on: date, paid_idr: int, draft: Draft
) -> dict[str, Any]:
    payers = _by_payer([one.levy for one in account.items])
    contribution = sum(payers.values())
    fine = sum(one.fine(on).fine_idr for one in account.items)
    for payer, amount in payers.items():
        label = words(
            "Iuran, bagian {payer}", "Contributions, {payer}", payer=term(payer)
        )
        draft.line(payer, label, amount)
    draft.line("contribution", words("Jumlah iuran", "All contributions"), contribution)
    draft.line("fine", words("Jumlah denda", "All fines"), fine)
    if paid_idr:
        draft.line("paid", words("Sudah dibayar", "Paid already"), -paid_idr)
    total = account.owed_idr(on)
    draft.line("total", words("Terutang seluruhnya", "Owed in all"), total)
    return {
        **payers,
        "contribution": contribution,
        "fine": fine,
        "paid": paid_idr,
        "total": total,
    }


def _by_payer(levied: Iterable[Levy]) -> dict[str, int]:
    sums: dict[str, int] = {}
    for one in levied:
        for payer, amount in one.by_payer.items():
            sums[payer] = sums.get(payer, 0) + amount
    return {payer: sums[payer] for payer in PAYERS if payer in sums}


def _by(items: Sequence[Item], key: Any) -> list[tuple[Any, list[Item]]]:
    return [(one, list(same)) for one, same in groupby(items, key=key)]
