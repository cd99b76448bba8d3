"""Beranda: coverage of one's region, targets, who makes up the gap, what waits."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.views.decorators.http import require_POST

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import User
from naungan.casework.accounts.powers import POWERS
from naungan.casework.intake import door, figures, ledger
from naungan.casework.intake.models import Publication
from naungan.lib import regions
from naungan.lib.dates import month_of
from naungan.lib.numbers import is_number
from naungan.web.audience import APPOINTMENT, SIGNED_IN, audience
from naungan.web.figures import Figure, month_words, present
from naungan.web.navigation import places_of
from naungan.web.page import Page
from naungan.web.pages.home.mending import mending
from naungan.web.pages.home.presenter import morning, quality


@audience(SIGNED_IN)
def home(request: HttpRequest) -> HttpResponse:
    """Show the morning of a person: figures of the region, then what waits."""
    assert isinstance(request.user, User)
    reach = getattr(request, "scope", None)
    powers = sorted(reach.powers, key=list(POWERS).index) if reach else []
    return render(
        request,
        "home/page.html",
        {
            **_news(reach),
            "waits": [line for one in places_of(request) for line in one.lines],
            "held": getattr(request, "held", []),
            "powers": [POWERS[power][0] for power in powers],
        },
    )


def _news(reach: scope.Scope | None) -> dict[str, Any]:
    """Give the newest figures of the person's region."""
    if reach is None or not reach.may("see_coverage"):
        return {}
    region = regions.by_code(reach.region_code) if reach.region_code else None
    publication = door.newest(reach.region_code)
    if publication is None or region is None:
        awaits = ledger.awaiting_members(reach)
        return {"inside": _inside(reach), "region": region, "awaits": awaits}
    shown = morning(publication, reach, region.code, region.name)
    seen = reach.may("see_persons") or reach.may("see_looks")
    return {
        "region": region,
        "chain": regions.chain(region.code)[:-1],
        "publication": publication,
        "shown": shown,
        "month": month_words(shown.whole.month) if shown.whole else "",
        "mending": mending(publication, reach, region),
        "quality": quality(publication, reach) if seen else [],
        "late": _late(publication),
    }


def _late(publication: Publication) -> int:
    """Count the months since the month that the newest figures tell of, less one."""
    return max(0, month_of(clock.today()) - publication.month - 1)


def _inside(reach: scope.Scope) -> list[Figure]:
    """Give the newest figure of every region with a snapshot inside one's own."""
    within = f"{reach.region_code}." if reach.region_code else ""
    found = []
    for one in door.published_regions():
        known = regions.by_code(one.region_code)
        if known is not None and one.region_code.startswith(within):
            rows = figures.figures_of(one, reach, one.region_code).own
            found.append(present(rows, known.name, None).whole)
    return [one for one in found if one is not None]


@audience(SIGNED_IN)
@require_POST
def work_as(request: HttpRequest) -> HttpResponse:
    """Change to another appointment of one's own."""
    assert isinstance(request.user, User)
    wanted = request.POST.get("appointment", "")
    held = scope.open_appointments(request.user, clock.today())
    if is_number(wanted) and held.filter(pk=int(wanted)).exists():
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
