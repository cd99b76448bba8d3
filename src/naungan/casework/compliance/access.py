"""May this person do it: each rule refuses with a sentence, or says nothing."""

from datetime import date, timedelta
from typing import Final

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Case, HandOver, Participation
from naungan.casework.fieldwork.access import names_a_nik
from naungan.lib import regions


WORKING: Final = ("open_cases", "take_steps", "record_payments")
"""Powers of which any lets somebody work on a case."""
OLDEST: Final = timedelta(days=3653)


def check_works(*, by: Scope) -> None:
    """Refuse whoever only reads cases."""
    check_power(by=by, power="see_cases")
    if not any(by.may(power) for power in WORKING):
        raise ActRefused("Peran Anda hanya membaca kasus.")


def check_sees(*, by: Scope, case: Case) -> None:
    """Refuse a case of which the institution is neither owner nor participant."""
    check_power(by=by, power="see_cases")
    if case.institution_id != by.institution_id and not takes_part(by, case):
        raise ActRefused("Kasus ini milik lembaga lain.")


def takes_part(by: Scope, case: Case) -> bool:
    """Tell whether an institution takes part in a case of another."""
    return Participation.objects.filter(
        case_id=case.pk, institution_id=by.institution_id, until=None
    ).exists()


def check_helps(*, by: Scope, case: Case) -> None:
    """Refuse whoever may not work on a case that they may see."""
    check_works(by=by)
    check_sees(by=by, case=case)


def check_owns(*, by: Scope, case: Case, power: str) -> None:
    """Refuse whoever does not belong to the owner of a case, or lacks the power."""
    check_power(by=by, power=power)
    if case.institution_id != by.institution_id:
        raise ActRefused("Hanya lembaga pemilik kasus yang dapat melakukan ini.")


def check_opens(*, by: Scope, region_code: str, track: str) -> None:
    """Refuse to open a case elsewhere, or on a track that the law does not have."""
    check_power(by=by, power="open_cases")
    if track not in {one.code for one in kinds.TRACKS}:
        raise ActRefused("Pilih jalur pendaftaran dan data, atau tunggakan.")
    if not regions.lies_in(region_code, by.region_code):
        raise ActRefused("Pemberi kerja ini di luar wilayah lembaga Anda.")


def check_reason(reason: str) -> None:
    """Refuse an act whose reason is missing or names a NIK."""
    if not reason.strip():
        raise ActRefused("Tulis alasannya.")
    check_text(reason)


def check_text(*texts: str) -> None:
    """Refuse a text that holds a NIK: a case names people by number only."""
    if any(names_a_nik(text) for text in texts):
        raise ActRefused("Jangan tulis NIK di sini; nomor orang sudah cukup.")


def check_day(on: date, today: date) -> None:
    """Refuse a day that has not come, or lies too far back."""
    if on > today:
        raise ActRefused("Tanggalnya belum tiba.")
    if on < today - OLDEST:
        raise ActRefused("Tanggalnya lebih dari sepuluh tahun yang lalu.")


def check_hands_over(*, by: Scope, case: Case, kind: str, to: Institution) -> None:
    """Refuse to hand a case to whoever cannot receive it, or has it already."""
    check_power(by=by, power="take_steps")
    check_sees(by=by, case=case)
    if kind not in kinds.RECEIVERS:
        raise ActRefused("Pilih apa yang diminta dari lembaga itu.")
    if to.pk in (by.institution_id, case.institution_id) or to.closed_on is not None:
        raise ActRefused("Kasus tidak dapat diserahkan kepada lembaga itu.")
    wanted = kinds.RECEIVERS[kind]
    if wanted and to.kind not in wanted:
        raise ActRefused("Lembaga itu tidak menangani permintaan ini.")
    waiting = HandOver.objects.filter(case_id=case.pk, to=to, state="sent")
    if waiting.exists():
        raise ActRefused("Penyerahan kepada lembaga itu masih menunggu jawaban.")


def check_receives(*, by: Scope, hand_over: HandOver) -> None:
    """Refuse whoever does not answer for the institution that was asked."""
    check_power(by=by, power="take_steps")
    if hand_over.to_id != by.institution_id:
        raise ActRefused("Penyerahan ini ditujukan kepada lembaga lain.")


def check_sent(*, by: Scope, hand_over: HandOver) -> None:
    """Refuse whoever does not act for the institution that handed over."""
    check_power(by=by, power="take_steps")
    if hand_over.institution_id != by.institution_id:
        raise ActRefused("Penyerahan ini dikirim lembaga lain.")
