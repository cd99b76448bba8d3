"""How each sender's headers were understood, remembered in a small JSON file.

Keyed by what the headers say, so a file in the same layout is read the same way next
month; a person may correct an entry, and the correction then goes before any guess.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Final

from naungan.engine.reading.heading import Heading
from naungan.lib.errors import InputRefused


FILE: Final = "mappings.json"


@dataclass
class Memory:
    """The remembered mappings of one folder: kind, fingerprint, columns."""

    path: Path
    entries: dict[str, Any] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def known(self, kind: str) -> dict[str, dict[str, str]]:
        """Return the mappings of one kind of file, by fingerprint."""
        return {
            mark: {k: v for k, v in entry["columns"].items() if v}
            for mark, entry in list(self.entries.items())
            if entry.get("kind") == kind
        }

    def remember(
        self, kind: str, heading: Heading, missing: Iterable[str] = ()
    ) -> None:
        """Add a layout that is new; `missing` columns wait for a person's word."""
        columns: dict[str, str] = {**dict.fromkeys(missing, ""), **heading.mapping()}
        # Two files may be read beside each other.
        with self._lock:
            if heading.fingerprint in self.entries:
                return
            self.entries[heading.fingerprint] = {
                "kind": kind,
                "headers": [h for h in heading.headers if h],
                "columns": columns,
            }
            self._save()

    def _save(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".tmp")
        text = json.dumps(self.entries, ensure_ascii=False, indent=1, sort_keys=True)
        beside.write_text(text + "\n", encoding="utf-8")
        beside.replace(self.path)


def open_memory(folder: Path) -> Memory:
    """Open the memory of a folder; a damaged file is refused, never overwritten."""
    path = folder / FILE
    if not path.exists():
        return Memory(path)
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        assert all(isinstance(e["columns"], dict) for e in entries.values())
    except (ValueError, KeyError, TypeError, AttributeError, AssertionError):
        msg = f"{path}: tidak terbaca sebagai JSON padanan judul; perbaiki atau hapus."
        raise InputRefused(msg) from None
    return Memory(path, entries)
