"""Lists for a snapshot of an earlier form: views over what it has, slower but right."""

import duckdb

from naungan.engine.listing.score import points_columns, total


SOURCES = {
    "village_counts": ("coverage", "persons"),
    "uncovered": ("coverage", "persons", "employer_people"),
    "employer_workers": ("coverage", "persons", "employer_people", "finding_evidence"),
    "employer_ranking": ("employers", "employer_findings", "finding_evidence"),
    "review_pairs": ("links", "coverage", "persons", "members"),
    "employer_pairs": ("employer_links", "employers"),
}
"""The tables that each list can be made of; whose files a person is in they do not say."""

_PLACED = "coverage JOIN persons USING (person_id)"


def make_missing(con: duckdb.DuckDBPyConnection) -> None:
    """Create a view for every list that the snapshot has no table of."""
    known = {
        name for (name,) in con.sql("SELECT view_name FROM duckdb_views()").fetchall()
    }
    for name, sources in SOURCES.items():
        if name not in known and known.issuperset(sources):
            con.execute(f'CREATE VIEW "{name}" AS {_QUERIES[name]}')


_QUERIES = {
    "village_counts": f"""
        SELECT village_code, status, segment, category, NULL::VARCHAR AS owners,
            count(*) AS people FROM {_PLACED} GROUP BY ALL""",
    "uncovered": f"""
        SELECT village_code, person_id, status, nik, nik_state, name, birth_date,
            birth_year, sex, segment, category, lists, months_in_arrears, employer_id,
            NULL::VARCHAR AS owners
        FROM {_PLACED} LEFT JOIN (SELECT person_id, min(employer_id) AS employer_id
            FROM employer_people GROUP BY person_id) USING (person_id)
        WHERE status <> 'active'""",
    "employer_workers": f"""
        SELECT employer_id, codes IS NULL AS is_settled, person_id, codes, status,
            village_code, nik, name, birth_date, birth_year, sex, NULL::VARCHAR AS owners
        FROM employer_people JOIN ({_PLACED}) USING (person_id)
        LEFT JOIN (SELECT employer_id, person_id,
                string_agg(DISTINCT code, '+' ORDER BY code) AS codes
            FROM finding_evidence GROUP BY employer_id, person_id)
            USING (employer_id, person_id)""",
    "employer_ranking": f"""
        WITH found AS (
            SELECT employer_id, string_agg(code, '+' ORDER BY code) AS codes,
                max(people) AS people, sum(monthly_idr)::BIGINT AS monthly_idr,
                NULL::INTEGER AS months_in_arrears,
                (['low', 'medium', 'high'])[max(list_position(['low', 'medium', 'high'],
                    severity))] AS severity,
                (['low', 'medium', 'high'])[max(list_position(['low', 'medium', 'high'],
                    confidence))] AS confidence
            FROM employer_findings GROUP BY employer_id),
        weighed AS (SELECT *, {points_columns()} FROM found)
        SELECT row_number() OVER (ORDER BY ({total()}) DESC, monthly_idr DESC NULLS LAST,
                people DESC, employer_id) AS rank, employer_id, ({total()})::UTINYINT AS score,
            w.* EXCLUDE (employer_id), name, scale, kind, kbli, village_code, registration
        FROM weighed w JOIN employers USING (employer_id)""",
    "review_pairs": """
        SELECT p.village_code, l.person_id, l.kpj, (c.status = 'possible')::UTINYINT AS effect,
            l.weight, l.prior, l.method, nik_level, name_level, birth_level, sex_level,
            place_level, employer_level, c.status, p.* EXCLUDE (person_id, village_code),
            m.name AS member_name, m.nik AS member_nik, m.nik_written AS member_nik_written,
            m.birth_date AS member_birth_date, m.birth_year AS member_birth_year,
            m.sex AS member_sex, m.npp AS member_npp, m.segment AS member_segment,
            m.programmes AS member_programmes, m.reported_wage AS member_reported_wage,
            m.start_month AS member_start_month, m.paid_through AS member_paid_through,
            m.status AS member_status, m.funder AS member_funder, m.file AS member_file,
            m.row AS member_row, m.line AS member_line, NULL::VARCHAR AS owners
        FROM (FROM links WHERE band = 'review') l JOIN coverage c USING (person_id)
        JOIN persons p USING (person_id)
        JOIN members m ON m.kpj = l.kpj AND m.file = l.file AND m.row = l.row""",
    "employer_pairs": """
        SELECT l.employer_id, l.npp, l.weight, l.method, e.name, e.nib, e.npwp, e.scale,
            e.kind, e.kbli, e.village_code, r.employer_id AS registered_id,
            r.name AS registered_name, r.nib AS registered_nib, r.npwp AS registered_npwp,
            r.scale AS registered_scale, r.kind AS registered_kind,
            r.kbli AS registered_kbli, r.village_code AS registered_village_code
        FROM (FROM employer_links WHERE band = 'review') l
        JOIN employers e USING (employer_id)
        LEFT JOIN (FROM employers WHERE npp IS NOT NULL
            QUALIFY row_number() OVER (PARTITION BY npp ORDER BY employer_id) = 1) r
            ON r.npp = l.npp""",
}
