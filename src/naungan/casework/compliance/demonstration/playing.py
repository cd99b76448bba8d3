"""Living a story: every event through the action and at the desk that would do it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.actions import cases, partners, replies, steps, visits
from naungan.casework.compliance.actions.visits import Seen
from naungan.casework.compliance.demonstration.stories import NOW, Event
from naungan.casework.compliance.models import Case, HandOver, Reply
from naungan.casework.intake.models import Publication
from naungan.law.book import enacted
from naungan.lib import dates


DESKS: Final = ("pemeriksa", "kacab", "pengawas", "dpmptsp", "jaksa")
ACTORS: Final = {
    "bpjs": "pemeriksa",
    "inspector": "pengawas",
    "service_unit": "dpmptsp",
    "prosecutor": "jaksa",
}
"""At which desk an actor of the law sits."""
RECEIVERS: Final = {"withhold": "dpmptsp", "report": "pengawas", "mandate": "jaksa"}
SATURDAY: Final = 5
PLACE: Final = "Tempat usaha (rekaan)"
SEEN: Final = "Daftar upah dibandingkan dengan peserta aktif (rekaan)"

Desks = Mapping[str, Scope]


def desks(names: Sequence[str] = DESKS) -> Desks:
    """Give the scopes of desks; empty where one of them is not taken."""
    scope.tell(None, None, every=True)
    found = {name: person_at(name) for name in names}
    return (
        {name: one for name, one in found.items() if one} if all(found.values()) else {}
    )


@dataclass
class Played:
    """A case that is being lived: at which desks, from which days its own days count."""

    case: Case
    desks: Desks
    bases: Mapping[int, date]
    today: date = field(default_factory=clock.today)

    def at(self, desk: str) -> Scope:
        """Sit down at a desk."""
        by = self.desks[desk]
        scope.enter(by)
        return by

    def day(self, event: Event) -> date:
        """Give the day of an event: a weekday that has come."""
        return weekday(self.bases[event.since], event.after, self.today)


def bases_of(
    publications: Sequence[Publication], opened_on: date, today: date
) -> dict[int, date]:
    """Give the days from which events count, by what `Event.since` says."""
    ends = {
        place: dates.month_end(one.month)
        for place, one in enumerate(publications)
        if place
    }
    return {**ends, 0: opened_on, NOW: today}


def weekday(base: date, after: int, today: date) -> date:
    """Give the day so many days after another, put off over a weekend, never to come."""
    day = base + timedelta(days=after)
    if day.weekday() >= SATURDAY:
        day += timedelta(days=7 - day.weekday())
    return min(day, today)


def _step(played: Played, event: Event) -> None:
    day = played.day(event)
    steps.take_step(
        by=played.at(ACTORS[enacted().steps[event.what].actor]),
        case=played.case,
        step=event.what,
        taken_on=day,
        ends_on=day + timedelta(days=int(event.text)) if event.text else None,
        today=day,
    )


def _visit(played: Played, event: Event) -> None:
    day, found = played.day(event), played.case.people
    inside = event.what in ("met", "promised")
    visits.record_visit(
        by=played.at("pemeriksa"),
        case=played.case,
        seen=Seen(
            visited_on=day,
            outcome=event.what,
            place=PLACE,
            people_met="Bagian personalia (rekaan)" if inside else "",
            payroll_seen=inside,
            workers_found=found if inside else None,
            workers_declared=0 if inside else None,
            differences=SEEN if inside else "",
        ),
        today=day,
    )


def _reply(played: Played, event: Event) -> None:
    day = played.day(event)
    replies.record_reply(
        by=played.at("pemeriksa"),
        case=played.case,
        received_on=day,
        text=event.text,
        sender_name="Pimpinan (rekaan)",
        today=day,
    )


def _consider(played: Played, event: Event) -> None:
    by = played.at("pemeriksa")
    waiting = Reply.objects.filter(case=played.case, state="in").get()
    replies.consider_reply(
        by=by, reply=waiting, consideration=event.text, today=played.day(event)
    )


def _link(played: Played, event: Event) -> None:
    code = replies.make_link(by=played.at("pemeriksa"), case=played.case)
    replies.receive_by_link(
        code=code,
        text=event.text,
        sender_name="Pimpinan (rekaan)",
        today=played.day(event),
    )


def _send(played: Played, event: Event) -> None:
    to = played.desks[RECEIVERS[event.what]].institution_id
    by = played.at("kacab")
    partners.hand_over(
        by=by,
        case=played.case,
        kind=event.what,
        to=Institution.objects.get(pk=to),
        message=event.text,
        today=played.day(event),
    )


def _sent(played: Played, kind: str) -> tuple[Scope, HandOver]:
    by = played.at(RECEIVERS[kind])
    return by, HandOver.objects.get(case=played.case, kind=kind, state="sent")


def _accept(played: Played, event: Event) -> None:
    by, sent = _sent(played, event.what)
    partners.accept(by=by, hand_over=sent, today=played.day(event))


def _reject(played: Played, event: Event) -> None:
    by, sent = _sent(played, event.what)
    partners.reject(by=by, hand_over=sent, reason=event.text, today=played.day(event))


def _settle(played: Played, event: Event) -> None:
    by = played.at("pemeriksa")
    cases.settle(by=by, case=played.case, text=event.text, today=played.day(event))


def _reopen(played: Played, event: Event) -> None:
    by = played.at("kacab")
    cases.reopen(by=by, case=played.case, reason=event.text, today=played.day(event))


Verb = Callable[[Played, Event], None]
VERBS: Final[Mapping[str, Verb]] = {
    "step": _step,
    "visit": _visit,
    "reply": _reply,
    "consider": _consider,
    "link": _link,
    "send": _send,
    "accept": _accept,
    "reject": _reject,
    "settle": _settle,
    "reopen": _reopen,
}


def play(
    played: Played, events: Sequence[Event], verbs: Mapping[str, Verb] = VERBS
) -> None:
    """Let everything of a story happen, in its order."""
    for event in events:
        verbs[event.verb](played, event)
