"""An invented scheme: sixty vulnerable workers in each village, from quota to payment.

Its lists are written and decided after the first snapshot, by what that one says of
everybody; who was enrolled and paid follows upon the last, which shows it. Beside it
stands the next scheme, whose first list is being written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from django.db import transaction

from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.intake.models import Publication
from naungan.casework.intake.running import invented
from naungan.casework.intake.running.invented import Nominee
from naungan.casework.protection.actions import lists, schemes
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.demonstration import inventing, playing, story
from naungan.casework.protection.demonstration.playing import Desks, Named
from naungan.casework.protection.models import Campaign, Scheme


DESKS: Final = ("dpmd", "desa", *playing.PARTNERS)
FORGOTTEN: Final = 40  # villages at most that set money aside and paid nothing


@dataclass(frozen=True)
class Lists:
    """Whom the villages named, which of them forgot to pay and which pay late."""

    named: Sequence[Named]
    forgetful: Sequence[str]
    late: Sequence[str]


def furnish(publication: Publication, is_last: bool) -> None:
    """Play what a snapshot of the regency is followed by, as far as it is missing."""
    if not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        scope.tell(None, None, every=True)
        at = {name: one for name in DESKS if (one := person_at(name))}
        if len(at) < len(DESKS):
            return
        scope.enter(at["dpmd"])
        made = Scheme.objects.filter(name=story.NAME).first()
        if made is None and publication == _first(publication):
            _begin(at, publication)
        elif made is not None and is_last and not made.enrolments.exists():
            _go_on(at, made, _first(publication))


def _first(publication: Publication) -> Publication:
    """Give the publication by which the lists were checked: the first of its region."""
    found = Publication.objects.filter(
        region_code=publication.region_code, invented=True
    )
    return found.order_by("run")[0]


def _lists(first: Publication) -> Lists:
    rural = playing.rural(first.region_code)
    found = invented.nominees_of(first, story.JULY, rural)
    joined = {one.village_code for one in found if one.start_month is not None}
    named = {one.village_code for one in found}
    at_once = {one.village_code for one in found if one.start_month == story.JULY}
    near = VILLAGE.rpartition(".")[0]
    late = sorted(one for one in at_once - {VILLAGE} if one.startswith(near))
    return Lists(
        [_named(one) for one in found],
        sorted(named - joined)[:FORGOTTEN],
        late[: story.LATE],
    )


def _named(one: Nominee) -> Named:
    person = Proposed(
        nik=one.nik,
        name=one.name,
        birth_date=one.birth_date,
        sex=one.sex,
        occupation=story.WORK.get(one.category, "pekerja lepas"),
        reason=story.WRITTEN,
        village_code=one.village_code,
        decile=_decile(one),
    )
    return Named(person, one.kpj, one.start_month)


def _decile(one: Nominee) -> int | None:
    """Invent a decile of welfare, the same at every start."""
    born = one.birth_date
    return None if born is None else 1 + born.toordinal() % story.DECILES


def _begin(at: Desks, first: Publication) -> None:
    """Make the scheme, its lists and its decree, as the first snapshot knows everybody."""
    told = _lists(first)
    plan = story.first_plan(first.region_code)
    campaign = schemes.make_campaign(by=at["dpmd"], name=story.CAMPAIGN, year=2024)
    made = playing.make(at, plan, campaign, story.EACH, story.BASIS)
    playing.propose(at, made, told.named, VILLAGE)
    playing.decide(at, made, told.forgetful)


def _go_on(at: Desks, made: Scheme, first: Publication) -> None:
    """Enrol and pay until the last snapshot, and begin the scheme of the coming year."""
    told = _lists(first)
    refused = list(islice(told.forgetful, None, None, story.FORGETFUL))
    for part in story.PARTS:
        playing.enrol(at, made, told.named, part, refused)
        playing.pay(at, made, part, told.late)
    playing.see(at, made)
    _begin_next(at, made, told)


def _begin_next(at: Desks, first: Scheme, told: Lists) -> None:
    """Open the scheme of the coming year, and let the village begin its list."""
    agency, clerk = at["dpmd"], at["desa"]
    scope.enter(agency)
    campaign = Campaign.objects.get(name=story.CAMPAIGN)
    plan = story.next_plan(first.region_code)
    made = playing.make(at, plan, campaign, story.EACH_MORE)
    here = (one.person for one in told.named if one.person.village_code == VILLAGE)
    scope.enter(clerk)
    lists.add_people(
        by=clerk,
        scheme=made,
        people=[*inventing.people(), *islice(here, 2)],
        village_code=VILLAGE,
    )
