"""Beranda: where a person works, as what, and what waits."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_POST

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import User
from naungan.casework.accounts.powers import POWERS
from naungan.casework.intake import door, queries
from naungan.casework.intake.queue import waiting
from naungan.lib import regions
from naungan.web.audience import APPOINTMENT, SIGNED_IN, audience
from naungan.web.figures import present
from naungan.web.page import Page


@audience(SIGNED_IN)
def home(request: HttpRequest) -> HttpResponse:
    """Show the appointment in use, its powers, and the others to change to."""
    assert isinstance(request.user, User)
    held = scope.open_appointments(request.user, timezone.localdate())
    reach = getattr(request, "scope", None)
    powers = sorted(reach.powers, key=list(POWERS).index) if reach else []
    return render(
        request,
        "home/page.html",
        {
            **_news(reach),
            "held": held,
            "powers": [POWERS[power][0] for power in powers],
            "region": regions.by_code(reach.region_code) if reach else None,
        },
    )


def _news(reach: scope.Scope | None) -> dict[str, Any]:
    """Give the newest figure of the person's region, and what is being built."""
    found: dict[str, Any] = {"waiting": waiting()}
    region = regions.by_code(reach.region_code) if reach else None
    if reach is None or region is None or not reach.may("see_coverage"):
        return found
    publication = door.newest(region.code)
    if publication is not None:
        figures = queries.region_figures(publication, reach, region.code)
        found |= {
            "publication": publication,
            "shown": present(figures, region.name, None),
        }
    return found


@audience(SIGNED_IN)
@require_POST
def work_as(request: HttpRequest) -> HttpResponse:
    """Change to another appointment of one's own."""
    assert isinstance(request.user, User)
    wanted = request.POST.get("appointment", "")
    held = scope.open_appointments(request.user, timezone.localdate())
    if wanted.isdecimal() and held.filter(pk=int(wanted)).exists():
        request.session[APPOINTMENT] = int(wanted)
    return redirect("home")


PAGE = Page(
    code="home",
    urls=(
        path("", home, name="home"),
        path("bekerja-sebagai", work_as, name="home.work_as"),
    ),
    label="Beranda",
    place=1,
)
