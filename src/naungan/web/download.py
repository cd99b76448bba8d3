"""Unduh: any table of a page as a file, with the page's own address and `?unduh=`.

A page gives a `Sheet` with raw values; the forms are `csv` for programs, `xlsx` for
a spreadsheet and `pdf` for reading and printing. Taking a file away needs a power
and is an act. The file is written while the request's transaction is open, because
outside it the database shows no row, and is then sent from disk piece by piece.
"""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import IO, Final, Literal

from django.conf import settings
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from naungan.casework import act, clock
from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.scope import Scope
from naungan.web.sheets import csv_form, pdf_form, xlsx_form
from naungan.web.sheets.sheet import Column, Sheet


__all__ = ["FORMS", "Column", "Sheet", "answer", "asked"]
Form = Literal["csv", "xlsx", "pdf"]
ASKED: Final = "unduh"
LONGEST_NAME: Final = 80
KEPT_IN_MEMORY: Final = 1_000_000  # bytes; longer files go to disk


@dataclass(frozen=True)
class _Written:
    """How a form is written, giving its number of rows, and what a browser takes it for."""

    write: Callable[[Sheet, IO[bytes]], int]
    content_type: str


FORMS: Final[dict[str, _Written]] = {
    "csv": _Written(csv_form.write, csv_form.CONTENT_TYPE),
    "xlsx": _Written(xlsx_form.write, xlsx_form.CONTENT_TYPE),
    "pdf": _Written(pdf_form.write, pdf_form.CONTENT_TYPE),
}
"""Every form by its code, as `?unduh=` names it."""


def asked(request: HttpRequest) -> Form | None:
    """Give the form in which the page is asked for as a file; None for the page."""
    form = request.GET.get(ASKED)
    return form if form in FORMS else None  # type: ignore[return-value]


def answer(
    request: HttpRequest, sheet: Sheet, form: Form, *, power: str = "export"
) -> HttpResponseBase:
    """Give a table as a file, and write down that it was taken away.

    Whoever lacks the power is refused. `power` names another one only for a list
    whose readers are there to take it away: the logs. A form that cannot hold every
    row gives the first ones and says so in its notes.
    """
    scope: Scope | None = getattr(request, "scope", None)
    if scope is None or not scope.may(power):
        return render(request, "refused.html", {"power": power}, status=403)
    file = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115
    rows = FORMS[form].write(_told(sheet, request, scope), file)
    act.record(by=scope, verb="download", noun=sheet.code, noun_id=form, rows=rows)
    made = _sent(file, FORMS[form].content_type)
    name = f"{_named(sheet)}-{clock.today():%Y%m%d}.{form}"
    made["Content-Disposition"] = f'attachment; filename="{name}"'
    made["X-Content-Type-Options"] = "nosniff"
    return made


def _named(sheet: Sheet) -> str:
    """Name a file by what it holds and of where, so that two of them stay apart."""
    return slugify(sheet.title)[:LONGEST_NAME].strip("-") or slugify(sheet.code)


def _told(sheet: Sheet, request: HttpRequest, scope: Scope) -> Sheet:
    """Add to a table where and when it was taken, and whether its data are invented."""
    kept = request.GET.copy()
    kept.pop(ASKED, None)
    asked_for = f"?{kept.urlencode()}" if kept else ""
    invented = _("Peragaan: orang, pemberi kerja, dan angka di berkas ini rekaan.")
    taken = _("Diunduh %(at)s untuk %(institution)s.") % {
        "at": f"{clock.shown(timezone.now()):%d-%m-%Y %H.%M}",
        "institution": _institution(request, scope),
    }
    return replace(
        sheet,
        demo=invented if settings.DEMO else "",
        address=request.build_absolute_uri(request.path + asked_for),
        notes=(*sheet.notes, taken),
    )


def _institution(request: HttpRequest, scope: Scope) -> str:
    appointment: Appointment | None = getattr(request, "appointment", None)
    return appointment.institution.name if appointment else scope.institution_code


def _sent(file: IO[bytes], content_type: str) -> HttpResponseBase:
    """Send a short file at once, a long one from disk piece by piece."""
    is_long = file.tell() > KEPT_IN_MEMORY
    file.seek(0)
    if is_long:
        return FileResponse(file, content_type=content_type)
    with file:
        return HttpResponse(file.read(), content_type=content_type)
