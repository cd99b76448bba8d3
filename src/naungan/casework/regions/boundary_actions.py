"""Loading a boundary pack: its sheets in the place of the older pack's, on record."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from naungan.casework import act
from naungan.casework.regions.boundary_file import read_shapes
from naungan.casework.regions.models import BoundaryPack, BoundarySheet
from naungan.casework.regions.sheets import sheets_of


@dataclass(frozen=True)
class Provenance:
    """Whose borders these are, under which licence, and of when."""

    name: str
    source_url: str
    licence: str
    vintage: str


@dataclass(frozen=True)
class Loaded:
    """What loading a pack made: sheets, shapes, and codes that are no region's."""

    sheets: int
    shapes: int
    unmatched: tuple[str, ...]


def load_pack(path: Path, of: Provenance, *, key: str | None, dry: bool) -> Loaded:
    """Read, check and draw a pack; unless it is only tried, put it in use.

    The pack loaded last is the one in use; earlier ones stay on record with their
    provenance, without their sheets.
    """
    shapes = read_shapes(path, key)
    drawn = list(sheets_of(shapes.rings))
    found = Loaded(len(drawn), len(shapes.rings), shapes.unmatched)
    if dry:
        return found
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    with transaction.atomic():
        BoundarySheet.objects.all().delete()
        BoundaryPack.objects.filter(sha256=sha256).delete()
        pack = BoundaryPack.objects.create(
            name=of.name,
            source_url=of.source_url,
            licence=of.licence,
            vintage=of.vintage,
            sha256=sha256,
            shapes=found.shapes,
            unmatched=len(found.unmatched),
        )
        BoundarySheet.objects.bulk_create(
            BoundarySheet(pack=pack, **vars(one)) for one in drawn
        )
        act.record(
            by=None,
            verb="load",
            noun="boundary_pack",
            noun_id=pack.pk,
            licence=of.licence,
            shapes=found.shapes,
        )
    return found
