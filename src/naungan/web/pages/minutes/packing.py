"""What a pack for a meeting holds: what moved since the last one, and what waits.

It is gathered for whoever opens it: nobody reads more in it than their institution
may. What is to be passed around the table leaves out cases of employers.
"""

from itertools import chain as joined
from typing import Any, Final

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.queries import meeting, since
from naungan.casework.compliance.queries import Sought, lists
from naungan.casework.coordination import catalogue, gathering
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import chains
from naungan.casework.coordination.queries.chains import Chain
from naungan.casework.protection.queries import schemes
from naungan.lib import regions
from naungan.lib.dates import format_date, month_of
from naungan.lib.numbers import format_number
from naungan.web.letters.told import full_day
from naungan.web.pages.minutes import agreed, moment, moved
from naungan.web.pages.minutes.moment import Before


OPEN: Final = ("late", "running")
MOST_EMPLOYERS: Final = 10
MOST_VILLAGES: Final = 10


def content(scope: Scope, event: Event, *, shared: bool = False) -> dict[str, Any]:
    """Gather a pack; one that is `shared` names no employer."""
    found = chains.chain(scope, event)
    last = moment.before(found.last)
    return {
        **gathering.invited_content(event),
        "kind": "pack",
        "coverage": moved.coverage(scope, event, last),
        **_promises(scope, event, found, last),
        **_points(scope, found),
        "villages": _villages(scope, event),
        "employers": [] if shared else _employers(scope, event),
    }


def _promises(
    scope: Scope, event: Event, chain: Chain, last: Before | None
) -> dict[str, list[dict[str, Any]]]:
    """Give commitments of the chain that are not done, what is contradicted first.

    Those that run and have reached their target stand apart: they wait to be closed.
    """
    numbers = [one.pk for one in (*chain.earlier, event)]
    lines = [
        line
        for line in meeting.lines(scope, numbers, clock.today())
        if line.standing in OPEN or line.is_contradicted
    ]
    lines.sort(key=lambda line: not line.is_contradicted)
    ours = [one.commitment for one in lines]
    stood = since.stood(ours, last.day, last.moment) if last else {}
    claims = since.claims(one.commitment for one in lines if one.is_contradicted)
    found: dict[str, list[dict[str, Any]]] = {"promises": [], "reached": []}
    for line in lines:
        key = line.commitment.pk
        before = agreed.Known(last.said, stood[key]) if last and key in stood else None
        told = agreed.told(line, before, claims.get(key))
        is_reached = line.commitment.is_met and not (
            line.began_met or line.is_contradicted
        )
        found["reached" if is_reached else "promises"].append(told)
    return found


def _points(scope: Scope, chain: Chain) -> dict[str, list[str]]:
    found = chains.open_points(scope, chain.earlier)
    return {
        "points": [
            f"{_bare(one.text)} ({_of(one.event)})" for one in found.recommendations
        ],
        "hindering": [
            f"{catalogue.label('obstacle_kinds', one.kind)}: {_bare(one.text)} "
            f"(sejak {format_date(one.noted_on)})"
            for one in found.obstacles
        ],
    }


def _bare(text: str) -> str:
    """Give a sentence to which something is added in brackets."""
    return text.strip().removesuffix(".")


def _of(event: Event) -> str:
    day = gathering.said_day(event)
    return f"{event.title}, {day}" if day else event.title


def _villages(scope: Scope, event: Event) -> list[dict[str, str]]:
    """Give the villages that are furthest from their quota, over all open schemes."""
    if not scope.may("see_schemes") or not event.region_code:
        return []
    month = month_of(clock.today())
    near = [
        one
        for one in schemes.schemes(scope).filter(state="open", until_month__gte=month)
        if regions.lies_in(one.region_code, event.region_code)
    ]
    every = joined.from_iterable(schemes.progress_of(near).values()) if near else ()
    short = [
        ((one.quota or 0) - one.proven, _village(one, (one.quota or 0) - one.proven))
        for one in every
        if one.village_code and (one.quota or 0) > one.proven
    ]
    short.sort(key=lambda each: (-each[0], each[1]["name"]))
    return [row for _, row in short[:MOST_VILLAGES]]


def _village(one: schemes.Progress, missing: int) -> dict[str, str]:
    found = regions.by_code(one.village_code)
    above = regions.parent(one.village_code)
    name = found.name if found else one.village_code
    return {
        "name": f"{name}, {above.name}" if above else name,
        "quota": format_number(one.quota or 0),
        "paid": format_number(one.proven),
        "missing": format_number(missing),
    }


def _employers(scope: Scope, event: Event) -> list[dict[str, str]]:
    """Give cases past their term, then those that wait, the weightiest first."""
    if not scope.may("see_cases"):
        return []
    sought = Sought(due="over", region=event.region_code)
    found = lists.sift(lists.cases(scope), scope, sought, clock.today())
    return [
        {
            "name": one.name,
            "number": one.number,
            "stage": moved.step(one.stage),
            "due": full_day(one.due_on) if one.due_on else "",
        }
        for one in found.order_by("-priority", "pk")[:MOST_EMPLOYERS]
    ]
