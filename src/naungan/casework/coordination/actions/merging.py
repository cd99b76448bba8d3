"""Verbs of two records that tell of one event, or of one person: joined, and parted again.

Nothing is joined by itself: somebody decides. What a record brought along is kept in
mind, so that whoever was wrong can take it back.
"""

from typing import Any, Final

from django.db import transaction

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, states
from naungan.casework.coordination.actions.chains import known_source
from naungan.casework.coordination.actions.writing import locked, next_number
from naungan.casework.coordination.models import (
    AgendaItem,
    Attendance,
    Event,
    EventBasis,
    EventLink,
    EventPaper,
    EventParty,
    EventSource,
    Figure,
    JointPlan,
    Obstacle,
    Official,
    Organiser,
    Quote,
    Recommendation,
    Statement,
)


WHOLE: Final = (Quote, Attendance, Statement, Figure, Obstacle, EventPaper, JointPlan)
"""What is carried over as it is to the event that stays."""
ONCE: Final[tuple[tuple[type[Any], tuple[str, ...]], ...]] = (
    (EventParty, ("party_id",)),
    (Organiser, ("name",)),
    (EventBasis, ("kind", "number", "year")),
)
"""What an event holds once, and by what it is known; what is there already stays behind."""
NUMBERED: Final = (AgendaItem, Recommendation)
"""What is carried over behind what is there, under new numbers."""
LISTS: Final = ("kinds", "topics", "parties")

Carried = dict[str, Any]


def merge(*, by: Scope, event: Event, other: Event) -> Event:
    """Make one of two records of the same event: `other` goes into `event`.

    Its sources and facts are carried over; the emptied record stays, and says where
    they went. What was promised stays with the record in which it was, and is read with
    the one that stays. Nothing does this by itself: somebody decides that the two are one.
    """
    for one in (event, other):
        access.check_writes(by=by, event=one)
    if event.pk == other.pk:
        raise ActRefused("Ini kegiatan yang sama.")
    with transaction.atomic():
        kept, gone = _both(event, other)
        carried: Carried = {"lists": {name: getattr(kept, name) for name in LISTS}}
        for model in WHOLE:
            carried[_name(model)] = _carry(model, gone, kept)
        for model, names in ONCE:
            carried[_name(model)] = _carry_once(model, names, gone, kept)
        carried |= _carry_sources(gone, kept)
        carried |= _carry_links(gone, kept)
        carried |= {_name(model): _renumber(model, gone, kept) for model in NUMBERED}
        _unite(kept, gone)
        gone.state = states.after("event", gone.state, "merge")
        gone.merged_into, gone.carried = kept, carried
        gone.save(update_fields=["state", "merged_into", "carried"])
        act.record(by=by, verb="merge", noun="event", noun_id=kept.pk, merged=gone.pk)
    return kept


def part(*, by: Scope, event: Event) -> Event:
    """Take a record out of the one into which it was put, with what it brought along.

    It is a draft again; what was written down since stays where it was written.
    """
    access.check_keeps(by=by, event=event)
    if event.merged_into is None:
        raise ActRefused("Catatan ini tidak disatukan dengan yang lain.")
    access.check_writes(by=by, event=event.merged_into)
    with transaction.atomic():
        kept, gone = _both(event.merged_into, event)
        carried: Carried = gone.carried
        gone.state = states.after("event", gone.state, "part")
        gone.merged_into, gone.carried = None, {}
        gone.save(update_fields=["state", "merged_into", "carried"])
        as_was: list[type[Any]] = [*WHOLE, *(one for one, _names in ONCE), EventSource]
        for model in as_was:
            rows = model._default_manager.filter(event=kept)  # noqa: SLF001
            rows.filter(pk__in=carried.get(_name(model), ())).update(event=gone)
        _number_back(carried, kept, gone)
        _link_back(carried, kept, gone)
        for quote, source in carried.get("quoted", ()):
            Quote.objects.filter(pk=quote, event=gone).update(source_id=source)
        _separate(carried, kept, gone)
        act.record(by=by, verb="part", noun="event", noun_id=kept.pk, parted=gone.pk)
    return gone


def _both(event: Event, other: Event) -> tuple[Event, Event]:
    """Lock two events, always in one order."""
    first, second = sorted((event, other), key=lambda one: one.pk)
    rows = {one.pk: locked(one) for one in (first, second)}
    return rows[event.pk], rows[other.pk]


def _name(model: type[Any]) -> str:
    name: str = model._meta.model_name  # noqa: SLF001
    return name


def _carry(model: type[Any], gone: Event, kept: Event) -> list[int]:
    rows = model._default_manager.filter(event=gone)  # noqa: SLF001
    keys = sorted(rows.values_list("pk", flat=True))
    rows.update(event=kept)
    return keys


def _carry_once(
    model: type[Any], names: tuple[str, ...], gone: Event, kept: Event
) -> list[int]:
    """Carry over what an event holds once: not the same party, organiser or legal text."""
    every = model._default_manager  # noqa: SLF001
    known = set(every.filter(event=kept).values_list(*names))
    keys = [
        row.pk
        for row in every.filter(event=gone)
        if tuple(getattr(row, name) for name in names) not in known
    ]
    every.filter(pk__in=keys).update(event=kept)
    return keys


