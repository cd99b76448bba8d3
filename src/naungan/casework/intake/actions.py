"""Every act on files that come in and on runs: keyword-only, one transaction, audited.

A file is received, mapped, tried out, submitted and approved; its effect ends when it
is withdrawn. What is in use of a series follows from its approved files alone, so
that any of them can be withdrawn at any time.
"""

from datetime import datetime
from pathlib import Path
from typing import Final

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from naungan.casework import act
from naungan.casework.accounts.scope import Scope
from naungan.casework.act import Doer
from naungan.casework.intake import access, files, ledger, rules, tasks
from naungan.casework.intake.models import Batch, Mapping, Run, Series
from naungan.casework.intake.running import deciding
from naungan.casework.intake.running.database import one_at_a_time
from naungan.casework.intake.running.deciding import drop as drop
from naungan.casework.intake.running.publishing import publish as publish
from naungan.casework.intake.states import BATCH
from naungan.lib.dates import month_index
from naungan.lib.errors import InputRefused


TRIAL: Final[dict[str, object]] = {
    "counts": {},
    "messages": [],
    "returned": "",
    "fault": "",
    "trying_since": None,
    "tried_at": None,
}
"""A batch of which no dry run speaks."""


def receive(
    *,
    by: Scope,
    name: str,
    kind: str,
    region_code: str,
    path: Path,
    sha256: str,
    size: int,
    mode: str = "replace",
    month: int | None = None,
    label: str = "",
) -> Batch:
    """Enter a finished file in the ledger; the file moves to its place."""
    access.check_sends(by=by, region_code=region_code)
    rules.check_arrives(
        kind=kind, region_code=region_code, mode=mode, sha256=sha256, size=size
    )
    told = month if month is not None else usual_month(region_code)
    rules.check_month(told, newest=_this_month())
    with transaction.atomic():
        series = _series(by, kind, region_code, label)
        rules.check_new(series=series, sha256=sha256)
        files.keep(path, sha256)
        batch = Batch.objects.create(
            series=series,
            institution_id=by.institution_id,
            number=_next_number(series),
            mode=mode,
            state=BATCH.first,
            name=files.plain_name(name),
            size=size,
            sha256=sha256,
            month=told,
            received_by_id=by.user_id,
        )
        _record(by, "receive", batch, size=size)
    return batch


def reclassify(
    *, by: Scope, batch: Batch, kind: str, region_code: str, mode: str, month: int
) -> Batch:
    """Say better what a file is: its kind, region, way and month; its trial is void."""
    access.check_sends(by=by, region_code=region_code)
    rules.check_kind(kind=kind, region_code=region_code, mode=mode)
    rules.check_month(month, newest=_this_month())
    with transaction.atomic():
        held = _held(by, batch, "reclassify")
        series = _series(by, kind, region_code, held.series.label)
        rules.check_new(series=series, sha256=held.sha256, without=held)
        if series.pk != held.series_id:
            held.series, held.number = series, _next_number(series)
        held.mode, held.month, held.mapping = mode, month, {}
        _set(held, **TRIAL, state=BATCH.first)
        _record(by, "reclassify", held)
    return held


def set_mapping(
    *, by: Scope, batch: Batch, mapping: dict[str, str], fingerprint: str = ""
) -> Batch:
    """Say which header means which column; remembered where the headers are known.

    `fingerprint` is that of the file's headers; the trial of another mapping is void.
    """
    with transaction.atomic():
        held = _held(by, batch, "set_mapping")
        held.mapping = mapping
        _set(held, **TRIAL, state=rules.check_move(held, "map"))
        if fingerprint:
            Mapping.objects.update_or_create(
                institution_id=held.institution_id,
                kind=held.series.kind,
                fingerprint=fingerprint,
                defaults={"mapping": mapping, "used_by_id": by.user_id},
            )
        _record(by, "map", held)
    return held


def try_out(*, by: Scope, batch: Batch) -> Batch:
    """Ask for a dry run; what comes out of it is written by the worker."""
    with transaction.atomic():
        held = _held(by, batch, "try_out")
        if held.trying_since is None:
            _set(held, trying_since=timezone.now(), fault="")
            tasks.try_batch.enqueue(held.pk)
            _record(by, "try_out", held)
    return held


