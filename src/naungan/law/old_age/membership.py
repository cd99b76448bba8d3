"""Whether a member paid long and densely enough for a pension before old age.

Disability and survivors' pensions count fifteen years even when fewer were paid
(PP 45/2015 Pasal 20 to 23; Permenaker 29/2015 Pasal 26), if the member had joined
in time and paid at least the required share of the months since.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from naungan.law.answer import Draft
from naungan.law.benefit_fields import CONTRIBUTION_MONTHS, JOINED, JOINED_ON
from naungan.law.claim.span import months_later
from naungan.law.old_age.condition import judged, taken_as_met
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import day, number, percent, words
from naungan.lib.dates import format_date, month_of, month_start


MEMBERSHIP_MONTHS: Final = Field(
    "membership_months",
    "count",
    words("bulan menjadi peserta", "months of membership"),
)
FIELDS: Final = (CONTRIBUTION_MONTHS, JOINED, JOINED_ON, MEMBERSHIP_MONTHS)
DENSITY: Final = "benefits/jp/density_min"
DEEMED: Final = "benefits/jp/deemed_months"


def counted_months(
    facts: Facts, reader: Reader, draft: Draft, event_on: date, paid: int, path: str
) -> int | None:
    """Count the months of a pension before old age; None if conditions are not met.

    path: the parameter that says how long before the event one must have joined.
    """
    deemed = reader.at(DEEMED, event_on, int)
    if paid >= deemed.value:
        return paid
    joined = _joined_in_time(facts, reader, draft, event_on, path)
    dense = _dense(facts, reader, draft, event_on, paid)
    if not (joined and dense):
        return None
    draft.line(
        "deemed",
        words("Masa iur yang dihitung", "Contribution months that count"),
        None,
        words(
            "dibayar {paid} bulan, dianggap {deemed} bulan",
            "{paid} months paid, deemed {deemed} months",
            paid=number(paid),
            deemed=number(deemed.value),
        ),
        deemed.used,
    )
    return deemed.value


def first_day(facts: Facts) -> date | None:
    """Give the day of joining; of a month its first, None where neither is stated."""
    joined, on = facts.get(JOINED.name, int), facts.get(JOINED_ON.name, date)
    if joined is not None and on is not None and joined != month_of(on):
        facts.refuse(JOINED.name, "berbeda dengan bulan dari joined_on; isi satu saja")
    return on or (None if joined is None else month_start(joined))


def _joined_in_time(
    facts: Facts, reader: Reader, draft: Draft, event_on: date, path: str
) -> bool:
    least = reader.at(path, event_on, int)
    label = words(
        "Sudah {least} bulan menjadi peserta sebelum kejadian",
        "A member for {least} months before the event",
        least=number(least.value),
    )
    joined_on = first_day(facts)
    if joined_on is None:
        months = facts.get(MEMBERSHIP_MONTHS.name, int)
        if months is None:
            return taken_as_met(facts, draft, "joined", label, least.used)
        found = words("{months} bulan", "{months} months", months=number(months))
        return judged(draft, "joined", label, months >= least.value, found, least.used)
    if month_of(joined_on) > month_of(event_on):
        facts.refuse(JOINED.name, f"sesudah hari kejadian {format_date(event_on)}")
    enough_on = months_later(joined_on, least.value)
    found = words("terpenuhi pada {day}", "reached on {day}", day=day(enough_on))
    return judged(draft, "joined", label, enough_on <= event_on, found, least.used)


def _dense(
    facts: Facts, reader: Reader, draft: Draft, event_on: date, paid: int
) -> bool:
    least = reader.at(DENSITY, event_on, Decimal)
    label = words(
        "Iuran dibayar sedikitnya {least} dari bulan menjadi peserta",
        "Contributions paid for at least {least} of the months of membership",
        least=percent(least.value),
    )
    period = _period(facts, event_on)
    if period is None:
        return taken_as_met(facts, draft, "density", label, least.used)
    density = min(Fraction(1), Fraction(paid, period) if period else Fraction(1))
    found = words(
        "{paid} dari {period} bulan = {share}",
        "{paid} of {period} months = {share}",
        paid=number(paid),
        period=number(period),
        share=percent(Decimal(int(density * 10_000)) / 10_000),
    )
    met = density >= Fraction(least.value)
    return judged(draft, "density", label, met, found, least.used)


def _period(facts: Facts, event_on: date) -> int | None:
    """Give the months of membership: stated, or from joining to before the event.

    The month of the event does not count: its contribution is not due yet.
    """
    joined_on = first_day(facts)
    if joined_on is None:
        return facts.get(MEMBERSHIP_MONTHS.name, int)
    return facts.assume(
        MEMBERSHIP_MONTHS.name,
        month_of(event_on) - month_of(joined_on),
        words(
            "dari bulan masuk sampai bulan sebelum kejadian",
            "from the month of joining to the month before the event",
        ),
    )
