"""Kalkulator: what the law answers to anybody who asks, without signing in."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from naungan.casework import clock
from naungan.law.words import Language
from naungan.web.audience import PUBLIC, audience
from naungan.web.page import Page
from naungan.web.pages.calculator import family, page
from naungan.web.pages.calculator.asked import Asked, ask, is_canonical
from naungan.web.pages.calculator.questions import QUESTIONS


FIRST = next(iter(QUESTIONS))
REFUSED = 422


@audience(PUBLIC)
@require_safe
def question(request: HttpRequest, code: str = FIRST) -> HttpResponse:
    """Ask one question; what the address states is answered at once."""
    asked = _asked(request, code)
    if asked.complete and not is_canonical(asked, request.GET):
        return redirect(
            f"{reverse('calculator.question', args=[code])}?{asked.address}"
        )
    shown = page.page(asked, clock.today(), _language())
    status = REFUSED if asked.problem else 200
    return render(request, "calculator/page.html", shown, status=status)


@audience(PUBLIC)
@require_safe
def data(request: HttpRequest, code: str) -> HttpResponse:
    """Give the answer as JSON, to keep or to read by a program."""
    asked = _asked(request, code)
    if asked.answer is None:
        said = asked.problem.said if asked.problem else "Tidak ada yang ditanyakan."
        place = asked.problem.place if asked.problem else ""
        return JsonResponse({"error": said, "field": place}, status=REFUSED)
    found = {**asked.answer.as_data(), "question": dict(asked.stated)}
    return _file(found, f"naungan-{code}.json")


@audience(PUBLIC)
@require_safe
def families(request: HttpRequest) -> HttpResponse:
    """Explain the programmes to workers and families, with the figures of today."""
    shown = family.explained(clock.today(), _language())
    return render(request, "calculator/family.html", {"explained": shown})


def _asked(request: HttpRequest, code: str) -> Asked:
    if code not in QUESTIONS:
        raise Http404
    return ask(QUESTIONS[code], request.GET)


def _file(found: dict[str, Any], name: str) -> HttpResponse:
    answered = JsonResponse(found, json_dumps_params={"ensure_ascii": False})
    answered["Content-Disposition"] = f'attachment; filename="{name}"'
    return answered


def _language() -> Language:
    return "en" if (get_language() or "").startswith("en") else "id"


PAGE = Page(
    code="calculator",
    urls=(
        path("kalkulator", question, name="calculator"),
        path("kalkulator/untuk-keluarga", families, name="calculator.family"),
        path("kalkulator/<slug:code>", question, name="calculator.question"),
        path("kalkulator/<slug:code>/json", data, name="calculator.data"),
    ),
    label="Kalkulator",
    public=True,
    place=70,
)
