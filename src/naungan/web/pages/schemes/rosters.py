"""Lists that are no village's, as those of polling stations: places, people, files."""

from typing import Any, Final
from uuid import uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake import preview
from naungan.casework.protection.actions import lists, schemes as acts
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.queries import people, schemes
from naungan.casework.protection.queries.schemes import Progress
from naungan.lib import regions
from naungan.lib.errors import Refusal
from naungan.lib.numbers import format_number, is_number, parse_whole
from naungan.web import download
from naungan.web.arrival import shown_name
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, answer
from naungan.web.pages.schemes.forms import QuotaSheetForm, RosterForm
from naungan.web.pages.schemes.place import Desk, inside_of
from naungan.web.pages.village_list import presenter, uploading
from naungan.web.pages.village_list.presenter import name_of
from naungan.web.request import ScopedRequest, words_of
from naungan.web.sheets import kept
from naungan.web.sheets.sheet import Column, Sheet


SEES: Final = whoever_may("see_schemes")
MANAGES: Final = whoever_may("manage_schemes")
PER_PAGE: Final = 100
LONGEST: Final = 100
MOST_BYTES: Final = 10 << 20
MOST_LINES: Final = 10_000
MOST_SHOWN: Final = 200
ROSTER: Final = ("tps", "nomor tps", "daftar", "satuan kerja", "unit")
CODE: Final = ("kode desa", "kode wilayah", "kode", "kode kemendagri")
PLACES: Final = {
    "code": CODE,
    "roster": ROSTER,
    "people": ("kuota", "jumlah", "orang", "jumlah petugas"),
}
PEOPLE: Final = {
    "nik": ("nik", "nomor induk kependudukan", "no nik"),
    "name": ("nama", "nama lengkap", "nama sesuai ktp"),
    "birth_date": ("tanggal lahir", "tgl lahir"),
    "sex": ("jk", "jenis kelamin", "l/p"),
    "category": ("jabatan", "tugas", "pekerjaan"),
    "code": CODE,
    "roster": ROSTER,
}
NEEDED: Final = ("nik", "name", "code", "roster")


@audience(SEES)
def rosters(request: ScopedRequest, number: int) -> HttpResponseBase:
    """List the rosters of a scheme with their places and people."""
    desk = inside_of(request.scope, number)
    found = schemes.rosters(desk.scheme)
    form = download.asked(request)
    if form is not None:
        return download.answer(request, _sheet(desk, found), form)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("hal"))
    shown = {
        "desk": desk,
        "scheme": desk.scheme,
        "here": "rosters",
        "page": page,
        "rows": [_row(one) for one in page],
        "sums": {
            "quota": format_number(sum(one.quota or 0 for one in found)),
            "listed": format_number(sum(one.listed for one in found)),
            "flagged": format_number(sum(one.flagged for one in found)),
            "covered": format_number(sum(one.covered for one in found)),
        },
    }
    return render(request, "schemes/rosters.html", shown)


def _row(one: Progress) -> dict[str, str]:
    told, tone = words.STANDINGS[one.standing]
    return {
        "code": one.village_code,
        "roster": one.roster,
        "village": name_of(one.village_code),
        "quota": "–" if one.quota is None else format_number(one.quota),
        "listed": format_number(one.listed),
        "reserve": format_number(one.states.get("reserve", 0)),
        "flagged": format_number(one.flagged),
        "taken": format_number(one.taken),
        "covered": format_number(one.covered),
        "standing": _(told),
        "tone": tone,
    }


def _sheet(desk: Desk, found: list[Progress]) -> Sheet:
    return Sheet(
        code="rosters",
        title=_("Daftar petugas: %s") % desk.scheme.name,
        meta=(words.span(desk.scheme.from_month, desk.scheme.until_month),),
        columns=(
            Column(_("Kode"), "code"),
            Column(_("Desa")),
            Column(_("Daftar")),
            Column(_("Kuota"), "number"),
            Column(_("Tempat terisi"), "number"),
            Column(_("Cadangan"), "number"),
            Column(_("Perlu diperbaiki"), "number"),
            Column(_("Ditetapkan"), "number"),
            Column(_("Terlindungi"), "number"),
        ),
        rows=(
            (
                *(one.village_code, name_of(one.village_code), one.roster, one.quota),
                *(one.listed, one.states.get("reserve", 0), one.flagged),
                *(one.taken, one.covered),
            )
            for one in found
        ),
    )


@audience(SEES)
def roster(request: ScopedRequest, number: int) -> HttpResponse:
    """Show who stands on one roster, NIK masked."""
    desk = inside_of(request.scope, number)
    code = words_of(request.GET, "desa", LONGEST)
    name = words_of(request.GET, "daftar", LONGEST)
    if not name:
        raise Http404
    after = request.GET.get("sesudah", "")
    read = people.people(
        request.scope,
        desk.scheme,
        code,
        roster=name,
        after=(code, int(after)) if is_number(after) else None,
        limit=PER_PAGE + 1,
    )
    shown = {
        "desk": desk,
        "scheme": desk.scheme,
        "here": "roster",
        "roster": name,
        "village": name_of(code),
        "lines": [presenter.line(one) for one in read[:PER_PAGE]],
        "after": read[PER_PAGE - 1].position if len(read) > PER_PAGE else None,
    }
    return render(request, "schemes/roster.html", shown)


