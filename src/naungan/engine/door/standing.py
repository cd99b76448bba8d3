"""How a list of people who carry these NIK stand already: verdicts in bulk, no rows."""

from collections.abc import Sequence
from typing import Final

from naungan.engine.door.door import Door
from naungan.engine.door.scope import Look, Scope
from naungan.engine.rows import Row


TABLE: Final = "standing"
WAGE_SEGMENTS: Final = "('PU', 'JAKON', 'PMI')"


class Standing(Door):
    """Looks at many NIK at once, for whoever holds the numbers already."""

    def standing_of(self, scope: Scope, niks: Sequence[int]) -> dict[int, Row]:
        """Return what is known of each NIK, by its place among those asked.

        A row has `person_id`, `village_code` (10 digits), `status` of the coverage
        (all None where no list of the scope's regions knows the NIK), `lists`, and of
        the member extracts `wage_active`, `own_active`, `funder` and `paid_through`
        (a month index). Neither name, birth date nor NIK leaves: whoever asks has
        them, and gets verdicts. So owners of files need not share rows for it; one
        look names every person met. Of a shared NIK the lowest number answers.
        """
        if not niks:
            return {}
        rows = self._rows(self._question(scope, niks), [list(niks)])
        known = tuple(row["person_id"] for row in rows if row["person_id"] is not None)
        self.record(Look(scope.institution, scope.purpose, TABLE, known, False))
        return {row.pop("place"): row for row in rows}

    def _question(self, scope: Scope, niks: Sequence[int]) -> str:
        index = self._part_with("nik_index", "nik", *niks)
        members = self._part_with("members", "nik", *niks)
        return f"""WITH asked AS (
                SELECT unnest(niks) AS nik, generate_subscripts(niks, 1) - 1 AS place
                FROM (SELECT ?::BIGINT[] AS niks)),
            known AS (
                SELECT place, min(person_id) AS person_id
                FROM asked JOIN {index} USING (nik)
                JOIN persons USING (person_id)
                WHERE {scope.condition("persons.village_code")} AND {self._not_hidden()}
                GROUP BY place),
            held AS (
                SELECT place, max(paid_through) AS paid_through,
                    bool_or(segment IN {WAGE_SEGMENTS} AND status = 'active') AS wage_active,
                    bool_or(segment = 'BPU' AND status = 'active') AS own_active,
                    min(funder) FILTER (segment = 'BPU' AND status = 'active') AS funder
                FROM asked JOIN {members} USING (nik) GROUP BY place)
            SELECT place, person_id, village_code, lists, coverage.status AS status,
                coalesce(wage_active, false) AS wage_active,
                coalesce(own_active, false) AS own_active, held.funder, paid_through
            FROM known FULL JOIN held USING (place)
            LEFT JOIN persons USING (person_id) LEFT JOIN coverage USING (person_id)
            ORDER BY place"""
