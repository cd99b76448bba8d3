"""What a question to the law is: fields by name, each checked, defaults said.

The fields of a kind of question are declared once; the YAML case, the flags of
the terminal, the columns of a file and a form on a page are all read by them.
What is missing may be assumed, and then the answer says so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final, NoReturn, TypeVar, cast

from naungan.law.source.unit import Value
from naungan.law.terms import shown, term
from naungan.law.words import Words, words
from naungan.lib.dates import month_of, month_text, parse_date, read_month
from naungan.lib.errors import LawRefused
from naungan.lib.money import parse_rupiah
from naungan.lib.programmes import BITS


T = TypeVar("T")

MOST_IDR: Final = 10**15  # above any payroll; keeps sums within 64 bits
MOST_COUNTED: Final = 10**9
MOST_MONTHS: Final = 1_200  # a longer run of months is a slip of the hand
YES: Final = ("ya", "true", "yes")
NO: Final = ("tidak", "false", "no")


@dataclass(frozen=True)
class Field:
    """One thing a question may state.

    kind: idr, amounts (several, joined by +), month, months (2026-06..2026-10, or
    several joined by +), day, count, ratio, choice, programmes, yes_no, text or
    records (a list of small questions with the fields of `parts`).
    """

    name: str
    kind: str
    label: Words
    choices: tuple[str, ...] = ()
    parts: tuple["Field", ...] = ()


@dataclass(frozen=True)
class Assumed(Words):
    """What was taken of a field that a question left out; `code` as in `scale=large`."""

    code: str = ""


def codes_of(assumed: Sequence[Words]) -> tuple[str, ...]:
    """Name assumptions shortly: by their field, or whole where they are of none."""
    codes = (
        one.code if isinstance(one, Assumed) else one.text().replace(";", ",")
        for one in assumed
    )
    return tuple(dict.fromkeys(codes))


class FactMissing(LawRefused):
    """A question leaves out what the law must be told; `label` names it in words."""

    def __init__(self, message: str, label: Words) -> None:
        """Keep the words of the field beside the message of the terminal."""
        super().__init__(message)
        self.label = label


@dataclass
class Facts:
    """What one question states, checked; and what was assumed beside it."""

    fields: Mapping[str, Field]
    stated: dict[str, Any]
    where: str = ""
    assumed: list[Words] = field(default_factory=list)

    def has(self, name: str) -> bool:
        """Tell whether the question states a field."""
        return name in self.stated

    def get(self, name: str, kind: type[T]) -> T | None:
        """Give a stated value, or None."""
        value = self.stated.get(name)
        if value is None:
            return None
        assert isinstance(value, kind), name
        return value

    def need(self, name: str, kind: type[T]) -> T:
        """Give a stated value; a question without it is refused."""
        value = self.get(name, kind)
        if value is None:
            label = self.fields[name].label
            told = f"{self._place}{name} belum diisi ({label.text()})."
            raise FactMissing(told, label)
        return value

    def assume(self, name: str, default: T, because: Words) -> T:
        """Give the stated value, else the default, and say that it was assumed."""
        if name in self.stated:
            stated: T = self.stated[name]
            return stated
        note = words(
            "{label}: dianggap {value}, {because}",
            "{label}: taken as {value}, {because}",
            label=self.fields[name].label,
            value=shown(self.fields[name].kind, cast("Value", default)),
            because=because,
        )
        code = f"{name}={_stated_as(self.fields[name].kind, default)}"
        assumed = Assumed(note.id, note.en, note.figures, code)
        if assumed not in self.assumed:
            self.assumed.append(assumed)
        return default

    def records(self, name: str) -> tuple["Facts", ...]:
        """Give the small questions of a list; none when it is not stated."""
        found: tuple[Facts, ...] = self.stated.get(name, ())
        return found

    def only(self, names: Sequence[str], context: str) -> None:
        """Refuse a stated field that this question has no use for."""
        for name in self.stated:
            if name not in names:
                fit = ", ".join(names)
                self.refuse(name, f"tidak dipakai untuk {context}; yang dipakai: {fit}")

    def refuse(self, name: str, why: str) -> NoReturn:
        """Refuse the question, naming the field and the reason."""
        raise LawRefused(f"{self._place}{name} {why}.")

    @property
    def _place(self) -> str:
        return f"{self.where}: " if self.where else ""


def read_facts(
    stated: Mapping[str, Any], fields: Sequence[Field], where: str = ""
) -> Facts:
    """Check every stated value against the fields; refuse what does not fit."""
    known = {one.name: one for one in fields}
    facts = Facts(known, {}, where)
    for name, value in stated.items():
        if name not in known:
            near = _nearest(str(name), list(known))
            facts.refuse(
                str(name), f"tidak dikenal; {near}yang dikenal: {', '.join(known)}"
            )
        if value is not None:
            facts.stated[name] = _read(facts, known[name], value)
    return facts


def _read(facts: Facts, field: Field, value: Any) -> Any:
    read = getattr(_Reader, field.kind)
    return read(facts, field, value)


def _stated_as(kind: str, value: object) -> str:
    """Write a value as a question states it."""
    if isinstance(value, bool):
        return (YES if value else NO)[0]
    if isinstance(value, int) and kind == "month":
        return month_text(value)
    if isinstance(value, tuple):
        return "+".join(str(one) for one in value)
    return str(value)


def _nearest(said: str, known: Sequence[str]) -> str:
    import difflib  # loaded with the first mistake

    near = difflib.get_close_matches(said, known, 1)
    return f"mungkin {near[0]}; " if near else ""


def _names_of(code: str) -> tuple[str, ...]:
    """Give what a choice may be called: its code with either dash, and its words."""
    plain, words = code.casefold(), term(code)
    hyphened = plain.replace("_", "-")
    return plain, hyphened, words.text("id").casefold(), words.text("en").casefold()


def _with_term(code: str) -> str:
    words = term(code).text()
    return code if words == code else f"{code} ({words})"


class _Reader:
    """One reader per kind of field; each refuses with what is accepted."""

    @staticmethod
    def idr(facts: Facts, field: Field, value: Any) -> int:
        # YAML writes thousands as 5_000_000.
        plain = value.replace("_", "") if isinstance(value, str) else value
        amount = parse_rupiah(plain) if isinstance(plain, str) else plain
        if isinstance(amount, bool) or not isinstance(amount, int):
            facts.refuse(
                field.name, f"'{value}' bukan rupiah bulat; tulis seperti 5000000"
            )
        if amount < 0:
            facts.refuse(field.name, f"{amount} kurang dari nol; tulis 0 atau lebih")
        if amount >= MOST_IDR:
            facts.refuse(
                field.name, f"{amount} terlalu besar; tulis di bawah seribu triliun"
            )
        return amount

    @staticmethod
    def amounts(facts: Facts, field: Field, value: Any) -> tuple[int, ...]:
        parts = value.split("+") if isinstance(value, str) else value
        if not isinstance(parts, list | tuple) or not parts:
            facts.refuse(
                field.name,
                f"'{value}' bukan daftar rupiah; tulis seperti 4000000+5000000",
            )
        return tuple(_Reader.idr(facts, field, one) for one in parts)

    @staticmethod
    def count(facts: Facts, field: Field, value: Any) -> int:
        plain = value.replace("_", "") if isinstance(value, str) else value
        number = int(plain) if isinstance(plain, str) and plain.isdecimal() else plain
        if isinstance(number, bool) or not isinstance(number, int) or number < 0:
            facts.refuse(
                field.name, f"'{value}' bukan banyaknya; tulis bilangan bulat mulai 0"
            )
        if number > MOST_COUNTED:
            facts.refuse(
                field.name, f"{number} terlalu besar; tulis paling banyak satu miliar"
            )
        return number

    @staticmethod
    def month(facts: Facts, field: Field, value: Any) -> int:
        if isinstance(value, date):
            return month_of(value)
        read = read_month(str(value))
        if read.value is None:
            facts.refuse(field.name, f"'{value}' bukan bulan; tulis seperti 2026-10")
        return read.value

    @staticmethod
    def months(facts: Facts, field: Field, value: Any) -> tuple[int, ...]:
        parts = value.split("+") if isinstance(value, str) else value
        if not isinstance(parts, list | tuple) or not parts:
            facts.refuse(
                field.name, f"'{value}' bukan bulan; tulis seperti 2026-06..2026-10"
            )
        found: set[int] = set()
        for part in parts:
            first, _, last = str(part).partition("..")
            start = _Reader.month(facts, field, part if not last else first)
            end = _Reader.month(facts, field, last) if last else start
            if not 0 <= end - start < MOST_MONTHS:
                facts.refuse(
                    field.name, f"'{part}' terbalik atau terlalu panjang; betulkan"
                )
            found.update(range(start, end + 1))
        return tuple(sorted(found))

    @staticmethod
    def day(facts: Facts, field: Field, value: Any) -> date:
        if isinstance(value, date):
            return value
        read = parse_date(str(value))
        if read is None or read.day is None or read.month is None:
            facts.refuse(
                field.name, f"'{value}' bukan tanggal lengkap; tulis seperti 2026-10-31"
            )
        return date(read.year, read.month, read.day)

    @staticmethod
    def ratio(facts: Facts, field: Field, value: Any) -> Decimal:
        text = str(value).replace(",", ".").strip()
        try:
            share = Decimal(text.removesuffix("%").strip())
        except InvalidOperation:
            facts.refuse(
                field.name, f"'{value}' bukan nisbah; tulis seperti 0.125 atau 12,5%"
            )
        if isinstance(value, float) or not share.is_finite() or share < 0:
            facts.refuse(
                field.name, f"'{value}' tidak dapat dipakai; tulis seperti 12,5%"
            )
        return share / 100 if text.endswith("%") else share

    @staticmethod
    def choice(facts: Facts, field: Field, value: Any) -> str:
        if value in field.choices:
            return str(value)
        said = str(value).strip().casefold()
        for code in field.choices:
            if said in _names_of(code):
                return code
        near = _nearest(said, field.choices)
        known = ", ".join(_with_term(code) for code in field.choices)
        why = f"'{value}' tidak dikenal; {near}pilih: {known}"
        return facts.refuse(field.name, why)

    @staticmethod
    def programmes(facts: Facts, field: Field, value: Any) -> tuple[str, ...]:
        named = value.replace(",", "+").split("+") if isinstance(value, str) else value
        if not isinstance(named, list | tuple) or not named:
            facts.refuse(
                field.name, f"'{value}' bukan daftar program; tulis seperti JKK+JKM"
            )
        chosen = {str(one).strip().upper() for one in named}
        for one in sorted(chosen - set(BITS)):
            facts.refuse(field.name, f"'{one}' bukan program; pilih: {', '.join(BITS)}")
        return tuple(one for one in BITS if one in chosen)

    @staticmethod
    def yes_no(facts: Facts, field: Field, value: Any) -> bool:
        said = str(value).strip().casefold()
        if said not in YES and said not in NO:
            facts.refuse(field.name, f"'{value}' bukan jawaban; tulis ya atau tidak")
        return said in YES

    @staticmethod
    def text(facts: Facts, field: Field, value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            facts.refuse(field.name, "kosong; isi dengan teks")
        return value.strip()

    @staticmethod
    def records(facts: Facts, field: Field, value: Any) -> tuple[Facts, ...]:
        if not isinstance(value, list | tuple):
            facts.refuse(field.name, "bukan daftar; tulis seperti [{nama: nilai}, …]")
        found = []
        for number, item in enumerate(value, start=1):
            where = f"{facts.where} {field.name} ke-{number}".strip()
            if not isinstance(item, Mapping):
                facts.refuse(
                    field.name, f"butir ke-{number} bukan isian; tulis {{nama: nilai}}"
                )
            found.append(read_facts(item, field.parts, where))
        return tuple(found)
