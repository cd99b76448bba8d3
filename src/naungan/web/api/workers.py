"""People who are not fully protected, masked; every page of them is on record."""

from typing import Annotated, Any, Final

from django.utils.translation import gettext_noop as _
from ninja import Query

from naungan.casework.intake import programs, workers as people
from naungan.web.api import reach
from naungan.web.api.door import asks
from naungan.web.api.paging import After, Limit
from naungan.web.api.reach import RegionQuery
from naungan.web.api.shapes import workers as shapes
from naungan.web.programs.bearer import KeyRequest


TAG: Final = _("Pekerja")
Word = Annotated[str | None, Query(pattern=r"^[A-Za-z_]{1,40}$")]
SAME: Final = (
    *("person_id", "name", "birth_year", "sex", "status", "segment", "category"),
    *("months_in_arrears", "employer_id", "employer_name"),
)


@asks(
    *("workers", "api.workers", shapes.Workers, "see_persons"),
    *(
        _("Pekerja belum terlindungi"),
        _(
            "Pekerja belum terlindungi, desa demi desa; NIK disamarkan, penglihatan dicatat."
        ),
        TAG,
    ),
)
def uncovered(
    request: KeyRequest,
    region: RegionQuery = None,
    status: Word = None,
    segment: Word = None,
    category: Word = None,
    limit: Limit = 100,
    after: After = None,
) -> shapes.Workers:
    """List people who are not fully protected; the look is on record."""
    code = reach.inside(request.scope, region)
    publication = reach.published(code)
    wanted = people.Wanted(status=status, segment=segment, category=category)
    found = people.uncovered(
        publication,
        request.scope,
        code,
        wanted,
        limit=limit,
        after=after,
        purpose=programs.WORKERS,
    )
    return shapes.Workers(
        rows=[_worker(row) for row in found.rows],
        next=found.after,
        source=reach.source(publication, request.scope),
    )


@asks(
    *("workers/counts", "api.worker_counts", shapes.WorkerCounts, "see_coverage"),
    *(
        _("Banyaknya pekerja belum terlindungi"),
        _("Banyaknya pekerja belum terlindungi; tidak seorang pun disebut."),
        TAG,
    ),
)
def counts(request: KeyRequest, region: RegionQuery = None) -> shapes.WorkerCounts:
    """Count people who are not fully protected; nobody is named."""
    code = reach.inside(request.scope, region)
    publication = reach.published(code)
    rows = people.counts(publication, request.scope, code)
    names = ("status", "segment", "category", "people")
    return shapes.WorkerCounts(
        rows=[
            shapes.WorkerCount(**{name: row[name] for name in names}) for row in rows
        ],
        source=reach.source(publication, request.scope),
    )


@asks(
    *("review/count", "api.review_count", shapes.ReviewCount, "review"),
    *(
        _("Banyaknya pasangan yang menunggu tinjauan"),
        _("Banyaknya pasangan yang menunggu putusan orang."),
        TAG,
    ),
)
def review(request: KeyRequest, region: RegionQuery = None) -> shapes.ReviewCount:
    """Count the pairs that await a decision."""
    code = reach.inside(request.scope, region)
    publication = reach.published(code)
    persons, firms = programs.review_counts(publication, request.scope, code)
    source = reach.source(publication, request.scope)
    return shapes.ReviewCount(persons=persons, employers=firms, source=source)


def _worker(row: Any) -> shapes.Worker:
    return shapes.Worker(
        **{name: row.get(name) for name in SAME},
        nik_masked=None if row.get("nik") is None else str(row["nik"]),
        village_code=reach.village(row["village_code"]),
    )
