"""What proves that somebody is a member: the answer of a file, and the extract."""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _, ngettext

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection import answers
from naungan.casework.protection.actions import enrolment
from naungan.casework.protection.answers import Compared
from naungan.casework.protection.models import Enrolment
from naungan.lib.dates import month_text
from naungan.lib.errors import Refusal
from naungan.lib.numbers import format_number
from naungan.web.arrival import shown_name
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import attempt, said, show, told
from naungan.web.pages.schemes import words
from naungan.web.pages.schemes.acting import Asked, answer, is_sure
from naungan.web.pages.schemes.enrolling import about, enrols, file_of
from naungan.web.pages.schemes.forms import AnswerForm
from naungan.web.pages.schemes.place import Desk
from naungan.web.request import ScopedRequest
from naungan.web.sheets import kept


SEES: Final = whoever_may("see_schemes")
MOST_BYTES: Final = 20 << 20
MOST_SHOWN: Final = 200


@audience(SEES)
def returned(request: ScopedRequest, number: int, sent: int) -> HttpResponse:
    """Say row by row what an answer would do; take it once that was seen."""
    desk = enrols(request, number)
    made = file_of(desk, sent)
    if kept.is_asked(request):
        return _taken(request, made)
    start = {"first_month": month_text(desk.scheme.from_month)}
    form = AnswerForm(request.POST or None, request.FILES or None, initial=start)
    if request.method == "POST" and form.is_valid():
        found = attempt(form, lambda: _compared(request, made, form))
        if found is not None:
            return _tried(request, desk, made, form, found)
    return show(request, "schemes/returned.html", form, **about(desk, made))


def _compared(request: ScopedRequest, made: Enrolment, form: forms.Form) -> Compared:
    given = form.cleaned_data["file"]
    if given.size > MOST_BYTES:
        raise ActRefused("Berkas ini terlalu besar; bagi dahulu berkasnya.")
    name = shown_name(given.name or "")
    content = given.read()
    found = answers.compare(
        by=request.scope, enrolment=made, content=content, name=name
    )
    if not found.rows:
        raise ActRefused("Berkas ini tidak memuat jawaban.")
    return found


def _tried(
    request: ScopedRequest,
    desk: Desk,
    made: Enrolment,
    form: forms.Form,
    found: Compared,
) -> HttpResponse:
    month = form.cleaned_data["first_month"]
    rows = [(row.entry, row.kpj, row.reason) for row in found.taken]
    shown = {
        **about(desk, made),
        "told": [
            (_("Akan terdaftar"), format_number(found.accepted)),
            (_("Akan ditolak, dengan alasannya"), format_number(found.refused)),
            (_("Tidak dijawab, dapat dikirim lagi"), format_number(found.silent)),
            (_("Baris yang tidak dapat dipakai"), format_number(len(found.wrong))),
        ],
        "first": words.month(month),
        "wrong": [(row, told(row.wrong)) for row in found.wrong[:MOST_SHOWN]],
        "more": max(0, len(found.wrong) - MOST_SHOWN),
        "kept": kept.keep(request, [month, rows]) if rows else "",
    }
    return render(request, "schemes/answered.html", shown)


def _taken(request: ScopedRequest, made: Enrolment) -> HttpResponse:
    """Take the rows that were shown; they came back signed."""
    number = made.scheme_id
    try:
        month, rows = kept.kept(request)
        accepted = enrolment.take_back(
            by=request.scope,
            enrolment=made,
            answers=answers.answers(made, rows),
            first_month=month,
        ).accepted
    except Refusal as refusal:
        messages.error(request, said(refusal))
        return redirect("schemes.returned", number=number, sent=made.pk)
    messages.success(
        request, _("Jawaban dicocokkan; lihat yang diterima dan yang ditolak.")
    )
    _name_late(request, made, accepted)
    return redirect("schemes.enrolments", number=number)


def _name_late(request: ScopedRequest, made: Enrolment, accepted: int) -> None:
    """Say that whoever is enrolled only now did not go over into the next scheme."""
    after = made.scheme.renewed_by.exclude(state="closed").first()
    if accepted and after is not None:
        said_late = (
            ngettext(
                "%(n)s orang yang baru terdaftar ikut ke “%(after)s” ketika dibuka.",
                "%(n)s orang yang baru terdaftar ikut ke “%(after)s” ketika dibuka.",
                accepted,
            )
            if after.state == "draft"
            else ngettext(
                "%(n)s orang yang baru terdaftar belum ada dalam “%(after)s”.",
                "%(n)s orang yang baru terdaftar belum ada dalam “%(after)s”.",
                accepted,
            )
        )
        told_late = {"n": format_number(accepted), "after": after.name}
        messages.warning(request, said_late % told_late)


@audience(SEES)
def seen(request: ScopedRequest, number: int) -> HttpResponse:
    """Compare who is enrolled with the newest snapshot."""
    desk = enrols(request, number)
    asked = Asked(
        _("Bandingkan dengan potret"),
        _("Bandingkan"),
        _("Dibandingkan dengan potret terbaru; keadaan orang diperbarui."),
        lead=_("Yang tampak aktif di potret terbaru menjadi aktif di sini."),
        to="schemes.one",
    )
    return answer(
        request,
        desk,
        is_sure(request),
        lambda: enrolment.see_in_extract(by=request.scope, scheme=desk.scheme),
        asked,
    )


URLS = (
    path(
        "skema/<int:number>/pendaftaran/<int:sent>/jawaban",
        returned,
        name="schemes.returned",
    ),
    path("skema/<int:number>/potret", seen, name="schemes.seen"),
)
