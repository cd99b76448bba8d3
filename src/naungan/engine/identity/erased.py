"""By which marks a person whose erasure was asked for is known again.

A later file may bring the person back, and by then no snapshot knows them. So DIR
keeps marks: the places of their rows, and digests of their numbers under a key of
its own. A digest of a NIK can be undone by whoever holds the key, since so few NIK are
possible; but it stands only where all other NIK stand in clear, and nothing in it says
more than that this person is to be left alone.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from naungan.engine import parquet
from naungan.lib.errors import InputRefused


FILE: Final = "erased.json"
KEY_BYTES: Final = 32
MARK_LENGTH: Final = 32
ROW: Final = "row"
OLD_TABLES: Final = ("persons", "person_rows", "links", "inputs")


@dataclass
class Marks:
    """The marks of one DIR: person -> list of (kind, mark), and the key of digests."""

    path: Path
    key: str
    persons: dict[int, list[tuple[str, str]]]

    def save(self) -> None:
        """Write the marks beside and swap them in; only the owner may read them."""
        held = {"key": self.key, "persons": self.persons}
        beside = self.path.with_suffix(".tmp")
        beside.touch(mode=0o600)
        beside.write_text(json.dumps(held, sort_keys=True) + "\n", encoding="utf-8")
        beside.replace(self.path)

    def digest(self, kind: str, value: str) -> str:
        """Write the SQL of a mark: `value` is the SQL of a text, NULL stays NULL."""
        return f"left(sha256('{self.key}|{kind}|' || {value}), {MARK_LENGTH})"


def open_marks(out: Path) -> Marks:
    """Open the marks of a DIR; a damaged file is refused, never overwritten."""
    path = out / FILE
    if not path.exists():
        return Marks(path, secrets.token_hex(KEY_BYTES), {})
    try:
        held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        persons = {
            int(person): [(kind, mark) for kind, mark in marks]
            for person, marks in held["persons"].items()
        }
        return Marks(path, str(held["key"]), persons)
    except (ValueError, KeyError, TypeError, AttributeError):
        msg = f"{path}: tanda orang yang dihapus rusak; pulihkan dari cadangan."
        raise InputRefused(msg) from None


def remember(out: Path, persons: Iterable[int]) -> Marks:
    """Find marks of persons that have none yet, in the runs that DIR still keeps."""
    marks = open_marks(out)
    unknown = sorted(set(persons) - set(marks.persons))
    if not unknown:
        return marks
    found: dict[int, dict[tuple[str, str], None]] = {}
    for run in sorted((out / "runs").glob("[0-9]*")):
        for person, kind, mark in _marks_in(run, unknown, marks):
            found.setdefault(person, {})[kind, mark] = None
    if found:
        marks.persons.update({person: list(some) for person, some in found.items()})
        marks.save()
    return marks


def who(name: str, birth_date: str, village: str) -> str:
    """Write the SQL of what tells a person without a number; NULL where it lacks."""
    return f"lower({name}) || '|' || {birth_date}::VARCHAR || '|' || {village}::VARCHAR"


def number_and_name(nik: str, name: str) -> str:
    """Write the SQL of a number together with the name that it goes with."""
    return f"{nik}::VARCHAR || '|' || lower({name})"


def _marks_in(
    run: Path, persons: list[int], marks: Marks
) -> list[tuple[int, str, str]]:
    with duckdb.connect() as con:
        parquet.open_previous(con, run, OLD_TABLES)
        listed = ", ".join(map(str, persons))
        found: list[tuple[int, str, str]] = con.execute(_sql(marks, listed)).fetchall()
    return found


def _sql(marks: Marks, persons: str) -> str:
    """Select (person, kind, mark): a name speaks only where nobody else bears it."""
    told = who("name", "birth_date", "village_code")
    both = number_and_name("r.nik", "r.name")
    return f"""
        WITH wanted AS (FROM old_persons WHERE person_id IN ({persons})),
        rows AS (FROM old_person_rows WHERE person_id IN ({persons})),
        alone AS (
            SELECT {told} AS told, any_value(person_id) AS person_id
            FROM old_person_rows WHERE {told} IN (SELECT {told} FROM rows)
            GROUP BY told HAVING count(DISTINCT person_id) = 1),
        found AS (
            SELECT person_id, '{ROW}' AS kind, sha256 || ':' || row AS mark
            FROM rows JOIN old_inputs USING (file) WHERE kind = 'workers'
            UNION ALL
            SELECT person_id, 'nik', {marks.digest("nik", "nik::VARCHAR")} FROM wanted
            WHERE nik_state IN ('valid', 'inconsistent')
            UNION ALL
            SELECT person_id, 'both', {marks.digest("both", both)} FROM rows r
            UNION ALL
            SELECT person_id, CASE WHEN nik IS NULL THEN 'who' ELSE 'bare' END,
                {marks.digest("who", "told")}
            FROM alone JOIN wanted USING (person_id)
            UNION ALL
            SELECT person_id, 'kpj', {marks.digest("kpj", "kpj")} FROM old_links
            WHERE person_id IN ({persons}) AND band = 'linked')
        SELECT DISTINCT person_id, kind, mark FROM found WHERE mark IS NOT NULL
        ORDER BY ALL"""
