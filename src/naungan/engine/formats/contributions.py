"""Contributions billed and paid, per month."""

from naungan.engine.format import Column, Format, needs


FORMAT = Format(
    kind="contributions",
    table="contribution_rows",
    title="Daftar iuran",
    describes="Satu baris adalah iuran satu perusahaan atau peserta untuk satu bulan.",
    required=(needs("npp", "kpj"), needs("month"), needs("billed"), needs("paid")),
    columns=(
        Column(
            name="npp",
            type="identifier",
            aliases=("nomor pendaftaran perusahaan", "no perusahaan", "no npp"),
            describes="Nomor pendaftaran perusahaan.",
        ),
        Column(
            name="kpj",
            type="identifier",
            aliases=("no kartu", "nomor peserta", "no kpj", "nomor kpj"),
            describes="Nomor kepesertaan.",
        ),
        Column(
            name="month",
            type="month",
            aliases=("blth", "bulan", "bulan iuran", "periode"),
            describes="Bulan iuran.",
        ),
        Column(
            name="billed",
            type="rupiah",
            aliases=("tagihan", "iuran", "jumlah tagihan", "iuran seharusnya"),
            describes="Iuran yang ditagih, rupiah.",
        ),
        Column(
            name="paid",
            type="rupiah",
            aliases=("dibayar", "pembayaran", "jumlah dibayar", "jumlah bayar"),
            describes="Iuran yang dibayar, rupiah.",
        ),
        Column(
            name="paid_on",
            type="day",
            aliases=("tanggal bayar", "tgl bayar", "tanggal pembayaran"),
            describes="Tanggal pembayaran.",
        ),
    ),
)
