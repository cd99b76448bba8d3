"""One person paid for by two funds for the same month."""

from naungan.engine.finding import PersonFinding
from naungan.engine.wording import FUNDER
from naungan.lib.sql_text import labelled, listed, month_label


NOT_FUNDS = ("self", "employer", "unknown")
"""Paying for oneself or one's workers is no fund: two jobs are legitimate."""


def _pairs_sql(same: str) -> str:
    """Two memberships alike in `same`, paid by two funds for a month or more."""
    return f"""SELECT coalesce(a.person_id, b.person_id) AS person_id, a.kpj,
            b.kpj AS other_kpj, a.funder, b.funder AS other_funder,
            a.active_months & b.active_months AS months
        FROM funded a JOIN funded b ON a.{same} = b.{same} AND a.funder < b.funder
            AND a.kpj <> b.kpj AND a.active_months & b.active_months > 0"""


def _named(funder: str) -> str:
    return labelled(funder, FUNDER, funder)


FINDING = PersonFinding(
    label="Dibayari dua sumber dana untuk bulan yang sama",
    description=(
        "Dua kepesertaan dari orang yang sama, atau dengan NIK yang sama, dibayar oleh dua "
        "sumber dana yang berbeda (APBN, APBD, desa, dana bagi hasil, CSR, dan lain-lain) "
        "untuk sedikitnya satu bulan yang sama dalam dua belas bulan sampai bulan yang "
        "dinilai. Dua pekerjaan yang dibayar sendiri atau oleh pemberi kerja bukan temuan."
    ),
    query=f"""
        WITH funded AS (
            SELECT person_id, nik, kpj, funder::VARCHAR AS funder, active_months
            FROM memberships WHERE active_months > 0
                AND funder NOT IN ({listed(NOT_FUNDS)})),
        pairs AS (
            SELECT max(person_id) AS person_id, kpj, other_kpj, funder, other_funder,
                months
            FROM ({_pairs_sql("person_id")} UNION ALL {_pairs_sql("nik")})
            GROUP BY ALL)
        SELECT person_id, least(kpj, other_kpj) AS kpj,
            {_named("funder")} || ' (KPJ ' || kpj || ') dan '
            || {_named("other_funder")} || ' (KPJ ' || other_kpj || ') membayar '
            || bit_count(months) || ' bulan yang sama, terakhir '
            || {month_label("$month - round(log2(months & -months))::INTEGER")} AS detail
        FROM (SELECT * REPLACE (months::BIGINT AS months) FROM pairs)
    """,
    values={},
)
