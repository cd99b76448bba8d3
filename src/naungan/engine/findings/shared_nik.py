"""One NIK carried by people who are not the same person."""

from naungan.engine.finding import PersonFinding


FINDING = PersonFinding(
    label="NIK dipakai lebih dari satu orang",
    description=(
        "Pemeriksaan NIK menemukan NIK ini pada baris orang yang jelas berbeda. Biasanya "
        "salah salin; tanyakan kepada pengirim daftar dan Dukcapil. Perlindungan yang "
        "ditemukan lewat NIK demikian meragukan."
    ),
    query="""
        SELECT p.person_id, NULL::VARCHAR AS kpj,
            'NIK ini dipakai ' || people || ' orang yang berbeda pada daftar' AS detail
        FROM persons p JOIN (SELECT nik, count(*) AS people FROM persons
            WHERE nik_state = 'shared' GROUP BY nik) USING (nik)
        WHERE nik_state = 'shared'
    """,
    values={},
)
