"""What a village proposes: prepared by its clerk, signed and sent on by its head."""

import hashlib
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction

from naungan.casework import act, clock
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence.models import Letter
from naungan.casework.protection import access, submission_states
from naungan.casework.protection.models import Entry, Scheme, Submission
from naungan.casework.protection.states import FILLING


@dataclass(frozen=True, kw_only=True)
class MeetingSaid:
    """What the record says of a village meeting; `countersigners` one on each line."""

    held_on: date
    place: str
    leader: str
    attended: int
    countersigners: str


def prepare(
    *, by: Scope, scheme: Scheme, village_code: str, meeting: MeetingSaid, today: date
) -> Submission:
    """Write what the meeting decided, for the head to sign; anew as long as it is here."""
    access.check_proposes(by=by, scheme=scheme, village_code=village_code)
    access.check_own_village(by=by)
    access.check_day(meeting.held_on, today)
    if meeting.attended < 1 or not meeting.countersigners.strip():
        raise ActRefused("Tulis banyaknya yang hadir dan siapa yang menandatangani.")
    with transaction.atomic():
        found = _open(scheme, village_code) or Submission(
            scheme=scheme,
            institution_id=scheme.institution_id,
            village_code=village_code,
        )
        found.state = submission_states.after(found.state, "prepare")
        for name, value in asdict(meeting).items():
            setattr(found, name, value.strip() if isinstance(value, str) else value)
        found.prepared_by_id, found.prepared_at = by.user_id, clock.stamp(clock.today())
        found.save()
        _record(by, "prepare", found)
    return found


def _open(scheme: Scheme, village_code: str) -> Submission | None:
    # Not in the order of schemes: a village may lock its proposal, but not the scheme.
    found = Submission.objects.filter(scheme=scheme, village_code=village_code)
    found = found.exclude(state="decided").order_by("pk")
    return found.select_for_update().first()


def check_forwards(*, by: Scope, submission: Submission) -> None:
    """Refuse whoever is not the head of the village, and a list of nobody."""
    check_power(by=by, power="forward_lists")
    access.check_proposes(
        by=by, scheme=submission.scheme, village_code=submission.village_code
    )
    submission_states.after(submission.state, "forward")
    if not _proposed(submission):
        raise ActRefused("Belum ada orang yang lolos pemeriksaan dalam daftar ini.")


def forward(*, by: Scope, submission: Submission, letter: Letter | None) -> None:
    """Send a proposal on, signed; the list as it stands now is what was proposed."""
    check_forwards(by=by, submission=submission)
    with transaction.atomic():
        listed = _proposed(submission)
        submission.state = submission_states.after(submission.state, "forward")
        submission.forwarded_by_id, submission.forwarded_at = (
            by.user_id,
            clock.stamp(clock.today()),
        )
        submission.people, submission.list_sha256 = len(listed), _sha256(listed)
        submission.letter = letter
        submission.returned_at, submission.return_reason = None, ""
        submission.save()
        _record(by, "forward", submission, people=len(listed))


def send_back(*, by: Scope, submission: Submission, reason: str) -> None:
    """Give a proposal back to its village, with the reason."""
    access.check_manages(by=by, scheme=submission.scheme)
    if not reason.strip():
        raise ActRefused("Tulis alasan mengembalikan usulan ini.")
    with transaction.atomic():
        submission.state = submission_states.after(submission.state, "send_back")
        submission.returned_at = clock.stamp(clock.today())
        submission.return_reason = reason.strip()[:300]
        submission.save()
        _record(by, "give_back", submission)


def settle(scheme: Scheme, village_code: str) -> int:
    """Close the proposals that a decree answers, of one village or of all."""
    found = Submission.objects.filter(scheme=scheme, state="forwarded")
    if village_code:
        found = found.filter(village_code=village_code)
    return found.update(state=submission_states.after("forwarded", "decide"))


def is_changed(submission: Submission) -> bool:
    """Tell whether the list is another one than what was sent on."""
    return (
        submission.state == "forwarded"
        and _sha256(_proposed(submission)) != submission.list_sha256
    )


def _proposed(submission: Submission) -> list[tuple[int, int | None]]:
    """Name whom a list proposes: the lines that fill a place, with their NIK."""
    lines = Entry.objects.filter(
        scheme=submission.scheme_id,
        village_code=submission.village_code,
        state__in=FILLING,
    )
    return list(lines.order_by("pk").values_list("pk", "nik"))


def _sha256(listed: list[tuple[int, int | None]]) -> str:
    return hashlib.sha256(repr(listed).encode()).hexdigest()


def _record(by: Scope, verb: str, made: Submission, **details: object) -> None:
    act.record(
        by=by,
        verb=verb,
        noun="submission",
        noun_id=made.pk,
        region=made.village_code,
        **details,
    )
