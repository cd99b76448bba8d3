"""Somebody decides about a run that was held: published all the same, or not at all.

Whoever may approve files may, where their region holds the run's and a file of their
institution is in it; in an institution that asks for a second person, nobody decides
about what came of their own file.
"""

from django.db import transaction
from django.utils import timezone

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import access, rules
from naungan.casework.intake.models import Run
from naungan.casework.intake.running import folders, holding
from naungan.casework.intake.running.publishing import publish_run


def release(*, by: Scope, run: Run, reason: str) -> Run:
    """Publish a held answer all the same, saying why it is right."""
    rules.check_reason(reason)
    with transaction.atomic():
        held = _held(by, run, "release")
        held.reason = reason.strip()
        folder = folders.path_of(held.folder)
        law_version: str = held.held["law_version"]
        held.publication = publish_run(
            by=by, run=held, folder=folder, law_version=law_version
        )
        holding.record(by, "release", held, reason=held.reason)
        holding.end(held, "release")
    return held


def drop(*, by: Scope, run: Run) -> Run:
    """Let a held answer go unpublished; the files in use stay in use."""
    with transaction.atomic():
        held = _held(by, run, "drop")
        holding.record(by, "drop", held)
        holding.end(held, "drop")
    return held


def _held(by: Scope, run: Run, verb: str) -> Run:
    """Give a run as it is now, locked, where this person may decide about it."""
    held = Run.objects.select_for_update().get(pk=run.pk)
    rules.check_run_move(held, verb)
    access.check_decides_run(by=by, run=held)
    held.decided_by_id, held.decided_at = by.user_id, timezone.now()
    return held
