"""Someone too old, or for a funded place too young, to be enrolled."""

from naungan.engine.finding import PersonFinding
from naungan.lib.sql_text import month_label, month_start


_SELF_PAID = "('self', 'employer', 'unknown')"


_FROM = "CASE WHEN funded THEN $funded_from ELSE 0 END"
_BELOW = "CASE WHEN funded THEN $funded_below ELSE $below END"
_OUTSIDE = f"""CASE WHEN birth_date IS NOT NULL
    THEN birth_date + to_years({_BELOW}) <= {month_start("judged")}
        OR birth_date + to_years({_FROM}) >= {month_start("judged + 1")}
    ELSE birth_year + {_BELOW} < judged // 12 OR birth_year + {_FROM} > judged // 12 END"""
_EXTREME = """birth_year + least($below, $funded_below) < $month // 12 + 1
    OR birth_year + $funded_from > $month // 12 - 1"""
_AGE = f"""CASE WHEN birth_date IS NOT NULL
    THEN date_sub('year', birth_date, {month_start("judged + 1")} - 1)
    ELSE judged // 12 - birth_year END"""

FINDING = PersonFinding(
    label="Umur di luar batas pendaftaran",
    description=(
        "Pekerja bukan penerima upah yang belum terlindungi dan sepanjang bulan yang "
        "dinilai sudah mencapai umur yang tidak dapat didaftarkan lagi, atau peserta bukan "
        "penerima upah yang sudah mencapainya pada bulan kepesertaannya dimulai. Bagi "
        "pekerja rentan dan peserta yang dibayari suatu dana dipakai batas umur pekerja "
        "rentan, juga yang termuda. Bila hanya tahun lahir diketahui, temuan dibuat hanya "
        "kalau pasti di luar batas."
    ),
    query=f"""
        SELECT person_id, kpj, 'Umur ' || {_AGE} || ' tahun pada ' || {month_label("judged")}
            || '; yang dapat didaftarkan ' || CASE WHEN funded
                THEN $funded_from || ' tahun ke atas dan ' ELSE '' END
            || 'di bawah ' || {_BELOW} || ' tahun' AS detail
        FROM (
            SELECT c.person_id, NULL::VARCHAR AS kpj, p.birth_date, p.birth_year,
                $month::INTEGER AS judged, coalesce(c.category = 'vulnerable', false) AS funded
            FROM covered c JOIN (FROM persons p WHERE {_EXTREME}) p USING (person_id)
            WHERE c.segment = 'BPU'
                AND c.status IN ('unregistered', 'lapsed', 'unknown', 'possible')
            UNION ALL
            SELECT m.person_id, m.kpj, g.birth_date, g.birth_year, m.start_month,
                m.funder NOT IN {_SELF_PAID}
            FROM memberships m JOIN member_rows g ON g.row_id = member_row
            WHERE m.segment = 'BPU' AND m.rule NOT IN ('ended', 'starts_later')
                AND m.start_month IS NOT NULL)
        WHERE {_OUTSIDE}
    """,
    values={
        "below": "participation/ages/bpu_registration_below",
        "funded_from": "participation/ages/vulnerable_from",
        "funded_below": "participation/ages/vulnerable_below",
    },
)
