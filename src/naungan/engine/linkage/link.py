"""Third step: which memberships belong to which person."""

from naungan.engine.linkage.identify import no_word_in_common
from naungan.engine.work import Work


LINKS = """
    CREATE OR REPLACE TABLE links (
        person_id BIGINT, member_row BIGINT, kpj VARCHAR, band VARCHAR, method VARCHAR,
        weight DOUBLE, nik_level VARCHAR, name_level VARCHAR, birth_level VARCHAR,
        sex_level VARCHAR, place_level VARCHAR, prior DOUBLE)"""


def by_number() -> str:
    """Link by the same trusted number when birth date or a word of the name agrees."""
    return f"""
        INSERT INTO links
        SELECT person_id, member_row, kpj, 'linked', 'nik', NULL, 'exact', NULL, NULL,
               NULL, NULL, NULL
        FROM (SELECT r.person_id, m.row_id AS member_row, m2.kpj,
                     row_number() OVER (PARTITION BY m.row_id ORDER BY
                        m.name_key <> w.name_key,
                        coalesce(m.birth_date <> w.birth_date, true), r.person_id) AS place
              FROM member_keys m JOIN worker_keys w USING (nik)
              JOIN person_rows r ON r.row_id = w.row_id
              JOIN member_rows m2 ON m2.row_id = m.row_id
              WHERE m.nik_state IN ('valid', 'inconsistent')
                AND w.nik_state IN ('valid', 'inconsistent')
                AND (m.birth_date = w.birth_date OR NOT {no_word_in_common("m", "w")}))
        WHERE place = 1"""


def link(work: Work) -> None:
    """Make links: every membership with the person it belongs to, if known."""
    work.con.execute(LINKS)
    work.con.execute(by_number())
