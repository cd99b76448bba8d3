"""Persons and their memberships, by number, NIK or KPJ."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from naungan.engine import parquet
from naungan.engine.door.door import Door, one_of
from naungan.engine.door.scope import EVERYWHERE, Scope
from naungan.engine.identity.kpj_keys import kpj_key
from naungan.engine.rows import Row


INDEX: Final = "kpj_index"


@dataclass(frozen=True)
class Whole:
    """A person with the rows, the judgement, the findings and the memberships."""

    row: Row
    rows: list[Row]
    coverage: list[Row]
    findings: list[Row]
    memberships: list[Row]


class People(Door):
    """Looks at single persons, by key."""

    def person(self, scope: Scope, person_id: int) -> Row | None:
        """Return one person, or None where there is none in the scope."""
        found = self._people(scope, [person_id])
        return found[0] if found else None

    def persons_by_nik(self, scope: Scope, nik: int) -> list[Row]:
        """Return the persons who carry this NIK; several where it is shared."""
        ids = self._ids(
            "person_id", self._part_with("nik_index", "nik", nik), "nik = ?", [nik]
        )
        return self._people(scope, ids)

    def persons_by_kpj(self, scope: Scope, kpj: str) -> list[Row]:
        """Return the persons linked, or perhaps linked, to a membership."""
        return self._people(scope, sorted(self._linked_to([kpj])))

    def persons_among(self, scope: Scope, ids: Sequence[int]) -> list[Row]:
        """Return those of a few persons who are in the scope, each with the status now."""
        rows = self._people(scope, ids)
        found = [row["person_id"] for row in rows]
        query = (
            f"SELECT person_id, status FROM coverage WHERE {one_of('person_id', found)}"
        )
        status = {row["person_id"]: row["status"] for row in self._rows(query, found)}
        return [{**row, "status": status.get(row["person_id"])} for row in rows]

    def successors(self, scope: Scope, ids: Sequence[int]) -> list[Row]:
        """Return what became of persons of earlier runs: previous_id, person_id, kind.

        Numbers alone, so that nobody is looked at and no look is recorded.
        """
        del scope
        query = f"FROM person_lineage WHERE {one_of('previous_id', ids)} ORDER BY ALL"
        return self._rows(query, ids)

    def members_by_nik(self, scope: Scope, nik: int) -> list[Row]:
        """Return the memberships under a NIK, by one keyed look-up.

        A membership lies in the scope where a person linked to it or its employer
        does. The record names what was found by KPJ: a log of looks is no list of
        NIK.
        """
        place = self._part_with("members", "nik", nik)
        rows = self._rows(f"SELECT * FROM {place} WHERE nik = ?", [nik])
        if rows and scope.regions != EVERYWHERE:
            kpjs = self._linked_inside(scope, [row["kpj"] for row in rows])
            npps = self._registered_inside(scope, [row.get("npp") for row in rows])
            rows = [r for r in rows if r["kpj"] in kpjs or r.get("npp") in npps]
        return self._shown(scope, "members", rows, [row["kpj"] for row in rows])

    def person_on_lists(
        self, scope: Scope, person_id: int
    ) -> tuple[Row | None, list[Row]]:
        """Return one person with their rows on lists; None and none outside the scope."""
        row = self.person(scope, person_id)
        if row is None:
            return None, []
        return row, self._held(scope, "person_rows", person_id)

    def whole(self, scope: Scope, person_id: int) -> Whole | None:
        """Return a person with all that is known of them, each table asked once.

        None where there is no such person in the scope.
        """
        row = self.person(scope, person_id)
        if row is None:
            return None
        rows, judged, findings, links = (
            self._held(scope, table, person_id)
            for table in ("person_rows", "coverage", "person_findings", "links")
        )
        return Whole(row, rows, judged, findings, self._led_to(scope, links))

    def _held(self, scope: Scope, table: str, person_id: int) -> list[Row]:
        """Read a table's rows of a person who was found in the scope before."""
        return self._look(scope, table, "person_id = ?", [person_id], placed=False)

    def _led_to(self, scope: Scope, links: list[Row]) -> list[Row]:
        if not links:
            return []
        kpjs = [link["kpj"] for link in links]
        members = self._members(scope, kpjs)
        by_kpj = {member["kpj"]: member for member in members}
        return [{**by_kpj.get(link["kpj"], {}), **link} for link in links]

    def _members(self, scope: Scope, kpjs: list[str]) -> list[Row]:
        """Read memberships by number, by way of their NIK, in whose order they lie."""
        source = "members"
        if parquet.has_table(self.folder, INDEX):
            niks = self._column("nik", self._keyed(kpjs), kpjs)
            source = self._part_with("members", "nik", *niks)
        query = f"SELECT * FROM {source} WHERE {one_of('kpj', kpjs)}"
        return self._shown(scope, "members", self._rows(query, kpjs), kpjs)

    def _linked_to(self, kpjs: list[str]) -> set[int]:
        """Return who is linked, or perhaps linked, to these memberships."""
        if not parquet.has_table(self.folder, INDEX):
            return self._column("person_id", f"links WHERE {one_of('kpj', kpjs)}", kpjs)
        found = self._column("person_id", self._keyed(kpjs), kpjs)
        return found - {None}

    def _keyed(self, kpjs: list[str]) -> str:
        """Return the SQL source of these memberships in the index, the KPJ as marks."""
        query = f"SELECT DISTINCT {kpj_key('kpj')} FROM (SELECT unnest(?) AS kpj)"
        keys = [key for (key,) in self._con.sql(query, params=[kpjs]).fetchall()]
        part = self._part_with(INDEX, "kpj_key", *keys)
        among = ", ".join(map(str, sorted(keys)))
        return f"{part} WHERE kpj_key IN ({among}) AND {one_of('kpj', kpjs)}"

    def _people(self, scope: Scope, ids: Sequence[int]) -> list[Row]:
        """Read persons; one without a village is where the lists' employers are."""
        rows = self._rows(
            f"SELECT * FROM persons WHERE {one_of('person_id', ids)}", ids
        )
        if scope.regions != EVERYWHERE:
            lost = [row["person_id"] for row in rows if row["village_code"] is None]
            working = self._working_inside(scope, lost) if lost else set()
            rows = [
                row
                for row in rows
                if row["person_id"] in working or scope.holds(row["village_code"])
            ]
        return self._shown(scope, "persons", rows, ids)

    def _working_inside(self, scope: Scope, ids: list[int]) -> set[int]:
        """Return which of these persons a list places under an employer in the scope."""
        source = f"""employer_people SEMI JOIN (FROM employers WHERE {scope.condition()})
            USING (employer_id) WHERE {one_of("person_id", ids)}"""
        return self._column("person_id", source, ids)

    def _linked_inside(self, scope: Scope, kpjs: list[str]) -> set[str]:
        """Return which of these memberships a person in the scope is linked to."""
        people = sorted(self._linked_to(kpjs))
        source = f"""(FROM links WHERE {one_of("person_id", people)})
            SEMI JOIN (FROM persons WHERE {scope.condition()}) USING (person_id)
            WHERE {one_of("kpj", kpjs)}"""
        return self._column("kpj", source, [*people, *kpjs])

    def _registered_inside(
        self, scope: Scope, written: list[str | None]
    ) -> set[str | None]:
        """Return which of these registrations belong to an employer in the scope."""
        npps = [npp for npp in written if npp is not None]
        source = f"""(SELECT employer_id, npp FROM employer_links WHERE band = 'linked'
                UNION SELECT employer_id, registered_npp FROM employers)
            SEMI JOIN (FROM employers WHERE {scope.condition()}) USING (employer_id)
            WHERE {one_of("npp", npps)}"""
        return self._column("npp", source, npps)
