"""By when BPJS must pay, and what it owes for every day that it is late."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from naungan.law.claim.case import Case
from naungan.law.rounding import times
from naungan.law.words import day, number, percent, rupiah, words
from naungan.lib.working_days import add_working_days


def payment(case: Case, results: Mapping[str, Any]) -> dict[str, Any]:
    """Write the term of payment, and the compensation if it was paid late.

    It binds BPJS for what BPJS owes now: not for the employer's part, nor for cash
    that waits for arrears, nor for the scholarship, which is claimed year by year.
    """
    total_idr = results["bpjs"] - results.get("after_arrears", 0)
    if total_idr == 0:
        return {}
    days = case.at(f"payment/{case.programme.lower()}_days", int)
    complete_on = case.facts.get("complete_on", date)
    if complete_on is None:
        if case.facts.has("paid_on"):
            case.facts.refuse(
                "complete_on", "belum diisi; jangka waktu dihitung darinya"
            )
        label = words(
            "BPJS harus membayar dalam {days} hari kerja sejak berkas lengkap",
            "BPJS must pay within {days} working days of a complete claim",
            days=number(days.value),
        )
        case.draft.line("pay_by", label, None, None, days.used)
        return {}
    if complete_on < case.day:
        case.facts.refuse("complete_on", "sebelum kejadian")
    pay_by = add_working_days(complete_on, days.value)
    label = words(
        "BPJS harus membayar paling lambat {day}",
        "BPJS must pay by {day}",
        day=day(pay_by),
    )
    counted = words(
        "{days} hari kerja sejak berkas lengkap {complete}",
        "{days} working days from the complete claim of {complete}",
        days=number(days.value),
        complete=day(complete_on),
    )
    case.draft.line("pay_by", label, None, counted, days.used)
    return {"pay_by": pay_by.isoformat(), **_compensation(case, total_idr, pay_by)}


def _compensation(case: Case, total_idr: int, pay_by: date) -> dict[str, int]:
    paid_on = case.facts.get("paid_on", date)
    if paid_on is None:
        return {}
    if paid_on < case.facts.need("complete_on", date):
        case.facts.refuse("paid_on", "sebelum berkas lengkap")
    late = max(0, (paid_on - pay_by).days)
    if late == 0:
        return {"days_late": 0, "compensation": 0}
    rate = case.at("payment/late_rate", Decimal)
    amount, rounding = case.whole(times(total_idr, rate.value, late))
    label = words("Ganti rugi keterlambatan BPJS", "Compensation for late payment")
    arithmetic = words(
        "{days} hari × {rate} × {total}",
        "{days} days × {rate} × {total}",
        days=number(late),
        rate=percent(rate.value),
        total=rupiah(total_idr),
    )
    case.draft.line("compensation", label, amount, arithmetic, rate.used, *rounding)
    return {"days_late": late, "compensation": amount}
