"""The promises of the demonstration: made once, in the meetings that are written down.

They are told by the acts themselves, at the desks that kept or owed them, and read from
the invented data as any promise is.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import measuring
from naungan.casework.commitments.actions import following, promising
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.commitments.extent import WORDS, Extent
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination.actions import chains, saying
from naungan.casework.coordination.demonstration.furnishing import desks, written
from naungan.casework.coordination.models import Event
from naungan.casework.intake.models import Publication
from naungan.casework.protection.models import Scheme


FILE: Final = Path(__file__).with_suffix(".toml")
DAYS: Final = ("due_on", "baseline_on")
FIGURES: Final = ("target", "baseline")
Told = Mapping[str, Any]


def furnish(publication: Publication, is_last: bool) -> None:
    """Write the promises down that nobody has written yet."""
    if not is_last:
        return
    with transaction.atomic():
        at = desks()
        if not at or Commitment.objects.exists():
            return
        scope.enter(at["kacab"])
        keepers = {told["code"]: told for told in written()}
        for told in promised():
            _tell(at, keepers[told["event"]], told, clock.today())


def promised() -> list[dict[str, Any]]:
    """Give every promise as it was told, in the order of the meetings."""
    with FILE.open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["promise"]
    return found


def _tell(at: Mapping[str, Scope], met: Told, told: Told, today: date) -> None:
    by = at[met["desk"]]
    scope.enter(by)
    event = Event.objects.filter(title=met["title"]).first()
    if event is None or not _has_scheme(at, told):
        return  # an older home was furnished before there was such a thing
    scope.enter(by)
    made = _promise(at, by, event, told, today)
    for one in told.get("activities", ()):
        _activity(by, made, one, today)
    for one in told.get("claims", ()):
        _claim(at, made, one, today)
    if "kept" in told:
        kept = told["kept"]
        promising.keep(by=by, commitment=made, text=kept["words"], today=kept["on"])


def _promise(
    at: Mapping[str, Scope], by: Scope, event: Event, told: Told, today: date
) -> Commitment:
    advice = None
    if "recommendation" in told:
        advice = event.recommendations.get(text__startswith=told["recommendation"])
        saying.take_up(by=by, recommendation=advice)
    made = promising.promise(
        by=by,
        event=event,
        recommendation=advice,
        today=today,
        said=Said(
            what=told["what"],
            promised_on=event.held_on or event.sort_on or today,
            region_code=event.region_code,
            owner_institution=_house(at, told.get("owner")),
            owner_name=told.get("owner_name", ""),
            due_words=told.get("due_words", ""),
            indicator=told.get("indicator", ""),
            extent=_extent(at, by, told),
            **_numbers(told),
        ),
    )
    if "told_of" in told:
        days = told["told_of"]
        measuring.look_back(made, days, by_id=by.institution_id, today=today)
    if "quote" in told:
        source = event.sources.first()
        chains.add_quote(
            by=by,
            event=event,
            words=told["quote"],
            about=("commitment", made.pk),
            source=source,
        )
    return made


def _numbers(told: Told) -> dict[str, Any]:
    """Give the days and figures that were told."""
    days: dict[str, Any] = {name: told[name] for name in DAYS if name in told}
    return days | {name: Decimal(told[name]) for name in FIGURES if name in told}


def _has_scheme(at: Mapping[str, Scope], told: Told) -> bool:
    """Say whether the agency that owes it has the scheme by which it is measured."""
    if "scheme" not in told:
        return True
    scope.enter(at[told["owner"]])
    return Scheme.objects.filter(name=told["scheme"]).exists()


def _extent(at: Mapping[str, Scope], by: Scope, told: Told) -> Extent:
    """Narrow a figure; the agency that owes it knows the number of its scheme."""
    said = {name: told[name] for name in WORDS if name in told}
    if "scheme" in said:
        scope.enter(at[told["owner"]])
        said["scheme"] = Scheme.objects.get(name=said["scheme"]).pk
        scope.enter(by)
    return Extent(**said)


def _house(at: Mapping[str, Scope], desk: str | None) -> Institution | None:
    return Institution.objects.get(pk=at[desk].institution_id) if desk else None


def _activity(by: Scope, made: Commitment, told: Told, today: date) -> None:
    one = following.add_activity(
        by=by, commitment=made, what=told["what"], due_on=told["due_on"]
    )
    if told.get("done"):
        following.move_activity(
            by=by, activity=one, verb="carry_out", done_on=told["due_on"], today=today
        )


def _claim(at: Mapping[str, Scope], made: Commitment, told: Told, today: date) -> None:
    """Let a desk say how far it is; it must see the promise that it answers."""
    by = at[told["desk"]]
    scope.enter(by)
    seen = Commitment.objects.get(pk=made.pk)
    keeps = by.institution_id in (seen.institution_id, seen.owner_institution_id)
    assert keeps, f"{told['desk']} neither keeps nor owes {seen}"
    following.claim(
        by=by,
        commitment=seen,
        claimed_on=told["on"],
        status=told["status"],
        value=Decimal(told["value"]) if "value" in told else None,
        words=told["words"],
        waits_on=_house(at, told.get("waits_on")),
        today=today,
    )
