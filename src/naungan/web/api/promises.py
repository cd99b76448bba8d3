"""Promises as programs read them: where each stands, and what the data say of it."""

from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from django.utils.translation import gettext_noop as _
from ninja import Path, Query

from naungan.casework import clock
from naungan.casework.commitments import queries
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Claim, Commitment, Measurement
from naungan.casework.commitments.queries import Sought
from naungan.lib import regions
from naungan.web.api import reach
from naungan.web.api.door import asks
from naungan.web.api.paging import After, Limit
from naungan.web.api.reach import RegionQuery
from naungan.web.api.shapes import promises as shapes
from naungan.web.programs.bearer import KeyRequest
from naungan.web.programs.problem import NOT_FOUND, Problem


TAG: Final = _("Rapat dan janji")
LARGEST: Final = 2**63 - 1
Number = Annotated[int, Path(ge=1, le=LARGEST)]
Standing = Annotated[
    Literal["open", "running", "late", "kept", "dropped", "replaced"] | None,
    Query(description=_("Keadaan; open berarti masih berjalan atau terlambat.")),
]
Flag = Annotated[
    Literal["open_ended", "contradicted", "met", "came_late", "soon"] | None,
    Query(description=_("Tanda yang harus ada pada janji.")),
]
IndicatorCode = Annotated[
    str | None, Query(pattern=r"^[a-z_]{1,40}$", description=_("Kode indikator."))
]


@asks(
    *("promises", "api.promises", shapes.Promises, "see_meetings"),
    *(
        _("Janji dan keadaannya"),
        _(
            "Janji yang terlihat lembaga ini di wilayah kunci, yang paling dekat batasnya "
            "dahulu. Janji tanpa wilayah hanya dibaca kunci seluruh negeri."
        ),
        TAG,
    ),
)
def promises(
    request: KeyRequest,
    region: RegionQuery = None,
    standing: Standing = None,
    flag: Flag = None,
    indicator: IndicatorCode = None,
    limit: Limit = 100,
    after: After = None,
) -> shapes.Promises:
    """List promises, those first that are due first."""
    sought = Sought(
        region=reach.inside(request.scope, region),
        standing=standing or "",
        flag=flag or "",
        indicator=indicator or "",
    )
    page = queries.listed(
        request.scope, sought, clock.today(), after=after, limit=limit
    )
    return shapes.Promises(rows=[_promise(one) for one in page.rows], next=page.next)


@asks(
    *("promises/counts", "api.promise_counts", shapes.PromiseCounts),
    *(
        "see_meetings",
        _("Banyaknya janji menurut keadaannya"),
        _("Janji di suatu wilayah: dibuat, dipenuhi, terlambat, tanpa ukuran lengkap."),
        TAG,
    ),
)
def counts(request: KeyRequest, region: RegionQuery = None) -> shapes.PromiseCounts:
    """Count promises by where they stand."""
    sought = Sought(region=reach.inside(request.scope, region))
    found = queries.ledger(request.scope, sought, clock.today())
    return shapes.PromiseCounts(made=found.made, **found.standing, **found.flagged)


@asks(
    *("promises/{number}", "api.promise", shapes.PromiseAnswer),
    *(
        "see_meetings",
        _("Satu janji dengan pengukurannya"),
        _("Satu janji: setiap angka yang dibaca dari data dan setiap pernyataan."),
        TAG,
    ),
)
def promise(request: KeyRequest, number: Number) -> shapes.PromiseAnswer:
    """Give one promise with its measurements and claims."""
    found = queries.whole(request.scope, number)
    if found is None or not _is_inside(request, found.commitment):
        raise Problem(NOT_FOUND)
    return shapes.PromiseAnswer(
        promise=_promise(found.commitment),
        measured=[_measured(one) for one in found.measured],
        claimed=[_claimed(one) for one in found.claims],
    )


def _is_inside(request: KeyRequest, one: Commitment) -> bool:
    return regions.lies_in(one.region_code, request.scope.region_code)


def _promise(one: Commitment) -> shapes.Promise:
    read = queries.line(one, clock.today())
    known = all_indicators().get(one.indicator)
    house = one.owner_institution
    same = ("what", "promised_on", "region_code", "due_on", "first_due_on", "due_words")
    days = ("baseline_on", "as_of", "met_on", "came_late")
    figures: dict[str, Any] = {
        name: _number(getattr(one, name)) for name in ("baseline", "target", "value")
    }
    return shapes.Promise(
        number=one.pk,
        meeting=one.event_id,
        owner=house.name if house else one.owner_name,
        standing=read.standing,
        open_ended=read.is_open_ended,
        claimed=one.told or None,
        contradicted=read.is_contradicted,
        indicator=one.indicator or None,
        unit=known.unit if known else None,
        direction=one.direction or None,
        of=one.value_of,
        met=one.is_met,
        progress_percent=_number(read.progress),
        **{name: getattr(one, name) for name in (*same, *days)},
        **figures,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _measured(one: Measurement) -> shapes.Measured:
    return shapes.Measured(
        as_of=one.as_of,
        value=float(one.value),
        of=one.of,
        run=one.publication.run if one.publication else None,
        sha256=one.sha256,
    )


def _claimed(one: Claim) -> shapes.Claimed:
    return shapes.Claimed(
        claimed_on=one.claimed_on,
        institution=one.institution.name,
        status=one.status,
        value=_number(one.value),
        words=one.words,
    )
