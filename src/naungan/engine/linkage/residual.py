"""The rows that no trusted number settles, with all that makes a match of them likely.

Every other step asks only these rows; they are few, so they may be wide: how
rare their words, their whole name and their birth date are, in thousandths of
a bit, capped at what the number of rows can prove.
"""

import math
from typing import Final

import duckdb


WORKER, MEMBER = 0, 1
MILLI = 1000  # weights are whole thousandths of a bit
MOST_ROWS_OF_ONE = 40  # rows one person may have under one number on all lists
CAP_ABOVE_ROWS = 2.0  # bits: one name in four times as many rows as there are


SHAPE: Final = """
    SELECT {side}::UTINYINT AS side, k.row_id, k.name_key, k.words, k.tok_lo, k.tok_hi,
           k.tok_mid, k.head, k.tail, k.born, k.year, k.woman, k.village_code,
           coalesce(k.nik, cut.digits) AS digits, employer_id AS employer
    FROM (FROM {name}_keys {kept} JOIN {name}_sifted USING (row_id)) k
    LEFT JOIN {name}_employed USING (row_id) LEFT JOIN (
        SELECT row_id, TRY_CAST(nik_written AS BIGINT) * 10 AS digits FROM {name}_rows
        WHERE nik IS NULL AND length(nik_written) = 15) cut USING (row_id)"""


VALID: Final = """(SELECT row_id, nik, name_key, born, village_code,
        village_code // 1000000 AS regency FROM worker_keys
    WHERE nik_state = 'valid' AND words > 0 AND birth_date IS NOT NULL)"""


def twins(known: str, *columns: str) -> str:
    """Select what agrees in these columns, of `known` rows, under different numbers."""
    listed = ", ".join(columns)
    some = " AND ".join(f"{column} IS NOT NULL" for column in columns)
    return f"""SELECT {listed} FROM {known} WHERE {some}
        GROUP BY {listed} HAVING min(nik) <> max(nik)"""


def namesakes(rows: int) -> str:
    """Select worker rows born on one day, of one name or in one village.

    A slip in district or serial leaves a number that looks valid; a row whose number
    is not valid is in doubt anyway, and seeks for both. Of a village few were born on
    one day; there the name may be misspelt as well. Where more than one stranger among
    all `rows` may bear name and date, only rows of one regency are in doubt: in a
    nation half of all people have such a stranger.
    """
    return f"""
        WITH named AS MATERIALIZED (
            SELECT name_key, born, n.times * d.times <= {rows} AS is_rare
            FROM ({twins(VALID, "name_key", "born")})
            JOIN name_key_times n USING (name_key) JOIN born_times d USING (born)),
        common AS MATERIALIZED (
            SELECT row_id, nik, name_key, born, regency
            FROM {VALID} JOIN named USING (name_key, born) WHERE NOT is_rare)
        SELECT row_id FROM {VALID} SEMI JOIN (FROM named WHERE is_rare) USING (name_key, born)
        UNION ALL
        SELECT row_id FROM common
        SEMI JOIN ({twins("common", "name_key", "born", "regency")}) USING (name_key, born, regency)
        UNION ALL
        SELECT row_id FROM {VALID}
        SEMI JOIN ({twins(VALID, "village_code", "born")}) USING (village_code, born)"""


def sifted(rows: int) -> str:
    """List the worker rows in doubt among `rows`, and the members that a number settles."""
    return f"""
        CREATE OR REPLACE TEMP TABLE worker_sifted AS
            SELECT row_id FROM worker_keys WHERE nik_state <> 'valid'
            UNION ALL
            SELECT left_row FROM number_pairs WHERE side = {WORKER} AND NOT agrees
            UNION ALL ({namesakes(rows)});
        CREATE OR REPLACE TEMP TABLE member_sifted AS
            SELECT left_row AS row_id FROM number_pairs WHERE side = {MEMBER} AND agrees"""


def left_over() -> str:
    """Choose the rows: doubtful worker rows, and members no number has linked."""
    worker = SHAPE.format(side=WORKER, name="worker", kept="SEMI")
    member = SHAPE.format(side=MEMBER, name="member", kept="ANTI")
    return f"CREATE OR REPLACE TEMP TABLE left_over AS {worker} UNION ALL {member}"


