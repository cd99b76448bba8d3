"""Employers with their findings, ranked, and the workers behind them."""

from dataclasses import dataclass
from typing import Any, Final

from naungan.engine.door.door import Door
from naungan.engine.door.scope import Scope, within
from naungan.engine.rows import Row
from naungan.lib.sql_text import literal


OF_EMPLOYER: Final = (
    "employer_rows",
    "employer_links",
    "employer_findings",
    "employer_people",
    "finding_evidence",
)
ORDERS: Final = {
    "score": "rank",
    "people": "people DESC, rank",
    "monthly_idr": "monthly_idr DESC NULLS LAST, rank",
    "name": "name, rank",
}
"""How a list of employers may be ordered; the first is its own order."""


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which employers a list keeps: by finding, scale, district, and a part of the name."""

    code: str | None = None
    scale: str | None = None
    region: str = ""
    name: str = ""

    def condition(self) -> str:
        """Return the SQL condition over `employer_ranking`; the name is its one mark."""
        parts = [within(self.region)]
        if self.code:
            parts.append(
                f"list_contains(string_split(codes, '+'), {literal(self.code)})"
            )
        if self.scale:
            parts.append(f"coalesce(scale, 'unknown') = {literal(self.scale)}")
        return " AND ".join(
            (*parts, "contains(lower(name), lower(?))" if self.name else "true")
        )

    def values(self) -> list[str]:
        """Return the values of the marks."""
        return [self.name] if self.name else []


EVERY: Final = Sought()


class Employers(Door):
    """Looks at employers: what is found about them concerns no person by name."""

    def employer(self, scope: Scope, employer_id: int) -> Row | None:
        """Return one employer, or None where there is none in the scope."""
        found = self._look(scope, "employers", "employer_id = ?", [employer_id])
        return found[0] if found else None

    def employers_by_code(self, scope: Scope, code: str) -> list[Row]:
        """Return the employers known by a NIB, NPP, NPWP or list reference."""
        known = "? IN (nib, npp, npwp, employer_ref, registered_npp)"
        return self._look(scope, "employers", known, [code])

    def employers_found(
        self,
        scope: Scope,
        sought: Sought = EVERY,
        *,
        order: str = "score",
        limit: int,
        offset: int = 0,
    ) -> list[Row]:
        """Return employers with findings, most pressing first, with score and reasons.

        `codes` is the list of their findings; the columns of points add up to
        `score`; see `naungan.engine.listing.score`.
        """
        query = f"""SELECT * REPLACE (string_split(codes, '+') AS codes)
            FROM employer_ranking WHERE {scope.condition()} AND {sought.condition()}
            ORDER BY {ORDERS[order]} LIMIT {int(limit)} OFFSET {int(offset)}"""
        return self._rows(query, sought.values())

    def employers_counted(self, scope: Scope, sought: Sought = EVERY) -> Row:
        """Return how many employers are sought, with the people and rupiah they make up.

        A worker of two employers counts at both.
        """
        query = f"""SELECT count(*) AS employers, coalesce(sum(people), 0)::BIGINT AS people,
                coalesce(sum(monthly_idr), 0)::BIGINT AS monthly_idr
            FROM employer_ranking WHERE {scope.condition()} AND {sought.condition()}"""
        return self._rows(query, sought.values())[0]

    def employers_by_finding(
        self, scope: Scope, sought: Sought = EVERY
    ) -> dict[str, int]:
        """Return how many of the employers sought have each finding."""
        return self._grouped(scope, sought, "unnest(string_split(codes, '+'))")

    def employers_by_scale(
        self, scope: Scope, sought: Sought = EVERY
    ) -> dict[str, int]:
        """Return how many of the employers sought have each scale, or `unknown`."""
        return self._grouped(scope, sought, "coalesce(scale, 'unknown')")

    def employers_by_district(
        self, scope: Scope, sought: Sought = EVERY
    ) -> dict[int, int]:
        """Return how many of the employers sought lie in each district, by its 6 digits."""
        found: dict[int, int] = self._grouped(scope, sought, "village_code // 10000")
        return {district: count for district, count in found.items() if district}

    def employer_ranked(self, scope: Scope, employer_id: int) -> Row | None:
        """Return the place and the reasons of one employer; None where nothing is found."""
        query = f"""SELECT * REPLACE (string_split(codes, '+') AS codes)
            FROM employer_ranking WHERE employer_id = ? AND {scope.condition()}"""
        found = self._rows(query, [employer_id])
        return found[0] if found else None

    def employers_known(self, scope: Scope) -> int:
        """Return how many employers of the scope the run knows, found fault with or not."""
        query = f"SELECT count(*) AS known FROM employers WHERE {scope.condition()}"
        return int(self._rows(query)[0]["known"])

    def of_employer(self, scope: Scope, table: str, employer_id: int) -> list[Row]:
        """Return the rows of an employer in a table keyed by employer_id."""
        if table not in OF_EMPLOYER or not self._is_in(scope, employer_id):
            return []
        return self._look(scope, table, "employer_id = ?", [employer_id], placed=False)

    def _is_in(self, scope: Scope, employer_id: int) -> bool:
        """Tell whether an employer lies in a scope, which a page asks many times."""

        def read() -> bool:
            query = f"""SELECT 1 FROM employers WHERE employer_id = ?
                AND {scope.condition()}"""
            return bool(self._rows(query, [employer_id]))

        return self._once(("employer", scope.regions, employer_id), read)

    def findings_of(self, scope: Scope, numbers: list[int]) -> list[Row]:
        """Return what is found about employers by their numbers, as they were once known.

        `asked` is the number that was given, `employer_id` the one of today: the same,
        or that into which it was merged. No row where nothing is found any more.
        """
        query = f"""WITH wanted AS (SELECT unnest(?::BIGINT[]) AS asked),
            known AS (
                SELECT asked, asked AS employer_id FROM wanted
                UNION
                SELECT asked, l.employer_id FROM wanted
                JOIN employer_lineage l ON l.previous_id = asked AND l.kind = 'merge'
            )
            SELECT asked, employer_id, code, people, monthly_idr
            FROM known JOIN employer_findings USING (employer_id)
            JOIN employers e USING (employer_id)
            WHERE {scope.condition("e.village_code")} ORDER BY asked, code, employer_id"""
        return self._rows(query, [numbers])

    def employer_workers(
        self, scope: Scope, employer_id: int, *, after: str | None = None, limit: int
    ) -> list[Row]:
        """Return workers of an employer, those first whom a finding concerns.

        Only persons who themselves lie in the scope. Every row has a `key`: give the
        last one back as `after` to go on.
        """
        if self.employer(scope, employer_id) is None:
            return []
        settled, person_id = _worker_key(after)
        query = f"""SELECT * FROM employer_workers WHERE employer_id = ?
            AND {scope.condition()} AND {scope.shows()} AND {self._not_hidden()}
            AND (is_settled, person_id) > (?, ?)
            ORDER BY is_settled, person_id LIMIT {int(limit)}"""
        rows = self._rows(query, [employer_id, settled, person_id])
        for row in rows:
            row["key"] = f"{row['is_settled']:d}-{row['person_id']}"
        return self._shown(
            scope, "employer_workers", rows, [one["person_id"] for one in rows]
        )

    def employer_workers_counted(self, scope: Scope, employer_id: int) -> Row:
        """Return how many workers the lists place there, and whom findings concern."""
        query = f"""SELECT count(*) AS people, count(*) FILTER (NOT is_settled) AS concerned,
                count(*) FILTER ({scope.condition()} AND {scope.shows()}) AS shown
            FROM employer_workers WHERE employer_id = ?
                AND employer_id IN (SELECT employer_id FROM employers
                    WHERE employer_id = ? AND {scope.condition()})"""
        return self._rows(query, [employer_id, employer_id])[0]

    def _grouped(self, scope: Scope, sought: Sought, group: str) -> dict[Any, int]:
        query = f"""SELECT {group} AS name, count(*) AS employers FROM employer_ranking
            WHERE {scope.condition()} AND {sought.condition()} GROUP BY 1 ORDER BY 2 DESC, 1"""
        return {
            row["name"]: row["employers"] for row in self._rows(query, sought.values())
        }


def _worker_key(after: str | None) -> tuple[bool, int]:
    settled, _, person_id = (after or "").partition("-")
    if settled in ("0", "1") and person_id.isdecimal():
        return settled == "1", int(person_id)
    return False, -1
