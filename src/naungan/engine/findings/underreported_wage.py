"""An employer that reports lower wages than the lists show (PDS)."""

from naungan.engine.duties.monthly_due import monthly_due
from naungan.engine.duties.sentence import number, rupiah
from naungan.engine.finding import EmployerFinding


ROUNDING_PERCENT = 1
"""A gap up to this share of the wage is taken for rounding."""

CLEAR_PERCENT = 10
"""From this share of all wages on, the gap is beyond a stale list or an allowance."""

BELOW = f"""FROM roster r JOIN staff s
    ON s.employer_id = r.employer_id AND s.member_row = r.own_row
    WHERE s.is_current AND s.reported_wage > 0
        AND (r.wage - s.reported_wage) * 100 > r.wage * {ROUNDING_PERCENT}"""

FINDING = EmployerFinding(
    label="Perusahaan daftar sebagian: upah (PDS upah)",
    description=(
        "Upah yang dilaporkan untuk peserta lebih rendah daripada upah pada daftar "
        f"pekerja. Selisih sampai {ROUNDING_PERCENT} persen dianggap pembulatan. "
        "Jumlah rupiah adalah iuran atas selisih itu untuk program yang diikuti. "
        f"Keyakinan tinggi bila selisihnya sedikitnya {CLEAR_PERCENT} persen dari "
        "seluruh upah yang dibandingkan, selain itu sedang: daftar dapat lebih baru "
        "daripada laporan, atau memuat tunjangan tidak tetap."
    ),
    query=f"""
        SELECT employer_id, count(*) AS people, sum(gap)::BIGINT AS gap_idr,
            sum(greatest(due - paid, 0))::BIGINT AS monthly_idr,
            CASE WHEN sum(reported) * 2 <= sum(wage) THEN 3 ELSE 2 END AS severity,
            CASE WHEN sum(gap) * 100 >= sum(wage) * {CLEAR_PERCENT} THEN 3
                ELSE 2 END AS sure
        FROM (SELECT r.employer_id, r.wage, s.reported_wage AS reported,
                r.wage - s.reported_wage AS gap, r.segment, s.programmes
            {BELOW}) below
        JOIN employer_duties USING (employer_id),
            LATERAL (SELECT {monthly_due("below.wage", "below.programmes")} AS due,
                {monthly_due("below.reported", "below.programmes")} AS paid)
        GROUP BY employer_id
    """,
    sentence=f"""'Upah ' || {number("people")} || ' pekerja dilaporkan lebih rendah '
        || 'daripada upah pada daftar, bersama-sama ' || {rupiah("gap_idr")}
        || ' sebulan. Kekurangan iurannya ' || {rupiah("monthly_idr")}
        || ' sebulan.'""",
    evidence=f"SELECT r.employer_id, r.person_id, s.member_row {BELOW}",
)
