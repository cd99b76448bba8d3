"""What an indicator is: one figure by which the data themselves tell of a promise.

One module on the shelf `naungan.casework.commitments.indicators` for each; the file's
name is its code. An indicator reads through the doors of the apps below, as counts: of
a published snapshot, or of the records of one institution on a day. What cannot be read
is not zero: it is no reading, and the promise stays without a measurement.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final, Literal

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments.extent import Extent
from naungan.casework.intake.models import Publication
from naungan.casework.intake.states import State


SHELF: Final = "naungan.casework.commitments.indicators"
UNITS: Final = (
    State("percent", "persen", "percent"),
    State("people", "orang", "people"),
    State("villages", "desa", "villages"),
    State("employers", "pemberi kerja", "employers"),
    State("cases", "kasus", "cases"),
    State("idr", "rupiah", "rupiah"),
    State("letters", "surat", "letters"),
    State("mandates", "SKK", "mandates"),
    State("visits", "kunjungan", "visits"),
    State("files", "berkas", "files"),
    State("instruments", "peraturan", "instruments"),
    State("meetings", "rapat", "meetings"),
    State("claims", "klaim", "claims"),
)
"""In what a figure is counted."""
ONE: Final = {
    "people": "person",
    "villages": "village",
    "employers": "employer",
    "cases": "case",
    "letters": "letter",
    "mandates": "mandate",
    "visits": "visit",
    "files": "file",
    "instruments": "instrument",
    "meetings": "meeting",
    "claims": "claim",
}
"""The English words for one of them; Indonesian counts one as it counts many."""


@dataclass(frozen=True)
class Asked:
    """What an indicator is asked: whose records, where, narrowed how, from and to when.

    `since` is the day from which what was done counts; None counts from the beginning.
    `given_in` is the meeting at which it was promised: what it is itself keeps nothing.
    A reading of a snapshot is given its publication. Of a day that `is_past` only what
    is dated counts: the records say how things stand, and not always since when.
    """

    eyes: Scope
    region_code: str
    extent: Extent
    day: date
    since: date | None = None
    publication: Publication | None = None
    given_in: int | None = None
    is_past: bool = False


@dataclass(frozen=True)
class Reading:
    """A figure as it was read: of how many, until which day, made of which parts."""

    value: Decimal
    as_of: date
    of: int | None = None
    parts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One figure: its words, its unit, which way is good, and how it is read.

    `source` is a published snapshot, or the records of a day; `holders` are the kinds of
    institutions whose records hold it, none named means any. `counts` tells a state of
    things (`level`) from what was done since the first day (`since`). `evidence` names
    the page behind the figure, `moved_by` the nouns of the acts that may move it: after
    one of them the records are read again at once.
    """

    label: str
    label_en: str
    tells: str
    tells_en: str
    unit: str
    direction: Literal["up", "down"]
    read: Callable[[Asked], Reading | None]
    evidence: str
    takes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    source: Literal["snapshot", "records"] = "records"
    moved_by: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    counts: Literal["level", "since"] = "level"

    @property
    def of_snapshot(self) -> bool:
        """Tell whether a new publication is what moves it."""
        return self.source == "snapshot"

    def is_held_by(self, kind: str) -> bool:
        """Tell whether institutions of a kind have the records."""
        return not self.holders or kind in self.holders

    def said(self, language: str = "id") -> tuple[str, str]:
        """Give its label and what it tells, in a language."""
        if language == "en":
            return self.label_en, self.tells_en
        return self.label, self.tells


@cache
def all_indicators() -> dict[str, Indicator]:
    """Collect the shelf: code to indicator, in alphabetical order."""
    shelf = importlib.import_module(SHELF)
    codes = sorted(module.name for module in pkgutil.iter_modules(shelf.__path__))
    return {
        code: importlib.import_module(f"{SHELF}.{code}").INDICATOR for code in codes
    }


def unit_label(code: str, language: str = "id", *, is_one: bool = False) -> str:
    """Give the words of a unit, in English for one of it or for several."""
    found = next(one for one in UNITS if one.code == code)
    if language != "en":
        return found.label
    return ONE.get(code, found.label_en) if is_one else found.label_en
