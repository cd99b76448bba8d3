"""Letters as files: one as it went out or to edit, or a whole batch."""

import tempfile
import zipfile
from typing import Any, Final

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.text import slugify

from naungan.casework import act
from naungan.casework.correspondence import queries
from naungan.casework.correspondence.models import Letter, LetterBatch
from naungan.web.audience import audience, whoever_may
from naungan.web.letters import issuing, merging
from naungan.web.letters.issuing import Form
from naungan.web.letters.text import text_of
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_letters")
KEPT_IN_MEMORY: Final = 4_000_000  # bytes; longer archives go to disk


@audience(SEES)
def pdf(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Give a letter byte for byte as it went out."""
    return _taken(request, number, "pdf")


@audience(SEES)
def docx(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Give what a letter says in a form that can be edited."""
    return _taken(request, number, "docx")


@audience(SEES)
def archive(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Give every letter of a batch as it went out."""
    batch = get_object_or_404(queries.batches(request.scope), pk=number)
    file = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as made:
        for letter in _of_batch(batch):
            made.writestr(f"{name_of(letter)}.pdf", issuing.written(letter, "pdf"))
    return _sent(request, batch, file, "zip", "application/zip")


@audience(SEES)
def to_print(request: ScopedRequest, number: int) -> HttpResponseBase:
    """Give every letter of a batch in one file, each beginning on a page of its own."""
    batch = get_object_or_404(queries.batches(request.scope), pk=number)
    letters = _of_batch(batch)
    if not letters.exists():
        raise Http404
    file = tempfile.SpooledTemporaryFile(max_size=KEPT_IN_MEMORY)  # noqa: SIM115
    merging.merge(
        ((one.number, issuing.written(one, "pdf")) for one in letters),
        file,
        both_sides=request.GET.get("sisi") == "dua",
    )
    return _sent(request, batch, file, "pdf", issuing.CONTENT_TYPES["pdf"])


def _of_batch(batch: LetterBatch) -> QuerySet[Letter]:
    return batch.letters.filter(erased_at=None).order_by("serial")


def _sent(
    request: ScopedRequest, batch: LetterBatch, file: Any, form: str, content_type: str
) -> FileResponse:
    act.record(
        by=request.scope,
        verb="download",
        noun="letter_batch",
        noun_id=batch.pk,
        form=form,
    )
    file.seek(0)
    name = f"surat-{batch.pk}.{form}"
    return FileResponse(
        file, as_attachment=True, filename=name, content_type=content_type
    )


def _taken(request: ScopedRequest, number: int, form: Form) -> HttpResponse:
    letter = get_object_or_404(
        queries.letters(request.scope), pk=number, erased_at=None
    )
    content = issuing.written(letter, form)
    act.record(
        by=request.scope,
        verb="download",
        noun="letter",
        noun_id=letter.code,
        form=form,
    )
    made = HttpResponse(content, content_type=issuing.CONTENT_TYPES[form])
    made["Content-Disposition"] = f'attachment; filename="{name_of(letter)}.{form}"'
    made["X-Content-Type-Options"] = "nosniff"
    return made


def name_of(letter: Letter) -> str:
    """Name a letter's file by its kind and number."""
    return f"{slugify(text_of(letter.letter).title)}-{_flat(letter.number)}"


def _flat(number: str) -> str:
    return "".join(one if one.isalnum() else "-" for one in number).strip("-")[:80]


URLS = (
    path("surat-menyurat/<int:number>/pdf", pdf, name="letters.pdf"),
    path("surat-menyurat/<int:number>/docx", docx, name="letters.docx"),
    path("surat-menyurat/kumpulan/<int:number>/zip", archive, name="letters.archive"),
    path("surat-menyurat/kumpulan/<int:number>/cetak", to_print, name="letters.print"),
)
