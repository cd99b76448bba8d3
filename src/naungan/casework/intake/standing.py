"""How people on a list stand in a published snapshot: verdicts in bulk, by NIK."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.engine.snapshot import EVERYWHERE, Row


PURPOSE: Final = "check_list"


def standing_of(
    publication: Publication, scope: Scope, niks: Sequence[int], region_code: str
) -> dict[int, Row]:
    """Answer for each NIK, by its place among those asked; the look is on record.

    The answer is about the whole region of the list, which may be wider than that of
    whoever asks: a village must learn that somebody stands elsewhere. See the door of
    the snapshot for what a row holds: no identity leaves.
    """
    snapshot = door.opened(publication, scope)
    reach = door.figures(scope, PURPOSE)
    wide = (region_code,) if region_code else EVERYWHERE
    return snapshot.standing_of(replace(reach, regions=wide), niks)
