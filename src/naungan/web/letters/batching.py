"""Many letters at once: composed when they are asked for, set behind the scenes.

Composing is quick, so whoever asks learns at once which letters cannot be written and
why; numbering and setting take their time, and the page shows how far they are.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.utils.module_loading import import_string
from django_tasks import task

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence import actions, batches
from naungan.casework.correspondence.actions import Wanted
from naungan.casework.correspondence.models import Letter, LetterBatch
from naungan.lib.errors import Refusal
from naungan.web.letters import issuing
from naungan.web.letters.issuing import Asked
from naungan.web.letters.text import text_of


CHUNK: Final = 50
PRIORITY: Final = 8  # after runs, before their reports


@dataclass(frozen=True)
class Ordered:
    """A batch that was asked for, and what could not be written: about what, and why.

    `batch` is None where nothing could be written.
    """

    batch: LetterBatch | None
    refused: tuple[tuple[tuple[str, int], tuple[str, ...]], ...]


def order(
    *,
    by: Scope,
    letter: str,
    asked: Sequence[Asked],
    today: date,
    site: str,
    then: str = "",
) -> Ordered:
    """Ask for letters of one kind; they are written in the background.

    `then` names a function that is given each chunk of written letters (`by`,
    `letters`, and what was `kept` for each), within the transaction that wrote them.
    """
    compose = partial(issuing.composed, by=by, letter=letter, today=today)
    made = list(zip(asked, compose(facts=[one.facts for one in asked]), strict=True))
    refused = tuple((one.about, each.missing) for one, each in made if each.missing)
    lines = [
        {
            "wanted": issuing.wanted(letter, one, each),
            "data": each.data,
            "kept": dict(one.kept),
        }
        for one, each in made
        if not each.missing
    ]
    if not lines:
        return Ordered(None, refused)
    whole = {"site": site, "then": then, "letters": lines}
    content = json.dumps(whole, ensure_ascii=False)
    batch = batches.ask(
        by=by,
        letter=letter,
        title=text_of(letter).title,
        wanted=len(lines),
        order=content.encode(),
    )
    assert by.appointment_id is not None
    enqueue = partial(write_batch.enqueue, batch.pk, by.appointment_id, by.user_id)
    transaction.on_commit(enqueue)
    return Ordered(batch, refused)


@task(priority=PRIORITY)
def write_batch(number: int, appointment_id: int, user_id: int) -> None:
    """Write the letters of a batch, chunk by chunk, from where it was left."""
    while _write_chunk(number, appointment_id, user_id):
        pass


def _write_chunk(number: int, appointment_id: int, user_id: int) -> bool:
    """Write one chunk; tell whether there is more to do."""
    with transaction.atomic():
        by = batches.scope_of(appointment_id, user_id)
        scope.enter(by)
        batch = LetterBatch.objects.select_for_update().get(pk=number)
        if batch.ended_at is not None:
            return False
        ordered: dict[str, Any] = json.loads(batches.order_of(batch))
        left = ordered["letters"][batch.done : batch.done + CHUNK]
        if not left:
            batches.end(by=by, batch=batch, state="done", refused=[])
            return False
        try:
            _check_day(batch)
            with transaction.atomic():
                made = _issue(by, batch, left, ordered["site"])
                if ordered["then"]:
                    kept = [line["kept"] for line in left]
                    import_string(ordered["then"])(by=by, letters=made, kept=kept)
        except Refusal as refusal:
            batches.end(by=by, batch=batch, state="failed", refused=[str(refusal)])
            return False
        batches.advance(batch, len(left))
        return True


def _check_day(batch: LetterBatch) -> None:
    """Refuse to date letters on another day than that from which their terms count."""
    if clock.day_of(batch.asked_at) != clock.today():
        raise ActRefused("Harinya sudah berganti sejak surat diminta; mintalah lagi.")


def _issue(
    by: Scope, batch: LetterBatch, lines: list[dict[str, Any]], site: str
) -> list[Letter]:
    today = clock.today()
    wanted = [_wanted(line["wanted"]) for line in lines]
    typeset = issuing.typesetting([line["data"] for line in lines], today, site)
    return actions.issue_all(
        by=by, wanted=wanted, today=today, typeset=typeset, batch=batch
    )


def _wanted(kept: dict[str, Any]) -> Wanted:
    found = Wanted(**kept)
    about = (str(found.about[0]), int(found.about[1]))
    return replace(found, about=about, readers=tuple(found.readers))
