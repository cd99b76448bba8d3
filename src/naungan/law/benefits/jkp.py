"""JKP: cash for some months after a layoff, by the rule of the day of the layoff.

Until 6 February 2025 the share of the wage falls after three months; since PP
6/2025 it stays the same for all six. What decides beside the wage (conditions,
arrears of the employer, the window for claiming) stands in `law/job_loss`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final, cast

from naungan.law.answer import Answer, Draft, Used
from naungan.law.benefit_fields import EVENT_DATE, REPORTED_WAGE, WAGE
from naungan.law.claim.span import months_later
from naungan.law.job_loss.arrears import FIELDS as ARREARS_FIELDS, who_pays
from naungan.law.job_loss.claim_window import FIELDS as CLAIM_FIELDS, window
from naungan.law.job_loss.conditions import FIELDS as CONDITION_FIELDS, conditions
from naungan.law.old_age.condition import failed
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.source.unit import Row
from naungan.law.terms import listed, term
from naungan.law.words import Words, day, number, percent, rupiah, words
from naungan.lib.dates import month_of


FIELDS: Final = (
    EVENT_DATE,
    WAGE,
    REPORTED_WAGE,
    *CONDITION_FIELDS,
    *CLAIM_FIELDS,
    *ARREARS_FIELDS,
)
SCHEDULE: Final = "benefits/jkp/cash_schedule"
WAGE_CAP: Final = "benefits/jkp/wage_cap"
LONGEST: Final = "benefits/jkp/max_months"


@dataclass(frozen=True)
class Cash:
    """The cash of one month: its number, amount and how it was reckoned."""

    number: int
    amount_idr: int
    ratio: Decimal
    used: tuple[Used, ...]


@dataclass(frozen=True)
class Judged:
    """What stands around the cash of one layoff: due or not, by when, from whom."""

    laid_off_on: date
    due: bool
    claim_by: date
    paid_by: str


def judge(facts: Facts, reader: Reader, draft: Draft) -> Judged:
    """Write the conditions, the window and the payer of one layoff."""
    laid_off_on = facts.need(EVENT_DATE.name, date)
    reader.refuse_outside(month_of(laid_off_on))
    reader.at(SCHEDULE, laid_off_on, tuple)
    met = conditions(facts, reader, draft, laid_off_on)
    in_time, claim_by = window(facts, reader, draft, laid_off_on)
    payer = who_pays(facts, reader, draft, laid_off_on)
    due = met and in_time
    return Judged(laid_off_on, due, claim_by, payer if due else "nobody")


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what JKP pays after one layoff."""
    judging, draft = Draft(), Draft()
    judged = judge(facts, reader, judging)
    laid_off_on = judged.laid_off_on
    months = _cash(facts, reader, draft, laid_off_on) if judged.due else ()
    total = sum(one.amount_idr for one in months)
    _total(draft, months, total, judging)
    # What is paid comes first, then why: that is what a family looks for.
    draft.lines += judging.lines
    draft.notes += judging.notes
    _close(reader, draft, laid_off_on)
    results: dict[str, Any] = {
        "due": judged.due,
        "cash": {str(one.number): one.amount_idr for one in months},
        "claim_by": judged.claim_by,
        "paid_by": judged.paid_by,
        "total": total,
    }
    title = words(
        "Manfaat JKP, PHK {day}", "JKP, laid off on {day}", day=day(laid_off_on)
    )
    return Answer(
        "benefit",
        title,
        results,
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )


def _cash(
    facts: Facts, reader: Reader, draft: Draft, laid_off_on: date
) -> tuple[Cash, ...]:
    based = _based_on(facts, reader, draft, laid_off_on)
    months = tuple(_months(reader, based, laid_off_on))
    for first, last in _stretches(months):
        draft.line(
            f"cash.{first.number}",
            words(
                "Uang tunai bulan ke-{first} sampai ke-{last}, tiap bulan",
                "Cash of months {first} to {last}, each month",
                first=str(first.number),
                last=str(last.number),
            ),
            first.amount_idr,
            words(
                "{r} × {wage}",
                "{r} × {wage}",
                r=percent(first.ratio),
                wage=rupiah(based),
            ),
            *first.used,
        )
    _say_running(reader, draft, laid_off_on)
    return months


def _based_on(facts: Facts, reader: Reader, draft: Draft, laid_off_on: date) -> int:
    """Give the wage that counts: the last one reported, up to the cap."""
    if facts.has(REPORTED_WAGE.name):
        wage = facts.need(REPORTED_WAGE.name, int)
    else:
        wage = facts.need(WAGE.name, int)
        facts.assume(REPORTED_WAGE.name, wage, _AS_REPORTED)
    if facts.has(WAGE.name) and facts.need(WAGE.name, int) != wage:
        draft.note(_REPORTED_COUNTS)
    cap = reader.at(WAGE_CAP, laid_off_on, int)
    based = min(wage, cap.value)
    draft.line(
        "wage",
        words("Upah yang dihitung", "Wage that counts"),
        based,
        words(
            "upah terakhir yang dilaporkan {wage}, paling tinggi {cap}",
            "last reported wage {wage}, at most {cap}",
            wage=rupiah(wage),
            cap=rupiah(cap.value),
        ),
        cap.used,
    )
    return based


