"""What each field says for and against the pairs that await review, in bits.

Only these pairs are told apart field by field: few enough to be looked at one by one,
by the officer who must decide. The parts add up to the weight of the pair; what rivals
take from it is a part of its own.
"""

import math
from typing import Final

import duckdb

from naungan.engine.linkage.compare import LEVELS, code, level_name
from naungan.engine.linkage.residual import CAP_ABOVE_ROWS, MEMBER, MILLI, bits


LOOKED_UP: Final = ("name", "birth", "sex", "place")
"""Fields whose weight stands in link_weights under the level alone."""


def weigh_review(con: duckdb.DuckDBPyConnection) -> None:
    """Make review_evidence(person_id, member_row, <field>_weight …, rivals_weight).

    Call it while scored_pairs and found are there. Whole thousandths become bits.
    """
    [(rows,)] = con.execute("SELECT rows FROM link_basis").fetchall()
    con.execute(_weights_sql(max(rows, 2)))


def _pairs_sql() -> str:
    """Take of each reviewed membership the pair that spoke for the person."""
    return f"""
        SELECT f.person_id, f.member_row, f.weight AS odds, s.*
        FROM found f JOIN scored_pairs s ON s.left_row = f.member_row AND s.side = {MEMBER}
        JOIN person_rows p ON p.row_id = s.right_row AND p.person_id = f.person_id
        WHERE f.band = 'review'
        QUALIFY row_number() OVER (
            PARTITION BY f.member_row ORDER BY s.weight DESC, s.right_row) = 1"""


def _weights_sql(rows: int) -> str:
    """Look the weights up; what the others leave over is the employer's."""
    most = round(MILLI * (math.log2(rows) + CAP_ABOVE_ROWS))
    joins = " ".join(_join(field) for field in LOOKED_UP)
    same_birth = f"birth_level = {code('birth', 'same')}"
    colleagues = f"employer_level = {code('employer', 'same')}"
    rarity = f"least({most}, {bits('coalesce(t.times, 1)', rows)})"
    return f"""
        CREATE OR REPLACE TABLE review_evidence AS
        WITH pairs AS ({_pairs_sql()}),
        looked_up AS (
            SELECT pairs.*, {_milli("nik")} AS nik_milli,
                {_milli("name")} + name_bits AS name_milli,
                {_milli("birth")} + CASE WHEN {same_birth} THEN {rarity} ELSE 0 END
                    AS birth_milli,
                {_milli("sex")} AS sex_milli,
                CASE WHEN {colleagues} THEN least({_milli("place")}, 0)
                    ELSE {_milli("place")} END AS place_milli
            FROM pairs {joins} {_join_number()}
            LEFT JOIN worker_keys k ON k.row_id = pairs.right_row
            LEFT JOIN born_times t ON t.born = k.born)
        SELECT person_id, member_row, nik_milli / {MILLI}.0 AS nik_weight,
            name_milli / {MILLI}.0 AS name_weight, birth_milli / {MILLI}.0 AS birth_weight,
            sex_milli / {MILLI}.0 AS sex_weight, place_milli / {MILLI}.0 AS place_weight,
            (weight - prior - nik_milli - name_milli - birth_milli - sex_milli
                - place_milli) / {MILLI}.0 AS employer_weight,
            round(odds - weight / {MILLI}.0, 3) AS rivals_weight
        FROM looked_up ORDER BY member_row"""


def _milli(field: str) -> str:
    return f"coalesce(round({field}_w.weight * {MILLI})::INTEGER, 0)"


def _join(field: str) -> str:
    return f"""LEFT JOIN link_weights {field}_w ON {field}_w.pair = 'member-worker'
        AND {field}_w.field = '{field}'
        AND {field}_w.level = {level_name(field, f"{field}_level")}"""


def _join_number() -> str:
    """Numbers are weighed given where the rows live and whether they share the date."""
    same = code("birth", "same")
    return f"""LEFT JOIN link_weights nik_w ON nik_w.pair = 'member-worker'
        AND nik_w.field = 'nik' AND nik_w.level = {level_name("nik", "nik_level")}
        || '|' || {level_name("place", "place_level")}
        || CASE WHEN birth_level = {same} THEN '|same' ELSE '|other' END"""


assert set(LOOKED_UP) | {"nik", "employer"} == set(LEVELS)
