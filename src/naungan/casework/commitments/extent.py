"""What a promise is about, beside its region: the words that narrow what is counted."""

from dataclasses import asdict, dataclass, fields
from typing import Any, Final

from naungan.casework.accounts.access import ActRefused


MOST_EMPLOYERS: Final = 500


@dataclass(frozen=True, kw_only=True)
class Extent:
    """The narrowing words of a promise; what is empty narrows nothing.

    `scheme` is the number of a scheme, `employers` are numbers that snapshots of the
    region give employers, `letter`, `instrument` and `event_kind` are codes of their
    catalogues, `finding` is a code of the findings, `track` one of the two ladders.
    `universe` names the count against which a share is taken.
    """

    segment: str = ""
    category: str = ""
    fund: str = ""
    scheme: int | None = None
    track: str = ""
    finding: str = ""
    employers: tuple[int, ...] = ()
    letter: str = ""
    instrument: str = ""
    event_kind: str = ""
    universe: str = ""

    def said(self) -> dict[str, Any]:
        """Give the words that were said, as they are kept."""
        return {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in asdict(self).items()
            if value
        }

    @property
    def names(self) -> frozenset[str]:
        """Name the words that were said."""
        return frozenset(self.said())


WORDS: Final = tuple(one.name for one in fields(Extent))
"""Every word that may narrow a promise."""


def read(kept: dict[str, Any]) -> Extent:
    """Read an extent as it was kept; words of a later form are left out."""
    known = {name: value for name, value in kept.items() if name in WORDS}
    known["employers"] = tuple(known.get("employers", ()))
    return Extent(**known)


def check(extent: Extent, takes: tuple[str, ...], needs: tuple[str, ...]) -> None:
    """Refuse words that an indicator does not heed, and the lack of those it needs."""
    if not extent.names <= set(takes):
        raise ActRefused("Indikator ini tidak dibatasi dengan pilihan itu.")
    if not set(needs) <= extent.names:
        raise ActRefused("Pilihan yang diperlukan indikator ini belum lengkap.")
    if len(extent.employers) > MOST_EMPLOYERS:
        raise ActRefused("Terlalu banyak pemberi kerja untuk satu janji.")
