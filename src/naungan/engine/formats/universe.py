"""Official numbers of workers: the denominators of coverage."""

from naungan.engine.format import Column, Format, needs
from naungan.engine.vocabulary import SEGMENTS


FORMAT = Format(
    kind="universe",
    table="universe_rows",
    title="Jumlah pekerja resmi",
    describes="Satu baris adalah satu jumlah resmi pekerja di satu wilayah.",
    required=(
        needs("region_code"),
        needs("month", "year"),
        needs("workers"),
        needs("source"),
    ),
    columns=(
        Column(
            name="region_code",
            type="region",
            aliases=("kode wilayah", "kode", "kode daerah"),
            describes="Kode Kemendagri wilayah pada tingkat mana pun.",
        ),
        Column(
            name="month",
            type="month",
            aliases=("bulan", "periode", "blth"),
            describes="Bulan yang dihitung.",
        ),
        Column(
            name="year",
            type="year",
            aliases=("tahun",),
            describes="Tahun yang dihitung, bila bulannya tidak ada.",
        ),
        Column(
            name="workers",
            type="count",
            aliases=("jumlah pekerja", "pekerja", "jumlah tenaga kerja", "penduduk")
            + ("penduduk bekerja", "semesta"),
            describes="Jumlah pekerja.",
        ),
        Column(
            name="source",
            type="text",
            aliases=("sumber", "sumber data"),
            describes="Siapa yang mengumumkan jumlah itu.",
        ),
        Column(
            name="segment",
            type="choice",
            choices=SEGMENTS,
            aliases=("segmen",),
            describes="Segmen bila jumlahnya untuk satu segmen saja.",
        ),
    ),
)
