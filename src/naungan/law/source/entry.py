"""One dated statement of the law: this value, from this day, because of this.

An entry without `to_on` holds until a later entry begins. One with `to_on` is
a relief or another passing measure: after its last day whatever held before
holds again.
"""

from dataclasses import dataclass, replace
from datetime import date

from naungan.law.source.unit import UNITS, Row, Value
from naungan.law.source.yaml_file import Fields, Node, YamlFile


CONFIDENCES = ("VERIFIED", "SINGLE", "MEMORY")
"""How sure a fact is: text or two sources seen; one source; not seen."""

LOCAL = "LOCAL"
"""The confidence of an entry that an office laid over the law itself."""

_CITED = ("from", "instrument", "article", "confidence")
_OPTIONAL = ("to", "also", "date_uncertain", "note", "gazetted_on", "value_en")
_OVERLAID_OPTIONAL = (*_OPTIONAL, "instrument", "article", "confidence")


@dataclass(frozen=True)
class Citation:
    """An article of one instrument; the instrument by its id."""

    instrument: str
    article: str


@dataclass(frozen=True)
class Entry:
    """A value from one day on; `value` None says that it ends there."""

    from_on: date
    to_on: date | None
    value: Value | None
    instrument: str
    article: str
    confidence: str
    line: int
    also: tuple[Citation, ...] = ()
    date_uncertain: bool = False
    note: str | None = None
    gazetted_on: date | None = None
    overlaid_by: str | None = None
    value_en: str | None = None  # of a value that is a sentence

    def holds_on(self, day: date) -> bool:
        """Tell whether the day lies within the entry's own dates."""
        return self.from_on <= day and (self.to_on is None or day <= self.to_on)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All articles it rests on, the leading one first."""
        return (Citation(self.instrument, self.article), *self.also)


def read_entry(file: YamlFile, node: Node, unit: str, columns: dict[str, str]) -> Entry:
    """Read one item of `values:` of a parameter in the given unit."""
    found = file.fields(node, (*_CITED, "value"), _OPTIONAL)
    return _cited(file, node, found, _value(file, found["value"], unit, columns))


def read_overlaid(
    file: YamlFile, node: Node, unit: str, columns: dict[str, str], by: str
) -> Entry:
    """Read one item of an overlay: the office itself may be the source."""
    found = file.fields(node, ("from", "value"), _OVERLAID_OPTIONAL)
    value = _value(file, found["value"], unit, columns)
    return replace(_cited(file, node, found, value), overlaid_by=by)


def read_basis(file: YamlFile, node: Node) -> Entry:
    """Read one item of `legal_bases:`: an article without a value."""
    return _cited(file, node, file.fields(node, _CITED, _OPTIONAL))


def _cited(
    file: YamlFile, node: Node, found: Fields, value: Value | None = None
) -> Entry:
    from_on = file.day(found["from"])
    to_on = file.day(found["to"]) if "to" in found else None
    if to_on is not None and to_on < from_on:
        file.refuse(found["to"], "berakhir sebelum mulai", "betulkan from atau to")
    return Entry(
        from_on=from_on,
        to_on=to_on,
        value=value,
        instrument=file.text(found["instrument"]) if "instrument" in found else "",
        article=file.text(found["article"]) if "article" in found else "",
        confidence=_confidence(file, found),
        line=node.start_mark.line + 1,
        also=_also(file, found),
        date_uncertain="date_uncertain" in found
        and file.yes_no(found["date_uncertain"]),
        note=file.text(found["note"]) if "note" in found else None,
        gazetted_on=file.day(found["gazetted_on"]) if "gazetted_on" in found else None,
        value_en=_english(file, found, value),
    )


def _english(file: YamlFile, found: Fields, value: Value | None) -> str | None:
    if "value_en" not in found:
        return None
    if not isinstance(value, str):
        file.refuse(found["value_en"], "value_en hanya untuk nilai teks", "hapus")
    return file.text(found["value_en"])


def _confidence(file: YamlFile, found: Fields) -> str:
    if "confidence" not in found:
        return LOCAL
    return file.choice(found["confidence"], CONFIDENCES)


def _also(file: YamlFile, found: Fields) -> tuple[Citation, ...]:
    if "also" not in found:
        return ()
    cited = [
        file.fields(item, ("instrument", "article"), ())
        for item in file.items(found["also"])
    ]
    return tuple(
        Citation(file.text(one["instrument"]), file.text(one["article"]))
        for one in cited
    )


def _value(
    file: YamlFile, node: Node, unit: str, columns: dict[str, str]
) -> Value | None:
    if file.is_nothing(node):
        return None
    if unit != "table":
        return UNITS[unit].read(file, node)
    return tuple(_row(file, item, columns) for item in file.items(node))


def _row(file: YamlFile, node: Node, columns: dict[str, str]) -> Row:
    cells = file.fields(node, tuple(columns), ())
    return {name: UNITS[unit].read(file, cells[name]) for name, unit in columns.items()}
