"""What is in the ledger of files: series, batches, runs, and what is in use now."""

from collections.abc import Callable, Iterable
from typing import Final

from django.db.models import Exists, OuterRef, Q, QuerySet

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import access, rules
from naungan.casework.intake.models import Batch, Publication, Run, Series
from naungan.casework.intake.states import EFFECTIVE, UNDECIDED


REGENCY_PARTS: Final = 2  # "16.04"
PAYMENTS: Final = ("members", "contributions")
"""The kinds of files that say who was covered until when."""
TOLD_WITH: Final = (
    *("series", "institution", "received_by", "submitted_by", "decided_by"),
)


def batches(
    scope: Scope,
    *,
    state: str | None = None,
    kind: str | None = None,
    region_code: str | None = None,
) -> QuerySet[Batch]:
    """Give the batches of a scope's institution, newest first, as far as asked for."""
    asked = {"state": state, "series__kind": kind, "series__region_code": region_code}
    found = Batch.objects.select_related(*TOLD_WITH, "ended_by")
    if not scope.every_institution:
        found = found.filter(_own(scope))
    return found.filter(**{name: one for name, one in asked.items() if one is not None})


def batch(scope: Scope, number: int) -> Batch | None:
    """Give one batch of a scope's institution."""
    return batches(scope).filter(pk=number).first()


def to_approve(scope: Scope) -> QuerySet[Batch]:
    """Give the batches that wait for this very person, oldest first."""
    mine = Q(received_by_id=scope.user_id) | Q(submitted_by_id=scope.user_id)
    waiting = batches(scope, state="waiting").exclude(mine).order_by("submitted_at")
    return waiting if scope.may("approve") else waiting.none()


def runs(scope: Scope, region_code: str | None = None) -> QuerySet[Run]:
    """Give the runs that concern a scope's region, newest first."""
    found = Run.objects.select_related("institution", "asked_by", "publication")
    if scope.region_code and not scope.every_institution:
        around = [one for one in _around(scope.region_code) if one]
        below = Q(region_code__startswith=f"{scope.region_code}.")
        found = found.filter(Q(region_code__in=["", *around]) | below)
    return found if region_code is None else found.filter(region_code=region_code)


def awaiting_members(scope: Scope) -> list[str]:
    """Name the regions around a scope's own whose figures wait for a list of members."""
    found = runs(scope).filter(_awaits_members()).order_by("region_code")
    return list(found.values_list("region_code", flat=True))


def unsettled(scope: Scope) -> QuerySet[Run]:
    """Give the runs that are not over, and the last ones that found no members."""
    return runs(scope).filter(Q(state__in=UNDECIDED) | _awaits_members())


def run(scope: Scope, number: int) -> Run | None:
    """Give one run that concerns a scope's region."""
    return runs(scope).filter(pk=number).first()


def senders(batch: Batch) -> tuple[int | None, int | None]:
    """Name who may not decide about a batch where a second person does."""
    return batch.received_by_id, batch.submitted_by_id


def to_decide(scope: Scope, of: Iterable[Run]) -> list[Run]:
    """Keep the held runs that this very person may publish or drop."""
    held = [one for one in of if one.state == "held"] if scope.may("approve") else []
    return [one for one in held if not why_not_decide(scope, one)]


def count_held(scope: Scope) -> int:
    """Count the held runs that wait for this very person; one is rare."""
    if not scope.may("approve"):
        return 0
    return len(to_decide(scope, runs(scope).filter(state="held")))


def why_not_decide(scope: Scope, run: Run) -> str:
    """Say why this person may not decide about a held run; nothing where they may."""
    try:
        rules.check_run_move(run, "release")
        access.check_decides_run(by=scope, run=run)
    except ActRefused as refusal:
        return str(refusal)
    return ""


def run_regions(region_code: str) -> list[str]:
    """Name the regions whose runs read a file of this region.

    A regency, or what lies in one, feeds the run of the regency. What is wider feeds
    every regency in it that has been published, or else a run of its own.
    """
    parts = region_code.split(".") if region_code else []
    if len(parts) >= REGENCY_PARTS:
        return [".".join(parts[:REGENCY_PARTS])]
    published = Publication.objects.filter(region_code__contains=".")
    if region_code:
        published = published.filter(region_code__startswith=f"{region_code}.")
    found = published.values_list("region_code", flat=True).distinct()
    return sorted(found) or [region_code]


