"""First step: the keys by which a row can be recognised, and its NIK's state."""

from naungan.engine.linkage import nik
from naungan.engine.linkage.normalise import normalise_names
from naungan.engine.work import Work


NIK_STATE = "ENUM ('valid', 'inconsistent', 'impossible', 'missing', 'shared')"


def keys(side: str, year: int) -> str:
    """One narrow row per source row: number, state, name integers, birth, place.

    `born_on` is the birth date, or where none is written the one the number tells.
    """
    place = "r.village_code" if side == "worker" else "NULL::BIGINT"
    return f"""
        CREATE OR REPLACE TEMP TABLE {side}_keys AS
        SELECT r.row_id, r.nik, ({nik.state("r.nik")})::{NIK_STATE} AS nik_state,
               n.name_key, n.words, n.tok_lo, n.tok_hi, n.tok_mid,
               n.head, n.tail, r.birth_date, r.birth_year,
               {nik.born_on("r.nik", year)} AS born_on,
               r.sex = 'F' AS woman, {place} AS village_code
        FROM {side}_rows r JOIN {side}_names n USING (row_id)
        ORDER BY r.row_id"""


def suspects(side: str) -> str:
    """Numbers whose rows differ in both name and birth date."""
    return f"""
        CREATE OR REPLACE TEMP TABLE suspect_rows AS
        SELECT k.* FROM {side}_keys k JOIN (
            SELECT nik FROM {side}_keys WHERE nik_state IN ('valid', 'inconsistent')
            GROUP BY nik HAVING min(name_key) <> max(name_key)
                AND min(birth_date) <> max(birth_date)) s USING (nik)
        WHERE k.nik_state IN ('valid', 'inconsistent')"""


def shared(side: str) -> str:
    """Mark a number under which two rows have nothing in common."""
    return f"""
        UPDATE {side}_keys SET nik_state = 'shared'
        WHERE nik_state IN ('valid', 'inconsistent') AND nik IN (
            SELECT a.nik FROM suspect_rows a JOIN suspect_rows b USING (nik)
            WHERE a.row_id < b.row_id AND a.birth_date <> b.birth_date
              AND {no_word_in_common("a", "b")})"""


def no_word_in_common(a: str, b: str) -> str:
    """Neither the rarest, the commonest nor a middle word is the same."""
    theirs = f"({b}.tok_lo, {b}.tok_hi, coalesce({b}.tok_mid, -1))"
    return (
        f"({a}.tok_lo NOT IN {theirs} AND {a}.tok_hi NOT IN {theirs} "
        f"AND coalesce({a}.tok_mid, -2) NOT IN {theirs})"
    )


def identify(work: Work) -> None:
    """Make worker_keys and member_keys; keep name_tokens for later steps."""
    con = work.con
    normalise_names(con)
    for side in ("worker", "member"):
        con.execute(keys(side, work.request.month // 12))
        con.execute(f"DROP TABLE {side}_names")
        con.execute(suspects(side))
        con.execute(shared(side))
        con.execute("DROP TABLE suspect_rows")
