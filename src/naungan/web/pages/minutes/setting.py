"""Papers of a meeting as pages and files: composed once, shown or set from the same blocks."""

from typing import Final

from django.http import HttpResponse
from django.utils.text import slugify

from naungan.casework import act, clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import Event
from naungan.web.letters import issuing
from naungan.web.letters.composing import Composed
from naungan.web.letters.facts import Facts
from naungan.web.letters.issuing import Form


TEXTS: Final = {"minutes": "meeting_minutes", "action_plan": "meeting_action_plan"}
"""Which letter a kind of minutes is set as."""
NAMES: Final = {"minutes": "notulen", "action_plan": "rencana-aksi"}
"""What a file of a kind is called."""
PACK: Final = "meeting_pack"
INVITATION: Final = "meeting_invitation"
ABOUT: Final = "event"


def composed(scope: Scope, letter: str, facts: Facts) -> Composed:
    """Compose a paper under one's own letterhead, for a page to show."""
    found = issuing.composed(
        by=scope, letter=letter, today=clock.today(), facts=[facts]
    )
    return found[0]


def answer(
    scope: Scope, event: Event, content: bytes, form: Form, name: str
) -> HttpResponse:
    """Give a paper as a file; that it was taken is on record."""
    act.record(
        by=scope,
        verb="download",
        noun="event",
        noun_id=event.pk,
        paper=name,
        form=form,
    )
    made = HttpResponse(content, content_type=issuing.CONTENT_TYPES[form])
    day = f"-{event.held_on:%Y-%m-%d}" if event.held_on else ""
    file = f"{name}-{slugify(event.title)[:60]}{day}.{form}"
    made["Content-Disposition"] = f'attachment; filename="{file}"'
    made["X-Content-Type-Options"] = "nosniff"
    return made
