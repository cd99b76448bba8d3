"""The order of what awaits review: keys alone, and the rows of those that are shown."""

from collections.abc import Sequence
from typing import Final

from naungan.engine.door.pairs import LISTED, Pairs
from naungan.engine.door.scope import Scope, within
from naungan.engine.rows import Row


Key = tuple[int, str]
NOBODY: Final = "false"


class Queue(Pairs):
    """Looks at the whole queue at once."""

    def review_keys(self, scope: Scope, region_code: str = "") -> list[Key]:
        """Name every pair of a person and a membership, in the order of `review_pairs`.

        Numbers alone show nobody, so no look is recorded.
        """
        rows = self._rows(f"""SELECT person_id, kpj FROM review_pairs
            WHERE {self._asked(scope, region_code)}
            GROUP BY person_id, kpj
            ORDER BY max(effect) DESC, max(weight) DESC, person_id, kpj""")
        return [(row["person_id"], row["kpj"]) for row in rows]

    def review_rows(self, scope: Scope, keys: Sequence[Key]) -> list[Row]:
        """Return these pairs of persons and memberships, in the order asked."""
        rows = self._rows(
            f"""SELECT DISTINCT ON (person_id, kpj) {LISTED} FROM review_pairs
            WHERE {self._asked(scope, "")} AND {_among("person_id, kpj", keys)}
            ORDER BY person_id, kpj, weight DESC""",
            _flat(keys),
        )
        # A number that is kept back still says which pair the row is.
        marked = [{**row, "pair": (row["person_id"], row["kpj"])} for row in rows]
        seen = [row["person_id"] for row in rows]
        shown = self._shown(scope, "review_pairs", marked, seen)
        found = {row["pair"]: row for row in shown}
        return [found[key] for key in keys if key in found]

    def employer_pair_keys(self, scope: Scope, region_code: str = "") -> list[Key]:
        """Name every employer and the registration it may have, the likeliest first."""
        rows = self._rows(f"""SELECT employer_id, npp FROM employer_pairs
            WHERE {within(region_code)} AND {scope.condition()}
            GROUP BY employer_id, npp
            ORDER BY max(weight) DESC NULLS LAST, employer_id, npp""")
        return [(row["employer_id"], row["npp"]) for row in rows]

    def employer_pair_rows(self, scope: Scope, keys: Sequence[Key]) -> list[Row]:
        """Return these pairs of employers, in the order asked."""
        rows = self._rows(
            f"""SELECT DISTINCT ON (employer_id, npp) * FROM employer_pairs
            WHERE {scope.condition()} AND {_among("employer_id, npp", keys)}
            ORDER BY employer_id, npp, weight DESC""",
            _flat(keys),
        )
        found = {(row["employer_id"], row["npp"]): row for row in rows}
        return [found[key] for key in keys if key in found]


def _among(columns: str, keys: Sequence[Key]) -> str:
    marks = ", ".join("(?, ?)" for _ in keys)
    return f"({columns}) IN ({marks})" if keys else NOBODY


def _flat(keys: Sequence[Key]) -> list[int | str]:
    return [part for key in keys for part in key]
