"""Meetings and obstacles as programs read them."""

from datetime import date
from typing import Annotated, Any, Final

from django.utils.translation import gettext_noop as _
from ninja import Query

from naungan.casework.coordination.models import Event, Obstacle
from naungan.casework.coordination.queries import listing, obstacles as register
from naungan.web.api import reach
from naungan.web.api.door import asks
from naungan.web.api.paging import After, Limit, number_of
from naungan.web.api.reach import RegionQuery
from naungan.web.api.shapes import promises as shapes
from naungan.web.programs.bearer import KeyRequest
from naungan.web.programs.problem import WRONG, Problem


TAG: Final = _("Rapat dan janji")
DAY: Final = r"^\d{4}-\d{2}-\d{2}$"
Since = Annotated[str | None, Query(pattern=DAY, description=_("Sejak hari ini."))]
Until = Annotated[str | None, Query(pattern=DAY, description=_("Sampai hari ini."))]


@asks(
    *("meetings", "api.meetings", shapes.Meetings, "see_meetings"),
    *(
        _("Rapat yang terlihat"),
        _(
            "Rapat yang dicatat atau diikuti lembaga ini di wilayah kunci, yang terbaru "
            "dahulu, dengan pemberitaannya. Hari yang tidak diketahui tidak diisi."
        ),
        TAG,
    ),
)
def meetings(
    request: KeyRequest,
    region: RegionQuery = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 100,
    after: After = None,
) -> shapes.Meetings:
    """List meetings, the newest first."""
    sought = listing.Sought(
        region_code=reach.inside(request.scope, region),
        since=_day(since),
        until=_day(until),
    )
    found = listing.events(request.scope, sought).prefetch_related("sources")
    last = number_of(after)
    rows, following = _page(
        found if last is None else listing.after(found, last), limit
    )
    return shapes.Meetings(rows=[_meeting(one) for one in rows], next=following)


def _day(written: str | None) -> date | None:
    """Read a day; one that no calendar has is refused."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise Problem(WRONG) from error


def _page(found: Any, limit: int) -> tuple[list[Any], str | None]:
    rows = list(found[: limit + 1])
    more = len(rows) > limit
    return rows[:limit], str(rows[limit - 1].pk) if more else None


def _meeting(one: Event) -> shapes.Meeting:
    same = ("title", "kinds", "topics", "region_code", "venue", "city", "held_on")
    return shapes.Meeting(
        number=one.pk,
        institution=one.institution.name,
        reports=[
            shapes.Report(
                outlet=each.outlet, url=each.url, published_on=each.published_on
            )
            for each in one.sources.all()
        ],
        **{name: getattr(one, name) for name in (*same, "year", "certainty", "state")},
    )


@asks(
    *("obstacles", "api.obstacles", shapes.Obstacles, "see_meetings"),
    *(
        _("Hambatan yang dicatat"),
        _("Hambatan dari rapat dan catatan lembaga, yang terbaru dahulu."),
        TAG,
    ),
)
def obstacles(
    request: KeyRequest,
    region: RegionQuery = None,
    limit: Limit = 100,
    after: After = None,
) -> shapes.Obstacles:
    """List obstacles, the newest first."""
    code = reach.inside(request.scope, region)
    found = register.obstacles(request.scope, register.Sought(region_code=code))
    last = number_of(after)
    rows, following = _page(
        found if last is None else register.after(found, last), limit
    )
    return shapes.Obstacles(rows=[_obstacle(one) for one in rows], next=following)


def _obstacle(one: Obstacle) -> shapes.Obstacle:
    same = ("kind", "text", "region_code", "noted_on", "resolved_on", "resolution")
    return shapes.Obstacle(
        number=one.pk,
        category=register.category_of(one.kind),
        meeting=one.event_id,
        **{name: getattr(one, name) for name in same},
    )
