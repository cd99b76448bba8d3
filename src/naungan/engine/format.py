"""What an input format is: its columns, what must be filled, and how headers are heard.

A format says what one kind of file means: which columns feed which table, which
cells a row cannot do without, and under which names offices send them. The
formats themselves stand on the shelf `naungan.engine.formats`, one file each.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Final


Group = tuple[str, ...]

RUNNING_NUMBERS: Final = frozenset({"no", "nomor", "nourut", "nomorurut", "urut", "nr"})

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_ASIDE = re.compile(r"[(\[{].*?[)\]}]")


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a format.

    `type` names the value on the shelf `naungan.engine.reading.values` that
    reads its cells; `outputs` are the columns it fills in the format's table
    (the first one holds the value, the others what is known about it; none where
    the column only helps to read another).
    `aliases` come in order of precedence, `choices` map each word of the
    vocabulary to the spellings that mean it and `otherwise` is the word for all
    that is not in it, if any; `describes` is for the manual.
    """

    name: str
    type: str
    describes: str
    aliases: tuple[str, ...] = ()
    outputs: tuple[str, ...] | None = None
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: str = ""

    @property
    def fills(self) -> tuple[str, ...]:
        """Name the table columns this column fills."""
        return (self.name,) if self.outputs is None else self.outputs

    def spellings(self) -> tuple[str, ...]:
        """Return every header that means this column, in order of precedence."""
        return _folded((self.name, *self.aliases))


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something a row cannot do without: any one of the groups, whole."""

    groups: tuple[Group, ...]

    def met_by(self, names: frozenset[str] | set[str]) -> bool:
        """Say whether these columns hold at least one whole group."""
        return any(set(group) <= names for group in self.groups)

    def text(self) -> str:
        """Write the need for a person: "nik, atau name dan birth_date"."""
        return ", atau ".join(" dan ".join(group) for group in self.groups)


def needs(*groups: str | Group) -> Need:
    """Build a need from column names (one suffices) or groups (all of them)."""
    return Need(groups=tuple((g,) if isinstance(g, str) else g for g in groups))


@dataclass(frozen=True, kw_only=True)
class Format:
    """One kind of input file.

    `kind` is the word on the command line, `table` the DuckDB table its rows go
    to, `required` what each row must have; `columns` in the table's order.
    """

    kind: str
    table: str
    title: str
    describes: str
    columns: tuple[Column, ...]
    required: tuple[Need, ...]

    def column(self, name: str) -> Column:
        """Return the column of that name; KeyError when there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def said(self, need: Need) -> str:
        """Write a need with the headers that offices use: "name (nama)"."""
        return ", atau ".join(
            " dan ".join(map(self._headed, group)) for group in need.groups
        )

    def _headed(self, name: str) -> str:
        aliases = self.column(name).aliases
        return f"{name} ({aliases[0]})" if aliases else name


@cache
def _folded(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(text) for text in texts)


def fold(header: str) -> str:
    """Reduce a header to what is compared: no case, accents, spaces, punctuation."""
    if header.isascii():
        return _NOT_WORD.sub("", header.lower())
    plain = unicodedata.normalize("NFKD", header).casefold()
    return _NOT_WORD.sub("", plain)


def fold_without_asides(header: str) -> str:
    """Fold a header without its remarks: "Upah (Rp)" becomes "upah"."""
    return fold(_ASIDE.sub(" ", header))
