"""What a village should mend on its list first: rejected rows, faults, and by name who."""

from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy, ngettext

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import ledger, workers
from naungan.casework.intake.models import Publication
from naungan.lib.numbers import format_number
from naungan.lib.regions import Region
from naungan.web.persons.born import born


SHOWN: Final = 6
PARTS_OF_A_VILLAGE: Final = 4
FAULTS: Final = {
    "missing": gettext_lazy("NIK kosong"),
    "impossible": gettext_lazy("NIK mustahil"),
    "inconsistent": gettext_lazy("NIK tidak cocok dengan tanggal lahir"),
    "shared": gettext_lazy("NIK dipakai lebih dari satu orang"),
    "twice": gettext_lazy("nama dan tahun lahir sama dua kali"),
}
"""What is wrong with a person on a list, the clearest first."""


@dataclass(frozen=True)
class Line:
    """One person by name: what to mend, or why they stand here."""

    number: int
    name: str
    born: str
    says: str


@dataclass(frozen=True)
class Returned:
    """A file of the village with rejected rows."""

    number: int
    name: str
    says: str


@dataclass(frozen=True)
class Mending:
    """Everything a village mends first."""

    faults: list[str]
    people: list[Line]
    uncovered: list[Line]
    returned: list[Returned]


def mending(publication: Publication, scope: Scope, region: Region) -> Mending | None:
    """Arrange what a village should mend; nothing for who works elsewhere."""
    is_village = region.code.count(".") == PARTS_OF_A_VILLAGE - 1
    if not is_village or not scope.may("see_persons"):
        return None
    found = workers.to_mend(publication, scope, region.code, limit=SHOWN)
    return Mending(
        faults=[
            ngettext(
                "%(fault)s: %(people)s orang",
                "%(fault)s: %(people)s orang",
                found.faults[code],
            )
            % {"fault": FAULTS[code], "people": format_number(found.faults[code])}
            for code in FAULTS
            if code in found.faults
        ],
        people=[_line(row, str(FAULTS[row["fault"]])) for row in found.rows],
        uncovered=[_line(row, "") for row in found.uncovered],
        returned=_returned(scope),
    )


def _line(row: dict[str, Any], says: str) -> Line:
    return Line(row["person_id"], row["name"] or "–", born(row), says)


def _returned(scope: Scope) -> list[Returned]:
    """Name the village's own newest files in which rows were rejected."""
    if not scope.may("see_incoming"):
        return []
    batches = ledger.batches(scope).filter(institution_id=scope.institution_id)
    newest = batches.filter(counts__rejected__gt=0)[:SHOWN]
    return [_file(one.pk, one.name, one.counts["rejected"]) for one in newest]


def _file(number: int, name: str, rejected: int) -> Returned:
    said = ngettext("%(rows)s baris ditolak", "%(rows)s baris ditolak", rejected)
    return Returned(number, name, said % {"rows": format_number(rejected)})
