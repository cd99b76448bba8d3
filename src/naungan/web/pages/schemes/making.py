"""Making a scheme and saying what it is: its rules, its basis, what others report."""

from typing import Final

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.protection.actions import renewing, schemes
from naungan.casework.protection.models import Scheme
from naungan.casework.protection.queries import renewal
from naungan.casework.protection.queries.renewal import Renewal
from naungan.casework.protection.queries.schemes import quota_people
from naungan.lib.dates import month_text
from naungan.lib.numbers import format_number
from naungan.web.audience import audience, whoever_may
from naungan.web.figures.rupiah import Idr
from naungan.web.form_page import attempt, show
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, Told, answer, is_sure
from naungan.web.pages.schemes.forms import BasisForm, FigureForm, SchemeForm, said_of
from naungan.web.pages.schemes.place import inside_of
from naungan.web.request import ScopedRequest


MANAGES: Final = whoever_may("manage_schemes")


@audience(MANAGES)
def add(request: ScopedRequest) -> HttpResponse:
    """Ask what a new scheme is, then make it in preparation."""
    form = SchemeForm(
        request.POST or None, initial={"region_code": request.scope.region_code}
    )
    if request.method == "POST" and form.is_valid():
        made: Scheme | None = attempt(
            form, lambda: schemes.make_scheme(by=request.scope, plan=form.plan())
        )
        if made is not None:
            messages.success(request, _("Skema disimpan dan belum dibuka."))
            return redirect("schemes.quotas", number=made.pk)
    return show(request, "schemes/add.html", form)


@audience(MANAGES)
def change(request: ScopedRequest, number: int) -> HttpResponse:
    """Say anew what a scheme in preparation is."""
    desk = inside_of(request.scope, number)
    form = SchemeForm(request.POST or None, initial=said_of(desk.scheme))
    asked = Asked(_("Ubah skema"), _("Simpan"), _("Skema diubah."))
    return answer(
        request,
        desk,
        form,
        lambda: schemes.change_scheme(
            by=request.scope, scheme=desk.scheme, plan=form.plan()
        ),
        asked,
    )


@audience(MANAGES)
def open_scheme(request: ScopedRequest, number: int) -> HttpResponse:
    """Let villages see a scheme and write their lists."""
    desk = inside_of(request.scope, number)
    asked = Asked(
        _("Buka skema"),
        _("Buka"),
        _("Skema dibuka; desa dapat menulis daftarnya."),
        lead=_("Desa akan melihat skema ini dan dapat menulis daftarnya."),
        known=_before_opening(desk.scheme),
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: renewing.open_next(by=request.scope, scheme=desk.scheme),
        asked,
    )


def _before_opening(one: Scheme) -> Told:
    """Say how many places there are, and who comes in late from the scheme before."""
    known: Told = [(_("Kuota"), format_number(quota_people(one)))]
    late = renewal.late(one)
    if late:
        said = _("Terdaftar sesudah perpanjangan, ikut dilanjutkan sekarang")
        known.append((said, format_number(late)))
    if one.renews is not None:
        names = [part.institution.name for part in renewal.partners(one.renews)]
        known += [(_("Tetap ikut serta"), name) for name in names]
    return known


@audience(MANAGES)
def close_scheme(request: ScopedRequest, number: int) -> HttpResponse:
    """End the work on a scheme."""
    desk = inside_of(request.scope, number)
    asked = Asked(
        _("Tutup skema"),
        _("Tutup"),
        _("Skema ditutup."),
        lead=_(
            "Daftar tidak dapat ditulis lagi; yang dibayar dan ditetapkan tetap ada."
        ),
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: schemes.close_scheme(by=request.scope, scheme=desk.scheme),
        asked,
    )


