"""Surat: the agenda book, each letter with its proof, batches, and the letterhead."""

from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import path
from django.utils.translation import gettext_noop, ngettext_lazy

from naungan.casework import clock
from naungan.casework.correspondence import access, queries
from naungan.casework.correspondence.models import Letter
from naungan.lib.numbers import is_number
from naungan.web import download
from naungan.web.audience import audience, whoever_may
from naungan.web.page import Page
from naungan.web.pages.letters import changing, many, presenter, signing, taking
from naungan.web.pages.letters.forms import LetterFilter
from naungan.web.request import ScopedRequest


SEES: Final = whoever_may("see_letters")
PER_PAGE: Final = 50
AFTER: Final = "sesudah"
SHOWN_BATCHES: Final = 5


@audience(SEES)
def letters(request: ScopedRequest) -> HttpResponseBase:
    """List the letters of the agenda book, newest first."""
    asked = LetterFilter(request.GET or {})
    found = queries.found(request.scope, asked.sought())
    if form := download.asked(request):
        return download.answer(request, presenter.sheet(found), form)
    rows, following = _page(request, found)
    here = request.scope.institution_id
    batches = queries.batches(request.scope)[:SHOWN_BATCHES]
    shown = {
        "lines": [presenter.line(one, here) for one in rows],
        "following": following,
        "filter": asked,
        "kept": _kept(request),
        "batches": [presenter.batch(one) for one in batches],
    }
    return render(request, "letters/page.html", shown)


@audience(SEES)
def letter(request: ScopedRequest, number: int) -> HttpResponse:
    """Show one letter: what it is, what became of it, and its proof."""
    found = get_object_or_404(queries.letters(request.scope), pk=number)
    shown = presenter.whole(found, request.scope.institution_id)
    shown["may_sign"] = access.may_sign(request.scope, clock.today())
    return render(request, "letters/letter.html", shown)


@audience(SEES)
def batch(request: ScopedRequest, number: int) -> HttpResponse:
    """Show how far a batch is, and its letters once they are there."""
    found = get_object_or_404(queries.batches(request.scope), pk=number)
    made = queries.letters(request.scope).filter(batch=found).order_by("serial")
    page = Paginator(made, PER_PAGE).get_page(request.GET.get("hal"))
    here = request.scope.institution_id
    lines = [presenter.line(one, here) for one in page]
    shown = presenter.batch(found) | {"page": page, "lines": lines}
    return render(request, "letters/batch.html", shown)


@audience(SEES)
def progress(request: ScopedRequest, number: int) -> HttpResponse:
    """Show only how far a batch is, for the page that is open on it."""
    found = get_object_or_404(queries.batches(request.scope), pk=number)
    answer = render(request, "letters/progress.html", presenter.batch(found))
    if found.ended_at is not None:
        answer["HX-Refresh"] = "true"  # its letters are there now
    return answer


@audience(SEES)
def books(request: ScopedRequest) -> HttpResponse:
    """Show the agenda books and the letterhead."""
    kept = queries.books(request.scope)
    shown = {
        "books": [(one, presenter.of_book(one.kind)) for one in kept],
        "head": queries.head(request.scope),
        "may_set": request.scope.may("set_letterhead"),
    }
    return render(request, "letters/books.html", shown)


def _page(
    request: ScopedRequest, found: QuerySet[Letter]
) -> tuple[list[Letter], int | None]:
    """Give one page and the letter after which the next begins; nothing is counted."""
    asked = request.GET.get(AFTER, "")
    kept = queries.after(found, int(asked)) if is_number(asked) else found
    rows = list(kept[: PER_PAGE + 1])
    more = len(rows) > PER_PAGE
    return rows[:PER_PAGE], rows[PER_PAGE - 1].pk if more else None


def _kept(request: ScopedRequest) -> str:
    """Keep what is looked for while turning pages."""
    asked: Any = request.GET.copy()
    asked.pop(AFTER, None)
    return str(asked.urlencode())


PAGE = Page(
    code="letters",
    urls=(
        path("surat-menyurat", letters, name="letters"),
        path("surat-menyurat/<int:number>", letter, name="letters.letter"),
        path("surat-menyurat/buku", books, name="letters.books"),
        path("surat-menyurat/kumpulan/<int:number>", batch, name="letters.batch"),
        path(
            "surat-menyurat/kumpulan/<int:number>/kemajuan",
            progress,
            name="letters.progress",
        ),
        *many.URLS,
        *signing.URLS,
        *changing.URLS,
        *taking.URLS,
    ),
    label=gettext_noop("Surat"),
    place=45,
    power="see_letters",
    rows=lambda scope: [queries.to_sign(scope, clock.today())],
    waits=ngettext_lazy(
        "surat menunggu tanda tangan Anda", "surat menunggu tanda tangan Anda"
    ),
    waits_at=signing.waits_at,
)
