"""Minutes sent by mail: each institution is told what was agreed, and what is its own.

Whoever takes part gets them, and whoever owes something that was promised there.
"""

from datetime import date
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from naungan.casework import act
from naungan.casework.accounts import scope
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.reminding import Told, people
from naungan.casework.coordination.models import Minutes
from naungan.casework.correspondence import papers
from naungan.casework.correspondence.models import Letter


PDF: Final = "application/pdf"
Paper = tuple[str, bytes, str]


def letters(minutes: Minutes, today: date, site: str) -> list[EmailMessage]:
    """Write to everybody who is told of a version; `site` is the address of the office."""
    owed: dict[int, list[Commitment]] = {}
    for one in Commitment.objects.filter(event_id=minutes.event_id).order_by("pk"):
        if one.owner_institution_id is not None and one.state == "open":
            owed.setdefault(one.owner_institution_id, []).append(one)
    told = {minutes.institution_id, *minutes.event.parties, *minutes.signers, *owed}
    paper = _paper(minutes)
    return [
        _letter(minutes, one, owed.get(institution, []), site, paper)
        for institution in sorted(told)
        for one in people([institution], today)
    ]


def _paper(minutes: Minutes) -> Paper | None:
    """Give the numbered paper of a version; None where it has none."""
    found = Letter.objects.filter(code=minutes.letter or "-", erased_at=None).first()
    if found is None:
        return None
    content = papers.read(found.institution_id, found.sha256)
    return f"{minutes.kind}-{minutes.version}.pdf", content, PDF


def _letter(
    minutes: Minutes,
    told: Told,
    owed: list[Commitment],
    site: str,
    paper: Paper | None,
) -> EmailMessage:
    with translation.override(told.language):
        made = EmailMessage(
            subject=_subject(minutes),
            body=_message(minutes, owed, site, has_paper=paper is not None),
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[told.email],
        )
    if paper is not None:
        made.attach(*paper)
    return made


def _subject(minutes: Minutes) -> str:
    kind = _kind(minutes)
    return f"{kind}: {minutes.event.title}"[:150].replace("\n", " ")


def _kind(minutes: Minutes) -> str:
    return _("Notulen") if minutes.kind == "minutes" else _("Rencana aksi")


def _message(
    minutes: Minutes, owed: list[Commitment], site: str, *, has_paper: bool
) -> str:
    """Say what came, what of it is the institution's own, and where it stands."""
    event = minutes.event
    day = f", {date_format(event.held_on, 'j F Y')}" if event.held_on else ""
    told = [
        f"{_kind(minutes)}, {_('versi')} {minutes.version}",
        f"{event.title}{day}",
        "",
    ]
    if has_paper:
        told += [_("Naskahnya terlampir."), ""]
    if owed:
        told.append(_("Yang dijanjikan lembaga Anda:"))
        told += [f"- {_promised(one)}" for one in owed]
        told.append("")
    address = f"{site.rstrip('/')}/rapat/{event.pk}/notulen/{minutes.pk}"
    told.append(_("Buka di Naungan: %s") % address)
    return "\n".join(told)


def _promised(one: Commitment) -> str:
    due = date_format(one.due_on, "j F Y") if one.due_on else one.due_words
    return f"{one.what} ({due})" if due else one.what


def note(minutes: Minutes, many: int) -> None:
    """Note that a version went out by mail, to how many people."""
    scope.tell(None, minutes.institution_id, every=True)
    minutes.mailed_at, minutes.mailed_people = timezone.now(), many
    minutes.save(update_fields=["mailed_at", "mailed_people"])
    act.record(
        by=None,
        verb="send",
        noun="minutes",
        noun_id=minutes.pk,
        event=minutes.event_id,
        people=many,
    )
