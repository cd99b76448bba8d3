"""How many people the extract itself holds as paid up, listed or not."""

from naungan.engine.measure import Measure


MEASURE = Measure(
    label="Peserta aktif menurut ekstrak",
    description=(
        "Orang dalam ekstrak peserta yang kepesertaannya lunas pada bulan itu, juga yang "
        "tidak ada pada daftar pekerja mana pun, dibagi semesta resmi wilayah yang "
        "dijalankan (tanpa pilihan wilayah: Indonesia). NIK yang sama dihitung sekali. "
        "Daftar yang tipis membuat cakupan tampak rendah; angka ini tidak bergantung "
        "pada daftar, tetapi juga tidak dapat dirinci menurut desa."
    ),
    low="enrolled",
    high="enrolled",
    has_history=True,
    official=True,
    breakdowns=(),
    counts="extract_counts",
)