def submit(*, by: Scope, batch: Batch) -> Batch:
    """Hand a tried file to a second person, or into use where nobody need approve."""
    with transaction.atomic():
        held = _held(by, batch, "submit")
        after = rules.check_move(held, "submit")
        _set(held, state=after, submitted_at=timezone.now(), submitted_by_id=by.user_id)
        _record(by, "submit", held)
        if not held.institution.needs_approval:
            _use(by, held, "approval")
    return held


def recall(*, by: Scope, batch: Batch) -> Batch:
    """Take back what was submitted, before anybody decided."""
    with transaction.atomic():
        held = _held(by, batch, "recall")
        after = rules.check_move(held, "recall")
        _set(held, state=after, submitted_at=None, submitted_by_id=None)
        _record(by, "recall", held)
    return held


def approve(*, by: Scope, batch: Batch) -> Batch:
    """Put another person's file into use; runs with it start by themselves."""
    with transaction.atomic():
        held = _held(by, batch, "approve")
        _record(by, "approve", held)
        _use(by, held, "approval")
    return held


def refuse(*, by: Scope, batch: Batch, reason: str) -> Batch:
    """Turn another person's file down, with the reason."""
    rules.check_reason(reason)
    with transaction.atomic():
        held = _held(by, batch, "refuse")
        after = rules.check_move(held, "refuse")
        _set(held, state=after, reason=reason.strip(), **_decided(by))
        _record(by, "refuse", held, reason=reason.strip())
    return held


def withdraw(*, by: Scope, batch: Batch, reason: str) -> Batch:
    """End the effect of a file: what it replaced comes back, and runs start."""
    rules.check_reason(reason)
    with transaction.atomic():
        held = _held(by, batch, "withdraw")
        after = rules.check_move(held, "withdraw")
        _set(held, state=after, reason=reason.strip(), **_ended(by))
        _record(by, "withdraw", held, reason=reason.strip())
        _settle(held.series)
        _ask_runs(by, held, "withdrawal")
    return held


def restore(*, by: Scope, batch: Batch) -> Batch:
    """Undo a withdrawal, which needs approval again, or pick up what was discarded."""
    with transaction.atomic():
        held = _held(by, batch, "restore")
        rules.check_new(series=held.series, sha256=held.sha256)
        verb = "pick_up" if held.state == "discarded" else "restore"
        after = rules.check_move(held, verb)
        _set(held, state=after, reason="", ended_at=None, ended_by_id=None)
        if verb == "restore":
            _set(held, submitted_at=timezone.now(), submitted_by_id=by.user_id)
        _record(by, verb, held)
        if verb == "restore" and not held.institution.needs_approval:
            _use(by, held, "approval")
    return held


def discard(*, by: Scope, batch: Batch) -> Batch:
    """Put away a file that was never used; it stays until its term is over."""
    with transaction.atomic():
        held = _held(by, batch, "discard")
        after = rules.check_move(held, "discard")
        _set(held, state=after, trying_since=None, **_ended(by))
        _record(by, "discard", held)
    return held


def start_run(
    *, by: Scope, region_code: str, month: int | None = None, cause: str = "request"
) -> Run:
    """Ask for a run of a region; one that waits already is the same."""
    access.check_runs(by=by, region_code=region_code)
    told = month if month is not None else ledger.month_of(region_code)
    if told is None:
        raise InputRefused("Belum ada berkas untuk wilayah ini.")
    rules.check_month(told, newest=_this_month())
    return ask_run(by=by, region_code=region_code, month=told, cause=cause)


def ask_run(*, by: Doer | None, region_code: str, month: int, cause: str) -> Run:
    """Put a run into the queue, or let the one that waits do it too.

    Whoever joins a waiting run holds it until their own transaction ends: it begins
    with what they changed, or has begun without it and another one waits.
    """
    with transaction.atomic():
        one_at_a_time(region_code)
        waiting = Run.objects.select_for_update().filter(
            region_code=region_code, state="queued", cancel_asked_at=None
        )
        run = waiting.first()
        if run is not None:
            run.month = max(run.month, month)
            run.save(update_fields=["month"])
            return run
        run = Run.objects.create(
            region_code=region_code,
            month=month,
            state="queued",
            cause=cause,
            institution_id=by.institution_id if by else None,
            asked_by_id=by.user_id if by else None,
        )
        act.record(
            by=by,
            verb="ask",
            noun="run",
            noun_id=run.pk,
            region=region_code,
            cause=cause,
        )
        tasks.run_region.enqueue(run.pk)
    return run


