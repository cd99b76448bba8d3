"""The lines of an answer about arrears: months, programmes, totals, instalments."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, Final

from naungan.law.answer import Draft, Used
from naungan.law.arrears.account import Account, Item, Settled, cited
from naungan.law.arrears.payroll import Levy
from naungan.law.arrears.plan import Plan
from naungan.law.contributions.share import PAYERS
from naungan.law.fine.late import joined
from naungan.law.reader import Reader
from naungan.law.terms import shown, term
from naungan.law.words import (
    Words,
    day,
    month as month_figure,
    number,
    percent,
    rupiah,
    words,
)
from naungan.lib.dates import month_text


LAPSED: Final = words(
    "Keringanan padat karya gugur karena tidak dilunasi sampai batasnya",
    "The labour-intensive relief lapsed, as it was not settled by its last day",
)
MOST_TERMS: Final = 4  # groups of workers written out; more are summed up
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
        _settled(settled),
        account.order.used,
    )


def write_cause(cause: str | None, on: date, draft: Draft, reader: Reader) -> None:
    """Cite the duty that was broken, and say what is open about collecting back."""
    code = cause or "unpaid"
    read = reader.find(f"enforcement/categories/{_CATEGORIES[code]}", on, str)
    if read is not None:
        label = words("Sebab: {cause}", "Cause: {cause}", cause=term(code))
        draft.line("cause", label, None, None, read.used)
    if code != "unpaid":
        draft.note(_BACK)


def write_plan(plan: Plan, draft: Draft) -> dict[str, Any]:
    """Write the calendar of instalments and give it as results."""
    for one in plan.instalments:
        draft.line(
            f"plan.{one.number}",
            words(
                "Cicilan ke-{number}, {on}",
                "Instalment {number}, {on}",
                number=number(one.number),
                on=day(one.on),
            ),
            one.amount_idr,
            words(
                "{settled}; sisa {left}; bila tidak dibayar, penagihan dibuka kembali {day}",
                "{settled}; {left} left; if unpaid, collection reopens on {day}",
                settled=_settled(one.settled),
                left=rupiah(one.left_idr),
                day=day(one.reopens_on),
            ),
            *(plan.used if one.number == 1 else ()),
        )
    draft.line(
        "plan.total", words("Jumlah cicilan", "Sum of the instalments"), plan.total_idr
    )
    return {
        "total": plan.total_idr,
        "instalments": [
            {
                "due_on": one.on,
                "amount": one.amount_idr,
                "contribution": one.settled.contribution_idr,
                "fine": one.settled.fine_idr,
                "left": one.left_idr,
                "reopens_on": one.reopens_on,
            }
            for one in plan.instalments
        ],
    }


def _write_month(
    month: int, items: Sequence[Item], on: date, draft: Draft, *, first: int
) -> dict[str, Any]:
    fines = [one.fine(on) for one in items]
    contribution = sum(one.levy.amount_idr for one in items)
    fine = sum(one.fine_idr for one in fines)
    left = sum(one.left_idr + one.fine_left_idr(on) for one in items)
    months = max(one.months for one in fines)
    latest = max(items, key=lambda one: one.due.on)
    draft.line(
        f"months.{month_text(month)}",
        words("Iuran {month}", "Contribution of {month}", month=month_figure(month)),
        left,
        words(
            "{due}, {late}: iuran {contribution} + denda {fine}{paid}",
            "{due}, {late}: contribution {contribution} + fine {fine}{paid}",
            due=latest.due.words,
            late=_late(months),
            contribution=rupiah(contribution),
            fine=rupiah(fine),
            paid=_less_paid(contribution + fine - left),
        ),
        *cited(*(_due_used(one, first=month == first) for one in items)),
    )
    return {
        "due_on": latest.due.on,
        "months_late": months,
        "contribution": contribution,
        "fine": fine,
        "left": left,
    }


def _due_used(item: Item, *, first: bool) -> tuple[Used, ...]:
    """Cite the day, and once, in the first month, that it lies in the month after."""
    used = item.due.used
    return used if first else tuple(one for one in used if one.unit != "months")


def _late(months: int) -> Words:
    if months == 0:
        return words("belum terlambat", "not late yet")
    return words("terlambat {months}", "{months} late", months=shown("months", months))


def _less_paid(paid_idr: int) -> Words:
    if paid_idr == 0:
        return words("", "")
    return words(" − dibayar {paid}", " − paid {paid}", paid=rupiah(paid_idr))


def _write_programme(
    programme: str, items: Sequence[Item], on: date, draft: Draft
) -> dict[str, Any]:
    levied = [one.levy for one in items]
    total = sum(one.amount_idr for one in levied)
    draft.line(
        f"{programme}.total",
        words("Iuran {programme}", "{programme} contributions", programme=programme),
        total,
        _levy_words(levied),
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
        _fine_words(items, on),
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


def _levy_words(levied: Sequence[Levy]) -> Words:
    """Write months that cost the same together: 5 bulan × (12 × Rp8.400)."""
    terms = []
    for of_group, same in groupby(levied, key=lambda one: one.terms):
        count = len(list(same))
        terms.append(
            words(
                "{months} × ({terms})",
                "{months} × ({terms})",
                months=shown("months", count),
                terms=_terms(of_group),
            )
        )
    return joined(terms)


def _terms(of_group: Sequence[tuple[int, int]]) -> Words:
    if len(of_group) > MOST_TERMS:
        people = sum(count for count, _ in of_group)
        total = sum(count * amount for count, amount in of_group)
        return words(
            "{total} untuk {people} pekerja",
            "{total} for {people} workers",
            total=rupiah(total),
            people=number(people),
        )
    return joined(
        [
            words(
                "{count} × {amount}",
                "{count} × {amount}",
                count=number(count),
                amount=rupiah(amount),
            )
            for count, amount in of_group
        ]
    )


def _fine_words(items: Sequence[Item], on: date) -> Words:
    """Write the months of one amount together: Rp100.800 × 2% × (5 + 4 + 3) bulan."""
    months: dict[tuple[int, Decimal], list[int]] = {}
    for item in items:
        for one in item.fine(on).parts:
            if one.delay.months and one.rate.monthly:
                key = one.part.amount_idr, one.rate.monthly
                months.setdefault(key, []).append(one.delay.months)
    if not months:
        return words("tidak ada", "none")
    return joined([_fine_term(*key, late) for key, late in months.items()])


def _fine_term(amount_idr: int, monthly: Decimal, late: Sequence[int]) -> Words:
    if len(late) == 1:
        counted = shown("months", late[0])
    else:
        counted = words(
            "({months}) bulan",
            "({months}) months",
            months=joined([words("{n}", "{n}", n=number(one)) for one in late]),
        )
    return words(
        "{amount} × {rate} × {months}",
        "{amount} × {rate} × {months}",
        amount=rupiah(amount_idr),
        rate=percent(monthly),
        months=counted,
    )


def _settled(settled: Settled) -> Words:
    return words(
        "iuran {contribution}, denda {fine}",
        "contributions {contribution}, fines {fine}",
        contribution=rupiah(settled.contribution_idr),
        fine=rupiah(settled.fine_idr),
    )


def _by(items: Sequence[Item], key: Any) -> list[tuple[Any, list[Item]]]:
    return [(one, list(same)) for one, same in groupby(items, key=key)]
