"""The tables of collection to take away: a case's months, debts, mandates, recoveries."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from naungan.casework.collection.models import Debt
from naungan.casework.compliance.models import Case, Skk
from naungan.law.book import enacted
from naungan.web.download import Column, Sheet
from naungan.web.pages.collection import words
from naungan.web.pages.collection.presenter import Money


def of_case(case: Case, money: Money) -> Sheet:
    """Give the months of a case's debt."""
    return Sheet(
        code="debt",
        title=_("Utang %(name)s, kasus %(number)s")
        % {"name": case.name, "number": case.number},
        meta=(
            _("Dihitung per %s") % f"{money.on:%d-%m-%Y}",
            _("Versi hukum %s") % enacted().version,
        ),
        columns=(
            Column(_("Bulan iuran")),
            Column(_("Jatuh tempo"), "date"),
            Column(_("Program")),
            Column(_("Iuran"), "rupiah"),
            Column(_("Denda"), "rupiah"),
            Column(_("Dibayar"), "rupiah"),
            Column(_("Sisa"), "rupiah"),
        ),
        rows=(
            (
                *(one.month, one.due_on, one.programmes, one.principal.amount),
                *(one.fine.amount, one.paid.amount, one.left.amount),
            )
            for one in money.months
        ),
        notes=(money.order_doubt,) if money.order_doubt else (),
    )


def of_debts(rows: Iterable[Debt]) -> Sheet:
    """Give the debts that stand."""
    return Sheet(
        code="debts",
        title=_("Utang iuran yang ditagih"),
        meta=(_("Pokok tanpa denda; denda dihitung pada halaman tiap kasus."),),
        columns=(
            Column(_("Nomor kasus"), "code"),
            Column(_("Pemberi kerja")),
            Column(_("Dihitung per"), "date"),
            Column(_("Pokok"), "rupiah"),
            Column(_("Iuran dibayar"), "rupiah"),
            Column(_("Denda dibayar"), "rupiah"),
            Column(_("Sisa pokok"), "rupiah"),
        ),
        rows=(_debt(one) for one in rows),
    )


def _debt(one: Any) -> tuple[Any, ...]:
    return (
        *(one.case.number, one.case.name, one.counted_on, one.principal_idr),
        *(one.paid_idr, one.fined_idr, one.principal_idr - one.paid_idr),
    )


def of_mandates(rows: Iterable[Skk], kind: Any, state: Any) -> Sheet:
    """Give the register of mandates; `kind` and `state` put codes into words."""
    return Sheet(
        code="mandates",
        title=_("Register surat kuasa khusus"),
        meta=(),
        columns=(
            Column(_("Nomor"), "code"),
            Column(_("Tanggal"), "date"),
            Column(_("Jenis")),
            Column(_("Pemberi kuasa")),
            Column(_("Penerima kuasa")),
            Column(_("Pemberi kerja")),
            Column(_("Diserahkan"), "rupiah"),
            Column(_("Terealisasi"), "rupiah"),
            Column(_("Keadaan")),
            Column(_("Berakhir"), "date"),
            Column(_("Alasan")),
        ),
        rows=(_mandate(one, kind, state) for one in rows),
        notes=(
            _(
                "SKK yang menyusul SKK lain pada kasus yang sama tampil pada barisnya sendiri, tetapi tagihannya dijumlahkan sekali: yang terbesar."
            ),
        ),
    )


def _mandate(one: Any, kind: Any, state: Any) -> tuple[Any, ...]:
    return (
        *(one.number, one.issued_on, kind(one.kind), one.institution.name),
        *(one.to.name, one.case.name, one.delegated_idr, one.realised_idr),
        *(state(one.state), one.ended_on, one.reason),
    )


def of_recoveries(rows: Iterable[Any]) -> Sheet:
    """Give what was recovered, payment by payment."""
    return Sheet(
        code="recoveries",
        title=_("Hasil penagihan"),
        meta=(_("Tiap rupiah sekali, atas langkah terakhir sebelum harinya."),),
        columns=(
            Column(_("Tanggal bayar"), "date"),
            Column(_("Nomor kasus"), "code"),
            Column(_("Pemberi kerja")),
            Column(_("Nomor bukti"), "code"),
            Column(_("Iuran"), "rupiah"),
            Column(_("Denda"), "rupiah"),
            Column(_("Dibawa oleh")),
        ),
        rows=(
            (
                *(one.paid_on, one.case.number, one.case.name, one.payment.reference),
                *(one.contribution_idr, one.fine_idr),
                words.step(one.step.step if one.step else ""),
            )
            for one in rows
        ),
    )
