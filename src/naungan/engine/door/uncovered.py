"""People who are not fully protected: fifty at a time, at the cost of their villages."""

from collections.abc import Iterable
from typing import Final

from naungan.engine.coverage.rules import COVERED
from naungan.engine.door.door import Door
from naungan.engine.door.scope import Scope, within
from naungan.engine.rows import Row
from naungan.lib.sql_text import listed, literal


PROTECTED: Final = "active"
FILTERS: Final = ("status", "category", "segment")
NOWHERE: Final = -1  # in keys, the place of people whose village nobody names
Place = tuple[int, int]


class Uncovered(Door):
    """Looks at lists of people who are not fully protected."""

    def uncovered(
        self,
        scope: Scope,
        region_code: str = "",
        *,
        status: str | None = None,
        category: str | None = None,
        segment: str | None = None,
        after: str | None = None,
        limit: int,
    ) -> list[Row]:
        """Return people of a region in order of village and number.

        `category` and `segment` may be `unknown`. Every row has a `key`: give the last
        one back as `after` to go on. Only as many villages are read as the small
        counts say are needed, so that a page costs the same in a nation.
        """
        asked = (
            f"{_filtered(status, category, segment)} AND {within(region_code)} "
            f"AND {scope.condition()} AND {scope.shows()}"
        )
        found: list[Row] = []
        place = _place(after)
        while len(found) < limit:
            villages = self._villages_from(asked, place, limit - len(found))
            if not villages:
                break
            found += self._people_of(asked, villages, place, limit - len(found))
            place = (villages[-1] + 1, -1)
        return self._shown(
            scope, "uncovered", found, [one["person_id"] for one in found]
        )

    def to_mend(self, scope: Scope, village_code: str, limit: int) -> list[Row]:
        """Return whom of a village a list should name better, the clearest first.

        `fault` is the state of the NIK, or `twice` for the same name and year of birth
        on two persons; `people` counts those of the same fault. Whoever is protected
        was recognised and needs no mending.
        """
        number = int(village_code.replace(".", ""))
        source = self._part_with("uncovered", "village_code", number)
        rows = self._rows(f"""WITH here AS (
                SELECT *, count(*) OVER (PARTITION BY upper(name), birth_year) AS twins
                FROM {source} WHERE village_code = {number} AND {scope.condition()}
                    AND {scope.shows()} AND {self._not_hidden()}),
            faults AS (SELECT * EXCLUDE (twins), CASE
                    WHEN nik_state <> 'valid' THEN nik_state
                    WHEN twins > 1 AND name IS NOT NULL AND birth_year IS NOT NULL
                        THEN 'twice' END AS fault
                FROM here)
            SELECT *, count(*) OVER (PARTITION BY fault) AS people
            FROM faults WHERE fault IS NOT NULL
            ORDER BY row_number() OVER (PARTITION BY fault ORDER BY upper(name), person_id),
                fault, person_id
            LIMIT {int(limit)}""")
        return self._shown(scope, "uncovered", rows, [one["person_id"] for one in rows])

    def uncovered_in(
        self, scope: Scope, village_code: str, without: Iterable[int] = ()
    ) -> int:
        """Count the people of a village who have no programme at all; nobody is named.

        `without` are numbers of persons who are left out.
        """
        number = int(village_code.replace(".", ""))
        source = self._part_with("uncovered", "village_code", number)
        left_out = ", ".join(str(int(one)) for one in without) or "-1"
        rows = self._rows(f"""SELECT count(*) AS people FROM {source}
            WHERE village_code = {number} AND status NOT IN ({listed(COVERED)})
                AND {scope.condition()} AND {scope.shows()} AND {self._not_hidden()}
                AND person_id NOT IN ({left_out})""")
        people: int = rows[0]["people"]
        return people

    def uncovered_counts(self, scope: Scope, region_code: str = "") -> list[Row]:
        """Return how many people of a region have each status, category and segment.

        `shown` are those whom the scope may be shown by name; counts of the whole
        are results and have a wider rule.
        """
        return self._rows(f"""SELECT status, category, segment,
                sum(people)::BIGINT AS people,
                coalesce(sum(people) FILTER ({scope.shows()}), 0)::BIGINT AS shown
            FROM village_counts WHERE status <> '{PROTECTED}'
                AND {within(region_code)} AND {scope.condition()}
            GROUP BY ALL ORDER BY ALL""")

    def _villages_from(self, asked: str, place: Place, wanted: int) -> list[int]:
        """Name the villages that hold the next people, all of the first one at least."""
        query = f"""WITH held AS (
                SELECT coalesce(village_code, {NOWHERE}) AS village, sum(people) AS people
                FROM village_counts WHERE status <> '{PROTECTED}' AND {asked}
                GROUP BY 1 HAVING village >= {place[0]}),
            summed AS (SELECT village, sum(people) OVER (ORDER BY village) - people
                - first_value(people) OVER (ORDER BY village) AS before FROM held)
            SELECT village FROM summed WHERE before < {wanted} ORDER BY village"""
        return [row["village"] for row in self._rows(query)]

    def _people_of(
        self, asked: str, villages: list[int], place: Place, limit: int
    ) -> list[Row]:
        """Read the people of a few villages behind a place, with their keys."""
        codes = ", ".join(str(one) for one in villages if one != NOWHERE) or "NULL"
        lost = " OR village_code IS NULL" if NOWHERE in villages else ""
        source = self._part_with("uncovered", "village_code", *villages)
        village = f"coalesce(village_code, {NOWHERE})"
        rows = self._rows(f"""SELECT * FROM {source} WHERE (village_code IN ({codes}){lost})
                AND {asked} AND {self._not_hidden()}
                AND ({village} > {place[0]} OR person_id > {place[1]})
            ORDER BY village_code NULLS FIRST, person_id LIMIT {int(limit)}""")
        for row in rows:
            row["key"] = f"{row['village_code'] or 0}-{row['person_id']}"
        return rows


def _filtered(status: str | None, category: str | None, segment: str | None) -> str:
    """Return the SQL condition of what is asked for; `unknown` is what nobody says."""
    conditions = []
    for column, value in zip(FILTERS, (status, category, segment), strict=True):
        if value == "unknown" and column != "status":
            conditions.append(f"{column} IS NULL")
        elif value is not None:
            conditions.append(f"{column} = {literal(value)}")
    return " AND ".join(conditions) or "true"


def _place(after: str | None) -> Place:
    """Read a key; a key that nobody gave out begins at the beginning."""
    village, _, person_id = (after or "").partition("-")
    if village.isdecimal() and person_id.isdecimal():
        return int(village) or NOWHERE, int(person_id)
    return NOWHERE, -1