@audience(MANAGES)
def places(request: ScopedRequest, number: int) -> HttpResponse:
    """Take the places of every roster from a sheet; one wrong line refuses the whole."""
    desk = inside_of(request.scope, number)
    form = QuotaSheetForm(request.POST or None, request.FILES or None)
    asked = Asked(
        _("Kuota daftar petugas"),
        _("Unggah"),
        _("Kuota diisi."),
        to="schemes.rosters",
        lead=_(
            "Excel atau CSV dengan kolom kode desa, TPS, dan kuota. Bila satu baris "
            "keliru, tidak ada yang diubah."
        ),
    )
    return answer(
        request,
        desk,
        form,
        lambda: (
            acts.set_roster_quotas(
                by=request.scope, scheme=desk.scheme, people=_places(form)
            ),
        ),
        asked,
    )


def _places(form: QuotaSheetForm) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for line, row in _rows(form, PLACES, ("code", "roster", "people")):
        region, count = regions.by_code(row["code"]), parse_whole(row["people"])
        key = (region.code if region else "", _plain_roster(row["roster"]))
        if not all(key) or count is None or key in found:
            raise ActRefused(
                _("Baris %s: kode desa, TPS, atau kuotanya keliru atau ganda.") % line
            )
        found[key] = count
    return found


def _rows(
    form: Any, heads: dict[str, tuple[str, ...]], needed: tuple[str, ...]
) -> tuple[tuple[int, dict[str, str]], ...]:
    file = form.cleaned_data["file"]
    if file.size > MOST_BYTES:
        raise ActRefused("Berkas ini terlalu besar; bagi dahulu berkasnya.")
    name = shown_name(file.name or "")
    table = preview.table_of(file.read(), heads, needed, name=name, most=MOST_LINES)
    if not table.rows:
        raise ActRefused("Berkas ini tidak memuat seorang pun.")
    return table.rows


def _plain_roster(written: str) -> str:
    """Write a roster the same way in every file: "7" and "TPS 007" are one."""
    bare = written.upper().removeprefix("TPS").strip(" .-")
    return f"TPS {int(bare):03d}" if is_number(bare) else " ".join(written.split())


@audience(MANAGES)
def add(request: ScopedRequest, number: int) -> HttpResponse:
    """Say row by row what a roster's file would do; write its people once that was seen."""
    desk = inside_of(request.scope, number)
    if kept.is_asked(request):
        return _taken(request, desk)
    form = RosterForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        tried = attempt(form, lambda: _tried(request, desk, form))
        if tried is not None:
            shown = {"desk": desk, "scheme": desk.scheme, "here": "act", **tried}
            return render(request, "schemes/roster_tried.html", shown)
    shown = {"desk": desk, "scheme": desk.scheme, "here": "act"}
    return show(request, "schemes/roster_add.html", form, **shown)


def _tried(request: ScopedRequest, desk: Desk, form: RosterForm) -> dict[str, Any]:
    rows = _rows(form, PEOPLE, NEEDED)
    found = [(line, _proposed(cells)) for line, cells in rows]
    known = [one for _line, one in found if one is not None]
    if not known:
        raise ActRefused(
            "Tidak satu baris pun menyebut kode desa dan TPS yang dikenal."
        )
    tried = lists.try_people(by=request.scope, scheme=desk.scheme, people=known)
    return {
        **uploading.outcome(known, tried),
        "lost": [line for line, one in found if one is None][:MOST_SHOWN],
        "kept": kept.keep(request, [uploading.plain(one) for one in known]),
    }


def _proposed(cells: dict[str, str]) -> Proposed | None:
    """Read one line; None where it names no place that is known."""
    region, name = regions.by_code(cells["code"]), _plain_roster(cells["roster"])
    if region is None or not name:
        return None
    read = uploading.proposed(cells)
    return Proposed(
        nik=read.nik,
        name=read.name,
        birth_date=read.birth_date,
        sex=read.sex,
        occupation=read.occupation,
        village_code=region.code,
        roster=name[:100],
        client_key=uuid4(),
    )


def _taken(request: ScopedRequest, desk: Desk) -> HttpResponse:
    """Write the people who were shown; they came back signed."""
    number = desk.scheme.pk
    try:
        made = lists.add_people(
            by=request.scope,
            scheme=desk.scheme,
            people=[uploading.whole(one) for one in kept.kept(request)],
        )
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("schemes.roster_add", number=number)
    uploading.say(request, made)
    return redirect("schemes.rosters", number=number)


URLS = (
    path("skema/<int:number>/petugas", rosters, name="schemes.rosters"),
    path("skema/<int:number>/petugas/daftar", roster, name="schemes.roster"),
    path("skema/<int:number>/petugas/kuota", places, name="schemes.roster_places"),
    path("skema/<int:number>/petugas/unggah", add, name="schemes.roster_add"),
)
