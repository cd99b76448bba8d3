"""The self-employed participant who dies soon after joining: the funeral only.

Sources agree on the months and on the sum, not on the first day of the rule,
nor whether it reaches anybody but the self-employed; the answer says so.
"""

from typing import Final

from naungan.law.claim.case import Case
from naungan.law.claim.span import months_later
from naungan.law.claim.tenure import Start, start_of
from naungan.law.reader import Read
from naungan.law.words import day, number, rupiah, words
from naungan.lib.dates import month_end, month_of


RULE: Final = "jkm/bpu/full_after_months"


def newcomer(case: Case, segment: str) -> Read[int] | None:
    """Give the sum paid instead of the full one, or None where the full one is due."""
    if segment != "BPU":
        return None
    rule = case.find(RULE, int)
    start = start_of(case)
    if rule is None:
        _say_rule_was_near(case, start)
        return None
    if start is None:
        said = words(
            "masa kepesertaan: dianggap sudah {months} bulan atau lebih, karena bulan "
            "mulai menjadi peserta (joined) tidak disebut",
            "membership: taken as {months} months or more, as the month of joining "
            "(joined) was not stated",
            months=number(rule.value),
        )
        case.facts.assumed.append(said)
        return None
    full_on = months_later(start.on, rule.value)
    if not start.exact:
        _assume_first_day(case, start, rule.value)
    compared = words(
        "peserta sejak {start}; penuh sejak {full} ({months} bulan)",
        "a participant since {start}; full from {full} ({months} months)",
        start=day(start.on),
        full=day(full_on),
        months=number(rule.value),
    )
    if case.day >= full_on:
        label = words("Masa kepesertaan sudah cukup", "Membership long enough")
        case.draft.line("membership", label, None, compared, rule.used)
        return None
    label = words(
        "Masa kepesertaan belum cukup: hanya biaya pemakaman",
        "Membership too short: the funeral only",
    )
    case.draft.line("membership", label, None, compared, rule.used)
    _say_what_is_disputed(case)
    return case.at("jkm/bpu/below_amount", int)


def _assume_first_day(case: Case, start: Start, months: int) -> None:
    said = words(
        "tanggal mulai menjadi peserta: dianggap {day}, karena hanya bulannya disebut",
        "day of joining: taken as {day}, as only the month was stated",
        day=day(start.on),
    )
    case.facts.assumed.append(said)
    first = months_later(start.on, months)
    last = months_later(month_end(month_of(start.on)), months)
    if first <= case.day < last:
        case.draft.note(
            words(
                "Tanggal mulai menentukan: bila menjadi peserta pada akhir bulan itu, "
                "hanya biaya pemakaman yang dibayar.",
                "The day of joining decides: whoever joined late in that month is paid "
                "the funeral only.",
            )
        )


def _say_what_is_disputed(case: Case) -> None:
    full = case.at("jkm/total", int)
    case.draft.note(_AT_WORK)
    case.draft.note(
        words(
            "Sumber belum sepakat: kebanyakan menyebut aturan ini hanya bagi BPU, satu "
            "kantor cabang bagi semua peserta. Yang terdaftar sebagai penerima upah atau "
            "pegawai non-ASN memperoleh {full}: periksa segmen pada kartu peserta.",
            "Sources disagree: most speak of BPU only, one branch office of all "
            "participants. Whoever is registered as a wage earner or non-ASN staff is "
            "paid {full}: check the segment on the participant's card.",
            full=rupiah(full.value),
        )
    )


_AT_WORK: Final = words(
    "Bila meninggal karena pekerjaan, JKK membayar penuh sejak hari pertama, selama "
    "peserta aktif.",
    "If the death came from work, JKK pays in full from the first day, while the "
    "participant is active.",
)


def _say_rule_was_near(case: Case, start: Start | None) -> None:
    first = case.reader.book.parameter(f"benefits/{RULE}").entries[0]
    near = first.from_on.year == case.day.year and case.day < first.from_on
    if not near or start is None or not isinstance(first.value, int):
        return
    if case.day < months_later(start.on, first.value):
        case.draft.note(
            words(
                "Hari mulai berlakunya syarat {months} bulan belum pasti (dicatat "
                "{first}); bila sudah berlaku pada hari kejadian, hanya biaya pemakaman "
                "yang dibayar.",
                "The first day of the {months}-month rule is uncertain (recorded as "
                "{first}); if it already held on the day, only the funeral is paid.",
                months=number(first.value),
                first=day(first.from_on),
            )
        )
