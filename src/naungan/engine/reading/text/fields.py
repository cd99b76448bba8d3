"""One line of a delimited file into its fields, by the careful path.

The fast path of `pieces` handles lines whose quotes are in order and whose
count is right; what reaches this module is repaired only where a single
reading is possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass


MOST_JOINED_LINES = 20


@dataclass(frozen=True, slots=True)
class Repaired:
    """Fields of a record and how many following lines it took along."""

    fields: list[str]
    joined: int = 0


def split_quoted(text: str, separator: str) -> list[str] | None:
    """Split by the rules of quoting; None when the quotes are not in order."""
    fields: list[str] = []
    at, end = 0, len(text)
    while True:
        if text[at : at + 1] == '"':
            close = _closing(text, at + 1)
            if close < 0:
                return None
            fields.append(text[at + 1 : close].replace('""', '"'))
            at = close + 1
            if at == end:
                return fields
            if text[at] != separator:
                return None
        else:
            stop = text.find(separator, at)
            field = text[at:] if stop < 0 else text[at:stop]
            if '"' in field:
                return None
            fields.append(field)
            if stop < 0:
                return fields
            at = stop
        at += 1


def _closing(text: str, start: int) -> int:
    """Find the quote that closes a field; doubled quotes belong to its text."""
    at = text.find('"', start)
    while at >= 0 and text[at + 1 : at + 2] == '"':
        at = text.find('"', at + 2)
    return at


def fitted(fields: list[str] | None, width: int) -> list[str] | None:
    """Return exactly `width` fields: more are allowed when the rest is blank."""
    if fields is None or len(fields) < width:
        return None
    if any(field.strip() for field in fields[width:]):
        return None
    return fields[:width]


def repair(
    text: str, following: Sequence[str], separator: str, width: int
) -> Repaired | None:
    """Read a line that the fast path declined, or None when it stays broken.

    A quoted cell may run over several lines, but only when the whole record then
    has exactly the right fields and none of the lines taken along is a record of
    its own: a stray quote never swallows its neighbours.
    """
    fields = fitted(split_quoted(text, separator), width)
    if fields is not None:
        return Repaired(fields)
    joined = _joined(text, following, separator, width)
    if joined is not None:
        return joined
    literal = fitted(text.split(separator), width) if '"' in text else None
    return Repaired([_unquoted(field) for field in literal]) if literal else None


def may_continue(text: str, separator: str, width: int) -> bool:
    """Say whether a line looks like the first of a record over several lines."""
    if '"' not in text or fitted(split_quoted(text, separator), width) is not None:
        return False
    return _opens(text, separator)


def _joined(
    text: str, following: Sequence[str], separator: str, width: int
) -> Repaired | None:
    if not following or not _opens(text, separator):
        return None
    whole = text
    for taken, line in enumerate(following[:MOST_JOINED_LINES], start=1):
        if fitted(line.split(separator), width) is not None:
            return None
        whole = f"{whole}\n{line}"
        fields = fitted(split_quoted(whole, separator), width)
        if fields is not None:
            return Repaired(fields, joined=taken)
    return None


def _opens(text: str, separator: str) -> bool:
    """Say whether the line ends inside a quoted field that began in order."""
    padded = f'{text}"'
    return text.count('"') % 2 == 1 and split_quoted(padded, separator) is not None


def _unquoted(field: str) -> str:
    """Take a stray quote off either end of a field read literally."""
    bare = field.strip()
    bare = bare[1:] if bare.startswith('"') else bare
    bare = bare[:-1] if bare.endswith('"') else bare
    return bare.replace('""', '"')