def current(region_code: str) -> list[Batch]:
    """Give the batches that the next run of a region reads.

    They are all that is in use for the region, for what lies in it and for what it
    lies in; the same content of the same kind counts once, for who had it first.
    """
    here = Q(series__region_code__in=_around(region_code))
    if region_code:
        here |= Q(series__region_code__startswith=f"{region_code}.")
    else:
        here = Q()
    found = Batch.objects.filter(here, state="approved", removed_at=None)
    once: dict[tuple[str, str], Batch] = {}
    for one in found.select_related("series", "institution").order_by(
        "decided_at", "pk"
    ):
        once.setdefault((one.series.kind, one.sha256), one)
    return list(once.values())


def month_of(region_code: str) -> int | None:
    """Give the month of a region's next figures; None where nothing tells of any.

    Who is covered is known up to the newest month of which extracts of members and
    contributions tell: a list of workers of a later month must not turn every month
    after them into an unpaid one. Without such files it is the newest month that a
    file or a publication tells of.
    """
    used = current(region_code)
    paid = [one.month for one in used if one.series.kind in PAYMENTS]
    if paid:
        return max(paid)
    published = Publication.objects.filter(region_code=region_code)
    months = [*published.order_by("-month").values_list("month", flat=True)[:1]]
    months += [one.month for one in used]
    return max(months, default=None)


def effective(of: Series) -> list[Batch]:
    """Give the batches of a series that were approved and not withdrawn, in order."""
    found = of.batches.select_related(*TOLD_WITH)
    found = found.filter(state__in=EFFECTIVE, removed_at=None)
    return list(found.order_by("decided_at", "pk"))


def in_use(effective: Iterable[Batch]) -> list[Batch]:
    """Keep what is in use of a series: the last that replaces, and what was added."""
    kept: list[Batch] = []
    for one in effective:
        kept = [one] if one.mode == "replace" else [*kept, one]
    return kept


def replaces(batch: Batch) -> list[Batch]:
    """Give what goes out of use when a batch is approved."""
    return in_use(effective(batch.series)) if batch.mode == "replace" else []


def after_withdrawal(batch: Batch) -> list[Batch]:
    """Give what comes back into use when a batch is withdrawn."""
    before = effective(batch.series)
    used = {one.pk for one in in_use(before)}
    left = in_use(one for one in before if one.pk != batch.pk)
    return [one for one in left if one.pk not in used]


def why_not(scope: Scope, batch: Batch) -> dict[str, str]:
    """Say of every verb why it may not be done now; nothing where it may."""
    return {verb: _refusal(check, scope, batch) for verb, check in CHECKS.items()}


Check = Callable[[Scope, Batch], None]


def _handles(verb: str) -> Check:
    def check(scope: Scope, batch: Batch) -> None:
        access.check_handles(by=scope, batch=batch)
        rules.check_move(batch, verb)
        rules.check_there(batch)

    return check


def _decides(verb: str) -> Check:
    def check(scope: Scope, batch: Batch) -> None:
        access.check_decides(by=scope, batch=batch)
        rules.check_move(batch, verb)

    return check


def _submits(scope: Scope, batch: Batch) -> None:
    _handles("submit")(scope, batch)
    rules.check_usable(batch)


def _withdraws(scope: Scope, batch: Batch) -> None:
    access.check_ends(by=scope, batch=batch)
    rules.check_move(batch, "withdraw")


def _restores(scope: Scope, batch: Batch) -> None:
    _handles("pick_up" if batch.state == "discarded" else "restore")(scope, batch)


def _reclassifies(scope: Scope, batch: Batch) -> None:
    access.check_handles(by=scope, batch=batch)
    rules.check_reclassifies(batch)


CHECKS: Final[dict[str, Check]] = {
    "reclassify": _reclassifies,
    "set_mapping": _handles("map"),
    "try_out": _handles("try_out"),
    "submit": _submits,
    "recall": _handles("recall"),
    "approve": _decides("approve"),
    "refuse": _decides("refuse"),
    "withdraw": _withdraws,
    "restore": _restores,
    "discard": _handles("discard"),
}
"""Every act on a batch with what must hold for it."""


def check(scope: Scope, batch: Batch, verb: str) -> None:
    """Refuse an act that this person may not do, or that may not be done now."""
    CHECKS[verb](scope, batch)


def _refusal(check: Check, scope: Scope, batch: Batch) -> str:
    try:
        check(scope, batch)
    except ActRefused as refusal:
        return str(refusal)
    return ""


def _awaits_members() -> Q:
    """Keep the last run of a region where it ended for want of a list of members."""
    newer = Run.objects.filter(
        region_code=OuterRef("region_code"), pk__gt=OuterRef("pk")
    )
    return Q(~Exists(newer), state="awaiting")


def _own(scope: Scope) -> Q:
    return Q(institution_id=scope.institution_id)


def _around(region_code: str) -> list[str]:
    parts = region_code.split(".") if region_code else []
    return [".".join(parts[:end]) for end in range(len(parts), -1, -1)]
