"""Invented arrears: the largest debts of the first snapshot, collected until the last one.

Comes after the cases of the registration track, and ends with what the later snapshots
say: workers whom they show as covered are counted for the case that brought them.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import islice
from typing import Final

from django.db import transaction

from naungan.casework import clock
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.accounts.scope import enter
from naungan.casework.collection import gains, settling
from naungan.casework.collection.demonstration.playing import VERBS, count
from naungan.casework.collection.demonstration.stories import STORIES
from naungan.casework.collection.models import InstalmentPlan
from naungan.casework.compliance.actions import cases
from naungan.casework.compliance.demonstration import choosing, furnishing, playing
from naungan.casework.compliance.demonstration.playing import Desks, Played
from naungan.casework.compliance.demonstration.stories import NOW, Story
from naungan.casework.compliance.models import Case
from naungan.casework.intake.models import Publication
from naungan.casework.intake.running.database import whole_office


TRACK: Final = "arrears"
FINDING: Final = "contributions_in_arrears"


def furnish(publication: Publication, is_last: bool) -> None:
    """Make the arrears of the regency once its last snapshot stands, where there are none."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        at = playing.desks()
        if not at or _is_done(at):
            return
        known = choosing.publications_of(publication)
        for place, (story, number) in enumerate(_cast(known, at)):
            _live(known, at, place, story, number)
    furnishing.note(known)
    with whole_office():
        for one in known[1:]:
            gains.measure(one)


def _is_done(at: Desks) -> bool:
    enter(at["kacab"])
    return Case.objects.filter(track=TRACK).exists()


def _cast(known: Sequence[Publication], at: Desks) -> Iterator[tuple[Story, int]]:
    """Give every story its employers: those of today from the last snapshot."""
    by = at["kacab"]
    enter(by)
    first, last = (choosing.of_kind(one, by, FINDING) for one in (known[0], known[-1]))
    taken: set[int] = set()
    for story in STORIES:
        listed = last if story.since == NOW else first
        free = (one for one in listed if one not in taken)
        for number in islice(free, story.count):
            taken.add(number)
            yield story, number


def _live(
    known: Sequence[Publication], at: Desks, place: int, story: Story, number: int
) -> None:
    """Open one case, count its debt, let its story happen, judge its promises."""
    by, today = at["pemeriksa"], clock.today()
    enter(by)
    source, opened_on = known[0], furnishing.opening(known, place)
    if story.since == NOW:
        source, opened_on = known[-1], today + timedelta(days=story.opened)
    case = cases.open_case(
        by=by,
        publication=source,
        employer_id=number,
        track=TRACK,
        today=opened_on,
    )
    played = Played(case, at, playing.bases_of(known, opened_on, today), today)
    count(played, source, opened_on)
    playing.play(played, story.events, VERBS)
    enter(by)
    if InstalmentPlan.objects.filter(case=case).exists():
        case.refresh_from_db()
        settling.judge_case(by=None, case=case, today=today)