def bits(times: str, rows: int) -> str:
    """Write how surprising a value is that occurs so often, in 1/1000 bit."""
    return f"round(1000 * (log2({rows}) - log2({times})))::INTEGER"


def common_numbers() -> str:
    """Select numbers that so many rows carry that they name nobody (3.2E+15)."""
    return f"""SELECT nik AS digits FROM worker_keys WHERE nik IN (SELECT digits FROM asked)
        GROUP BY nik HAVING count(*) > {MOST_ROWS_OF_ONE}"""


def with_bits(
    source: str, target: str, rows: int, employed: int = 1, prior: str = "0"
) -> str:
    """Add to the rows of `source` how much an agreement on each part would say.

    It is measured against `rows` of both files, and `employed` of known employer.

    A name borne by two rows may be the pair itself, so two rows are taken off
    before its frequency is added to what its words make probable.
    """
    most = round(1000 * (math.log2(max(rows, 2)) + CAP_ABOVE_ROWS))
    words = "coalesce(lo.bits, 0) + coalesce(hi.bits, 0) + coalesce(mid.bits, 0)"
    return f"""
        CREATE OR REPLACE TEMP TABLE {target} AS
        WITH asked AS (FROM {source}),
        token_bits AS (SELECT token, {bits("times", rows)} AS bits FROM name_tokens)
        SELECT a.* REPLACE (CASE WHEN c.digits IS NULL THEN a.digits END AS digits),
               {regency()} AS regency,
               coalesce(lo.bits, 0) AS bits_lo, coalesce(hi.bits, 0) AS bits_hi,
               coalesce(mid.bits, 0) AS bits_mid,
               least({most}, round(-1000 * log2(
                   pow(2, -({words}) / 1000.0) + greatest(coalesce(n.times, 0) - 2, 0) / {rows}.0
               ))::INTEGER) AS bits_name,
               least({most}, {bits("coalesce(d.times, 1)", rows)}) AS bits_birth,
               coalesce({bits("h.times", rows)}, 0) AS bits_head,
               coalesce({bits("t.times", rows)}, 0) AS bits_tail,
               coalesce({bits("e.times", max(employed, 1))}, 0) AS bits_employer,
               {most} AS bits_most, {prior} AS prior
        FROM asked a LEFT JOIN ({common_numbers()}) c USING (digits)
        LEFT JOIN token_bits lo ON lo.token = a.tok_lo
        LEFT JOIN token_bits hi ON hi.token = a.tok_hi
        LEFT JOIN token_bits mid ON mid.token = a.tok_mid
        LEFT JOIN name_key_times n ON n.name_key = a.name_key
        LEFT JOIN born_times d ON d.born = a.born
        LEFT JOIN head_times h ON h.head = a.head
        LEFT JOIN tail_times t ON t.tail = a.tail
        LEFT JOIN employer_times e ON e.employer = a.employer"""


def regency() -> str:
    """Where a row is at home: its village's regency, a member's number's regency."""
    return f"""coalesce(a.village_code, CASE WHEN a.side = {MEMBER}
        THEN a.digits // 10000000000 * 10000 END) // 1000000"""


def gather_residual(
    con: duckdb.DuckDBPyConnection,
    rows: int,
    employed: int,
    priors: dict[int, tuple[int, int]],
) -> None:
    """Make the table `residual` from the rows that number_pairs leaves open.

    `rows` and `employed` are what rarity is measured against; `priors` gives per side
    the prior (1/1000 bit) of a row with and without a number.
    """
    prior = " ".join(
        f"WHEN side = {side} THEN CASE WHEN digits IS NULL THEN {without} ELSE {with_} END"
        for side, (with_, without) in priors.items()
    )
    con.execute(sifted(rows))
    con.execute(left_over())
    prior = f"CASE {prior} END"
    con.execute(with_bits("left_over", "residual", rows, employed, prior))
    for table in ("left_over", "worker_sifted", "member_sifted"):
        con.execute(f"DROP TABLE {table}")
