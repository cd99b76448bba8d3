"""An employer that registered, but not all the workers that lists name (PDS)."""

from naungan.engine.duties.monthly_due import monthly_due
from naungan.engine.duties.sentence import number, rupiah, without_wage
from naungan.engine.finding import EmployerFinding


UNDECLARED = """FROM (FROM roster
    LEFT JOIN (SELECT member_row AS own_row, rule FROM memberships) USING (own_row)
    WHERE (own_row IS NULL AND identifiable AND NOT awaits_review) OR rule = 'ended')
    ANTI JOIN lookalikes USING (employer_id, person_id)"""

FINDING = EmployerFinding(
    label="Perusahaan daftar sebagian: tenaga kerja (PDS TK)",
    description=(
        "Pemberi kerja terdaftar, tetapi ada pekerja pada daftar yang bukan peserta "
        "di bawah NPP-nya, atau yang kepesertaannya di sana sudah diakhiri. Kepesertaan "
        "melalui pemberi kerja lain tidak menggantikan: setiap pemberi kerja wajib "
        "mendaftarkan. Tidak dihitung: orang yang padanannya menunggu tinjauan, yang "
        "tanpa NIK dan tahun lahir, dan yang tanggal lahir atau namanya sama dengan "
        "peserta tanpa padanan di bawah NPP yang sama (mungkin orang itu juga); bila ada "
        "yang demikian, keyakinan menjadi sedang. Bila tidak ada daftar bernama, jumlah "
        "pekerja yang dilaporkan pemberi kerja dibandingkan dengan jumlah pesertanya, "
        "dengan keyakinan rendah."
    ),
    query=f"""
        WITH named AS (
            SELECT employer_id, count(*) AS people, count(*) - count(wage) AS no_wage,
                coalesce(sum({monthly_due("wage", "u.owed")}), 0) AS monthly_idr
            FROM (SELECT * {UNDECLARED}) u JOIN employer_duties USING (employer_id)
            GROUP BY employer_id),
        listed AS (SELECT employer_id, count(*) AS listed,
                count(*) FILTER (awaits_review OR NOT identifiable) AS doubtful
            FROM roster GROUP BY employer_id),
        alike AS (SELECT employer_id, count(*) AS alike FROM lookalikes GROUP BY 1),
        enrolled AS (SELECT employer_id, count(*) AS enrolled
            FROM staff WHERE is_current GROUP BY employer_id),
        compared AS (
            SELECT *, coalesce(n.people, CASE WHEN listed IS NULL
                THEN declared_workers - enrolled END)::BIGINT AS missing
            FROM employer_duties LEFT JOIN named n USING (employer_id)
            LEFT JOIN listed USING (employer_id) LEFT JOIN alike USING (employer_id)
            LEFT JOIN enrolled USING (employer_id))
        SELECT employer_id, missing AS people, listed,
            coalesce(monthly_idr, 0)::BIGINT AS monthly_idr,
            coalesce(no_wage, missing) AS no_wage,
            coalesce(listed, declared_workers) AS workers,
            CASE WHEN missing * 2 >= coalesce(listed, declared_workers) THEN 3
                ELSE 2 END AS severity,
            CASE WHEN listed IS NULL THEN 1
                WHEN doubtful + coalesce(alike, 0) > 0 THEN 2 ELSE 3 END AS sure
        FROM compared WHERE registration = 'registered' AND missing > 0
    """,
    sentence=f"""{number("people")} || ' dari ' || {number("workers")}
        || CASE WHEN listed IS NULL
            THEN ' pekerja yang dilaporkan belum menjadi peserta'
            ELSE ' pekerja pada daftar bukan peserta' END
        || ' di bawah NPP pemberi kerja ini. Iuran yang seharusnya disetor bagi mereka '
        || {rupiah("monthly_idr")} || ' sebulan' || {without_wage("no_wage")} || '.'""",
    evidence=f"SELECT employer_id, person_id, own_row AS member_row {UNDECLARED}",
)
