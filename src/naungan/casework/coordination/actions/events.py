"""Verbs of events: planned, changed, announced, held, called off."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as _

from naungan.casework import act
from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, dating
from naungan.casework.coordination.actions.writing import locked, move, record
from naungan.casework.coordination.dating import When
from naungan.casework.coordination.models import (
    Event,
    EventBasis,
    EventParty,
    Organiser,
    PolicyInstrument,
)
from naungan.casework.coordination.models.events import PARTY_ROLES


@dataclass(frozen=True, kw_only=True)
class EventPlan:
    """What is said of an event: kinds and topics are codes of the catalogues."""

    title: str
    kinds: Sequence[str]
    when: When = field(default_factory=When)
    topics: Sequence[str] = ()
    region_code: str = ""
    venue: str = ""
    city: str = ""
    begins_at: time | None = None
    ends_at: time | None = None
    about: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        """Give what the table keeps."""
        return {
            "title": self.title.strip(),
            "kinds": list(dict.fromkeys(self.kinds)),
            "topics": list(dict.fromkeys(self.topics)),
            "region_code": self.region_code,
            "venue": self.venue.strip(),
            "city": self.city.strip(),
            "begins_at": self.begins_at,
            "ends_at": self.ends_at,
            "about": self.about.strip(),
            **self.when.columns,
        }


def plan_event(*, by: Scope, plan: EventPlan, draft: bool = False) -> Event:
    """Write down an event that is to come, or a draft of one that was reported."""
    check_power(by=by, power="keep_meetings")
    _check_plan(by, plan)
    with transaction.atomic():
        event = Event.objects.create(
            institution_id=by.institution_id,
            state="draft" if draft else "planned",
            made_by_id=by.user_id,
            **plan.columns,
        )
        _record(by, "record" if draft else "plan", event, kinds=list(plan.kinds))
    return event


def change_event(*, by: Scope, event: Event, plan: EventPlan) -> Event:
    """Say anew what an event is, as long as its minutes do not stand."""
    access.check_writes(by=by, event=event)
    _check_plan(by, plan)
    with transaction.atomic():
        held = locked(event)
        access.check_writes(by=by, event=held)
        for name, value in plan.columns.items():
            setattr(held, name, value)
        held.save(update_fields=list(plan.columns))
        _record(by, "change", held)
    return held


def _check_plan(by: Scope, plan: EventPlan) -> None:
    access.check_said(plan.title, _("Tulis judul kegiatannya."))
    access.check_text(plan.venue, plan.city, plan.about, plan.when.reason)
    if not plan.kinds:
        raise ActRefused("Pilih sedikitnya satu jenis kegiatan.")
    access.check_words("event_kinds", tuple(plan.kinds))
    access.check_words("themes", tuple(plan.topics))
    access.check_region(by=by, region_code=plan.region_code)
    dating.check(plan.when)
    if plan.ends_at is not None and plan.begins_at is None:
        raise ActRefused("Tulis jam mulainya.")
    if plan.begins_at and plan.ends_at and plan.ends_at <= plan.begins_at:
        raise ActRefused("Jam selesai mendahului jam mulai.")


def confirm(*, by: Scope, event: Event) -> Event:
    """Plan what was a draft, or what was called off."""
    return _moved(by, event, "plan")


def invite(
    *,
    by: Scope,
    event: Event,
    parties: Sequence[Institution] = (),
    on: date,
    letters: Mapping[int, str] | None = None,
) -> Event:
    """Write down that institutions were invited, with the codes of their letters.

    Without parties it is everybody who was not invited yet. `letters` gives the code
    of the letter by the key of the institution.
    """
    access.check_keeps(by=by, event=event)
    with transaction.atomic():
        held = locked(event)
        asked = held.party_rows.select_for_update().exclude(role="organiser")
        if parties:
            asked = asked.filter(party__in=parties)
        else:
            asked = asked.filter(invited_on=None)
        rows = list(asked)
        for row in rows:
            row.invited_on = on
            row.letter = (letters or {}).get(row.party_id, row.letter)
        EventParty.objects.bulk_update(rows, ["invited_on", "letter"])
        move(held, "invite")
        _record(by, "invite", held, parties=[row.party_id for row in rows])
    return held


def hold(*, by: Scope, event: Event, today: date) -> Event:
    """Say that an event takes place, or took place: now what is said is written down."""
    access.check_keeps(by=by, event=event)
    if event.held_on is not None and event.held_on > today:
        raise ActRefused(
            "Tanggal kegiatan ini belum tiba. Bila rapatnya dimajukan, ubah dahulu "
            "tanggalnya."
        )
    return _moved(by, event, "convene")


def end(*, by: Scope, event: Event) -> Event:
    """Say that a meeting is over: nobody signs in at its door any more.

    What was said can still be written down until its minutes are drafted.
    """
    access.check_notes(by=by, event=event)
    with transaction.atomic():
        held = locked(event)
        if held.ended_at is not None:
            raise ActRefused("Rapat ini sudah diakhiri.")
        held.ended_at = timezone.now()
        held.sign_in_hash, held.sign_in_until = "", None
        held.save(update_fields=["ended_at", "sign_in_hash", "sign_in_until"])
        _record(by, "end", held)
    return held


def cancel(*, by: Scope, event: Event, reason: str) -> Event:
    """Call an event off before it is held."""
    access.check_said(reason, _("Tulis alasan pembatalannya."))
    return _moved(by, event, "cancel", reason)


def reopen(*, by: Scope, event: Event, reason: str) -> Event:
    """Go back to the table after minutes were drafted; that version stays on record."""
    access.check_said(reason, _("Tulis alasan membuka kembali."))
    return _moved(by, event, "reopen", reason)


def _moved(by: Scope, event: Event, verb: str, reason: str = "") -> Event:
    access.check_keeps(by=by, event=event)
    with transaction.atomic():
        held = locked(event)
        move(held, verb, reason)
        _record(by, verb, held, **({"reason": reason.strip()} if reason else {}))
    return held


def add_party(
    *, by: Scope, event: Event, party: Institution, role: str = "invited"
) -> EventParty:
    """Let another institution see an event and take part in it."""
    access.check_keeps(by=by, event=event)
    access.check_party(by=by, party=party)
    if role not in PARTY_ROLES:
        raise ActRefused("Pilih sebagai apa lembaga itu ikut.")
    with transaction.atomic():
        held = locked(event)
        row, _made = EventParty.objects.update_or_create(
            event=held,
            party=party,
            defaults={"institution_id": by.institution_id, "role": role},
        )
        held.parties = sorted({*held.parties, party.pk})
        held.save(update_fields=["parties"])
        record(by, "add", "event_party", row, held, party=party.pk, role=role)
    return row


def add_parties(
    *, by: Scope, event: Event, parties: Sequence[Institution], role: str = "invited"
) -> list[EventParty]:
    """Let several institutions take part: all of them, or nobody."""
    with transaction.atomic():
        return [add_party(by=by, event=event, party=one, role=role) for one in parties]


def remove_party(*, by: Scope, event: Event, party: Institution) -> None:
    """Take back that an institution takes part, before it was asked to approve."""
    access.check_writes(by=by, event=event)
    with transaction.atomic():
        held = locked(event)
        if held.minutes.filter(signers__contains=[party.pk]).exists():
            raise ActRefused("Lembaga ini sudah diminta menyetujui notulen.")
        for row in EventParty.objects.filter(event=held, party=party):
            record(by, "remove", "event_party", row, held, party=party.pk)
            row.delete()
        held.parties = sorted(set(held.parties) - {party.pk})
        held.save(update_fields=["parties"])


def add_organiser(
    *, by: Scope, event: Event, name: str, home: Institution | None = None
) -> Organiser:
    """Name who holds an event; an institution of this office becomes a party."""
    access.check_writes(by=by, event=event)
    access.check_said(name, _("Tulis nama penyelenggara."))
    with transaction.atomic():
        held = locked(event)
        row, _made = Organiser.objects.update_or_create(
            event=held,
            name=name.strip(),
            defaults={
                "institution_id": by.institution_id,
                "home": home,
                "position": held.organisers.count() + 1,
            },
        )
        record(by, "add", "event_organiser", row, held)
        if home is not None and home.pk != by.institution_id:
            add_party(by=by, event=held, party=home, role="organiser")
    return row


def recognise(*, by: Scope, event: Event, name: str, institution: Institution) -> None:
    """Say which institution of this office a name on record is: it sees the event now.

    What was written stays as it was written, also where minutes stand.
    """
    access.check_keeps(by=by, event=event)
    with transaction.atomic():
        held = locked(event)
        called = held.organisers.filter(home=None, name=name)
        is_organiser = bool(called.update(home=institution))
        held.attendance.filter(home=None, home_name=name).update(home=institution)
        if institution.pk not in (by.institution_id, *held.parties):
            role = "organiser" if is_organiser else "guest"
            add_party(by=by, event=held, party=institution, role=role)
        _record(by, "link", held, institution=institution.pk)


def remove_organiser(*, by: Scope, organiser: Organiser) -> None:
    """Take an organiser away; an institution of this office stays a party."""
    access.check_writes(by=by, event=organiser.event)
    with transaction.atomic():
        record(by, "remove", "event_organiser", organiser, organiser.event)
        organiser.delete()


def add_basis(
    *,
    by: Scope,
    event: Event,
    kind: str,
    number: str = "",
    year: int | None = None,
    about: str = "",
    instrument: str = "",
    policy: PolicyInstrument | None = None,
) -> EventBasis:
    """Cite a legal text on which an event rests."""
    access.check_writes(by=by, event=event)
    access.check_said(kind, _("Tulis jenis aturannya."))
    access.check_text(number, about)
    with transaction.atomic():
        row, _made = EventBasis.objects.get_or_create(
            event=locked(event),
            kind=kind.strip(),
            number=number.strip(),
            year=year,
            defaults={
                "institution_id": by.institution_id,
                "about": about.strip(),
                "instrument": instrument,
                "policy": policy,
            },
        )
        record(by, "cite", "event_basis", row, event)
    return row


def remove_basis(*, by: Scope, basis: EventBasis) -> None:
    """Take a cited text away."""
    access.check_writes(by=by, event=basis.event)
    with transaction.atomic():
        record(by, "remove", "event_basis", basis, basis.event)
        basis.delete()


def _record(by: Scope, verb: str, event: Event, **details: Any) -> None:
    act.record(by=by, verb=verb, noun="event", noun_id=event.pk, **details)
