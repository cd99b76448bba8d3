"""YAML that somebody wrote for us: text, lists and names only, each mistake with its line.

No scalar becomes a number or a date here, so that no amount ever passes through
a float. A name that stands twice, an alias, a second document or endless
nesting is refused instead of guessed at. Events are read one by one: what is
nested a hundred thousand deep costs a message, not the process.
"""

from collections.abc import Iterator
from typing import Any, Final, NoReturn

from naungan.lib.errors import InputRefused


MOST_NESTED: Final = 20
NOTHING: Final = ("", "null", "~")


def parse_yaml(text: str, name: str) -> Any:
    """Read YAML text; `null`, `~` and what is left empty are None.

    Raises InputRefused with the name and the line of a mistake.
    """
    import yaml  # loaded with the first file: asking by flags stays light

    try:
        return _Building(name).build(yaml.parse(text, Loader=yaml.CBaseLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f" baris {mark.line + 1}" if mark else ""
        raise InputRefused(
            f"{name}{line}: bukan YAML yang sah; periksa indentasi, tanda kutip, dan "
            "kurung."
        ) from error


class _Building:
    """Values in the making: the containers that are open, outermost first."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Any = None
        self.open: list[list[Any] | dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.documents = 0

    def build(self, events: Iterator[Any]) -> Any:
        for event in events:
            step = getattr(self, f"_{type(event).__name__}", None)
            if step is not None:
                step(event)
        return self.root

    def _DocumentStartEvent(self, event: Any) -> None:  # noqa: N802 (PyYAML's names)
        self.documents += 1
        if self.documents > 1:
            self._refuse(event, "ada dokumen kedua; tulis satu saja dalam satu berkas")

    def _AliasEvent(self, event: Any) -> None:  # noqa: N802
        self._refuse(event, "tanda * tidak dipakai; tulis isinya, atau apit kutip")

    def _ScalarEvent(self, event: Any) -> None:  # noqa: N802
        plain = not event.style and event.value in NOTHING
        if self.open and isinstance(self.open[-1], dict) and self.keys[-1] is None:
            self._name(event)
        else:
            self._add(None if plain else event.value, event)

    def _MappingStartEvent(self, event: Any) -> None:  # noqa: N802
        self._start({}, event)

    def _SequenceStartEvent(self, event: Any) -> None:  # noqa: N802
        self._start([], event)

    def _MappingEndEvent(self, event: Any) -> None:  # noqa: N802
        self._end(event)

    def _SequenceEndEvent(self, event: Any) -> None:  # noqa: N802
        self._end(event)

    def _start(self, container: list[Any] | dict[str, Any], event: Any) -> None:
        if self.open and isinstance(self.open[-1], dict) and self.keys[-1] is None:
            self._refuse(event, "nama isian harus teks")
        if len(self.open) >= MOST_NESTED:
            self._refuse(event, "terlalu dalam bersarang; sederhanakan")
        self.open.append(container)
        self.keys.append(None)

    def _end(self, event: Any) -> None:
        self.keys.pop()
        self._add(self.open.pop(), event)

    def _name(self, event: Any) -> None:
        holder = self.open[-1]
        if event.value in holder:
            self._refuse(event, f"{event.value} tertulis dua kali; hapus satu")
        self.keys[-1] = event.value

    def _add(self, value: Any, event: Any) -> None:
        if not self.open:
            self.root = value
            return
        holder, key = self.open[-1], self.keys[-1]
        if isinstance(holder, list):
            holder.append(value)
            return
        assert key is not None, event
        holder[key] = value
        self.keys[-1] = None

    def _refuse(self, event: Any, why: str) -> NoReturn:
        raise InputRefused(f"{self.name} baris {event.start_mark.line + 1}: {why}.")
