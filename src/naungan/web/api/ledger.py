"""Files that came in, sending one, and the runs they cause."""

from typing import Annotated, Any, Final

from django.utils.translation import gettext_noop as _
from ninja import Path

from naungan.casework.intake import ledger
from naungan.casework.intake.models import Batch, Run
from naungan.lib.dates import month_text
from naungan.web.api.door import asks
from naungan.web.api.paging import After, Limit, number_of
from naungan.web.api.shapes import ledger as shapes
from naungan.web.programs.bearer import KeyRequest
from naungan.web.programs.problem import NOT_FOUND, Problem


TAG: Final = _("Berkas dan proses")
LARGEST: Final = 2**63 - 1
Number = Annotated[int, Path(ge=1, le=LARGEST)]


@asks(
    *("incoming", "api.incoming", shapes.Batches, "see_incoming"),
    *(
        _("Berkas yang masuk"),
        _("Berkas lembaga ini yang masuk, yang terbaru dahulu."),
        TAG,
    ),
)
def batches(
    request: KeyRequest, limit: Limit = 100, after: After = None
) -> shapes.Batches:
    """List the files that came in from the key's institution."""
    rows, following = _page(ledger.batches(request.scope).order_by("-pk"), limit, after)
    return shapes.Batches(rows=[batch_shape(one) for one in rows], next=following)


@asks(
    *("incoming/{number}", "api.incoming_one", shapes.Batch, "see_incoming"),
    *(
        _("Satu berkas yang masuk"),
        _("Satu berkas: keadaannya, hitungan uji cobanya, dan pesannya."),
        TAG,
    ),
)
def batch(request: KeyRequest, number: Number) -> shapes.Batch:
    """Give one file that came in."""
    found = ledger.batch(request.scope, number)
    if found is None:
        raise Problem(NOT_FOUND)
    return batch_shape(found)


@asks(
    *("runs", "api.runs", shapes.Runs, "see_coverage"),
    *(_("Proses"), _("Proses yang membuat potret, yang terbaru dahulu."), TAG),
)
def runs(request: KeyRequest, limit: Limit = 100, after: After = None) -> shapes.Runs:
    """List the runs that concern the key's region."""
    rows, following = _page(ledger.runs(request.scope).order_by("-pk"), limit, after)
    return shapes.Runs(rows=[_run(one) for one in rows], next=following)


@asks(
    *("runs/{number}", "api.run", shapes.Run, "see_coverage"),
    *(_("Satu proses"), _("Satu proses dan kemajuannya."), TAG),
)
def run(request: KeyRequest, number: Number) -> shapes.Run:
    """Give one run and how far it is."""
    found = ledger.run(request.scope, number)
    if found is None:
        raise Problem(NOT_FOUND)
    return _run(found)


def _page(rows: Any, limit: int, after: str | None) -> tuple[list[Any], str | None]:
    """Give the rows below a number, newest first, and the key of what follows."""
    before = number_of(after)
    found = list((rows if before is None else rows.filter(pk__lt=before))[: limit + 1])
    more = len(found) > limit
    return found[:limit], str(found[limit - 1].pk) if more else None


def batch_shape(one: Batch) -> shapes.Batch:
    """Tell of a file that came in what programs may know."""
    same = ("mode", "name", "size", "sha256", "state", "messages", "fault", "reason")
    times = ("received_at", "tried_at", "decided_at")
    return shapes.Batch(
        number=one.pk,
        kind=one.series.kind,
        region_code=one.series.region_code,
        month=month_text(one.month),
        counts={name: n for name, n in one.counts.items() if isinstance(n, int)},
        **{name: getattr(one, name) for name in (*same, *times)},
    )


def _run(one: Run) -> shapes.Run:
    same = ("region_code", "state", "cause", "fraction", "sentence", "fault")
    times = ("queued_at", "started_at", "ended_at")
    return shapes.Run(
        number=one.pk,
        month=month_text(one.month),
        published_run=one.publication.run if one.publication else None,
        **{name: getattr(one, name) for name in (*same, *times)},
    )
