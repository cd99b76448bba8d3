"""The pairs that await a person's verdict, with what speaks for and against.

Each row carries the two identifiers that a decisions file names, so an officer
fills in the verdict and gives the sheet back to `naungan run --decisions`.
"""

from collections.abc import Iterator
from typing import Any, Final

from naungan.engine.report.employer_figures import place_text
from naungan.engine.report.masks import masked
from naungan.engine.report.source import Source
from naungan.engine.wording import LEVEL_WORDS, METHOD, SEX, capitalised
from naungan.lib.sql_text import labelled


Cells = tuple[Any, ...]

# What an officer fills in: verdict, by whom, when, why.
BLANKS: Final = (None, None, None, None)
PERSON_VERDICTS: Final = ("orang yang sama", "orang berbeda")
EMPLOYER_VERDICTS: Final = ("pemberi kerja sama", "pemberi kerja berbeda")


def person_pairs(source: Source) -> Iterator[Cells]:
    """Yield each pair of a person and a membership, the likeliest first."""
    query = f"""
        WITH waiting AS (FROM links WHERE band = 'review'),
        named AS ({_first_row("person_rows", "person_id")})
        SELECT CAST(p.person_id AS VARCHAR), p.name, {masked("p.nik")}, p.birth_date,
            {labelled("p.sex", SEX, "p.sex")}, p.village_code, p.lists, kpj, m.name, {masked("m.nik")},
            m.birth_date, {labelled("m.sex", SEX, "m.sex")}, m.npp, {_evidence()},
            {labelled("w.method", capitalised(METHOD), "w.method")}, round(w.weight, 1), n.source_row, kpj
        FROM waiting w JOIN persons p USING (person_id)
        LEFT JOIN named n USING (person_id)
        LEFT JOIN members m USING (kpj, file, row)
        ORDER BY w.weight DESC, p.person_id, kpj"""
    for person, name, nik, born, sex, village, *rest in source.stream(query):
        blanks = BLANKS
        yield (person, name, nik, born, sex, place_text(village), *rest, *blanks)


def employer_pairs(source: Source) -> Iterator[Cells]:
    """Yield each pair of an employer and the registered one it may be."""
    query = f"""
        WITH named AS ({_first_row("employer_rows", "employer_id")}),
        registered AS (
            SELECT npp, min_by(name, employer_id) AS name,
                min_by(village_code, employer_id) AS village_code
            FROM employers WHERE npp IS NOT NULL GROUP BY npp)
        SELECT e.name, e.village_code, e.nib, e.npwp, l.npp, r.name, r.village_code,
            {labelled("l.method", capitalised(METHOD), "l.method")}, round(l.weight, 1), n.source_row, l.npp
        FROM employer_links l JOIN employers e USING (employer_id)
        LEFT JOIN named n USING (employer_id) LEFT JOIN registered r ON r.npp = l.npp
        WHERE l.band = 'review' ORDER BY l.weight DESC, employer_id, l.npp"""
    for name, village, nib, npwp, npp, other, other_village, *rest in source.stream(
        query
    ):
        places = (place_text(village), place_text(other_village))
        yield (name, places[0], nib, npwp, npp, other, places[1], *rest, *BLANKS)


def _first_row(table: str, key: str) -> str:
    """Name the first source row of each as decisions do: start of the hash, row."""
    return f"""
        SELECT {key}, min(left(sha256, 12) || ':' || t.row) AS source_row
        FROM {table} t JOIN (SELECT DISTINCT file, sha256 FROM inputs) USING (file)
        GROUP BY {key}"""


def _evidence() -> str:
    """Say every field's agreement in words, joined; what is not known is left out."""
    said = (labelled(f"w.{column}", words) for column, words in LEVEL_WORDS.items())
    return f"concat_ws('; ', {', '.join(said)})"
