"""The form of a question: every field as an input that a citizen can fill."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law.question import Field
from naungan.law.terms import term
from naungan.law.words import Figure, Language, Words, day, month, rupiah, words
from naungan.lib.dates import month_of, month_text, parse_date, parse_month
from naungan.lib.money import parse_rupiah
from naungan.lib.programmes import BITS
from naungan.web.pages.calculator.asked import Asked
from naungan.web.pages.calculator.codes import codes


WIDGETS: Final = {
    "idr": "rupiah",
    "count": "count",
    "month": "month",
    "months": "months",
    "day": "day",
    "choice": "choice",
    "yes_no": "choice",
    "programmes": "programmes",
    "records": "records",
}
_ISO: Final = {
    "month": re.compile(r"\d{4}-\d\d"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
}
_TODAY: Final = ("on", "as_of", "paid_on", "event_date")
_IN_FRONT: Final = ("count", "wage", "income", "months")
"""Parts of a row of workers that stand in front; the others fold away."""

_YES: Final = (("ya", words("ya", "yes")), ("tidak", words("tidak", "no")))
_HINTS: Final = {
    "wage": words("Pokok ditambah tunjangan tetap", "Base wage and fixed allowances"),
    "amounts": words(
        "Sambung dengan tanda tambah: 4.000.000+4.500.000",
        "Join with a plus: 4.000.000+4.500.000",
    ),
    "ratio": words("Tulis seperti 5,5%", "Write as 5,5%"),
    "since": words(
        "Isi ini atau bulan-bulannya, tidak keduanya", "This or the months, not both"
    ),
    "event_date": words(
        "Kosongkan untuk memeriksa apa yang dapat menggagalkan klaim",
        "Leave empty to see what would make a claim fail",
    ),
    "number_of_workers": words(
        "Bila upahnya sama; bila tidak, isi para pekerja di bawah",
        "If their wages are alike; else fill in the workers below",
    ),
}
ROWS_AT_FIRST: Final = 1


@dataclass(frozen=True)
class Option:
    """One choice of a list."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """One numbered row of a list of records."""

    number: int
    front: tuple["Input", ...]
    rest: tuple["Input", ...]
    is_open: bool


@dataclass(frozen=True)
class Input:
    """One field as the page shows it; `native` says that the browser's picker fits.

    `shown` is what was stated as a reader says it; nothing where nothing was.
    """

    name: str
    label: str
    widget: str
    value: str = ""
    until: str = ""
    shown: str = ""
    hint: str = ""
    error: str = ""
    native: bool = True
    options: tuple[Option, ...] = ()
    rows: tuple[Row, ...] = ()

    @property
    def id(self) -> str:
        """Give the id of the element, to which an error links."""
        return f"f-{self.name}"

    @property
    def described_by(self) -> str:
        """Name what describes the input."""
        parts = [("galat", self.error), ("petunjuk", self.hint)]
        return " ".join(f"{self.id}-{name}" for name, said in parts if said)


@dataclass(frozen=True)
class Form:
    """What is asked first, and what folds away."""

    first: tuple[Input, ...]
    rest: tuple[Input, ...]
    is_open: bool


def form(asked: Asked, today: date, language: Language) -> Form:
    """Make the form of a question with what the address states."""
    made = _Making(asked, today, language)
    split = asked.question.splits
    inputs = [
        made.input(field, field.name, asked.stated)
        for field in asked.question.fields(asked.variant)
        if field.name != split and (field.kind != "text" or codes(field.name, language))
    ]
    first = [one for one in inputs if one.name in asked.variant.first]
    rest = [one for one in inputs if one.name not in asked.variant.first]
    return Form(tuple(first), tuple(rest), _stated(rest) or asked.adds in _names(rest))


def _names(inputs: Iterable[Input]) -> set[str]:
    return {one.name for one in inputs}


def _stated(inputs: Iterable[Input]) -> bool:
    return any(
        one.value
        or one.error
        or any(option.chosen for option in one.options if option.value)
        or any(_stated((*row.front, *row.rest)) for row in one.rows)
        for one in inputs
    )


@dataclass(frozen=True)
class _Making:
    asked: Asked
    today: date
    language: Language

    def input(self, field: Field, name: str, stated: Mapping[str, Any]) -> Input:
        value = stated.get(field.name, "")
        widget = WIDGETS.get(field.kind, "text")
        if field.kind == "text":
            widget = "choice"
        if widget == "records":
            return self._records(field, name, value or [])
        value = str(value or self._at_first(field, name))
        head, until = _range(value) if widget == "months" else (value, "")
        options = tuple(self._options(field, value))
        pattern = _ISO.get("month" if widget == "months" else widget)
        return Input(
            name=name,
            label=_capital(field.label.text(self.language)),
            widget=widget,
            value=head,
            until=until,
            shown=self._shown(widget, options, head, until),
            hint=self._hint(field),
            error=self._error(name),
            native=pattern is None or not head or bool(pattern.fullmatch(head)),
            options=options,
        )

    def _records(self, field: Field, name: str, stated: list[Any]) -> Input:
        adds = self.asked.adds == name
        first = ROWS_AT_FIRST if name in self.asked.variant.first else 0
        count = max(len(stated) + adds, first)
        rows = [
            self._row(field, f"{name}-{number}", number, said)
            for number, said in enumerate(
                [*stated, *[{}] * (count - len(stated))], start=1
            )
        ]
        label = _capital(field.label.text(self.language))
        error = self._error(name)
        return Input(name, label, "records", error=error, rows=tuple(rows))

    def _row(self, field: Field, name: str, number: int, stated: Any) -> Row:
        inputs = [
            self.input(part, f"{name}-{part.name}", stated)
            for part in field.parts
            if part.kind != "records"
            and (part.kind != "text" or codes(part.name, self.language))
        ]
        if field.name != "workers":
            return Row(number, tuple(inputs), (), False)
        front = [one for one in inputs if one.name.rsplit("-", 1)[-1] in _IN_FRONT]
        rest = [one for one in inputs if one not in front]
        return Row(number, tuple(front), tuple(rest), _stated(rest))

    def _at_first(self, field: Field, name: str) -> str:
        """Offer today and this month while nothing was asked."""
        if self.asked.complete or self.asked.adds or "-" in name:
            return ""
        if field.name not in self.asked.variant.first:
            return ""
        if field.kind == "month" and field.name == "month":
            return month_text(month_of(self.today))
        looks_ahead = self.asked.question.kind == "entitlement"
        if field.name == "event_date" and looks_ahead:
            return ""
        return self.today.isoformat() if field.name in _TODAY else ""

    def _hint(self, field: Field) -> str:
        if field.name == "event_date" and self.asked.question.kind != "entitlement":
            return ""
        said = _HINTS.get(field.name) or _HINTS.get(field.kind)
        return said.text(self.language) if said else ""

    def _error(self, name: str) -> str:
        problem = self.asked.problem
        return _capital(problem.said) if problem and problem.place == name else ""

    def _options(self, field: Field, value: str) -> list[Option]:
        if field.kind == "programmes":
            chosen = value.replace(",", "+").upper().split("+")
            return [Option(one, one, one in chosen) for one in BITS]
        return [
            Option(code, _capital(label), code == value)
            for code, label in self._choices(field)
        ]

    def _shown(
        self, widget: str, options: tuple[Option, ...], value: str, until: str
    ) -> str:
        chosen = [one.label for one in options if one.chosen]
        if chosen or not value:
            return ", ".join(chosen)
        if widget == "rupiah":
            amount = parse_rupiah(value)
            return value if amount is None else self._in(rupiah(amount))
        ends = [value, until] if until else [value]
        return " – ".join(self._when(one) for one in ends)

    def _when(self, text: str) -> str:
        """Write a day or a month in full; anything else as it was said."""
        index = parse_month(text) if _ISO["month"].fullmatch(text) else None
        if index is not None:
            return self._in(month(index))
        read = parse_date(text) if _ISO["day"].fullmatch(text) else None
        full = read.full if read else None
        return self._in(day(full)) if full else text

    def _in(self, figure: Figure) -> str:
        return figure.id if self.language == "id" else figure.en

    def _choices(self, field: Field) -> list[tuple[str, str]]:
        if field.kind == "yes_no":
            return [(code, said.text(self.language)) for code, said in _YES]
        if field.kind == "text":
            return list(codes(field.name, self.language))
        return [(code, choice(code, self.language)) for code in field.choices]


def choice(code: str, language: Language) -> str:
    """Write a code for a reader: its words, with the code where it is an abbreviation."""
    said: Words = term(code)
    text = said.text(language)
    return (
        f"{text} ({code})"
        if code.isalpha() and code.isupper() and text != code
        else text
    )


def _range(value: str) -> tuple[str, str]:
    """Split `2026-06..2026-10` into its ends; anything else stays whole."""
    first, _, last = value.partition("..")
    iso = _ISO["month"]
    return (
        (first, last) if iso.fullmatch(first) and iso.fullmatch(last) else (value, "")
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
