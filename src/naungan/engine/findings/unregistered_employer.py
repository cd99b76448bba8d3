"""An employer that lists name workers for and no registration matches (PWBD)."""

from naungan.engine.duties.monthly_due import monthly_due
from naungan.engine.duties.sentence import number, rupiah, without_wage
from naungan.engine.finding import EmployerFinding


FINDING = EmployerFinding(
    label="Perusahaan wajib belum daftar (PWBD)",
    description=(
        "Ada daftar yang menyebut pekerja atau jumlah pekerja pemberi kerja ini, "
        "dan pemadanan tidak menemukan satu pun pemberi kerja terdaftar yang sama. "
        "NPP kosong saja bukan temuan; padanan yang masih menunggu tinjauan juga "
        "bukan. Tanpa satu pun NPP dalam seluruh masukan, tidak ada yang dapat "
        "dibandingkan dan temuan ini tidak dibuat. Keyakinan rendah bila tidak ada "
        "nama pekerja, atau bila sedikitnya separuh pekerjanya sudah peserta "
        "penerima upah melalui NPP lain; sedang bila skalanya tidak diketahui."
    ),
    query=f"""
        WITH named AS (
            SELECT employer_id, count(*) AS people, count(*) - count(wage) AS no_wage,
                coalesce(sum({monthly_due("wage", "roster.owed")}), 0) AS monthly_idr,
                count(*) FILTER (status IN ('active', 'partial_programmes',
                    'in_arrears')) AS enrolled
            FROM roster JOIN employer_duties USING (employer_id) GROUP BY employer_id)
        SELECT employer_id, n.people IS NOT NULL AS is_named,
            coalesce(n.people, declared_workers)::BIGINT AS people,
            coalesce(n.monthly_idr, 0)::BIGINT AS monthly_idr,
            coalesce(n.no_wage, declared_workers) AS no_wage, 3 AS severity,
            CASE WHEN n.people IS NULL OR n.enrolled * 2 >= n.people THEN 1
                WHEN NOT scale_known THEN 2 ELSE 3 END AS sure
        FROM employer_duties LEFT JOIN named n USING (employer_id)
        WHERE registration = 'unregistered' AND coalesce(n.people, declared_workers) > 0
            AND (EXISTS (FROM employers WHERE npp IS NOT NULL)
                OR EXISTS (FROM member_rows WHERE npp IS NOT NULL))
    """,
    sentence=f"""CASE WHEN is_named
            THEN 'Daftar menyebut ' || {number("people")} || ' pekerja'
            ELSE 'Daftar pemberi kerja mencatat ' || {number("people")}
                || ' pekerja tanpa nama' END
        || ', tetapi pemberi kerja ini tidak ditemukan di antara pemberi kerja '
        || 'terdaftar. Iuran yang seharusnya disetor ' || {rupiah("monthly_idr")}
        || ' sebulan' || {without_wage("no_wage")} || '.'""",
    evidence="SELECT employer_id, person_id, NULL::BIGINT AS member_row FROM roster",
)
