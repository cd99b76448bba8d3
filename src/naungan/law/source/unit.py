"""What a value of the law is measured in, and how it is written.

A unit decides how a value is read from YAML and how it goes to SQL as text.
Ratios are quoted decimals, never floats; rupiah and counts are integers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from naungan.law.source.yaml_file import TEXT_TAG, Node, YamlFile
from naungan.lib.programmes import BITS


PROGRAMMES = tuple(BITS)
"""The five programmes in the order in which lists of them are written."""

Row = dict[str, "Value"]
Value = Decimal | int | bool | str | date | tuple[str, ...] | tuple[Row, ...]
"""One value: an exact ratio, a whole number, a day, a word, a list or a small table."""


@dataclass(frozen=True)
class Unit:
    """A unit by its name in the files, with its labels and its reader."""

    name: str
    label: str
    label_en: str
    read: Callable[[YamlFile, Node], Value]


def _ratio(file: YamlFile, node: Node) -> Decimal:
    if node.tag != TEXT_TAG:
        file.refuse(
            node, f"nisbah {node.value} tanpa tanda kutip", f'tulis "{node.value}"'
        )
    try:
        value = Decimal(node.value)
    except InvalidOperation:
        file.refuse(node, f"'{node.value}' bukan desimal", 'tulis seperti "0.0024"')
    if not value.is_finite() or value < 0:
        file.refuse(node, f"nisbah {node.value} di luar batas", "tulis 0 atau lebih")
    return value


def _amount(file: YamlFile, node: Node) -> int:
    value = file.whole_number(node)
    if value < 0:
        file.refuse(node, f"{value} kurang dari nol", "tulis 0 atau lebih")
    return value


def _day_of_month(file: YamlFile, node: Node) -> int:
    value = file.whole_number(node)
    if value not in range(1, 32):
        file.refuse(node, f"tanggal {value} tidak ada", "tulis 1 sampai 31")
    return value


def _words(file: YamlFile, node: Node) -> tuple[str, ...]:
    return tuple(file.text(item) for item in file.items(node))


def _programmes(file: YamlFile, node: Node) -> tuple[str, ...]:
    named = [file.choice(item, PROGRAMMES) for item in file.items(node)]
    ordered = sorted(set(named), key=PROGRAMMES.index)
    if named != ordered:
        file.refuse(
            node, "program berulang atau tidak urut", f"tulis [{', '.join(ordered)}]"
        )
    return tuple(ordered)


UNITS = {
    unit.name: unit
    for unit in (
        Unit("ratio", "nisbah", "ratio", _ratio),
        Unit("idr", "rupiah", "rupiah", _amount),
        Unit("count", "banyaknya", "count", _amount),
        Unit("years", "tahun", "years", _amount),
        Unit("months", "bulan", "months", _amount),
        Unit("days", "hari", "days", _amount),
        Unit("working_days", "hari kerja", "working days", _amount),
        Unit("hours", "jam", "hours", _amount),
        Unit("day_of_month", "tanggal", "day of the month", _day_of_month),
        Unit("programmes", "program", "programmes", _programmes),
        Unit("list", "daftar", "list", _words),
        Unit("day", "tanggal lengkap", "date", YamlFile.day),
        Unit("text", "teks", "text", YamlFile.text),
        Unit("yes_no", "ya atau tidak", "yes or no", YamlFile.yes_no),
    )
}
"""Every unit but `table`, whose columns have units of their own."""


def as_text(value: Value) -> str:
    """Write a value as SQL reads it: exact digits, lists joined by `+`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "+".join(str(item) for item in value)
    return str(value)
