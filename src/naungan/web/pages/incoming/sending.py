"""Unggah: files stream to disk, are recognised, and become entries of the ledger."""

import contextlib
from collections.abc import Iterator
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.csrf import csrf_exempt, csrf_protect

from naungan.casework import clock
from naungan.casework.intake import actions, preview
from naungan.casework.intake.models import Batch
from naungan.lib.errors import Refusal
from naungan.web import file_check
from naungan.web.arrival import TAKERS, Arrival, ArrivedFile, awaited
from naungan.web.audience import audience, whoever_may
from naungan.web.form_page import said, show
from naungan.web.pages.incoming import words
from naungan.web.pages.incoming.forms import UploadForm
from naungan.web.request import ScopedRequest


SENDERS: Final = whoever_may("upload")
ARRIVING: Final = "arriving"
WHOLE: Final = "whole"  # the last field of the form: without it the request was cut
BY_SCRIPT: Final = "X-Requested-With"


@contextlib.contextmanager
def _taken_in(request: HttpRequest) -> Iterator[Arrival]:
    """Let the files of a request come to disk, however slowly."""
    with awaited(request, settings.HOME.uploads / ARRIVING) as coming:
        assert request.POST is not None  # reading the form is what takes the files in
        request.coming = coming  # type: ignore[attr-defined]
        yield coming


TAKERS["incoming.upload"] = _taken_in


@audience(SENDERS)
@csrf_exempt  # checked by `_send`: the files come before
def upload(request: ScopedRequest) -> HttpResponse:
    """Ask for files; those that come never lie in memory, nor hold a transaction."""
    if request.method != "POST":
        return _asked(request, _form(request), [])
    answered: HttpResponse = _send(request, request.coming)  # type: ignore[attr-defined]
    return answered


@csrf_protect
def _send(request: ScopedRequest, coming: Arrival) -> HttpResponse:
    form = _form(request)
    form.fields["documents"].required = not coming.refused
    kept = _kept(request, form) if _is_whole(request, form) else []
    form.say_refused(coming.refused)
    if form.errors:
        return _asked(request, form, kept)
    return _sent(request, kept)


def _form(request: ScopedRequest) -> UploadForm:
    today = clock.today()
    if request.method != "POST":
        return UploadForm(None, None, request.scope, today)
    return UploadForm(request.POST, request.FILES, request.scope, today)


def _asked(request: ScopedRequest, form: UploadForm, kept: list[Batch]) -> HttpResponse:
    rest = {"kept": kept, "kinds": words.kinds()}
    return show(request, "incoming/upload.html", form, **rest)


def _is_whole(request: ScopedRequest, form: UploadForm) -> bool:
    if WHOLE not in request.POST:
        form.add_error("documents", _("Unggahan terputus sebelum selesai. Kirim lagi."))
    return form.is_valid()


def _kept(request: ScopedRequest, form: UploadForm) -> list[Batch]:
    """Enter each file in the ledger; one that is refused does not stop the others."""
    asked, kept = dict(form.cleaned_data), []
    for file in asked.pop("documents"):
        fault = file_check.fault(file)
        if fault:
            form.add_error("documents", fault)
            continue
        try:
            kept.append(_received(request, asked, file))
        except Refusal as refusal:
            form.add_error("documents", f"“{file.name}”: {said(refusal)}")
    return kept


def _received(
    request: ScopedRequest, asked: dict[str, Any], file: ArrivedFile
) -> Batch:
    kind = asked["kind"]
    if not kind:
        found = preview.kind_of(file.path, name=file.name or "")
        kind = found.kind or next(iter(found.between), "workers")
    return actions.receive(
        by=request.scope,
        name=file.name or "",
        kind=kind,
        region_code=asked["region"],
        mode=asked["mode"],
        path=file.path,
        sha256=file.sha256,
        size=file.size or 0,
        month=asked["month"],
    )


def _sent(request: ScopedRequest, kept: list[Batch]) -> HttpResponse:
    count = len(kept)
    messages.success(
        request,
        ngettext("%s berkas diterima utuh.", "%s berkas diterima utuh.", count) % count,
    )
    to = (
        reverse("incoming.mapping", args=[kept[0].pk])
        if count == 1
        else reverse("incoming")
    )
    if request.headers.get(BY_SCRIPT):
        return JsonResponse({"to": to})
    return redirect(to)


URLS = (path("data-masuk/unggah", upload, name="incoming.upload"),)
