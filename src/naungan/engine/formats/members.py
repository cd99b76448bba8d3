"""Extracts of participants, as the social security agency gives them."""

from naungan.engine.format import Column, Format, needs
from naungan.engine.vocabulary import FUNDERS, SEGMENTS, SEXES, STATUSES


FORMAT = Format(
    kind="members",
    table="member_rows",
    title="Daftar peserta",
    describes="Satu baris adalah satu kepesertaan.",
    required=(
        needs("kpj"),
        needs("nik", ("name", "birth_date")),
        needs("segment"),
        needs("programmes"),
    ),
    columns=(
        Column(
            name="kpj",
            type="identifier",
            aliases=("no kartu", "nomor peserta", "no kpj", "nomor kpj", "no peserta")
            + ("nomor kartu", "nomor kartu peserta", "kartu peserta"),
            describes="Nomor kepesertaan.",
        ),
        Column(
            name="nik",
            type="nik",
            outputs=("nik", "nik_written", "nik_rounded"),
            aliases=("no ktp", "nomor induk kependudukan", "no nik", "nomor ktp")
            + ("nomor nik", "nomor identitas", "no identitas"),
            describes="Nomor induk kependudukan, 16 angka.",
        ),
        Column(
            name="name",
            type="text",
            aliases=("nama", "nama lengkap", "nama peserta", "nama tenaga kerja")
            + ("nama pekerja", "nama tk"),
            describes="Nama sebagaimana ditulis.",
        ),
        Column(
            name="birth_date",
            type="birth",
            outputs=("birth_date", "birth_year"),
            aliases=("tanggal lahir", "tgl lahir", "ttl", "tempat tanggal lahir")
            + ("tempat tgl lahir", "tempat dan tanggal lahir"),
            describes="Tanggal lahir lengkap, atau tahunnya saja.",
        ),
        Column(
            name="sex",
            type="choice",
            choices=SEXES,
            aliases=("jk", "jenis kelamin", "kelamin", "l/p", "lp", "gender"),
            describes="Jenis kelamin: L/P, M/F, laki-laki/perempuan.",
        ),
        Column(
            name="npp",
            type="identifier",
            aliases=("no perusahaan", "nomor perusahaan", "kode perusahaan", "no npp")
            + ("nomor pendaftaran perusahaan",),
            describes="Nomor pendaftaran perusahaan.",
        ),
        Column(
            name="segment",
            type="choice",
            choices=SEGMENTS,
            aliases=("kepesertaan", "segmen", "segmen kepesertaan")
            + ("status pekerjaan", "jenis kepesertaan"),
            describes="Segmen: PU, BPU, JAKON, PMI.",
        ),
        Column(
            name="programmes",
            type="programmes",
            aliases=("program", "program diikuti", "program yang diikuti"),
            describes="Program yang diikuti, misalnya JKK+JKM+JHT.",
        ),
        Column(
            name="reported_wage",
            type="rupiah",
            aliases=("upah dilaporkan", "upah", "upah lapor", "upah tk", "gaji"),
            describes="Upah yang dilaporkan, rupiah sebulan.",
        ),
        Column(
            name="start_month",
            type="month",
            aliases=("awal kepesertaan", "tanggal kepesertaan", "mulai kepesertaan")
            + ("tgl kepesertaan", "blth na", "bulan kepesertaan"),
            describes="Bulan kepesertaan dimulai.",
        ),
        Column(
            name="paid_through",
            type="month",
            aliases=("blth terakhir", "iuran terakhir", "blth akhir", "lunas sampai")
            + ("pembayaran terakhir", "blth iuran terakhir"),
            describes="Bulan iuran terakhir yang dibayar.",
        ),
        Column(
            name="status",
            type="choice",
            choices=STATUSES,
            aliases=("status kepesertaan", "status peserta", "keaktifan"),
            describes="AKTIF atau NONAKTIF.",
        ),
        Column(
            name="funder",
            type="choice",
            choices=FUNDERS,
            otherwise="unknown",
            aliases=("sumber dana", "sumber pendanaan", "sumber pembiayaan"),
            describes="Siapa membayar iuran.",
        ),
    ),
)