_AS_REPORTED: Final = words(
    "sama dengan upah yang disebut", "the same as the wage stated"
)
_REPORTED_COUNTS: Final = words(
    "Yang dihitung upah yang dilaporkan kepada BPJS Ketenagakerjaan, bukan upah yang "
    "sebenarnya; selisihnya urusan pekerja dengan pengusaha.",
    "The wage reported to BPJS counts, not the real one; the difference is between "
    "the worker and the employer.",
)


def months_of(reader: Reader, laid_off_on: date) -> tuple[tuple[int, Decimal], ...]:
    """Give every paid month by its number, with the share of the wage it pays."""
    schedule = reader.at(SCHEDULE, laid_off_on, tuple)
    return tuple(
        (month, row["ratio"])
        for row in schedule.value
        for month in _numbers(row, reader, laid_off_on)
    )


def _numbers(row: Row, reader: Reader, laid_off_on: date) -> range:
    longest = reader.at(LONGEST, laid_off_on, int)
    first, last = cast(int, row["month_from"]), cast(int, row["month_to"])
    return range(first, min(last, longest.value) + 1)


def _months(reader: Reader, based: int, laid_off_on: date) -> Iterator[Cash]:
    longest = reader.at(LONGEST, laid_off_on, int)
    schedule = reader.at(SCHEDULE, laid_off_on, tuple)
    for row in schedule.value:
        exact = times(based, row["ratio"])
        amount, rounding = reader.rounded("benefit", laid_off_on, exact)
        of_row = schedule.used.narrowed(row)
        for month in _numbers(row, reader, laid_off_on):
            yield Cash(month, amount, row["ratio"], (of_row, longest.used, *rounding))


def _stretches(months: tuple[Cash, ...]) -> Iterator[tuple[Cash, Cash]]:
    """Yield the first and the last month of every stretch with the same share."""
    ratios = dict.fromkeys(one.ratio for one in months)
    for ratio in ratios:
        same = [one for one in months if one.ratio == ratio]
        yield same[0], same[-1]


def _say_running(reader: Reader, draft: Draft, laid_off_on: date) -> None:
    """Note it when another rule came into force while the cash was being paid."""
    schedule = reader.at(SCHEDULE, laid_off_on, tuple)
    longest = reader.at(LONGEST, laid_off_on, int)
    until = months_later(laid_off_on, longest.value)
    later = reader.at(SCHEDULE, until, tuple)
    if later.used.from_on != schedule.used.from_on:
        draft.note(
            words(
                "Aturan baru berlaku {day}, ketika uang tunai ini masih berjalan; yang "
                "dipakai aturan pada hari PHK, karena aturan peralihannya tidak terlihat.",
                "A new rule took effect on {day}, while this cash was still running; the "
                "rule of the day of the layoff is used, as no transitional rule was seen.",
                day=day(later.used.from_on),
            )
        )


def _total(draft: Draft, months: tuple[Cash, ...], total: int, judging: Draft) -> None:
    label = words("Seluruh uang tunai JKP", "All JKP cash")
    if not months:
        draft.line("total", label, 0, _why_nothing(judging))
        return
    parts: list[Words] = []
    for first, last in _stretches(months):
        count = last.number - first.number + 1
        parts.append(
            words(
                "{count} × {amount}",
                "{count} × {amount}",
                count=number(count),
                amount=rupiah(first.amount_idr),
            )
        )
    pattern = " + ".join(f"{{p{place}}}" for place in range(len(parts)))
    named = {f"p{place}": part for place, part in enumerate(parts)}
    draft.line(
        "total",
        label,
        total,
        words(pattern, pattern, **named),
    )


def _why_nothing(judging: Draft) -> Words:
    """Name what stands against the claim: the conditions that failed, or its day."""
    against = failed(judging.lines)
    if not against:
        return words(
            "tidak dibayarkan, karena klaim terlambat",
            "not paid, because the claim was too late",
        )
    return words(
        "tidak dibayarkan; syarat yang tidak terpenuhi: {against}",
        "not paid; conditions that are not met: {against}",
        against=listed(against),
    )


def _close(reader: Reader, draft: Draft, laid_off_on: date) -> None:
    """Say what comes beside the cash, and what ends the right."""
    for key, label in (
        ("other_benefits", words("Manfaat lain", "Other benefits")),
        ("right_ends_on", words("Hak berakhir bila", "The right ends with")),
    ):
        found = reader.at(f"benefits/jkp/{key}", laid_off_on, tuple)
        codes = listed([term(str(one)) for one in found.value])
        draft.line(key, label, None, codes, found.used)
