"""What the review queue asks of a published snapshot: its order, its rows, one pair.

The order of a queue says nothing about anybody and never changes for a snapshot, so
it is kept; every row that is shown passes the door and is recorded.
"""

from collections.abc import Sequence
from typing import Any, Final, Literal

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.casework.review.pair import Pair
from naungan.lib import regions


PURPOSE: Final = "review"
MOST_KEPT: Final = 64

Row = dict[str, Any]
Subject = Literal["person", "employer"]
Key = tuple[int, str]
"""The number of the person or employer, and the KPJ or NPP beside it."""
_kept: Final[dict[tuple[object, ...], dict[Subject, tuple[Key, ...]]]] = {}


def orders(
    publication: Publication, scope: Scope, region_code: str = ""
) -> dict[Subject, tuple[Key, ...]]:
    """Name every pair of a region that waits: largest effect first, then weight."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, PURPOSE)
    known = (door.place(publication), reach, snapshot.hidden, region_code)
    if known not in _kept:
        while len(_kept) >= MOST_KEPT:
            _kept.pop(next(iter(_kept)), None)
        _kept[known] = {
            "person": tuple(snapshot.review_keys(reach, region_code)),
            "employer": tuple(snapshot.employer_pair_keys(reach, region_code)),
        }
    return _kept[known]


def named(publication: Publication, subject: str, found: Row, key: Key) -> Pair:
    """Name a pair so that a verdict on it outlives the run."""
    record = found["person"] if subject == "person" else found["employer"]
    village = record.get("village_code")
    sources = [
        f"{row['sha256']}:{row['row']}" for row in found["rows"] if row.get("sha256")
    ]
    return Pair(
        region_code=publication.region_code,
        run=publication.run,
        subject=subject,
        number=key[0],
        partner=key[1],
        place_code=regions.dotted(village) if village else publication.region_code,
        sources=tuple(sorted(sources)),
    )


def rows(
    publication: Publication, scope: Scope, subject: Subject, keys: Sequence[Key]
) -> list[Row]:
    """Give the rows of these pairs in the order in which they are named."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, PURPOSE)
    if subject == "person":
        return snapshot.review_rows(reach, keys)
    return snapshot.employer_pair_rows(reach, keys)


def pair(
    publication: Publication, scope: Scope, subject: Subject, key: Key
) -> Row | None:
    """Give one pair with both records and its evidence; None where it is not in reach."""
    snapshot = door.opened(publication, scope)
    reach = door.reach(scope, PURPOSE)
    if subject == "person":
        with door.looking_together(snapshot, scope):
            return snapshot.review_pair(reach, *key)
    found = snapshot.employer_pair(reach, *key)
    return found and {**found, "partner": key[1]}
