"""How an account puts its arithmetic into words: months that are alike together."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Final

from naungan.law.arrears.account import Item, Settled
from naungan.law.arrears.payroll import Levy
from naungan.law.fine.late import joined
from naungan.law.terms import shown
from naungan.law.words import Words, number, percent, rupiah, words


MOST_TERMS: Final = 4  # groups of workers written out; more are summed up


def late_words(months: int) -> Words:
    """Say how late a month is."""
    if months == 0:
        return words("belum terlambat", "not late yet")
    return words("terlambat {months}", "{months} late", months=shown("months", months))


def less_paid_words(paid_idr: int) -> Words:
    """Subtract what was paid, or say nothing where nothing was."""
    if paid_idr == 0:
        return words("", "")
    return words(" − dibayar {paid}", " − paid {paid}", paid=rupiah(paid_idr))


def levy_words(levied: Sequence[Levy]) -> Words:
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


def fine_words(items: Sequence[Item], on: date) -> Words:
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


def settled_words(settled: Settled) -> Words:
    """Say what a payment went to."""
    return words(
        "iuran {contribution}, denda {fine}",
        "contributions {contribution}, fines {fine}",
        contribution=rupiah(settled.contribution_idr),
        fine=rupiah(settled.fine_idr),
    )
