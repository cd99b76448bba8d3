"""Shares of many people added up, each rounded alone before."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from naungan.law.answer import Used
from naungan.law.contributions.share import Share
from naungan.law.words import Words, number, rupiah, words
from naungan.lib.programmes import BITS


Alike = tuple[Share, int]
"""A share, and how many people owe exactly this."""


def by_programme(parts: Sequence[Share]) -> Words:
    """Write one person's shares side by side: JKK Rp12.000 + JKM Rp15.000."""
    pattern = " + ".join(f"{one.programme} {{a{n}}}" for n, one in enumerate(parts))
    figures = {f"a{n}": rupiah(one.amount_idr) for n, one in enumerate(parts)}
    return words(pattern, pattern, **figures)


def summed_up(shares: Sequence[Alike]) -> list[Share]:
    """Add up equal parts of all people, in the order of the programmes."""
    groups: dict[tuple[str, str], list[Alike]] = {}
    for share, alike in shares:
        groups.setdefault((share.programme, share.part), []).append((share, alike))
    made = [_sum_of(group) for group in groups.values()]
    order = list(BITS)
    return sorted(made, key=lambda one: (not one.counted, order.index(one.programme)))


def _sum_of(group: list[Alike]) -> Share:
    used: dict[tuple[str, date], Used] = {}
    for share, _ in group:
        for one in share.used:
            used.setdefault((one.path, one.from_on), one)
    shown = words(
        "jumlah {count} orang",
        "sum of {count} people",
        count=number(sum(alike for _, alike in group)),
    )
    return replace(
        group[0][0],
        amount_idr=sum(share.amount_idr * alike for share, alike in group),
        arithmetic=shown,
        used=tuple(used.values()),
    )
