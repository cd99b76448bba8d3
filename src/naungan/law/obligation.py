"""What an obligation is: a duty of somebody, its clock and its articles.

A finding names a broken duty. Its articles stand here and nowhere else, each
from the day since which it may be cited.
"""

from dataclasses import dataclass
from datetime import date

from naungan.law.entry import Entry, read_basis
from naungan.law.parameter import Note
from naungan.law.parameter_file import read_notes, read_segments
from naungan.law.yaml_file import Fields, YamlFile
from naungan.lib.dates import month_end


BEARERS = ("employer", "participant", "government", "bpjs")
"""Who may owe a duty."""

_REQUIRED = ("title", "who", "legal_bases", "checked_on")
_OPTIONAL = ("applies_to", "findings", "clock", "notes")


@dataclass(frozen=True)
class Obligation:
    """A duty by its file stem; `clock` is the path of the parameter that times it."""

    code: str
    title: str
    who: str
    applies_to: tuple[str, ...]
    findings: tuple[str, ...]
    clock: str | None
    legal_bases: tuple[Entry, ...]
    checked_on: date
    notes: tuple[Note, ...]

    def bases_at_month(self, month: int) -> tuple[Entry, ...]:
        """Give the articles that may be cited for a month, in the order written."""
        day = month_end(month)
        return tuple(basis for basis in self.legal_bases if basis.holds_on(day))


def read_obligation(file: YamlFile, code: str) -> Obligation:
    """Read one obligation file; a broken one raises `LawRefused` with its line."""
    found = file.fields(file.root(), _REQUIRED, _OPTIONAL)
    return Obligation(
        code=code,
        title=file.text(found["title"]),
        who=file.choice(found["who"], BEARERS),
        applies_to=read_segments(file, found),
        findings=_findings(file, found),
        clock=file.text(found["clock"]) if "clock" in found else None,
        legal_bases=tuple(
            read_basis(file, item) for item in file.items(found["legal_bases"])
        ),
        checked_on=file.day(found["checked_on"]),
        notes=read_notes(file, found),
    )


def _findings(file: YamlFile, found: Fields) -> tuple[str, ...]:
    if "findings" not in found:
        return ()
    return tuple(file.text(item) for item in file.items(found["findings"]))
