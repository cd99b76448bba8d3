"""An employer whose members lack programmes that its scale makes mandatory (PDS)."""

from naungan.engine.duties.monthly_due import monthly_due
from naungan.engine.duties.sentence import number, programmes, rupiah, without_wage
from naungan.engine.finding import EmployerFinding
from naungan.lib.programmes import BITS


LACKING = """FROM staff WHERE is_current AND owed & ~programmes > 0"""
FOR_LIFE_AND_LIMB = BITS["JKK"] | BITS["JKM"]

FINDING = EmployerFinding(
    label="Perusahaan daftar sebagian: program (PDS program)",
    description=(
        "Peserta di bawah NPP pemberi kerja ini tidak diikutkan dalam semua program "
        "yang wajib menurut skala usahanya. Bila skala tidak diketahui, dituntut hanya "
        "yang wajib bagi setiap skala, dan keyakinan menjadi sedang. Pekerja yang sudah "
        "mencapai usia pensiun tidak dituntut JP. JKP mengikuti dengan sendirinya tanpa "
        "iuran tambahan, maka tidak dinilai. Jumlah rupiah adalah iuran program yang "
        "kurang atas upah yang tertinggi dari yang dilaporkan dan yang ada pada daftar. "
        "Berat bila yang kurang JKK atau JKM."
    ),
    query=f"""
        SELECT s.employer_id, count(*) AS people, count(*) - count(wage) AS no_wage,
            bit_or(lacking) AS lacking,
            coalesce(sum({monthly_due("wage", "lacking", segment="s.segment")}), 0)::BIGINT
                AS monthly_idr,
            CASE WHEN bit_or(lacking) & {FOR_LIFE_AND_LIMB} > 0 THEN 3
                ELSE 2 END AS severity,
            CASE WHEN any_value(scale_known) THEN 3 ELSE 2 END AS sure
        FROM (SELECT employer_id, member_row, segment, owed & ~programmes AS lacking,
            reported_wage {LACKING}) s
        JOIN employer_duties USING (employer_id)
        LEFT JOIN (SELECT own_row, max(roster.wage) AS listed FROM roster GROUP BY own_row)
            ON own_row = member_row,
            LATERAL (SELECT greatest(reported_wage, listed) AS wage)
        GROUP BY s.employer_id
    """,
    sentence=f"""{number("people")} || ' peserta di bawah NPP pemberi kerja ini tidak '
        || 'diikutkan dalam semua program wajib; yang kurang: ' || {programmes("lacking")}
        || '. Iuran program yang kurang ' || {rupiah("monthly_idr")} || ' sebulan'
        || {without_wage("no_wage")} || '.'""",
    evidence=f"SELECT employer_id, person_id, member_row {LACKING}",
)
