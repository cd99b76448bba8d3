"""The order in which a family reads an answer: what is paid first, then why."""

from collections.abc import Collection, Iterable

from naungan.law.answer import Line


def paid_first(lines: Iterable[Line], keys: Collection[str]) -> tuple[Line, ...]:
    """Move the lines with these keys to the front; all others keep their order."""
    return tuple(sorted(lines, key=lambda line: line.key not in keys))
