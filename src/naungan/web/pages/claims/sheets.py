"""Tables of claims that can be taken away."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from naungan.casework.benefits.models import Claim, Risk, Tranche
from naungan.casework.benefits.queries.claims import masked
from naungan.casework.benefits.queries.figures import Figure
from naungan.casework.benefits.risks import RISKS
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.queries.people import masked as masked_entry
from naungan.web.pages.claims import presenter, words
from naungan.web.sheets.sheet import Column, Sheet


HUNDREDTH = Decimal("0.01")


def of_claims(found: Iterable[Claim], today: date) -> Sheet:
    """Lay the claims of a list out, NIK masked."""
    return Sheet(
        code="claims",
        title=_("Daftar klaim"),
        meta=(),
        columns=(
            Column(_("Nama")),
            Column("NIK", "code"),
            Column(_("Desa")),
            Column(_("Kejadian")),
            Column(_("Tanggal kejadian"), "date"),
            Column(_("Dilaporkan"), "date"),
            Column(_("Iuran dibayar oleh")),
            Column(_("Keadaan")),
            Column(_("Harus dibayar sampai"), "date"),
            Column(_("Dibayar pada"), "date"),
            Column(_("Menjadi hak"), "rupiah"),
            Column(_("Dibayar"), "rupiah"),
            Column(_("Hari menunggu"), "number"),
        ),
        rows=(_claim(one, today) for one in found),
        notes=(_("NIK disamarkan. Melihat daftar ini tercatat."),),
    )


def _claim(one: Claim, today: date) -> tuple[object, ...]:
    until = one.paid_on or today
    return (
        *(one.name, masked(one), presenter.place_name(one.village_code)),
        *(words.event(one.event), one.event_on, one.told_on, words.fund(one.fund)),
        *(words.state(one.state), one.pay_by, one.paid_on, one.due_idr, one.paid_idr),
        (until - one.told_on).days,
    )


def of_figures(found: Iterable[Figure], cut: str, year: int | None) -> Sheet:
    """Lay figures out; nobody is named."""
    head = words.of((words.CUTS[cut],), cut).capitalize()
    return Sheet(
        code="claim-figures",
        title=_("Angka klaim"),
        meta=(_("Tahun kejadian %s") % year,) if year else (),
        columns=(
            Column(head),
            Column(_("Klaim"), "number"),
            Column(_("Belum selesai"), "number"),
            Column(_("Dibayar"), "number"),
            Column(_("Ditolak"), "number"),
            Column(_("Keluarga"), "number"),
            Column(_("Rupiah dibayar"), "rupiah"),
            Column(_("Hari dari laporan"), "number"),
            Column(_("Hari dari berkas lengkap"), "number"),
            Column(_("Dibayar lewat batas"), "number"),
        ),
        rows=(
            (
                *(named(one.key, cut), one.claims, one.open, one.paid, one.refused),
                *(one.families, one.paid_idr, one.days, one.days_of_papers, one.late),
            )
            for one in found
        ),
        notes=(
            _(
                "Dihitung dari klaim yang tercatat, bukan perkiraan. Hari: nilai tengah."
            ),
        ),
    )


def of_years(found: Iterable[Tranche]) -> Sheet:
    """Lay out school years that nobody asked for."""
    return Sheet(
        code="scholarship-years",
        title=_("Beasiswa yang belum diklaim"),
        meta=(),
        columns=(
            Column(_("Peserta")),
            Column(_("Anak")),
            Column(_("Jenjang")),
            Column(_("Tahun"), "number"),
            Column(_("Jumlah"), "rupiah"),
        ),
        rows=(
            (
                *(one.claim.name, one.child.name),
                *(f"{words.level(one.level)} {one.grade}", one.year, one.amount_idr),
            )
            for one in found
        ),
    )


def of_risks(one: Scheme, found: Iterable[Risk]) -> Sheet:
    """Lay out the people of a scheme who would be refused, NIK masked."""
    return Sheet(
        code="claim-risks",
        title=_("Seandainya terjadi hari ini"),
        meta=(one.name,),
        columns=(
            Column(_("Nama")),
            Column("NIK", "code"),
            Column(_("Desa")),
            Column(_("Akan ditolak")),
            Column(_("Sebab")),
            Column(_("Bulan belum dibayar"), "number"),
        ),
        rows=(
            (
                *(each.entry.name, masked_entry(each.entry)),
                presenter.place_name(each.village_code),
                _("ya") if each.is_refused else _("tidak"),
                "; ".join(words.risk(code) for code in each.codes if code in RISKS),
                each.unpaid_months,
            )
            for each in found
        ),
        notes=(_("NIK disamarkan. Melihat daftar ini tercatat."),),
    )


def named(key: str, cut: str) -> str:
    """Name one part of the figures."""
    if cut == "fund":
        return words.fund(key)
    if cut == "event":
        return words.event(key)
    if cut == "village_code":
        return presenter.place_name(key)
    return key or "–"


def rounded(found: Fraction) -> Decimal:
    """Give a ratio with two digits."""
    exact = Decimal(found.numerator) / Decimal(found.denominator)
    return exact.quantize(HUNDREDTH)