def _carry_sources(gone: Event, kept: Event) -> Carried:
    """Carry over sources; quotes of one that is known go to the known one."""
    moved, quoted = [], []
    for row in gone.sources.all():
        known = known_source(kept, row.url, row.sha256)
        if known is None:
            EventSource.objects.filter(pk=row.pk).update(event=kept)
            moved.append(row.pk)
            continue
        quotes = Quote.objects.filter(source=row)
        quoted += [(key, row.pk) for key in quotes.values_list("pk", flat=True)]
        quotes.update(source=known)
    return {_name(EventSource): moved, "quoted": quoted}


def _carry_links(gone: Event, kept: Event) -> Carried:
    """Carry over links that the other event has not; the rest stays behind unread."""
    found: Carried = {}
    for end, other in (("parent", "child"), ("child", "parent")):
        linked = {kept.pk} | set(
            EventLink.objects.filter(**{end: kept}).values_list(
                f"{other}_id", flat=True
            )
        )
        rows = EventLink.objects.filter(**{end: gone})
        rows = rows.exclude(**{f"{other}__in": linked})
        found[end] = sorted(rows.values_list("pk", flat=True))
        EventLink.objects.filter(pk__in=found[end]).update(**{end: kept})
    return found


def _renumber(model: type[Any], gone: Event, kept: Event) -> list[tuple[int, int]]:
    """Carry over rows behind those that are there; give their keys and old numbers."""
    every = model._default_manager  # noqa: SLF001
    found = []
    after = next_number(every.filter(event=kept))
    for number, row in enumerate(every.filter(event=gone), start=after):
        every.filter(pk=row.pk).update(event=kept, number=number)
        found.append((row.pk, row.number))
    return found


def _unite(kept: Event, gone: Event) -> None:
    for name in ("kinds", "topics"):
        both = [*getattr(kept, name), *getattr(gone, name)]
        setattr(kept, name, list(dict.fromkeys(both)))
    kept.parties = sorted({*kept.parties, *gone.parties})
    kept.save(update_fields=[*LISTS])


def _number_back(carried: Carried, kept: Event, gone: Event) -> None:
    for model in NUMBERED:
        for key, number in carried.get(_name(model), ()):
            rows = model._default_manager.filter(pk=key, event=kept)  # noqa: SLF001
            rows.update(event=gone, number=number)


def _link_back(carried: Carried, kept: Event, gone: Event) -> None:
    for end in ("parent", "child"):
        keys = carried.get(end, ())
        EventLink.objects.filter(pk__in=keys, **{end: kept}).update(**{end: gone})


def _separate(carried: Carried, kept: Event, gone: Event) -> None:
    """Take out of the lists of the event that stays what the other alone had brought."""
    before = carried.get("lists", {})
    for name in LISTS:
        own, brought = before.get(name, getattr(kept, name)), getattr(gone, name)
        left = [one for one in getattr(kept, name) if one in own or one not in brought]
        setattr(kept, name, left)
    kept.save(update_fields=[*LISTS])


def join_officials(*, by: Scope, kept: Official, gone: Official) -> Official:
    """Say that two names are one person; the other name stays as a spelling."""
    _check_officials(by, kept, gone)
    if kept.pk == gone.pk or kept.joined_into_id or gone.joined_into_id:
        raise ActRefused("Keduanya sudah disatukan.")
    with transaction.atomic():
        rows = Attendance.objects.filter(official=gone)
        gone.carried = sorted(rows.values_list("pk", flat=True))
        rows.update(official=kept)
        kept.spelt([gone.name, *gone.spellings])
        gone.joined_into = kept
        gone.save(update_fields=["joined_into", "carried"])
        act.record(
            by=by, verb="merge", noun="official", noun_id=kept.pk, merged=gone.pk
        )
    return kept


def part_officials(*, by: Scope, official: Official) -> Official:
    """Say that a name that was joined to another is somebody else's after all."""
    kept = official.joined_into
    if kept is None:
        raise ActRefused("Nama ini tidak disatukan dengan yang lain.")
    _check_officials(by, kept, official)
    with transaction.atomic():
        rows = Attendance.objects.filter(pk__in=official.carried, official=kept)
        rows.update(official=official)
        names = {official.name, *official.spellings}
        kept.spellings = [one for one in kept.spellings if one not in names]
        kept.save(update_fields=["spellings"])
        official.joined_into, official.carried = None, []
        official.save(update_fields=["joined_into", "carried"])
        act.record(
            by=by, verb="part", noun="official", noun_id=kept.pk, parted=official.pk
        )
    return official


def _check_officials(by: Scope, kept: Official, gone: Official) -> None:
    owners = {kept.institution_id, gone.institution_id}
    if not by.may("keep_meetings") or owners != {by.institution_id}:
        raise ActRefused("Hanya lembaga yang mencatat keduanya yang menyatukannya.")
