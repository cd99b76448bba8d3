"""JP: when the pension begins, what it comes to in a month, or what is paid at once.

Five pensions (PP 45/2015 Pasal 16): of old age, of disability, of a widow or
widower, of children, of a parent. Without the conditions of a monthly pension the
contributions and their returns are paid at once (Pasal 24).
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from naungan.law.answer import Answer, Draft
from naungan.law.benefit_fields import BIRTH_DATE, CHILDREN, EVENT_DATE
from naungan.law.old_age import account, pension_base, retiring
from naungan.law.old_age.membership import FIELDS as MEMBERSHIP_FIELDS, counted_months
from naungan.law.old_age.pension_amount import bounded, formula
from naungan.law.old_age.survivors import MEMBERSHIP, SURVIVORS, Share, share_of
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.terms import term
from naungan.law.words import Words, day, number, percent, rupiah, words
from naungan.lib.dates import format_date, month_of, month_start


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
MONTHS_LATE: Final = Field(
    "months_late",
    "count",
    words("bulan keterlambatan BPJS membayar", "months by which BPJS pays late"),
)
FIELDS: Final = tuple(
    dict.fromkeys(
        (
            PENSION,
            EVENT_DATE,
            BIRTH_DATE,
            *MEMBERSHIP_FIELDS,
            *pension_base.FIELDS,
            CHILDREN,
            RECEIVED,
            retiring.STILL_WORKING,
            MONTHS_LATE,
            *account.FIELDS,
        )
    )
)
RATES: Final = ("contributions/jp/employer_rate", "contributions/jp/worker_rate")
DISABILITY: Final = "benefits/jp/disability/min_membership_months"


@dataclass(frozen=True)
class Case:
    """A question about JP in the making; `begins_on` None when no day is known."""

    facts: Facts
    reader: Reader
    draft: Draft
    kind: str
    begins_on: date | None

    @property
    def read_on(self) -> date:
        """Give the day on which the law is read: the event, else the last enacted."""
        if self.begins_on is not None:
            return self.begins_on
        return month_start(self.reader.book.months[1])


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what JP pays for one case."""
    unsaid = words("karena tidak disebut", "as nothing was said")
    kind = facts.assume(PENSION.name, "old_age", unsaid)
    draft = Draft()
    if kind == "old_age":
        results = _old_age(facts, reader, draft)
    else:
        results = _before_old_age(facts, reader, draft, kind)
    title = words("Manfaat JP: {kind}", "JP benefit: {kind}", kind=term(_TITLES[kind]))
    return Answer(
        "benefit",
        title,
        results,
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )


_TITLES: Final = {kind: kind for kind in PENSION.choices} | {
    "disability": "disability_pension"
}


def _old_age(facts: Facts, reader: Reader, draft: Draft) -> dict[str, Any]:
    retired = retiring.retirement_in(facts, reader, draft)
    results = retired.results
    if retired.only_asked_when:
        return results
    if not retired.due:
        return {"due": False} | results
    case = Case(facts, reader, draft, "old_age", retired.begins_on)
    if case.begins_on is not None:
        reader.refuse_outside(month_of(case.begins_on))
    paid = _paid_months(case)
    least = reader.at("benefits/jp/min_contribution_months", case.read_on, int)
    label = words(
        "Syarat: masa iur sedikitnya {least} bulan",
        "Condition: at least {least} contribution months",
        least=number(least.value),
    )
    draft.line("conditions.months", label, None, _months(paid), least.used)
    if paid < least.value:
        return results | _lump_sum(case)
    return results | _monthly(case, paid, None)


def _months(paid: int) -> Words:
    return words("{paid} bulan", "{paid} months", paid=number(paid))


def _paid_months(case: Case) -> int:
    paid = pension_base.paid_months(case.facts, case.reader)
    if case.begins_on is not None:
        pension_base.warn_of_months(
            case.facts, case.reader, case.draft, case.begins_on, paid
        )
    return paid


def _before_old_age(
    facts: Facts, reader: Reader, draft: Draft, kind: str
) -> dict[str, Any]:
    event_on = facts.need(EVENT_DATE.name, date)
    reader.refuse_outside(month_of(event_on))
    case = Case(facts, reader, draft, kind, event_on)
    _refuse_born_later(facts, event_on)
    share = None
    if kind in SURVIVORS:
        share = share_of(facts, reader, draft, event_on, kind)
        if not share.anyone:
            draft.note(_NOBODY)
            return {"due": False, "monthly": 0}
        if facts.has(RECEIVED.name):
            return _after_pensioner(case, share)
    paid = _paid_months(case)
    path = DISABILITY if share is None else MEMBERSHIP
    counted = counted_months(facts, reader, draft, event_on, paid, path)
    if counted.months is None:
        return _lump_sum(case)
    return _monthly(case, counted.months, share)


_NOBODY: Final = words(
    "Tidak ada anak yang berhak; lihat pensiun orang tua.",
    "No child is entitled; see the parent's pension.",
)


def _refuse_born_later(facts: Facts, event_on: date) -> None:
    birth = facts.get(BIRTH_DATE.name, date)
    if birth is not None and birth > event_on:
        facts.refuse(BIRTH_DATE.name, f"{format_date(birth)} sesudah hari kejadian")


def _monthly(case: Case, months: int, share: Share | None) -> dict[str, Any]:
    """Reckon a monthly pension by the formula, the share and the bounds."""
    year = case.begins_on.year if case.begins_on else None
    mean = pension_base.mean_wage(case.facts, case.reader, case.draft, year)
    exact = formula(case.reader, case.draft, case.read_on, months, mean)
    if case.begins_on is None:
        case.draft.note(_NO_BOUNDS)
        amount, rounding = case.reader.rounded("benefit", case.read_on, exact)
        case.draft.line("monthly", _EACH_MONTH, amount, None, *rounding)
        return {"due": True, "monthly": amount}
    return _paid_out(case, exact, share)


