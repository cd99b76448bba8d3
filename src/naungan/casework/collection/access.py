"""May this person record the money of a case: each rule refuses with a sentence."""

from datetime import date
from typing import Final

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.collection.models import Debt, Payment
from naungan.casework.collection.statement import Statement
from naungan.casework.compliance.models import Case


MOST_IDR: Final = 10**15
LONGEST_REFERENCE: Final = 60
FEWEST_LETTERS: Final = 5


def check_money(*, by: Scope, case: Case) -> None:
    """Refuse whoever does not record payments, or does not see the case."""
    check_power(by=by, power="record_payments")
    if not Case.objects.filter(pk=case.pk).exists():
        raise ActRefused("Kasus ini tidak ada, atau bukan urusan lembaga Anda.")


def check_open(case: Case) -> None:
    """Refuse to count a debt or to agree on instalments for a case that ended."""
    if case.state != "open":
        raise ActRefused("Kasus ini sudah selesai; buka kembali dahulu.")


def check_statement(statement: Statement, on: date, today: date) -> None:
    """Refuse a debt counted on a day to come, or one of nothing."""
    if on > today:
        raise ActRefused("Hari perhitungan belum tiba.")
    if statement.principal_idr <= 0:
        raise ActRefused("Tidak ada iuran yang terutang.")


def check_paid(*, paid_on: date, amount_idr: int, reference: str, today: date) -> None:
    """Refuse a payment of a day to come, of nothing, or of more than can be."""
    if paid_on > today:
        raise ActRefused("Tanggal bayar belum tiba.")
    if not 0 < amount_idr < MOST_IDR:
        raise ActRefused("Jumlah pembayaran harus lebih dari nol rupiah.")
    if len(reference) > LONGEST_REFERENCE:
        raise ActRefused("Nomor bukti paling panjang enam puluh huruf.")


def check_new(
    *, by: Scope, case: Case, paid_on: date, amount_idr: int, reference: str
) -> None:
    """Refuse a payment that stands already, here or on another case."""
    found = Payment.objects.filter(
        paid_on=paid_on, amount_idr=amount_idr, reference=reference, state="standing"
    )
    if not reference:
        found = found.filter(case=case)
    elif found.filter(institution_id=by.institution_id).exclude(case=case).exists():
        raise ActRefused("Bukti bayar ini sudah dicatat pada kasus lain.")
    if found.filter(case=case).exists():
        raise ActRefused("Pembayaran ini sudah dicatat pada kasus ini.")


def check_voids(*, by: Scope, payment: Payment, reason: str) -> None:
    """Refuse to void another institution's payment, or without saying why."""
    check_power(by=by, power="record_payments")
    if payment.institution_id != by.institution_id:
        raise ActRefused("Pembayaran ini dicatat lembaga lain.")
    if len(reason.strip()) < FEWEST_LETTERS:
        raise ActRefused("Tulis mengapa pembayaran ini dibatalkan.")


def check_promise(*, debt: Debt | None, signed_on: date, today: date) -> None:
    """Refuse instalments of a debt that was not counted, or signed in the future."""
    if debt is None:
        raise ActRefused("Hitung dahulu utangnya; cicilan dibagi dari situ.")
    if signed_on > today:
        raise ActRefused("Tanggal perjanjian belum tiba.")
    if signed_on < debt.counted_on:
        raise ActRefused("Tanggal perjanjian mendahului hari utang dihitung.")
