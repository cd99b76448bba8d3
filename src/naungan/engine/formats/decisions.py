"""Human verdicts on pairs, honoured by every later run."""

from naungan.engine.format import Column, Format, needs


KINDS = {
    "same_person": ("orang sama", "orang yang sama"),
    "different_person": ("orang berbeda", "beda orang"),
    "same_employer": ("pemberi kerja sama", "perusahaan sama"),
    "different_employer": ("pemberi kerja berbeda", "perusahaan berbeda"),
    "keep_apart": ("jangan disatukan", "pisahkan"),
}

FORMAT = Format(
    kind="decisions",
    table="decision_rows",
    title="Putusan pemeriksa",
    describes="Satu baris adalah satu putusan manusia tentang sepasang baris sumber.",
    required=tuple(
        needs(name) for name in ("kind", "left", "right", "by", "at", "reason")
    ),
    columns=(
        Column(
            name="kind",
            type="choice",
            choices=KINDS,
            aliases=("jenis", "putusan"),
            describes="Jenis putusan.",
        ),
        Column(
            name="left",
            type="identifier",
            aliases=("kiri", "pertama"),
            describes=(
                "Penunjuk sumber pertama: sidik berkas dan baris (1a2b3c4d:17), KPJ, "
                "NIB, atau nomor orang (orang:4711)."
            ),
        ),
        Column(
            name="right",
            type="identifier",
            aliases=("kanan", "kedua"),
            describes="Penunjuk sumber kedua.",
        ),
        Column(
            name="by",
            type="text",
            aliases=("oleh", "pemutus"),
            describes="Siapa yang memutuskan.",
        ),
        Column(
            name="at",
            type="text",
            aliases=("pada", "waktu", "tanggal"),
            describes="Kapan diputuskan.",
        ),
        Column(
            name="reason",
            type="text",
            aliases=("alasan", "keterangan"),
            describes="Alasan putusan.",
        ),
    ),
)
