"""An employer with due months unpaid."""

from naungan.engine.duties.monthly_due import monthly_due
from naungan.engine.duties.rosters import ARREARS_RULES
from naungan.engine.duties.sentence import number, rupiah, without_wage
from naungan.engine.finding import EmployerFinding
from naungan.lib.sql_text import listed, month_label


BEHIND = f"FROM staff WHERE rule IN ({listed(ARREARS_RULES)})"

FINDING = EmployerFinding(
    label="Menunggak iuran",
    description=(
        "Ada bulan iuran yang sudah jatuh tempo dan belum lunas. Bila berkas pembayaran "
        "memuat NPP pemberi kerja, itulah dasarnya: rupiahnya adalah kekurangan pada "
        "bulan jatuh tempo terakhir yang tertagih dan belum lunas, dan keyakinan tinggi. "
        "Bila tidak, dasarnya bulan iuran terakhir tiap peserta: rupiahnya adalah iuran "
        "sebulan atas upah yang dilaporkan; keyakinan sedang bila yang menunggak sedikitnya "
        "separuh pesertanya, selain itu rendah, karena sebagian mungkin sudah "
        "berhenti bekerja tanpa dilaporkan. Berat bila melebihi batas bulan "
        "menunggak yang masih ditanggung."
    ),
    query=f"""
        WITH registrations AS (
            SELECT employer_id, npp FROM employer_links WHERE band = 'linked'
            UNION SELECT employer_id, registered_npp FROM employers
                WHERE registered_npp IS NOT NULL),
        limits AS (FROM segment_rules WHERE segment = 'PU'),
        owing AS (
            SELECT employer_id, month, (billed - paid)::BIGINT AS owed_idr
            FROM registrations JOIN bills ON payer_kind = 'npp' AND payer = npp, limits
            WHERE NOT is_settled AND month <= $month - due_offset),
        billed AS (
            SELECT employer_id, count(DISTINCT month) AS months, max(month) AS latest,
                sum(owed_idr) FILTER (month = newest)::BIGINT AS monthly_idr
            FROM (SELECT *, max(month) OVER (PARTITION BY employer_id) AS newest
                FROM owing) GROUP BY employer_id),
        spoken AS (
            SELECT DISTINCT employer_id FROM registrations
            JOIN payments ON payer_kind = 'npp' AND payer = npp),
        behind AS (
            SELECT s.employer_id, count(*) AS people, max(arrears) AS months,
                count(*) - count(reported_wage) AS no_wage,
                coalesce(sum({monthly_due("reported_wage", "programmes", segment="s.segment")}),
                    0)::BIGINT AS monthly_idr
            FROM (SELECT * {BEHIND}) s JOIN employer_duties USING (employer_id)
            GROUP BY s.employer_id),
        enrolled AS (SELECT employer_id, count(*) AS members FROM staff
            WHERE is_current GROUP BY employer_id)
        SELECT employer_id, s.employer_id IS NOT NULL AS from_bills,
            greatest(b.months, h.months)::BIGINT AS months, b.latest,
            coalesce(h.people, 0)::BIGINT AS people,
            coalesce(b.monthly_idr, h.monthly_idr)::BIGINT AS monthly_idr,
            CASE WHEN b.monthly_idr IS NULL THEN h.no_wage ELSE 0 END AS no_wage,
            CASE WHEN greatest(b.months, h.months) > grace THEN 3 ELSE 2 END AS severity,
            CASE WHEN s.employer_id IS NOT NULL THEN 3
                WHEN h.people * 2 >= members THEN 2 ELSE 1 END AS sure
        FROM billed b FULL JOIN behind h USING (employer_id)
        LEFT JOIN spoken s USING (employer_id)
        LEFT JOIN enrolled USING (employer_id), limits
    """,
    sentence=f"""'Iuran ' || {number("months")}
        || ' bulan yang sudah jatuh tempo belum lunas'
        || CASE WHEN latest IS NULL THEN '' ELSE ', terakhir bulan '
            || {month_label("latest")} END
        || ', mengenai ' || {number("people")} || ' peserta. Iuran yang belum dibayar '
        || {rupiah("monthly_idr")} || ' sebulan' || {without_wage("no_wage")} || '.'""",
    evidence=f"SELECT employer_id, person_id, member_row {BEHIND}",
    months="months",
)
