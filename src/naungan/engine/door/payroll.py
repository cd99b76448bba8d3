"""Whom an employer pays or should: workers alike, counted by wage, nobody named.

What a debt and a liability are counted from. No person is shown and no look at one is
recorded; whoever is hidden is not counted.
"""

from collections.abc import Sequence

from naungan.engine.door.door import Door, one_of
from naungan.engine.door.scope import Scope
from naungan.engine.rows import Row


OF_REGISTRATIONS = """SELECT npp FROM employer_links
    WHERE employer_id = ? AND band = 'linked'
    UNION SELECT registered_npp FROM employers
    WHERE employer_id = ? AND registered_npp IS NOT NULL"""
IN_ARREARS = "contributions_in_arrears"


class Payroll(Door):
    """Looks at payrolls of employers, as counts."""

    def payroll_behind(self, scope: Scope, employer_id: int) -> list[Row]:
        """Count members in arrears by reported wage, programmes and last paid month.

        The members are those behind the finding; `paid_through` and `start_month` are
        month indexes or None, `reported_wage` is None where the extract has none.
        """
        if not self._is_inside(scope, employer_id):
            return []
        query = f"""WITH behind AS (
                SELECT DISTINCT kpj FROM finding_evidence
                WHERE employer_id = ? AND code = '{IN_ARREARS}' AND kpj IS NOT NULL),
            registered AS ({OF_REGISTRATIONS})
            SELECT reported_wage, programmes, paid_through, start_month,
                count(DISTINCT m.kpj)::BIGINT AS people
            FROM members m SEMI JOIN behind USING (kpj) SEMI JOIN registered USING (npp)
            WHERE {self._visible_kpj()}
            GROUP BY ALL ORDER BY ALL"""
        return self._rows(query, [employer_id] * 3)

    def exposed_by_wage(self, scope: Scope, employer_id: int, code: str) -> list[Row]:
        """Count the workers behind a finding by wage of the lists and status now."""
        if not self._is_inside(scope, employer_id):
            return []
        query = f"""WITH concerned AS (
                SELECT DISTINCT person_id FROM finding_evidence
                WHERE employer_id = ? AND code = ? AND person_id IS NOT NULL)
            SELECT wage, status, count(*)::BIGINT AS people
            FROM persons SEMI JOIN concerned USING (person_id)
            LEFT JOIN (SELECT person_id, status FROM coverage
                SEMI JOIN concerned USING (person_id)) USING (person_id)
            WHERE {self._not_hidden()}
            GROUP BY ALL ORDER BY ALL"""
        return self._rows(query, [employer_id, code])

    def statuses(self, scope: Scope, ids: Sequence[int]) -> dict[int, str]:
        """Tell the status of coverage of persons of the scope, by number.

        Numbers and statuses alone, so that nobody is looked at by name.
        """
        if not ids:
            return {}
        query = f"""SELECT person_id, status FROM coverage
            SEMI JOIN (SELECT person_id FROM persons
                WHERE {one_of("person_id", ids)} AND {scope.condition()})
            USING (person_id) WHERE {self._not_hidden()}"""
        return {row["person_id"]: row["status"] for row in self._rows(query, ids)}

    def _is_inside(self, scope: Scope, employer_id: int) -> bool:
        query = f"""SELECT count(*) AS found FROM employers
            WHERE employer_id = ? AND {scope.condition()}"""
        return bool(self._rows(query, [employer_id])[0]["found"])

    def _visible_kpj(self) -> str:
        """Return the SQL condition that a membership is of nobody who is hidden."""
        if not self.hidden:
            return "true"
        numbers = ", ".join(map(str, sorted(self.hidden)))
        return f"""m.kpj NOT IN (SELECT kpj FROM links
            WHERE kpj IS NOT NULL AND person_id IN ({numbers}))"""
