"""The fields of targets, borders and accepted figures; only who acted is personal."""

from typing import Final

from naungan.casework.privacy import Declared, Held, of_nobody


DOER: Final = Held(
    "personal",
    "siapa menetapkan atau menerima, untuk pertanggungjawaban",
    "acts",
    "tetap, menunjuk pada orang tanpa nama",
)

DECLARED: Final[Declared] = {
    "regions.TargetSeries": of_nobody(
        *("id", "institution", "name", "basis", "source", "source_url")
    ),
    "regions.TargetValue": {
        **of_nobody("id", "series", "institution", "region_code", "segment"),
        **of_nobody("month", "percent"),
        **dict.fromkeys(("set_by", "set_at"), DOER),
    },
    "regions.AcceptedFigure": {
        **of_nobody("id", "institution", "region_code", "as_of", "segment"),
        **of_nobody("source_url", "note"),
        **dict.fromkeys(("accepted_by", "accepted_at"), DOER),
    },
    "regions.BoundaryPack": of_nobody(
        *("id", "name", "source_url", "licence", "vintage", "sha256"),
        *("shapes", "unmatched", "loaded_at"),
    ),
    "regions.BoundarySheet": of_nobody(
        *("id", "pack", "parent_code", "level", "width", "height", "paths", "frames")
    ),
}