@audience(MANAGES)
def basis(request: ScopedRequest, number: int) -> HttpResponse:
    """Write a legal basis by its full number."""
    desk = inside_of(request.scope, number)
    form = BasisForm(request.POST or None)
    asked = Asked(_("Tambah dasar hukum"), _("Simpan"), _("Dasar hukum dicatat."))
    return answer(
        request,
        desk,
        form,
        lambda: schemes.add_basis(
            by=request.scope, scheme=desk.scheme, **form.cleaned_data
        ),
        asked,
    )


@audience(MANAGES)
def figure(request: ScopedRequest, number: int) -> HttpResponse:
    """Keep a reported figure beside what is computed."""
    desk = inside_of(request.scope, number)
    form = FigureForm(request.POST or None)
    asked = Asked(
        _("Catat angka yang dilaporkan"),
        _("Simpan"),
        _("Angka dicatat."),
        lead=_("Angka ini hanya disandingkan; hitungan tidak berubah karenanya."),
        to="schemes.money",
    )
    return answer(
        request,
        desk,
        form,
        lambda: schemes.report_figure(
            by=request.scope, scheme=desk.scheme, **form.cleaned_data
        ),
        asked,
    )


@audience(MANAGES)
def renew(request: ScopedRequest, number: int) -> HttpResponse:
    """Say who would go over into the next scheme and who not; then make it."""
    desk = inside_of(request.scope, number)
    one = desk.scheme
    first = one.until_month + 1
    form = SchemeForm(
        request.POST or None,
        initial={
            **said_of(one),
            "name": _("%s (lanjutan)") % one.name,
            "from_month": month_text(first),
            "until_month": month_text(first + one.months - 1),
        },
    )
    asked = Asked(
        _("Perpanjang skema"),
        _("Perpanjang"),
        _("Skema lanjutan dibuat dan belum dibuka; orangnya diusulkan di sana."),
        lead=_(
            "Skema ini tidak berubah: sampai bulan terakhirnya orangnya tetap terlindungi "
            "dan ditagih di sini. Dalam skema lanjutan mereka diusulkan lagi, diperiksa "
            "ketika skemanya dibuka, lalu ditetapkan dan dianggarkan."
        ),
        would=lambda: _would(
            renewing.preview(by=request.scope, scheme=one, plan=form.plan())
        ),
    )
    return answer(
        request,
        desk,
        form,
        lambda: renewing.renew(by=request.scope, scheme=one, plan=form.plan()),
        asked,
    )


def _would(told: Renewal) -> Told:
    """Say who goes over, who stays and why, and what the new scheme costs."""
    return [
        (_("Dilanjutkan"), format_number(told.people)),
        *((words.stays(code), format_number(n)) for code, n in told.stay.items()),
        (
            _("Biaya skema lanjutan"),
            _("belum diatur hukum") if told.idr is None else Idr(told.idr),
        ),
    ]


@audience(MANAGES)
def take_back(request: ScopedRequest, number: int) -> HttpResponse:
    """Undo a renewal that was not opened yet."""
    desk = inside_of(request.scope, number)
    asked = Asked(
        _("Batalkan perpanjangan"),
        _("Batalkan perpanjangan"),
        _("Perpanjangan dibatalkan; skema sebelumnya dapat diperpanjang lagi."),
        lead=_(
            "Semua orang ditarik dari skema lanjutan ini dan kuotanya dihapus. Dalam skema "
            "sebelumnya tidak ada yang berubah."
        ),
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: renewing.take_back(by=request.scope, scheme=desk.scheme),
        asked,
    )


URLS = (
    path("skema/baru", add, name="schemes.add"),
    path("skema/<int:number>/ubah", change, name="schemes.change"),
    path("skema/<int:number>/buka", open_scheme, name="schemes.open"),
    path("skema/<int:number>/tutup", close_scheme, name="schemes.close"),
    path("skema/<int:number>/dasar", basis, name="schemes.basis"),
    path("skema/<int:number>/angka", figure, name="schemes.figure"),
    path("skema/<int:number>/perpanjang", renew, name="schemes.renew"),
    path(
        "skema/<int:number>/batalkan-perpanjangan", take_back, name="schemes.take_back"
    ),
)
