"""The answer to a what-if: coverage, gap, and cost per month by who pays."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _, ngettext

from naungan.law.words import Language
from naungan.lib.dates import month_of, month_text
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number, format_percent
from naungan.web.figures import Figure, month_words, points_words
from naungan.web.pages.what_if.cost import Cost, monthly
from naungan.web.pages.what_if.forms import Asked


HUNDRED = 100


@dataclass(frozen=True)
class Bill:
    """The cost of one group for one month, in words, with what it rests on."""

    title: str
    total: str
    one: str
    payers: list[tuple[str, str]]
    sources: list[str]
    assumed: list[str]
    said: str


@dataclass(frozen=True)
class Answered:
    """Coverage before and after, the gap that stays, and the bills of a month."""

    before: str
    after: str
    points: str
    people: str
    formula: str
    gap: str
    month: str
    bills: list[Bill]


def answer(whole: Figure, asked: Asked, today: date, language: str) -> Answered | None:
    """Compute a what-if on a figure; None where the figure is hidden."""
    if whole.share is None or whole.low is None or not whole.denominator:
        return None
    workers = sum(one.people for one in asked.employers)
    covered = min(whole.denominator, whole.low + asked.people + workers)
    share = Decimal(HUNDRED * covered) / whole.denominator
    month = month_of(today)
    spoken: Language = "en" if language.startswith("en") else "id"
    return Answered(
        before=format_percent(whole.share, 2),
        after=format_percent(share, 2),
        points=points_words(share - whole.share, 2),
        people=format_number(covered - whole.low),
        formula=f"({whole.covered} + {format_number(covered - whole.low)}) ÷ {whole.universe}",
        gap=format_number(whole.denominator - covered),
        month=month_words(month_text(month)),
        bills=_bills(asked, workers, month, spoken),
    )


def _bills(asked: Asked, workers: int, month: int, language: Language) -> list[Bill]:
    found = []
    if asked.people:
        cost = monthly("BPU", month, asked.people, {"payer": asked.payer}, language)
        found.append(_bill(_("%s orang BPU") % format_number(asked.people), cost))
    if workers:
        title = ngettext(
            "%(people)s pekerja di %(firms)s pemberi kerja",
            "%(people)s pekerja di %(firms)s pemberi kerja",
            len(asked.employers),
        ) % {
            "people": format_number(workers),
            "firms": len(asked.employers),
        }
        if asked.wage_idr is None:
            said = _("Isi upah rata-rata untuk menghitung iuran PU.")
            cost = Cost(0, 0, [], [], [], said)
        else:
            cost = monthly("PU", month, workers, {"wage": asked.wage_idr}, language)
        found.append(_bill(title, cost))
    return found


def _bill(title: str, cost: Cost) -> Bill:
    return Bill(
        title=title,
        total=format_rupiah(cost.all_idr),
        one=format_rupiah(cost.one_idr),
        payers=[(name, format_rupiah(amount)) for name, amount in cost.payers],
        sources=cost.sources,
        assumed=cost.assumed,
        said=cost.said,
    )