_NO_BOUNDS: Final = words(
    "Tanggal tidak disebut, maka batas terendah dan tertinggi tidak diterapkan.",
    "No date was stated, so the lowest and the highest amount were not applied.",
)
_EACH_MONTH: Final = words("Pensiun tiap bulan", "Pension each month")


def _after_pensioner(case: Case, share: Share) -> dict[str, Any]:
    """Share the pension that the deceased was already receiving."""
    received = case.facts.need(RECEIVED.name, int)
    case.draft.line(
        "received",
        words("Pensiun yang sudah diterima almarhum", "Pension of the deceased"),
        received,
    )
    return _paid_out(case, Fraction(received), share)


def _paid_out(case: Case, exact: Fraction, share: Share | None) -> dict[str, Any]:
    """Apply share and bounds in the order the book says, and round once."""
    reader, draft, when = case.reader, case.draft, case.read_on
    if share is None:
        kept = bounded(reader, draft, when, exact)
        return _finish(case, kept.exact, kept.used, None)
    rule = reader.at("benefits/jp/survivor/bounds_on", when, str)
    part = share.ratio.value
    if rule.value == "formula":
        kept = bounded(reader, draft, when, exact)
        shared = times(kept.exact, part)
        basis = kept.exact
    elif rule.value == "pension_paid":
        kept = bounded(reader, draft, when, times(exact, part))
        shared = kept.exact
        basis = exact
    else:
        case.facts.refuse(PENSION.name, f"aturan batas '{rule.value}' tidak dikenal")
    draft.line(
        "share",
        words("Bagian ahli waris", "Share of the survivor"),
        round(times(basis, part)),
        words(
            "{r} × {base}", "{r} × {base}", r=percent(part), base=rupiah(round(basis))
        ),
        share.ratio.used,
        rule.used,
    )
    return _finish(case, shared, kept.used, share)


def _finish(
    case: Case, exact: Fraction, bit: tuple[Any, ...], share: Share | None
) -> dict[str, Any]:
    amount, rounding = case.reader.rounded("benefit", case.read_on, exact)
    first = case.reader.at("benefits/jp/first_payment_after_months", case.read_on, int)
    assert case.begins_on is not None
    first_on = month_start(month_of(case.begins_on) + first.value)
    case.draft.line(
        "monthly",
        _EACH_MONTH,
        amount,
        words("dibayar mulai {day}", "paid from {day}", day=day(first_on)),
        first.used,
        *bit,
        *rounding,
    )
    results: dict[str, Any] = {
        "due": True,
        "monthly": amount,
        "first_payment_on": first_on,
    }
    if share is not None and share.children_until:
        results["children_until"] = share.children_until
    _afterwards(case)
    return results | _late(case, amount)


def _afterwards(case: Case) -> None:
    """Say what the recipient must do, and how the pension moves with the years."""
    every = case.reader.at("benefits/jp/confirmation_months", case.read_on, int)
    case.draft.line(
        "confirmation",
        words("Konfirmasi data penerima", "Confirmation of data"),
        None,
        words(
            "setiap {months} bulan kepada BPJS Ketenagakerjaan",
            "every {months} months to BPJS Ketenagakerjaan",
            months=number(every.value),
        ),
        every.used,
    )
    index = case.reader.at("benefits/jp/indexation", case.read_on, str)
    case.draft.line(
        "indexation",
        words("Tahun-tahun berikutnya", "The years after"),
        None,
        words(
            "pensiun tahun sebelumnya × (1 + {what} tahun sebelumnya)",
            "pension of the year before × (1 + {what} of the year before)",
            what=term(index.value),
        ),
        index.used,
    )


def _lump_sum(case: Case) -> dict[str, Any]:
    """Pay the contributions and their returns at once."""
    rule = case.reader.at("benefits/jp/lump_sum", case.read_on, str)
    found = None
    if case.begins_on is not None:
        found = account.account_of(
            case.facts, case.reader, case.draft, RATES, case.begins_on, _CEILING
        )
    amount = found.balance_idr if found else None
    case.draft.line(
        "lump_sum",
        words("Dibayar sekaligus", "Paid at once"),
        amount,
        words("{what}", "{what}", what=term(rule.value)),
        rule.used,
    )
    results: dict[str, Any] = {"due": True, "monthly": 0}
    if amount is None:
        case.draft.note(_NO_BALANCE)
        return results
    return results | {"lump_sum": amount, "total": amount} | _late(case, amount)


_CEILING: Final = "contributions/jp/wage_ceiling"
_NO_BALANCE: Final = words(
    "Saldo tidak disebut, maka jumlah yang dibayar sekaligus tidak dihitung; isi "
    "balance, atau wages beserta returns.",
    "No balance was stated, so the sum paid at once is not given; state balance, or "
    "wages with returns.",
)


def _late(case: Case, amount: int) -> dict[str, Any]:
    months = case.facts.get(MONTHS_LATE.name, int)
    if not months:
        return {}
    ratio = case.reader.at("benefits/jp/late_payment_ratio", case.read_on, Decimal)
    exact = times(amount, ratio.value, months)
    owed, rounding = case.reader.rounded("benefit", case.read_on, exact)
    case.draft.line(
        "late_payment",
        words("Ganti rugi keterlambatan dari BPJS", "Owed by BPJS for paying late"),
        owed,
        words(
            "{r} × {months} bulan × {amount}",
            "{r} × {months} months × {amount}",
            r=percent(ratio.value),
            months=number(months),
            amount=rupiah(amount),
        ),
        ratio.used,
        *rounding,
    )
    return {"late_payment": owed}
