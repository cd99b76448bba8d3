"""Lists of employers: the agency's register, permits, business registries."""

from naungan.engine.format import Column, Format, needs
from naungan.engine.vocabulary import EMPLOYER_KINDS, RISK_GROUPS, SCALES


FORMAT = Format(
    kind="employers",
    table="employer_in_rows",
    title="Daftar pemberi kerja",
    describes="Satu baris adalah satu pemberi kerja pada satu daftar.",
    required=(needs("employer_ref", "nib", "npp"), needs("name")),
    columns=(
        Column(
            name="employer_ref",
            type="identifier",
            aliases=("kode", "id perusahaan", "kode perusahaan", "id"),
            describes="Kode tetap pemberi kerja pada daftar itu.",
        ),
        Column(
            name="nib",
            type="identifier",
            aliases=("nomor induk berusaha", "no nib"),
            describes="Nomor induk berusaha.",
        ),
        Column(
            name="npp",
            type="identifier",
            aliases=("nomor pendaftaran perusahaan", "no npp", "no perusahaan"),
            describes="Nomor pendaftaran perusahaan.",
        ),
        Column(
            name="npwp",
            type="identifier",
            aliases=("nomor pokok wajib pajak", "no npwp"),
            describes="Nomor pokok wajib pajak.",
        ),
        Column(
            name="name",
            type="text",
            aliases=("nama perusahaan", "badan usaha", "pemberi kerja")
            + ("nama badan usaha", "nama pemberi kerja", "nama usaha", "perusahaan")
            + ("nama",),
            describes="Nama badan usaha atau pemberi kerja.",
        ),
        Column(
            name="kbli",
            type="identifier",
            aliases=("kode kbli", "kbli utama"),
            describes="Kode KBLI usaha utama.",
        ),
        Column(
            name="kbli_version",
            type="identifier",
            aliases=("versi kbli", "tahun kbli"),
            describes="Tahun KBLI, misalnya 2020; KBLI 2020 dan 2025 berbeda.",
        ),
        Column(
            name="scale",
            type="choice",
            choices=SCALES,
            aliases=("skala usaha", "skala"),
            describes="Skala usaha.",
        ),
        Column(
            name="risk_group",
            type="choice",
            choices=RISK_GROUPS,
            aliases=("tingkat risiko", "kelompok risiko", "risiko", "resiko")
            + ("tingkat risiko jkk", "tingkat resiko"),
            describes="Kelompok tingkat risiko JKK.",
        ),
        Column(
            name="declared_workers",
            type="count",
            aliases=("jumlah tenaga kerja", "jumlah pekerja", "jumlah tk", "tki")
            + ("tenaga kerja", "jml tk", "jml tenaga kerja", "jumlah karyawan"),
            describes="Jumlah pekerja yang dilaporkan.",
        ),
        Column(
            name="village_code",
            type="village",
            aliases=("kode desa", "kode kelurahan", "kode wilayah"),
            describes="Kode Kemendagri desa atau kelurahan, 10 angka.",
        ),
        Column(
            name="village",
            type="text",
            outputs=(),
            aliases=("desa", "kelurahan", "pekon", "nagari", "gampong")
            + ("desa kelurahan", "kelurahan desa", "nama desa", "nama kelurahan"),
            describes="Nama desa atau kelurahan, dipakai bila kodenya tidak ada.",
        ),
        Column(
            name="district",
            type="text",
            outputs=(),
            aliases=("kecamatan", "kec", "nama kecamatan", "distrik"),
            describes="Nama kecamatan, membantu mengenali desa.",
        ),
        Column(
            name="kind",
            type="choice",
            choices=EMPLOYER_KINDS,
            otherwise="other",
            aliases=("jenis", "jenis badan usaha", "jenis usaha", "bentuk usaha"),
            describes="Jenis pemberi kerja.",
        ),
    ),
)
