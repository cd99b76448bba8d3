"""Which pension a question about JP leads to, before any rupiah is reckoned.

Old age asks for the retirement age and the full contribution months; disability
and death ask for joining in time and for density. What comes out is monthly, paid
at once, a share of a pension already running, or nothing.
"""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final, Literal

from naungan.law.answer import Draft
from naungan.law.benefit_fields import BIRTH_DATE, EVENT_DATE
from naungan.law.old_age import pension_base, retiring
from naungan.law.old_age.membership import counted_months
from naungan.law.old_age.survivors import MEMBERSHIP, SURVIVORS, Share, share_of
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import number, words
from naungan.lib.dates import format_date, month_of, month_start


Outcome = Literal["monthly", "lump_sum", "received", "nothing"]
PENSION: Final = Field(
    "pension",
    "choice",
    words("macam pensiun", "kind of pension"),
    ("old_age", "disability", *SURVIVORS),
)
RECEIVED: Final = Field(
    "received",
    "idr",
    words(
        "pensiun sebulan yang sudah diterima almarhum",
        "monthly pension that the deceased received",
    ),
)
DISABILITY: Final = "benefits/jp/disability/min_membership_months"
FULL_MONTHS: Final = "benefits/jp/min_contribution_months"


@dataclass(frozen=True)
class PensionCase:
    """A case of JP: what it leads to, with which months and share, since when.

    begins_on: the day of the event; None when the question states none.
    """

    facts: Facts
    reader: Reader
    draft: Draft
    begins_on: date | None
    outcome: Outcome = "monthly"
    months: int = 0
    share: Share | None = None
    results: dict[str, Any] = field(default_factory=dict)

    @property
    def read_on(self) -> date:
        """Give the day on which the law is read: the event, else the last enacted."""
        return self.begins_on or month_start(self.reader.book.months[1])


def judge(facts: Facts, reader: Reader, draft: Draft) -> PensionCase:
    """Find what a case leads to, with every condition as a line."""
    unsaid = words("karena tidak disebut", "as nothing was said")
    kind = facts.assume(PENSION.name, "old_age", unsaid)
    if kind == "old_age":
        return _old_age(facts, reader, draft)
    return _before_old_age(facts, reader, draft, kind)


def _old_age(facts: Facts, reader: Reader, draft: Draft) -> PensionCase:
    retired = retiring.retirement_in(facts, reader, draft)
    case = PensionCase(
        facts, reader, draft, retired.begins_on, "nothing", results=retired.results
    )
    if retired.only_asked_when:
        return case
    if not retired.due:
        return replace(case, results={"due": False, **retired.results})
    if case.begins_on is not None:
        reader.refuse_outside(month_of(case.begins_on))
    paid = _paid_months(case)
    least = reader.at(FULL_MONTHS, case.read_on, int)
    label = words(
        "Syarat: masa iur sedikitnya {least} bulan",
        "Condition: at least {least} contribution months",
        least=number(least.value),
    )
    found = words("{paid} bulan", "{paid} months", paid=number(paid))
    draft.line("conditions.months", label, None, found, least.used)
    outcome: Outcome = "lump_sum" if paid < least.value else "monthly"
    return replace(case, outcome=outcome, months=paid)


def _before_old_age(
    facts: Facts, reader: Reader, draft: Draft, kind: str
) -> PensionCase:
    event_on = facts.need(EVENT_DATE.name, date)
    reader.refuse_outside(month_of(event_on))
    _refuse_born_later(facts, event_on)
    share = None
    if kind in SURVIVORS:
        share = share_of(facts, reader, draft, event_on, kind)
    case = PensionCase(facts, reader, draft, event_on, share=share)
    if share is not None and not share.anyone:
        draft.note(_NOBODY)
        nobody = {"due": False, "monthly": 0}
        return replace(case, outcome="nothing", results=nobody)
    if share is not None and facts.has(RECEIVED.name):
        return replace(case, outcome="received")
    paid = _paid_months(case)
    path = DISABILITY if share is None else MEMBERSHIP
    counted = counted_months(facts, reader, draft, event_on, paid, path)
    if counted is None:
        return replace(case, outcome="lump_sum", months=paid)
    return replace(case, months=counted)


_NOBODY: Final = words(
    "Tidak ada anak yang berhak; lihat pensiun orang tua.",
    "No child is entitled; see the parent's pension.",
)


def _paid_months(case: PensionCase) -> int:
    paid = pension_base.paid_months(case.facts, case.reader)
    if case.begins_on is not None:
        pension_base.warn_of_months(case.reader, case.draft, case.begins_on, paid)
    return paid


def _refuse_born_later(facts: Facts, event_on: date) -> None:
    birth = facts.get(BIRTH_DATE.name, date)
    if birth is not None and birth > event_on:
        facts.refuse(BIRTH_DATE.name, f"{format_date(birth)} sesudah hari kejadian")
