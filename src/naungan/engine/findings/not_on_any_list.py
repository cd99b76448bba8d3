"""A current member whom no worker list knows."""

from naungan.engine.finding import PersonFinding


FINDING = PersonFinding(
    label="Peserta yang tidak ada pada daftar mana pun",
    description=(
        "Kepesertaan yang masih berjalan tanpa padanan, juga tanpa padanan yang menunggu "
        "tinjauan, pada daftar pekerja mana pun. Daftar mungkin belum lengkap, atau "
        "pekerjanya sudah pindah atau berhenti; bukan bukti pelanggaran. Tanpa daftar "
        "pekerja dalam masukan, temuan ini tidak dibuat."
    ),
    query="""
        SELECT NULL::BIGINT AS person_id, kpj,
            CASE WHEN npp IS NULL THEN 'Peserta berjalan tanpa NPP tidak ada pada daftar '
                || 'pekerja mana pun'
            ELSE 'Peserta berjalan di bawah NPP ' || npp || ' tidak ada pada daftar '
                || 'pekerja mana pun' END AS detail
        FROM memberships ANTI JOIN links USING (member_row)
        WHERE person_id IS NULL AND rule NOT IN ('ended', 'starts_later') AND EXISTS (FROM persons)
    """,
    values={},
)
