"""The engine's vocabulary as offices spell it: one word, its spellings.

Spellings are compared without case, spaces and punctuation; the word itself is
always understood.
"""

from typing import Final


Words = dict[str, tuple[str, ...]]

SEXES: Final[Words] = {
    "M": ("L", "LK", "laki", "laki-laki", "lelaki", "pria", "male", "1"),
    "F": ("P", "PR", "perempuan", "wanita", "female", "W", "2"),
}

SEGMENTS: Final[Words] = {
    "PU": ("penerima upah", "pekerja penerima upah", "PPU", "TK PU", "formal"),
    "BPU": (
        "bukan penerima upah",
        "pekerja bukan penerima upah",
        "PBPU",
        "TK BPU",
        "informal",
        "mandiri",
    ),
    "JAKON": ("jasa konstruksi", "konstruksi", "TK jakon"),
    "PMI": ("pekerja migran", "pekerja migran indonesia", "TKI", "migran"),
}

CATEGORIES: Final[Words] = {
    "vulnerable": ("rentan", "pekerja rentan", "buruh harian lepas", "pemulung")
    + ("asisten rumah tangga", "pekerja informal rentan"),
    "non_asn": (
        "non asn",
        "honorer",
        "tenaga honorer",
        "PPNPN",
        "THL",
        "tenaga kontrak",
    ),
    "village_officer": (
        "perangkat desa",
        "aparat desa",
        "aparatur desa",
        "kepala desa",
        "perangkat pekon",
        "aparat pekon",
        "BPD",
        "BHP",
    ),
    "rt_rw": ("rt/rw", "rt", "rw", "ketua rt", "ketua rw", "rt dan rw"),
    "election_officer": (
        "petugas pemilu",
        "KPPS",
        "PPK",
        "PPS",
        "pantarlih",
        "badan adhoc",
        "pengawas pemilu",
    ),
    "oil_palm": (
        "sawit",
        "pekebun sawit",
        "petani sawit",
        "pekerja sawit",
        "kebun sawit",
    ),
    "fisher": ("nelayan", "buruh nelayan", "nelayan perikanan"),
    "farmer": ("petani", "buruh tani", "pekebun", "petani pekebun", "peternak"),
    "driver": (
        "ojek",
        "ojol",
        "sopir",
        "supir",
        "pengemudi",
        "ojek online",
        "tukang ojek",
    ),
    "msme": (
        "umkm",
        "pedagang",
        "usaha mikro",
        "pelaku umkm",
        "wirausaha",
        "wiraswasta",
    ),
    "construction": (
        "konstruksi",
        "tukang",
        "tukang batu",
        "buruh bangunan",
        "tukang kayu",
    ),
    "other": ("lainnya", "lain-lain", "lain", "dan lain-lain"),
}

FUNDERS: Final[Words] = {
    "self": ("mandiri", "sendiri", "pribadi", "iuran mandiri", "peserta"),
    "employer": ("perusahaan", "pemberi kerja", "badan usaha", "majikan"),
    "apbn": ("pemerintah pusat",),
    "apbd": (
        "apbd kabupaten",
        "apbd kota",
        "apbd provinsi",
        "pemda",
        "pemerintah daerah",
    )
    + ("apbd murni",),
    "apbd_revised": ("apbd perubahan", "apbd-p", "apbdp", "perubahan apbd"),
    "dbh_sawit": ("dana bagi hasil sawit", "dbh kelapa sawit"),
    "dbhcht": ("dbh cht", "cukai tembakau", "dana bagi hasil cukai hasil tembakau"),
    "village": ("apbdes", "add", "dana desa", "desa", "alokasi dana desa", "apbdesa"),
    "csr": ("tjsl", "csr perusahaan", "tanggung jawab sosial"),
    "baznas": ("zakat", "lazismu", "infak"),
    "mutual_aid": (
        "gotong royong",
        "sertakan",
        "gn lingkaran",
        "donasi",
        "orang tua asuh",
    ),
    "unknown": ("tidak diketahui", "tidak tahu", "belum diketahui"),
}

SCALES: Final[Words] = {
    "micro": ("mikro", "usaha mikro"),
    "small": ("kecil", "usaha kecil"),
    "medium": ("menengah", "usaha menengah", "sedang"),
    "large": ("besar", "usaha besar"),
}

RISK_GROUPS: Final[Words] = {
    "very_low": ("I", "1", "sangat rendah", "kelompok I", "tingkat I"),
    "low": ("II", "2", "rendah", "kelompok II", "tingkat II"),
    "medium": ("III", "3", "sedang", "menengah", "kelompok III", "tingkat III"),
    "high": ("IV", "4", "tinggi", "kelompok IV", "tingkat IV"),
    "very_high": ("V", "5", "sangat tinggi", "kelompok V", "tingkat V"),
}

STATUSES: Final[Words] = {
    "active": ("aktif", "A", "ya", "peserta aktif"),
    "inactive": (
        "nonaktif",
        "non aktif",
        "tidak aktif",
        "N",
        "keluar",
        "berhenti",
        "peserta nonaktif",
    ),
}

EMPLOYER_KINDS: Final[Words] = {
    "company": ("PT", "CV", "UD", "firma", "perseroan terbatas", "perusahaan", "swasta")
    + ("PT perorangan", "persekutuan komanditer", "usaha dagang", "perorangan"),
    "state_enterprise": ("BUMN", "badan usaha milik negara", "persero", "perum"),
    "regional_enterprise": ("BUMD", "badan usaha milik daerah", "perumda", "perseroda")
    + ("perusahaan daerah",),
    "village_enterprise": ("BUMDes", "bumdesa", "badan usaha milik desa", "bumdesma"),
    "government": ("pemerintah", "instansi", "dinas", "OPD", "instansi pemerintah")
    + ("pemerintah daerah", "pemerintah desa"),
    "foundation": ("yayasan",),
    "association": ("perkumpulan", "asosiasi", "paguyuban"),
    "cooperative": ("koperasi", "KUD"),
    "household": ("rumah tangga", "pemberi kerja rumah tangga"),
    "project": ("proyek", "proyek konstruksi"),
    "other": ("lainnya", "lain-lain"),
}
