"""What an instrument of the law is: one legal text, written down once."""

from dataclasses import dataclass
from datetime import date

from naungan.law.source.entry import CONFIDENCES
from naungan.law.source.yaml_file import Node, YamlFile


_REQUIRED = ("id", "kind", "number", "year", "title", "in_force_from")
_OPTIONAL = ("title_confidence", "date_uncertain", "url")


@dataclass(frozen=True)
class Instrument:
    """A legal text by its id, for example `pp-44-2015`."""

    id: str
    kind: str
    number: int | None
    year: int
    title: str
    in_force_from: date
    title_confidence: str
    date_uncertain: bool
    url: str | None

    @property
    def short(self) -> str:
        """Name it as people do: `PP 44/2015`; a practice by its kind."""
        return (
            self.kind
            if self.number is None
            else f"{self.kind} {self.number}/{self.year}"
        )


def read_instruments(file: YamlFile) -> dict[str, Instrument]:
    """Read the whole list; the same id twice is refused."""
    found: dict[str, Instrument] = {}
    for node in file.items(file.root()):
        instrument = _read_one(file, node)
        if instrument.id in found:
            file.refuse(node, f"id {instrument.id} sudah ada", "hapus satu")
        found[instrument.id] = instrument
    return found


def _read_one(file: YamlFile, node: Node) -> Instrument:
    cells = file.fields(node, _REQUIRED, _OPTIONAL)
    numbered = not file.is_nothing(cells["number"])
    sure = cells.get("title_confidence")
    uncertain = cells.get("date_uncertain")
    return Instrument(
        id=file.text(cells["id"]),
        kind=file.text(cells["kind"]),
        number=file.whole_number(cells["number"]) if numbered else None,
        year=file.whole_number(cells["year"]),
        title=file.text(cells["title"]),
        in_force_from=file.day(cells["in_force_from"]),
        title_confidence="VERIFIED" if sure is None else file.choice(sure, CONFIDENCES),
        date_uncertain=uncertain is not None and file.yes_no(uncertain),
        url=file.text(cells["url"]) if "url" in cells else None,
    )
