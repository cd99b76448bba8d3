"""JP: when the pension begins, what it comes to in a month, or what is paid at once.

Five pensions (PP 45/2015 Pasal 16): of old age, of disability, of a widow or
widower, of children, of a parent. Without the conditions of a monthly pension the
contributions and their returns are paid at once (Pasal 24).
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

from naungan.law.answer import Answer, Draft, Used
from naungan.law.benefit_fields import BIRTH_DATE, CHILDREN, EVENT_DATE
from naungan.law.old_age import account, pension_base, retiring
from naungan.law.old_age.membership import FIELDS as MEMBERSHIP_FIELDS
from naungan.law.old_age.pension_amount import Bounded, formula
from naungan.law.old_age.pension_case import PENSION, RECEIVED, PensionCase, judge
from naungan.law.old_age.pension_share import paid_of
from naungan.law.old_age.reading_order import paid_first
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.rounding import times
from naungan.law.terms import term
from naungan.law.words import Words, day, number, percent, rupiah, words
from naungan.lib.dates import month_of, month_start


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
_PAID_LINES: Final = ("monthly", "lump_sum", "late_payment")
RATES: Final = ("contributions/jp/employer_rate", "contributions/jp/worker_rate")


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what JP pays for one case."""
    draft = Draft()
    case = judge(facts, reader, draft)
    results = case.results | _PAID[case.outcome](case)
    kind = facts.stated.get(PENSION.name, PENSION.choices[0])
    title = words("Manfaat JP: {kind}", "JP benefit: {kind}", kind=term(_TITLES[kind]))
    return Answer(
        "benefit",
        title,
        results,
        paid_first(draft.lines, _PAID_LINES),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )


_TITLES: Final = {kind: kind for kind in PENSION.choices} | {
    "disability": "disability_pension"
}


def _monthly(case: PensionCase) -> dict[str, Any]:
    """Reckon a monthly pension by the formula, the share and the bounds."""
    year = case.begins_on.year if case.begins_on else None
    mean = pension_base.mean_wage(case.facts, case.reader, case.draft, year)
    exact = formula(case.reader, case.draft, case.read_on, case.months, mean)
    if case.begins_on is None:
        case.draft.note(_NO_BOUNDS)
        amount, rounding = case.reader.rounded("benefit", case.read_on, exact)
        case.draft.line("monthly", _EACH_MONTH, amount, None, *rounding)
        return {"due": True, "monthly": amount}
    return _finish(case, paid_of(case, exact))


_NO_BOUNDS: Final = words(
    "Tanggal tidak disebut, maka batas terendah dan tertinggi tidak diterapkan.",
    "No date was stated, so the lowest and the highest amount were not applied.",
)
_EACH_MONTH: Final = words("Pensiun tiap bulan", "Pension each month")


def _after_pensioner(case: PensionCase) -> dict[str, Any]:
    """Share the pension that the deceased was already receiving."""
    received = case.facts.need(RECEIVED.name, int)
    case.draft.line(
        "received",
        words("Pensiun yang sudah diterima almarhum", "Pension of the deceased"),
        received,
    )
    return _finish(case, paid_of(case, Fraction(received)))


def _finish(case: PensionCase, paid: Bounded) -> dict[str, Any]:
    amount, rounding = case.reader.rounded("benefit", case.read_on, paid.exact)
    first = case.reader.at("benefits/jp/first_payment_after_months", case.read_on, int)
    assert case.begins_on is not None
    first_on = month_start(month_of(case.begins_on) + first.value)
    case.draft.line(
        "monthly",
        _EACH_MONTH,
        amount,
        _paid_from(first_on, paid.used),
        first.used,
        *paid.used,
        *rounding,
    )
    results: dict[str, Any] = {
        "due": True,
        "monthly": amount,
        "first_payment_on": first_on,
    }
    if case.share is not None and case.share.children_until:
        results["children_until"] = case.share.children_until
    _afterwards(case)
    return results | _late(case, amount)


def _paid_from(first_on: date, bit: tuple[Used, ...]) -> Words:
    """Say since when it is paid, and that a bound took the place of the reckoning."""
    since = words("dibayar mulai {day}", "paid from {day}", day=day(first_on))
    if not bit:
        return since
    return words(
        "{bound}, karena hitungannya di luar batas; {since}",
        "{bound}, because the reckoning lies outside the bounds; {since}",
        bound=bit[0].title,
        since=since,
    )


def _afterwards(case: PensionCase) -> None:
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


def _lump_sum(case: PensionCase) -> dict[str, Any]:
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


def _late(case: PensionCase, amount: int) -> dict[str, Any]:
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


def _nothing(_: PensionCase) -> dict[str, Any]:
    return {}


_PAID: Final = {
    "monthly": _monthly,
    "lump_sum": _lump_sum,
    "received": _after_pensioner,
    "nothing": _nothing,
}
