"""Figures of regions, the account of the files, and the rules of law: about nobody."""

from naungan.engine import parquet
from naungan.engine.door.door import Door
from naungan.engine.door.scope import EVERYWHERE, Scope, within
from naungan.engine.rows import Row
from naungan.lib.sql_text import listed


class Figures(Door):
    """What a run published and read."""

    def measures(self, scope: Scope, region_code: str) -> list[Row]:
        """Return the published figures of one region."""
        within(region_code)
        return self._look(
            scope, "measures", "region_code = ?", [region_code], placed=False
        )

    def measures_inside(
        self, scope: Scope, region_code: str, level: str, *, whole: bool = True
    ) -> list[Row]:
        """Return figures of every region of a level inside a region.

        They are about whole populations, unless `whole` is false. Figures are about
        no person: any scope may ask for any region.
        """
        condition = "level = ? AND starts_with(region_code, ?)"
        if whole:
            condition += " AND segment IS NULL AND category IS NULL AND funder IS NULL"
        inside = f"{region_code}." if region_code else ""
        return self._look(scope, "measures", condition, [level, inside], placed=False)

    def people_by_status(self, scope: Scope) -> dict[str, int]:
        """Return how many persons in the scope have each coverage status."""
        query = f"""SELECT status, sum(people)::BIGINT AS people FROM village_counts
            WHERE {scope.condition()} GROUP BY ALL ORDER BY 2 DESC, 1"""
        return {row["status"]: row["people"] for row in self._rows(query)}

    def changes_by_cause(self, scope: Scope) -> dict[str, int]:
        """Return for how many persons in the scope what changed the status.

        Causes are `files`, `weights` (the run weighed anew) and `month`. A snapshot of
        an earlier form, and a first run, tell of none.
        """
        if not parquet.has_table(self.folder, "status_changes"):
            return {}
        query = f"""SELECT cause, count(*) AS people FROM status_changes
            JOIN persons USING (person_id) WHERE {scope.condition()}
            GROUP BY cause ORDER BY cause"""
        return {row["cause"]: row["people"] for row in self._rows(query)}

    def inputs(self, scope: Scope) -> list[Row]:
        """Return the account of every file in the scope; no personal data.

        A file lies in the scope where the scope's institution sent it, or a row of
        it speaks of a person or an employer there; official totals always do.
        """
        return self._rows(f"FROM inputs WHERE {self._files_inside(scope)}")

    def words_on_files(self, scope: Scope) -> list[Row]:
        """Return of each file with warnings how many, and those on the whole file."""
        query = f"""SELECT file, count(*) FILTER (line > 0) AS rows,
                list(message ORDER BY row) FILTER (line = 0) AS messages
            FROM warnings WHERE {self._files_inside(scope)} GROUP BY file ORDER BY file"""
        return self._rows(query)

    def parameters(self, prefix: str) -> list[Row]:
        """Return the rules of law at or under a path, as this run read them.

        A path that ends in "/" or "_" stands for all that begin so.
        """
        under = prefix if prefix.endswith(("/", "_")) else f"{prefix}/"
        query = """SELECT * FROM parameters WHERE path = ? OR starts_with(path, ?)
            ORDER BY path, from_month"""
        return self._rows(query, [prefix, under])

    def bases(self) -> list[Row]:
        """Return the articles that findings rest on, in order."""
        query = "FROM legal_bases ORDER BY ALL"
        return self._once("bases", lambda: self._rows(query))

    def _files_inside(self, scope: Scope) -> str:
        """Return the SQL condition that a file lies in the scope."""
        if scope.regions == EVERYWHERE:
            return "true"
        own = [
            one["file"]
            for one in self.manifest.get("inputs", [])
            if one["kind"] == "universe" or one.get("owner") == scope.institution
        ]
        named = f"file IN ({listed(own)}) OR " if own else ""
        people = f"SELECT person_id FROM persons WHERE {scope.condition()}"
        firms = f"SELECT employer_id FROM employers WHERE {scope.condition()}"
        return f"""({named}file IN (
            SELECT file FROM person_rows WHERE person_id IN ({people})
            UNION SELECT file FROM links WHERE person_id IN ({people})
            UNION SELECT file FROM employer_rows WHERE employer_id IN ({firms})))"""
