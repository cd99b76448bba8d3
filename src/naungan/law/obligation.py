"""What an obligation is: a duty of somebody, its clock and its articles.

A finding names a broken duty. Its articles stand here and nowhere else, each
from the day since which it may be cited. A duty may be for some segments,
scales or kinds of employers only; nothing written means for all of them.
"""

from dataclasses import dataclass
from datetime import date

from naungan.law.source.entry import Entry, read_basis
from naungan.law.source.parameter import Note
from naungan.law.source.parameter_file import read_notes, read_segments
from naungan.law.source.yaml_file import Fields, Node, YamlFile
from naungan.law.words import Figure, Words, words
from naungan.lib.dates import month_end


BEARERS = ("employer", "participant", "government", "bpjs", "controller")
"""Who may owe a duty; a controller is whoever decides on personal data."""

SCALES = ("micro", "small", "medium", "large")
"""Sizes of employers, smallest first."""

KINDS = (
    "company",
    "state_enterprise",
    "regional_enterprise",
    "government",
    "foundation",
    "cooperative",
    "association",
    "village_enterprise",
    "project",
    "household",
    "foreign",
)
"""Kinds of employers; `government` is a body of the state or a region itself."""

CATEGORIES = ("PWBD", "PDS_TENAGA_KERJA", "PDS_UPAH", "PDS_PROGRAM", "MENUNGGAK")
"""Classes of employers by the duty they broke (`enforcement/categories`)."""

_REQUIRED = ("title", "title_en", "who", "legal_bases", "checked_on")
_OPTIONAL = (
    "applies_to",
    "scales",
    "kinds",
    "findings",
    "category",
    "clock",
    "counts_from",
    "notes",
)


@dataclass(frozen=True)
class Obligation:
    """A duty by its file stem; `clock` is the path of the parameter that times it.

    `counts_from` says in words from which act the clock runs, in both languages;
    `category` is the class of employers that breaking it puts one in.
    """

    code: str
    title: str
    title_en: str
    who: str
    applies_to: tuple[str, ...]
    scales: tuple[str, ...]
    kinds: tuple[str, ...]
    findings: tuple[str, ...]
    category: str | None
    clock: str | None
    counts_from: Words | None
    legal_bases: tuple[Entry, ...]
    checked_on: date
    notes: tuple[Note, ...]

    def bases_on(self, day: date) -> tuple[Entry, ...]:
        """Give the articles that may be cited on a day, in the order written."""
        return tuple(basis for basis in self.legal_bases if basis.holds_on(day))

    def bases_at_month(self, month: int) -> tuple[Entry, ...]:
        """Give the articles that may be cited for a month, in the order written."""
        return self.bases_on(month_end(month))


def read_obligation(file: YamlFile, code: str) -> Obligation:
    """Read one obligation file; a broken one raises `LawRefused` with its line."""
    found = file.fields(file.root(), _REQUIRED, _OPTIONAL)
    return Obligation(
        code=code,
        title=file.text(found["title"]),
        title_en=file.text(found["title_en"]),
        who=file.choice(found["who"], BEARERS),
        applies_to=read_segments(file, found),
        scales=read_choices(file, found, "scales", SCALES),
        kinds=read_choices(file, found, "kinds", KINDS),
        findings=_findings(file, found),
        category=file.choice(found["category"], CATEGORIES)
        if "category" in found
        else None,
        clock=file.text(found["clock"]) if "clock" in found else None,
        counts_from=read_words(file, found["counts_from"])
        if "counts_from" in found
        else None,
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


def read_choices(
    file: YamlFile, found: Fields, key: str, known: tuple[str, ...]
) -> tuple[str, ...]:
    """Read a list of known words; none where the key is not written."""
    if key not in found:
        return ()
    return tuple(file.choice(item, known) for item in file.items(found[key]))


def read_words(file: YamlFile, node: Node) -> Words:
    """Read a sentence written as `{id: …, en: …}`."""
    both = file.fields(node, ("id", "en"), ())
    return said(file.text(both["id"]), file.text(both["en"]))


def said(indonesian: str, english: str) -> Words:
    """Make words of two texts as they are, whatever braces they hold."""
    return words("{said}", "{said}", said=Figure(indonesian, english))
