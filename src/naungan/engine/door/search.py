"""Finding persons and employers by the name that somebody remembers."""

from collections.abc import Sequence
from typing import Final

from naungan.engine import parquet
from naungan.engine.door.door import one_of
from naungan.engine.door.people import People
from naungan.engine.door.scope import Scope
from naungan.engine.identity.name_keys import name_key
from naungan.engine.rows import Row


INDEX: Final = "name_index"


class Search(People):
    """Looks by name: persons by their exact words, employers by a part."""

    def persons_by_name(self, scope: Scope, name: str, limit: int) -> list[Row]:
        """Return persons whose name has exactly these words in any order.

        Titles, case and spelling variants do not matter. Each row has its `status`.
        A snapshot of an earlier form has no index of names and finds nobody.
        """
        key = name_key(name)
        folder = self.folder / INDEX
        if key is None or not folder.exists():
            return []
        index = parquet.source(parquet.parts_of(folder))
        ids = self._ids("person_id", index, "name_key = ?", [key])
        return self.persons_among(scope, ids)[:limit] if ids else []

    def employers_named(self, scope: Scope, part: str, limit: int) -> list[Row]:
        """Return employers of the scope whose name holds a part, the shortest first."""
        query = f"""SELECT employer_id, name, nib, npp, scale, village_code FROM employers
            WHERE contains(lower(name), lower(?)) AND {scope.condition()}
            ORDER BY length(name), name, employer_id LIMIT {int(limit)}"""
        return self._rows(query, [part])

    def employer_names(self, ids: Sequence[int]) -> dict[int, str]:
        """Return the names of a few employers; they say nothing about any person."""
        known = sorted(set(ids))
        query = f"SELECT employer_id, name FROM employers WHERE {one_of('employer_id', known)}"
        return {row["employer_id"]: row["name"] for row in self._rows(query, known)}
