"""Invented cases: employers found in the first snapshot, pursued until the last one.

The demonstration knows how each employer went on, and tells what offices would have
done meanwhile; every act goes through the action that an officer would have used.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Final

from django.db import transaction

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.compliance import noting
from naungan.casework.compliance.actions import cases, steps
from naungan.casework.compliance.demonstration import choosing, joining, playing
from naungan.casework.compliance.demonstration.choosing import UNREGISTERED
from naungan.casework.compliance.demonstration.playing import Desks, Played
from naungan.casework.compliance.demonstration.stories import NOW, STORIES, Story
from naungan.casework.compliance.models import Case
from naungan.casework.intake.models import Publication
from naungan.casework.intake.running.database import whole_office
from naungan.lib import dates


TRACK: Final = "registration_and_data"
FIRST_DAY: Final = 8  # days after the month of the first snapshot
SEEN_AFTER: Final = 5
WITHIN: Final = 12  # days in which the cases of the first snapshot are opened

Cast = Iterator[tuple[Story, int]]


def furnish(publication: Publication, is_last: bool) -> None:
    """Make the cases of the regency that are missing, once its last snapshot stands."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        at = playing.desks()
        if not at or joining.is_done(at["kacab"]):
            return
    known = choosing.publications_of(publication)
    for place, (story, number) in enumerate(_cast(known, at)):
        with transaction.atomic():
            _live(known, at, place, story, number)
    with transaction.atomic():
        joining.join(at, TRACK)
    note(known)


def note(known: Sequence[Publication]) -> None:
    """Note on cases what the later snapshots say; those that know it stay as they are."""
    with whole_office():
        for one in known[1:]:
            noting.note(one, seen(one))
        steps.lapse(today=clock.today())


def opening(known: Sequence[Publication], place: int) -> date:
    """Give the day on which the case in this place was opened, soon after the first."""
    after = FIRST_DAY + place % WITHIN
    return playing.weekday(dates.month_end(known[0].month), after, clock.today())


def seen(publication: Publication) -> date:
    """Give the day on which the office saw what a publication says."""
    return playing.weekday(
        dates.month_end(publication.month), SEEN_AFTER, clock.today()
    )


def _cast(known: Sequence[Publication], at: Desks) -> Cast:
    """Give every story its employers, as far as there are any."""
    with transaction.atomic():
        by = at["kacab"]
        scope.enter(by)
        first = choosing.of_kind(known[0], by, UNREGISTERED)
        found = {
            course: iter(each)
            for course, each in choosing.by_course(known, first).items()
        }
        public = choosing.of_kind(known[0], by, UNREGISTERED, ("government",))
        found["government"] = iter(public)
        found["new"] = iter(choosing.of_kind(known[-1], by, UNREGISTERED))
    taken: set[int] = set()
    for story in STORIES:
        free = (one for one in found[story.course] if one not in taken)
        for number in islice(free, story.count):
            taken.add(number)
            yield story, number


def _live(
    known: Sequence[Publication], at: Desks, place: int, story: Story, number: int
) -> None:
    """Open one case and let its story happen, unless the employer has a case."""
    by, today = at["pemeriksa"], clock.today()
    scope.enter(by)
    series = known[0].region_code
    if Case.objects.filter(series=series, employer_id=number, track=TRACK).exists():
        return
    of_now = story.since == NOW
    opened_on = (
        today + timedelta(days=story.opened) if of_now else opening(known, place)
    )
    case = cases.open_case(
        by=by,
        publication=known[-1] if of_now else known[0],
        employer_id=number,
        track=TRACK,
        today=opened_on,
    )
    bases = playing.bases_of(known, opened_on, today)
    playing.play(Played(case, at, bases, today), story.events)
