"""The meetings of the demonstration: written down once, in the order of their days."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final

from django.db import transaction

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.demonstration import person_at
from naungan.casework.accounts.desks import VILLAGE
from naungan.casework.coordination.actions import policies
from naungan.casework.coordination.actions.policies import PolicyNote
from naungan.casework.coordination.demonstration import registering, telling
from naungan.casework.coordination.demonstration.telling import Desks
from naungan.casework.coordination.models import Event
from naungan.casework.intake.models import Publication


EVENTS: Final = Path(__file__).with_name("events.toml")
DESKS: Final = (
    *("pusat", "jaksa", "kacab", "sekda", "dpmd", "dpmptsp", "bpkad", "pengawas"),
)
CIRCULAR: Final = PolicyNote(
    kind="circular",
    title="BPJS Ketenagakerjaan bagi pekerja rentan desa",
    issuer="Bupati Lahat",
    region_code="16.04",
    number="400.10.2.4/6/DPMD/IV/2024",
    scope="Enam puluh pekerja rentan di setiap desa, mulai Juli 2024",
    addressees="Kepala desa",
)


def furnish(publication: Publication, is_last: bool) -> None:
    """Write the meetings down that nobody has written yet."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        at = desks()
        if not at or _is_done(at):
            return
        registering.register(at, _write(at, clock.today()))
        scope.enter(at["dpmd"])
        policies.note_policy(by=at["dpmd"], note=CIRCULAR)


def desks() -> Desks:
    """Give the scopes of the desks that meet; empty where one is not taken."""
    scope.tell(None, None, every=True)
    found = {name: one for name in DESKS if (one := person_at(name))}
    return found if len(found) == len(DESKS) else {}


def written() -> list[dict[str, Any]]:
    """Give the facts of every meeting, in the order of their days."""
    with EVENTS.open("rb") as file:
        found: list[dict[str, Any]] = tomllib.load(file)["event"]
    return found


def _is_done(at: Desks) -> bool:
    scope.enter(at["jaksa"])
    return Event.objects.exists()


def _write(at: Desks, today: date) -> dict[str, Event]:
    known: dict[str, Event] = {}
    for told in written():
        before = known.get(told.get("after", ""))
        known[told["code"]] = telling.tell(at, told, before, today)
    return known