def leave_out_hidden(*, region_code: str) -> Run | None:
    """Ask for a run without whoever was hidden; None where no file is in use."""
    month = ledger.month_of(region_code)
    if month is None or not ledger.current(region_code):
        return None
    return ask_run(by=None, region_code=region_code, month=month, cause="erasure")


def cancel(*, by: Scope, run: Run) -> Run:
    """End a run: one that waits at once, one that runs at its next breath."""
    with transaction.atomic():
        held = Run.objects.select_for_update().get(pk=run.pk)
        access.check_cancels(by=by, run=held)
        after = rules.check_run_move(held, "cancel")
        held.cancel_asked_at = held.cancel_asked_at or timezone.now()
        held.cancel_asked_by_id = by.user_id
        if held.state == "queued":
            held.state, held.ended_at = after, timezone.now()
        held.save()
        act.record(
            by=by, verb="cancel", noun="run", noun_id=held.pk, region=held.region_code
        )
    return held


def release(*, by: Scope, run: Run, reason: str) -> Run:
    """Publish an answer that was held, saying why it is right; its reports follow."""
    with transaction.atomic():
        held = deciding.release(by=by, run=run, reason=reason)
        tasks.report_run.enqueue(held.pk)
    return held


def usual_month(region_code: str) -> int:
    """Give the month of which a new file of a region most likely tells."""
    told = [ledger.month_of(one) for one in ledger.run_regions(region_code)]
    return max((one for one in told if one is not None), default=_this_month())


def _series(by: Scope, kind: str, region_code: str, label: str) -> Series:
    """Give the series of an institution, locked: its numbers come one by one."""
    series, _ = Series.objects.get_or_create(
        institution_id=by.institution_id,
        kind=kind,
        region_code=region_code,
        label=label.strip(),
    )
    return _locked(series)


def _locked(series: Series) -> Series:
    return Series.objects.select_for_update().get(pk=series.pk)


def _next_number(series: Series) -> int:
    newest: int | None = series.batches.aggregate(newest=Max("number"))["newest"]
    return (newest or 0) + 1


def _held(by: Scope, batch: Batch, verb: str) -> Batch:
    """Give a batch as it is now, locked with its series, where the act may be done."""
    _locked(batch.series)
    held = (
        Batch.objects.select_for_update(of=("self",))
        .select_related("series", "institution")
        .get(pk=batch.pk)
    )
    ledger.check(by, held, verb)
    return held


def _set(batch: Batch, **values: object) -> None:
    for name, value in values.items():
        setattr(batch, name, value)
    batch.save()


def _use(by: Scope, batch: Batch, cause: str) -> None:
    _set(batch, state=rules.check_move(batch, "approve"), reason="", **_decided(by))
    _settle(batch.series)
    batch.refresh_from_db(fields=["state"])
    _ask_runs(by, batch, cause)


def _settle(series: Series) -> None:
    """Let each approved batch of a series be in use or replaced, as the order says."""
    found = ledger.effective(series)
    used = {one.pk for one in ledger.in_use(found)}
    for one in found:
        verb = "come_back" if one.pk in used else "give_way"
        after = BATCH.after(one.state, verb)
        if after is not None:
            _set(one, state=after)


def _ask_runs(by: Doer, batch: Batch, cause: str) -> None:
    for region_code in ledger.run_regions(batch.series.region_code):
        month = ledger.month_of(region_code) or batch.month
        ask_run(by=by, region_code=region_code, month=month, cause=cause)


def _decided(by: Scope) -> dict[str, object]:
    return {"decided_at": timezone.now(), "decided_by_id": by.user_id}


def _ended(by: Scope) -> dict[str, object]:
    return {"ended_at": timezone.now(), "ended_by_id": by.user_id}


def _record(by: Scope, verb: str, batch: Batch, **details: object) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="batch",
        noun_id=batch.pk,
        kind=batch.series.kind,
        region=batch.series.region_code,
        number=batch.number,
        sha256=batch.sha256,
        **details,
    )


def _this_month() -> int:
    now: datetime = timezone.localtime()
    return month_index(now.year, now.month)
