"""Lists of workers: villages, payrolls, professions, registries."""

from naungan.engine.format import Column, Format, needs
from naungan.engine.vocabulary import CATEGORIES, SEGMENTS, SEXES


FORMAT = Format(
    kind="workers",
    table="worker_rows",
    title="Daftar pekerja",
    describes="Satu baris adalah satu orang pada satu daftar.",
    required=(needs("name"),),
    columns=(
        Column(
            name="source",
            type="text",
            aliases=("sumber", "sumber data", "asal data"),
            describes="Nama daftar; bila kosong dipakai nama berkas.",
        ),
        Column(
            name="nik",
            type="nik",
            outputs=("nik", "nik_written", "nik_rounded"),
            aliases=("no ktp", "nomor induk kependudukan", "no nik", "nomor ktp")
            + ("nomor nik", "nik ktp", "no induk kependudukan", "nik pekerja"),
            describes="Nomor induk kependudukan, 16 angka.",
        ),
        Column(
            name="name",
            type="text",
            aliases=("nama", "nama lengkap", "nama pekerja", "nama tenaga kerja")
            + ("nama peserta", "nama karyawan", "nama pegawai", "nama penduduk")
            + ("nama anggota", "nama petugas", "nama sesuai ktp"),
            describes="Nama sebagaimana ditulis.",
        ),
        Column(
            name="birth_date",
            type="birth",
            outputs=("birth_date", "birth_year"),
            aliases=("tanggal lahir", "tgl lahir", "tanggal kelahiran", "ttl")
            + ("tempat tanggal lahir", "tempat tgl lahir", "tempat dan tanggal lahir")
            + ("tempat dan tgl lahir", "tahun lahir"),
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
            name="village_code",
            type="village",
            aliases=("kode desa", "kode kelurahan", "kode wilayah", "kode pekon")
            + ("kode desa kelurahan", "kode kemendagri", "kode nagari"),
            describes="Kode Kemendagri desa atau kelurahan, 10 angka.",
        ),
        Column(
            name="village",
            type="text",
            outputs=(),
            aliases=("desa", "kelurahan", "pekon", "nagari", "gampong", "kampung")
            + ("desa kelurahan", "kelurahan desa", "nama desa", "nama kelurahan")
            + ("desa pekon", "nama pekon", "nama desa kelurahan"),
            describes="Nama desa atau kelurahan, dipakai bila kodenya tidak ada.",
        ),
        Column(
            name="district",
            type="text",
            outputs=(),
            aliases=("kecamatan", "kec", "nama kecamatan", "distrik", "kapanewon"),
            describes="Nama kecamatan, membantu mengenali desa.",
        ),
        Column(
            name="employer_ref",
            type="identifier",
            aliases=("npp", "nib", "kode perusahaan", "id perusahaan", "kode pemberi")
            + ("nomor pendaftaran perusahaan", "no npp"),
            describes="Penunjuk pemberi kerja: kode daftar, NIB, atau NPP.",
        ),
        Column(
            name="wage",
            type="rupiah",
            aliases=("upah", "gaji", "penghasilan", "upah sebulan", "gaji pokok")
            + ("upah per bulan", "gaji per bulan", "penghasilan per bulan"),
            describes="Upah atau penghasilan sebulan, rupiah.",
        ),
        Column(
            name="segment",
            type="choice",
            choices=SEGMENTS,
            aliases=("segmen", "status pekerjaan", "segmen kepesertaan"),
            describes="Segmen: PU, BPU, JAKON, PMI.",
        ),
        Column(
            name="category",
            type="choice",
            choices=CATEGORIES,
            otherwise="other",
            aliases=("kategori", "pekerjaan", "jenis pekerjaan", "profesi"),
            describes="Golongan pekerja menurut kosakata.",
        ),
    ),
)
