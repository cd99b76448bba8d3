"""The decree that names people, what ends their place, and who comes after them."""

from datetime import date
from typing import Final

from django.db import transaction
from django.db.models import QuerySet

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection import access, states
from naungan.casework.protection.actions import submissions
from naungan.casework.protection.actions.lists import Proposed, add_people
from naungan.casework.protection.actions.money import unpay_after
from naungan.casework.protection.checks.placing import move_up, place
from naungan.casework.protection.checks.running import check
from naungan.casework.protection.checks.turns import take_turn
from naungan.casework.protection.models import Decision, Entry, Scheme
from naungan.casework.protection.states import OPEN
from naungan.lib.dates import month_of


ENDINGS: Final = (
    "died",
    "moved",
    "has_job",
    "pays_alone",
    "too_old",
    "term",
    "refuses",
    "other",
)
"""Why a place may end, as codes."""


def decide(
    *,
    by: Scope,
    scheme: Scheme,
    number: str,
    decided_on: date,
    official: str,
    today: date,
    village_code: str = "",
) -> Decision:
    """Name everybody valid by a decree, of the scheme or of one village.

    The list is checked once more before: whoever was valid and is not any more, stays.
    """
    access.check_decides(by=by, scheme=scheme)
    access.check_day(decided_on, today)
    if not number.strip() or not official.strip():
        raise ActRefused("Tulis nomor SK dan siapa yang menetapkan.")
    with transaction.atomic():
        take_turn(scheme, village_code)
        lines = _of_village(scheme, village_code)
        check(by, scheme, lines, village_code)
        people = list(lines.filter(state="valid").values_list("pk", flat=True))
        if not people:
            raise ActRefused("Tidak ada orang yang lolos pemeriksaan.")
        decision = Decision.objects.create(
            scheme=scheme,
            institution_id=scheme.institution_id,
            village_code=village_code,
            number=number.strip(),
            decided_on=decided_on,
            official=official.strip(),
            people=len(people),
            made_by_id=by.user_id,
        )
        Entry.objects.filter(pk__in=people).update(state="decided", decision=decision)
        submissions.settle(scheme, village_code)
        _record(by, "decide", scheme, number=decision.number, people=len(people))
    return decision


def _of_village(scheme: Scheme, village_code: str) -> QuerySet[Entry]:
    lines = Entry.objects.filter(scheme=scheme)
    return lines.filter(village_code=village_code) if village_code else lines


def revoke(*, by: Scope, decision: Decision, today: date) -> int:
    """Take a decree back; its people are valid again. Refused once any is budgeted."""
    access.check_decides(by=by, scheme=decision.scheme)
    if decision.revoked_on is not None:
        raise ActRefused("Penetapan ini sudah dicabut.")
    with transaction.atomic():
        take_turn(decision.scheme, decision.village_code)
        named = Entry.objects.select_for_update().filter(decision=decision)
        for state in set(named.values_list("state", flat=True)):
            states.check(state, "revoke")
        count = named.update(state="valid", decision=None)
        decision.revoked_on = today
        decision.save(update_fields=["revoked_on"])
        place(decision.scheme, decision.village_code)
        _record(by, "revoke", decision.scheme, number=decision.number, people=count)
    return count


def end(*, by: Scope, entry: Entry, reason: str, ended_on: date, today: date) -> None:
    """End a person's place: they died, left, or found work; paid months stay.

    Whoever waits first in the reserve takes it at once.
    """
    access.check_decides(by=by, scheme=entry.scheme)
    access.check_day(ended_on, today)
    states.check(entry.state, "end")
    with transaction.atomic():
        take_turn(entry.scheme, entry.village_code)
        _end(entry, "ended", reason, ended_on)
        after = move_up(entry)
        came = {"by_entry": after.pk} if after else {}
        _record(by, "end", entry.scheme, entry=entry.pk, reason=reason, **came)


def _end(entry: Entry, state: str, reason: str, ended_on: date) -> None:
    if reason not in ENDINGS:
        raise ActRefused("Pilih sebab berakhirnya.")
    entry.state, entry.ended_reason, entry.ended_on = state, reason, ended_on
    entry.save(update_fields=["state", "ended_reason", "ended_on"])
    unpay_after(entry, month_of(ended_on))
    if reason != "term":
        _leave_next(entry, reason)


def _leave_next(entry: Entry, reason: str) -> None:
    """Withdraw somebody from the scheme that was to go on with them, while it is open.

    What a decree names there already is ended there. The line follows this one no more:
    whoever comes after the person here may.
    """
    ahead = Entry.objects.filter(follows=entry).exclude(scheme=entry.scheme_id)
    ahead.filter(state__in=OPEN).update(state="withdrawn", ended_reason=reason)
    ahead.update(follows=None)


def replace(
    *,
    by: Scope,
    entry: Entry,
    person: Proposed,
    reason: str,
    ended_on: date,
    today: date,
) -> Entry:
    """Let another person follow one who died or left; each knows of the other."""
    access.check_decides(by=by, scheme=entry.scheme)
    access.check_day(ended_on, today)
    states.check(entry.state, "replace")
    with transaction.atomic():
        _end(entry, "replaced", reason, ended_on)
        follower = add_people(
            by=by,
            scheme=entry.scheme,
            people=[person],
            village_code=entry.village_code,
            roster=entry.roster,
        )[0]
        follower.follows = entry
        follower.save(update_fields=["follows"])
        _record(by, "replace", entry.scheme, entry=entry.pk, by_entry=follower.pk)
    return follower


def _record(by: Scope, verb: str, scheme: Scheme, **details: object) -> None:
    act.record(by=by, verb=verb, noun="decision", noun_id=scheme.pk, **details)
