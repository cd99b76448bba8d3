"""Following a promise: what is claimed, what is shown for it, the work under it."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import access, kinds, measuring, settling, states
from naungan.casework.commitments.models import (
    Activity,
    Claim,
    Commitment,
    Evidence,
    Measurement,
)
from naungan.casework.correspondence import papers


CLAIMED = frozenset(one.code for one in kinds.CLAIMS)


def claim(
    *,
    by: Scope,
    commitment: Commitment,
    claimed_on: date,
    status: str,
    value: Decimal | None = None,
    words: str = "",
    name: str = "",
    waits_on: Institution | None = None,
    today: date,
) -> Claim:
    """Write down what somebody says of a promise; it stands beside what is measured."""
    access.check_answers(by=by, commitment=commitment)
    access.check_day(claimed_on, today)
    access.check_text(words, name)
    if status not in CLAIMED:
        raise ActRefused("Pilih apa yang dinyatakan.")
    if (waits_on is not None) != (status == "waiting"):
        raise ActRefused("Sebutkan lembaga yang ditunggu.")
    with transaction.atomic():
        one = _open(commitment)
        made = Claim.objects.create(
            commitment=one,
            institution_id=by.institution_id,
            claimed_on=claimed_on,
            status=status,
            value=value,
            words=words.strip(),
            name=name.strip(),
            waits_on=waits_on,
            recorded_by_id=by.user_id,
        )
        settling.settle(one, measuring.question_of(one), one.as_of)
        _record(by, "claim", one, status=status)
    return made


def measure(*, by: Scope, commitment: Commitment, today: date) -> Measurement | None:
    """Read the data for a promise now; give what they said that was not known."""
    access.check_answers(by=by, commitment=commitment)
    with transaction.atomic():
        one = Commitment.objects.select_for_update().get(pk=commitment.pk)
        if one.state not in states.MEASURED or not one.indicator:
            raise ActRefused("Janji ini tidak diukur dari data.")
        added = measuring.measure(one, by_id=by.institution_id, today=today)
        _record(by, "measure", one, added=added.pk if added else None)
    return added


def show(
    *,
    by: Scope,
    commitment: Commitment,
    text: str,
    url: str = "",
    paper_name: str = "",
    paper: bytes = b"",
) -> Evidence:
    """Show something for a promise: a remark, a link, or a paper by its content."""
    access.check_answers(by=by, commitment=commitment)
    access.check_text(text)
    if not text.strip():
        raise ActRefused("Tulis apa yang ditunjukkan bukti ini.")
    with transaction.atomic():
        stored = (
            papers.store(
                institution_id=by.institution_id, name=paper_name, content=paper
            )
            if paper
            else None
        )
        made = Evidence.objects.create(
            commitment=commitment,
            institution_id=by.institution_id,
            kind="paper" if stored else "link" if url else "note",
            text=text.strip(),
            url=url.strip(),
            paper_sha256=stored.sha256 if stored else "",
            paper_name=stored.name if stored else "",
            paper_mime=stored.mime if stored else "",
            added_by_id=by.user_id,
        )
        _record(by, "attach", commitment, kind=made.kind)
    return made


def add_activity(
    *,
    by: Scope,
    commitment: Commitment,
    what: str,
    owner_name: str = "",
    due_on: date | None = None,
) -> Activity:
    """Write down a piece of work under a promise."""
    access.check_answers(by=by, commitment=commitment)
    access.check_text(what, owner_name)
    if not what.strip():
        raise ActRefused("Tulis kegiatannya.")
    with transaction.atomic():
        one = _open(commitment)
        made = Activity.objects.create(
            commitment=one,
            institution_id=by.institution_id,
            what=what.strip(),
            owner_name=owner_name.strip(),
            due_on=due_on,
            made_by_id=by.user_id,
        )
        _record(by, "add", one, activity=made.pk)
    return made


def move_activity(
    *, by: Scope, activity: Activity, verb: str, done_on: date | None, today: date
) -> Activity:
    """Do, cancel or take up again a piece of work."""
    access.check_answers(by=by, commitment=activity.commitment)
    day = (done_on or today) if verb == "carry_out" else None
    if day is not None:
        access.check_day(day, today)
    with transaction.atomic():
        one = Activity.objects.select_for_update().get(pk=activity.pk)
        one.state = states.after("activity", one.state, verb)
        one.done_on = day
        one.save(update_fields=["state", "done_on"])
        _record(by, verb, activity.commitment, activity=one.pk)
    return one


def _open(commitment: Commitment) -> Commitment:
    """Lock a promise that still runs."""
    one = Commitment.objects.select_for_update().get(pk=commitment.pk)
    if one.state != "open":
        raise ActRefused("Janji ini sudah selesai.")
    return one


def _record(by: Scope, verb: str, one: Commitment, **details: object) -> None:
    act.record(by=by, verb=verb, noun="commitment", noun_id=one.pk, **details)
