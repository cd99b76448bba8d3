"""What would make a claim fail, or shrink, if it happened on a day."""

from collections.abc import Callable
from datetime import date
from typing import Final

from naungan.law.claim.case import Case
from naungan.law.claim.newcomer import newcomer
from naungan.law.claim.span import months_later, years_later
from naungan.law.claim.standing import NOT_MONTHLY, WAGE_EARNERS, segment_of
from naungan.law.claim.tenure import contribution_months, start_of
from naungan.law.words import day, month, number, words
from naungan.lib.dates import month_of


def risks(case: Case) -> list[str]:
    """Write each risk as a line with its article; give their codes."""
    return [code for code, applies in RISKS.items() if applies(case)]


def _unregistered(case: Case) -> bool:
    if case.facts.get("registered", bool) is not False:
        return False
    rule = case.at("arrears/unregistered_rule", str)
    label = words(
        "Tidak terdaftar: BPJS tidak membayar; penerima upah menagih pemberi kerjanya",
        "Not registered: BPJS pays nothing; a wage earner claims from the employer",
    )
    case.draft.line("risk.unregistered", label, None, None, rule.used)
    return True


def _inactive(case: Case) -> bool:
    if case.facts.get("active", bool) is not False:
        return False
    used = [case.at(f"{code}/active_rule", str).used for code in ("jkk", "jkm")]
    label = words(
        "Tidak aktif: klaim gagal; bayar iuran agar aktif kembali",
        "Not active: a claim fails; pay contributions to become active again",
    )
    case.draft.line("risk.inactive", label, None, None, *used)
    return True


def _arrears(case: Case) -> bool:
    months = case.facts.get("arrears_months", int) or 0
    segment = segment_of(case)
    if not months or segment in NOT_MONTHLY:
        return False
    earner = segment in WAGE_EARNERS
    path = f"participation/arrears/grace_months/{'pu' if earner else 'bpu'}"
    grace = case.reader.at(path, case.day, int)
    label = words(
        "Menunggak: melewati batas hak gugur atau ditanggung pemberi kerja dahulu",
        "In arrears: beyond the limit the right is lost, or the employer pays first",
    )
    compared = words(
        "{months} bulan menunggak; batasnya {grace} bulan berturut-turut",
        "{months} months in arrears; the limit is {grace} consecutive months",
        months=number(months),
        grace=number(grace.value),
    )
    case.draft.line("risk.arrears", label, None, compared, grace.used)
    return True


def _over_age(case: Case) -> bool:
    """Tell whether a self-employed participant joined at or above the age limit."""
    born = case.facts.get("birth_date", date)
    limit = case.reader.find("participation/ages/bpu_registration_below", case.day, int)
    if born is None or limit is None or segment_of(case) != "BPU":
        return False
    start = start_of(case)
    reached_on = years_later(born, limit.value)
    joined_on = case.day if start is None else start.on
    if joined_on < reached_on:
        return False
    label = words(
        "Terlalu tua saat mendaftar: kepesertaan dapat ditolak",
        "Too old when joining: membership may be refused",
    )
    compared = words(
        "berusia {limit} tahun pada {reached}; mendaftar {joined}",
        "aged {limit} on {reached}; joined {joined}",
        limit=number(limit.value),
        reached=day(reached_on),
        joined=day(joined_on),
    )
    case.draft.line("risk.over_age", label, None, compared, limit.used)
    return True


def _short_membership(case: Case) -> bool:
    before = len(case.draft.lines)
    short = newcomer(case, segment_of(case)) is not None
    if not short:
        del case.draft.lines[before:]
    return short


def _scholarship_condition(case: Case) -> bool:
    years = case.at("scholarship/jkm_contribution_years", int)
    months = contribution_months(case)
    needed = years.value * 12
    if months is None or months >= needed:
        return False
    label = words(
        "Beasiswa dari JKM belum ada; dari JKK sudah",
        "No scholarship from JKM yet; from JKK there is",
    )
    compared = words(
        "masa iur {months} dari {needed} bulan; cukup pada {then}",
        "{months} of {needed} months contributed; enough in {then}",
        months=number(months),
        needed=number(needed),
        then=month(month_of(months_later(case.day, needed - months))),
    )
    case.draft.line("risk.scholarship", label, None, compared, years.used)
    return True


def _underreported(case: Case) -> bool:
    wage = case.facts.get("wage", int)
    reported = case.facts.get("reported_wage", int)
    if wage is None or reported is None or reported >= wage:
        return False
    rule = case.at("arrears/underreported_rule", str)
    label = words(
        "Upah dilaporkan lebih kecil: BPJS membayar menurut laporan, sisanya ditagih "
        "ke pemberi kerja",
        "Wage under-reported: BPJS pays by the report, the employer owes the rest",
    )
    case.draft.line("risk.underreported", label, None, None, rule.used)
    return True


def _no_heirs(case: Case) -> bool:
    if case.facts.get("heirs", bool) is not False:
        return False
    rule = case.at("jkm/no_heirs_rule", str)
    label = words("Tanpa ahli waris: hanya pemakaman", "No heirs: the funeral only")
    case.draft.line("risk.no_heirs", label, None, None, rule.used)
    return True


RISKS: Final[dict[str, Callable[[Case], bool]]] = {
    "unregistered": _unregistered,
    "inactive": _inactive,
    "arrears": _arrears,
    "over_age": _over_age,
    "short_membership": _short_membership,
    "scholarship_condition": _scholarship_condition,
    "underreported": _underreported,
    "no_heirs": _no_heirs,
}
"""Every risk by its code; each writes its line when it applies."""
