"""The door to published snapshots, for whoever has a scope.

Every read passes the engine's own door with a scope of regions and a purpose,
and what it looked at goes to the log of looks, in the transaction of the page.
"""

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from django.conf import settings
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef

from naungan.casework import look
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import tombstones
from naungan.casework.intake.models import Publication, Tombstone
from naungan.casework.sharing import queries as sharing
from naungan.engine.snapshot import EVERYWHERE, Look, Owner, Scope as Reach, Snapshot


SEES_BIRTH_DATES: Final = ("unmask", "review")
"""Powers of those who compare records by the day of birth."""
MOST_OPEN: Final = 4
_open = threading.local()  # a connection belongs to one thread
_asked = threading.local()  # and so does a request


def newest(region_code: str) -> Publication | None:
    """Give the newest publication whose region holds a region, nearest first.

    What was found for a village tells it of the district and regency around it too.
    """
    kept: dict[str, Publication | None] | None = getattr(_asked, "newest", None)
    if kept is None:
        return _newest(region_code)[region_code]
    if region_code not in kept:
        kept.update(_newest(region_code) | kept)
    return kept[region_code]


def _newest(region_code: str) -> dict[str, Publication | None]:
    """Give it for a region and for everything that it lies in."""
    codes = lineage(region_code)
    hidden = Tombstone.objects.filter(region_code=OuterRef("region_code"))
    found = (
        Publication.objects.filter(region_code__in=codes)
        .annotate(hidden_ids=ArraySubquery(hidden.values("person_id")))
        .order_by("-run")
    )
    by_region = {one.region_code: one for one in reversed(found)}
    return {
        code: next((by_region[one] for one in codes[at:] if one in by_region), None)
        for at, code in enumerate(codes)
    }


def published_regions() -> list[Publication]:
    """Give the newest publication of every region that has one, by its code."""
    newest_of: dict[str, Publication] = {}
    for one in Publication.objects.order_by("region_code", "run"):
        newest_of[one.region_code] = one
    return list(newest_of.values())


@contextlib.contextmanager
def asking_once() -> Iterator[None]:
    """Ask once within what a page and its frame both need, and forget it behind.

    It ends with the work on an answer, not with its sending: an answer that nobody
    reads to its end would leave what was true then to whatever the thread does next.
    """
    _asked.newest, _asked.owners = {}, {}
    try:
        yield
    finally:
        _asked.__dict__.clear()


def lineage(region_code: str) -> list[str]:
    """Name a region and what it lies in, from the nearest to the country."""
    parts = region_code.split(".") if region_code else []
    return [".".join(parts[:end]) for end in range(len(parts), -1, -1)]


def reach(scope: Scope, purpose: str, *, unmasked: bool = False) -> Reach:
    """Translate a scope of the office into one of the snapshot's door.

    People are named where they stand in files of the scope's own institution, or of
    one that shares them with it. Whoever compares records sees whole dates of birth,
    everybody else the year.
    """
    named = figures(scope, purpose)
    may_unmask = unmasked and scope.may("unmask")
    return replace(
        named,
        sees_nik=may_unmask,
        sees_birth_dates=any(map(scope.may, SEES_BIRTH_DATES)),
        owners=_owners(scope),
    )


def figures(scope: Scope, purpose: str) -> Reach:
    """Translate a scope into one that reads figures and findings and names nobody."""
    regions = (scope.region_code,) if scope.region_code else EVERYWHERE
    return Reach(
        institution=scope.institution_code, regions=regions, purpose=purpose, owners=()
    )


def _owners(scope: Scope) -> tuple[Owner, ...]:
    """Give whose people a scope may see by name; nobody's without the power."""
    if not scope.may("see_persons"):
        return ()
    kept: dict[Scope, tuple[Owner, ...]] = getattr(_asked, "owners", {})
    if scope not in kept:
        kept[scope] = tuple(
            Owner(one.code, one.region, one.columns) for one in sharing.owners(scope)
        )
    return kept[scope]


def place(publication: Publication) -> Path:
    """Give the folder of a published snapshot; no two homes share one."""
    return Path(settings.HOME.snapshots) / publication.folder


def opened(publication: Publication, scope: Scope) -> Snapshot:
    """Open a published snapshot; its looks are written for this scope."""
    kept: dict[Path, Snapshot] = _open.__dict__.setdefault("kept", {})
    folder = place(publication)
    found = kept.pop(folder, None)
    if found is None:
        found = Snapshot.open(folder, _nobody)
        while len(kept) >= MOST_OPEN:
            kept.pop(next(iter(kept)))
    kept[folder] = found
    found.record = lambda one: _record(scope, one)
    found.hidden = _hidden(publication)
    return found


def lately(publication: Publication, most: int) -> list[Publication]:
    """Give a publication and those of its region before it, newest first.

    Who is hidden is the same in all of them, so it is asked once.
    """
    runs = Publication.objects.filter(region_code=publication.region_code)
    earlier = list(runs.filter(run__lt=publication.run).order_by("-run")[: most - 1])
    for one in earlier:
        one.__dict__["hidden"] = _hidden(publication)
    return [publication, *earlier]


@contextlib.contextmanager
def looking_together(
    snapshot: Snapshot, scope: Scope, whole: str = ""
) -> Iterator[None]:
    """Write everything that is looked at within by one statement, each thing once.

    `whole` names the table of the one thing that is looked at with all that is known
    of it: that is one look, and not one for each table where something stands.
    """
    seen: list[Look] = []
    snapshot.record = seen.append
    try:
        yield
    finally:
        snapshot.record = lambda one: _record(scope, one)
    kept = [one for one in seen if whole in ("", one.table)]
    look.record_all(by=scope, looks=list(dict.fromkeys(map(_seen, kept))))


def _hidden(publication: Publication) -> frozenset[int]:
    """Give who is hidden, asked once for a publication that was fetched once."""
    kept = publication.__dict__
    if "hidden" not in kept:
        asked = kept.get("hidden_ids")
        kept["hidden"] = (
            tombstones.hidden(publication.region_code)
            if asked is None
            else frozenset(asked)
        )
    known: frozenset[int] = kept["hidden"]
    return known


def _record(scope: Scope, one: Look) -> None:
    look.record_all(by=scope, looks=[_seen(one)])


def _seen(one: Look) -> look.Seen:
    return look.Seen(
        noun=one.table,
        noun_id=",".join(str(key) for key in one.keys),
        purpose=one.purpose,
        unmasked=one.unmasked,
        rows=max(len(one.keys), 1),
    )


def _nobody(_look: Look) -> None:
    """Refuse a look that belongs to no scope: each opening sets its own."""
    raise AssertionError("a snapshot was read without a scope")
