"""Who makes up the gap of a region, and how good the files behind it are."""

from typing import Literal

from naungan.engine.door.figures import Figures
from naungan.engine.door.scope import Scope, within
from naungan.engine.rows import Row


GapKind = Literal["village", "employer"]


class Gap(Figures):
    """Looks at what concerns nobody by name: villages, employers, files."""

    def pareto(
        self, scope: Scope, region_code: str, kind: GapKind, limit: int
    ) -> list[Row]:
        """Return the villages or employers with most people in a region's gap.

        Villages are places of figures and any scope may ask for them; employers come
        with `name`, `village_code` and `codes` of findings, and only those in the
        scope.
        """
        within(region_code)
        asked = [kind, region_code]
        if kind == "village":
            query = """FROM pareto WHERE kind = ? AND region_code = ?
                ORDER BY rank, key"""
            return self._rows(f"{query} LIMIT {int(limit)}", asked)
        query = f"""WITH placed AS (
                SELECT p.*, e.employer_id, e.name, e.village_code
                FROM pareto p JOIN employers e ON e.employer_id = p.key::BIGINT
                WHERE p.kind = ? AND p.region_code = ? AND {scope.condition()}
                ORDER BY p.rank, p.key LIMIT {int(limit)})
            SELECT placed.*, list(f.code ORDER BY f.code)
                FILTER (f.code IS NOT NULL) AS codes
            FROM placed LEFT JOIN employer_findings f USING (employer_id)
            GROUP BY ALL ORDER BY rank, key"""
        return self._rows(query, asked)

    def quality(self, scope: Scope) -> list[Row]:
        """Return of every file in the scope how often each shortcoming occurs."""
        query = f"FROM quality WHERE {self._files_inside(scope)}"
        return self._rows(f"{query} ORDER BY kind, file, measure")
