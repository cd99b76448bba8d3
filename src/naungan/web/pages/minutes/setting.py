"""Papers of a meeting as pages and files: composed once, shown or set from the same blocks."""

from typing import Final

from django.http import HttpResponse
from django.utils.text import slugify

from naungan.casework import act, clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import Event
from naungan.casework.correspondence.models import LetterHead
from naungan.web.letters import composing, issuing
from naungan.web.letters.composing import Composed
from naungan.web.letters.facts import Facts, Party
from naungan.web.letters.issuing import Form


TEXTS: Final = {"minutes": "meeting_minutes", "action_plan": "meeting_action_plan"}
"""Which letter a kind of minutes is set as."""
NAMES: Final = {"minutes": "notulen", "action_plan": "rencana-aksi"}
"""What a file of a kind is called."""
PACK: Final = "meeting_pack"
INVITATION: Final = "meeting_invitation"
ABOUT: Final = "event"


def composed(letter: str, facts: Facts) -> Composed:
    """Compose a paper for a page to show: what it says, without letterhead and signer."""
    nobody = LetterHead(institution=Institution())
    today = clock.today()
    return composing.compose(letter, facts, head=nobody, signer=Party(""), today=today)


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
