"""An answer of the law as a page shows it: amounts first, then every step and doubt."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law.answer import Answer
from naungan.law.terms import term
from naungan.law.words import Language, day, month, number, rupiah, words
from naungan.lib.dates import parse_month
from naungan.lib.programmes import BITS


PAYERS: Final = ("employer", "worker", "participant", "government", "donor")
HEADLINES: Final = (
    *PAYERS,
    "remitted",
    "contribution",
    "death",
    "periodic",
    "funeral",
    "one_sum",
    "disability",
    "stmb",
    "monthly",
    "lump_sum",
    "balance",
    "fine",
    "paid",
    "unclaimed",
    "would_pay",
    "scholarship",
    "total",
)
"""Keys of lines whose amounts stand above the table, by the first part of the key."""

SPLIT_HEADLINES: Final = ("unclaimed", "would_pay", "scholarship")
"""Those that stand above the table in each of their parts."""

MOST_FIGURES: Final = 6
BADGES: Final = {
    "SINGLE": words("Satu sumber", "Single source"),
    "MEMORY": words("Belum diperiksa", "Not yet checked"),
    "LOCAL": words("Ketetapan kantor", "Office rule"),
}
DATE_BADGE: Final = words("Tanggal belum pasti", "Date uncertain")
NOTHING: Final = "–"
_OF_MONTHS: Final = (
    ("due_on", words("Jatuh tempo", "Due")),
    ("months_late", words("Terlambat (bulan)", "Late (months)")),
    ("contribution", words("Iuran", "Contribution")),
    ("fine", words("Denda", "Fine")),
    ("left", words("Sisa", "Left")),
)
_SHARES: Final = words("Siapa membayar berapa", "Who pays what")
_MONTHS: Final = words("Bulan demi bulan", "Month by month")
_SUM: Final = words("Jumlah", "Total")
_FINE: Final = words("Denda", "Fine")


@dataclass(frozen=True)
class Source:
    """A value of the law under a step: what, since when, by which article, how sure."""

    path: str
    title: str
    value: str
    since: str
    basis: str
    badges: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Step:
    """One line of the trace."""

    label: str
    arithmetic: str
    amount: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Figure:
    """One amount above the table."""

    label: str
    amount: str


@dataclass(frozen=True)
class Cell:
    """One cell of a table with the head of its column, which a phone shows beside it."""

    head: str
    text: str

    @property
    def is_missing(self) -> bool:
        """Tell whether there is no such amount; a phone leaves it out."""
        return self.text == NOTHING


@dataclass(frozen=True)
class TableRow:
    """One row of a table."""

    head: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """Amounts side by side, with the sums below where there are any."""

    code: str
    heading: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    sums: TableRow | None = None


@dataclass(frozen=True)
class Doubt:
    """A value to check before a legal act, with the steps that read it."""

    source: Source
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Shown:
    """A whole answer in one language."""

    title: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]
    steps: tuple[Step, ...]
    assumed: tuple[str, ...]
    notes: tuple[str, ...]
    doubts: tuple[Doubt, ...]
    law_version: str

    @property
    def has_amounts(self) -> bool:
        """Tell whether any step has an amount; without one their column goes."""
        return any(step.amount for step in self.steps)


def show(answer: Answer, language: Language) -> Shown:
    """Arrange an answer for a page in one language."""
    return arranged(answer.as_data(), language)


def arranged(data: Mapping[str, Any], language: Language) -> Shown:
    """Arrange an answer as JSON keeps it, such as one frozen with a decision."""
    steps = tuple(_step(line, language) for line in data["lines"])
    return Shown(
        title=data["title"][language],
        figures=tuple(_figures(data["lines"], language)),
        tables=tuple(_tables(data["results"], language)),
        steps=steps,
        assumed=tuple(one[language] for one in data["assumed"]),
        notes=tuple(one[language] for one in data["notes"]),
        doubts=tuple(_doubts(data["doubts"], steps)),
        law_version=data["law_version"],
    )


def _step(line: Mapping[str, Any], language: Language) -> Step:
    arithmetic = line["arithmetic"]
    return Step(
        label=line["label"][language],
        arithmetic=arithmetic[language] if arithmetic else "",
        amount=_rupiah(line["amount_idr"], language),
        sources=tuple(_source(one, language) for one in line["parameters"]),
    )


def _source(used: Mapping[str, Any], language: Language) -> Source:
    said = [BADGES[used["confidence"]]] if used["confidence"] in BADGES else []
    said += [DATE_BADGE] if used["date_uncertain"] else []
    return Source(
        path=used["path"],
        title=used["title"][language],
        value=used["shown"][language],
        since=_day(used["from"], language),
        basis=used["basis"],
        badges=tuple(one.text(language) for one in said),
        note=used["overlaid_by"] or used["note"] or "",
    )


def _figures(lines: Iterable[Mapping[str, Any]], language: Language) -> list[Figure]:
    """Take the amounts that answer the question; the total is never left out."""
    found = [
        (line["key"], Figure(line["label"][language], _rupiah(amount, language)))
        for line in lines
        if (amount := line["amount_idr"]) is not None and _is_headline(line["key"])
    ]
    keys = [key for key, _ in found]
    if "scholarship.total" in keys:
        found = [one for one in found if one[0] != "scholarship"]
    spare = MOST_FIGURES - keys.count("total")
    others = [one for one in found if one[0] != "total"][:spare]
    return [one for key, one in found if key == "total" or (key, one) in others]


def _is_headline(key: str) -> bool:
    first, _, rest = key.partition(".")
    return first in HEADLINES and (not rest or first in SPLIT_HEADLINES)


def _tables(results: Mapping[str, Any], language: Language) -> list[Table]:
    made = (_shares(results, language), _months(results.get("months"), language))
    return [one for one in made if one is not None]


def _shares(results: Mapping[str, Any], language: Language) -> Table | None:
    """Lay programmes against payers; each row is the sum of what its payers pay."""
    rows = {
        name: share
        for name, share in results.items()
        if set(name.split("+")) <= set(BITS) and isinstance(share, dict)
    }
    payers = [one for one in PAYERS if any(one in share for share in rows.values())]
    if not payers:
        return None
    fined = any("fine" in share for share in rows.values())
    keys = [*payers, *(["fine"] if fined else [])]
    heads = [_capital(term(one).text(language)) for one in payers]
    heads += [_FINE.text(language)] if fined else []
    heads.append(_SUM.text(language))
    made = [
        _amounts(name, heads, [*(share.get(one) for one in keys)], language)
        for name, share in rows.items()
    ]
    sums = [results.get(one) for one in keys]
    last = _amounts(_SUM.text(language), heads, sums, language)
    heading = _SHARES.text(language)
    return Table("bagian", heading, tuple(heads), tuple(made), last)


def _amounts(
    head: str, heads: list[str], amounts: list[int | None], language: Language
) -> TableRow:
    whole = sum(one or 0 for one in amounts)
    cells = [_plain(one, language) for one in (*amounts, whole)]
    return TableRow(head, tuple(map(Cell, heads, cells)))


def _months(found: Any, language: Language) -> Table | None:
    if not isinstance(found, dict):
        return None
    heads = [head.text(language) for _, head in _OF_MONTHS]
    rows = [
        TableRow(
            _month(name, language),
            tuple(
                Cell(head, _cell(row.get(key), language))
                for (key, _), head in zip(_OF_MONTHS, heads, strict=True)
            ),
        )
        for name, row in found.items()
    ]
    return Table("bulan", _MONTHS.text(language), tuple(heads), tuple(rows))


def _doubts(paths: Iterable[str], steps: Iterable[Step]) -> list[Doubt]:
    listed = list(steps)
    found = []
    for path in dict.fromkeys(paths):
        read = [one for one in listed if any(src.path == path for src in one.sources)]
        source = next(src for one in read for src in one.sources if src.path == path)
        labels = dict.fromkeys(one.label for one in read)
        found.append(Doubt(source, tuple(labels)))
    return found


def _cell(value: Any, language: Language) -> str:
    if isinstance(value, str):
        return _day(value, language)
    return _plain(value, language)


def _plain(value: int | None, language: Language) -> str:
    return NOTHING if value is None else _in(number(value), language)


def _rupiah(value: int | None, language: Language) -> str:
    return "" if value is None else _in(rupiah(value), language)


def _day(iso: str, language: Language) -> str:
    return _in(day(date.fromisoformat(iso)), language)


def _month(text: str, language: Language) -> str:
    index = parse_month(text)
    return text if index is None else _in(month(index), language)


def _in(figure: Any, language: Language) -> str:
    said: str = figure.id if language == "id" else figure.en
    return said


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
