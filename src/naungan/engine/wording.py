"""The Indonesian words for every code of the tables, in reports and explanations.

Words that stand within sentences are lower-case; `capitalised` makes cells of
them. `GLOSSARY.md` explains each.
"""

from collections.abc import Mapping
from typing import Final

from naungan.engine.finding import all_findings
from naungan.engine.vocabulary import SCALES


STATUS: Final = {
    "active": "terlindungi",
    "partial_programmes": "terlindungi sebagian program",
    "in_arrears": "menunggak",
    "lapsed": "gugur karena tunggakan",
    "unregistered": "belum terdaftar",
    "unknown": "belum dapat ditentukan",
    "possible": "mungkin terlindungi, menunggu tinjauan",
}
# What changed a status since the run before.
CAUSE: Final = {
    "files": "karena berkas",
    "weights": "karena bukti ditimbang ulang",
    "month": "karena bulan berganti",
}
SEX: Final = {"M": "L", "F": "P"}  # as Indonesian files write it
SEGMENT: Final = {
    "PU": "penerima upah",
    "BPU": "bukan penerima upah",
    "JAKON": "jasa konstruksi",
    "PMI": "pekerja migran",
    "unknown": "segmen tidak disebut",
}
CATEGORY: Final = {
    "vulnerable": "Pekerja rentan",
    "non_asn": "Non-ASN",
    "village_officer": "Perangkat desa",
    "rt_rw": "RT/RW",
    "election_officer": "Petugas pemilu",
    "oil_palm": "Pekebun sawit",
    "fisher": "Nelayan",
    "farmer": "Petani",
    "driver": "Pengemudi",
    "msme": "UMKM",
    "construction": "Pekerja konstruksi",
    "other": "Lainnya",
    "unknown": "Tidak disebut",
}
FUNDER: Final = {
    "self": "Mandiri",
    "employer": "Pemberi kerja",
    "apbn": "APBN",
    "apbd": "APBD",
    "apbd_revised": "APBD Perubahan",
    "dbh_sawit": "DBH sawit",
    "dbhcht": "DBH CHT",
    "village": "ADD/APBDes",
    "csr": "CSR",
    "baznas": "BAZNAS",
    "mutual_aid": "Gotong royong",
    "unknown": "Tidak diketahui",
}
LEVEL: Final = {
    "village": "Desa/kelurahan",
    "district": "Kecamatan",
    "regency": "Kabupaten/kota",
    "province": "Provinsi",
    "national": "Nasional",
    "unplaced": "Tanpa desa",
}
# The office's word, the plain words, and the tone of its badge.
FINDING: Final = {
    "unregistered_employer": ("PWBD", "belum terdaftar", "bad"),
    "partial_workers": ("PDS tenaga kerja", "sebagian pekerja terdaftar", "bad"),
    "underreported_wage": ("PDS upah", "upah dilaporkan lebih rendah", "warn"),
    "missing_programmes": ("PDS program", "sebagian program saja", "warn"),
    "contributions_in_arrears": ("Menunggak", "iuran belum dibayar", "warn"),
}
GRADE: Final = {"high": "tinggi", "medium": "sedang", "low": "rendah"}
REGISTRATION: Final = {
    "registered": "terdaftar",
    "review": "mungkin terdaftar, menunggu tinjauan",
    "unregistered": "tidak ditemukan di antara yang terdaftar",
}
# The customary names of worker lists; any other list is called as its sender did.
LIST: Final = {
    "village": "daftar desa",
    "payroll": "daftar upah",
    "profession": "daftar profesi",
    "registry": "registri",
}
KIND: Final = {
    "workers": "Daftar pekerja",
    "members": "Daftar peserta",
    "employers": "Daftar pemberi kerja",
    "contributions": "Daftar iuran",
    "universe": "Jumlah pekerja resmi",
    "decisions": "Putusan petugas",
}
LAW_DOUBT: Final = {"SINGLE": "satu sumber", "MEMORY": "belum diperiksa"}
METHOD: Final = {
    "nik": "NIK sama",
    "nik_repaired": "NIK beda sedikit",
    "scored": "bobot bukti",
    "decided": "putusan petugas",
    "nib": "NIB sama",
    "npp": "NPP sama",
    "npwp": "NPWP sama",
}
BAND: Final = {"linked": "dipadankan", "review": "menunggu tinjauan"}
NIK_STATE: Final = {
    "valid": "sah",
    "shared": "dipakai bersama",
    "inconsistent": "tidak cocok dengan tanggal lahir atau jenis kelamin",
    "impossible": "mustahil",
    "missing": "kosong",
}
SCALE: Final = {code: spellings[0] for code, spellings in SCALES.items()}
# How two rows compare in each field; agreement in sex says too little to be told.
LEVEL_WORDS: Final = {
    "nik_level": {
        "exact": "NIK sama",
        "slip_serial": "NIK beda sedikit di nomor urut",
        "slip_head": "NIK beda sedikit",
        "cell": "NIK sama wilayah dan tanggal",
        "area": "NIK sama wilayah saja",
        "differs": "NIK berbeda",
        "missing_there": "NIK peserta kosong",
        "missing": "NIK kosong",
    },
    "name_level": {
        "exact": "nama sama",
        "subset": "nama sebagian sama",
        "near": "nama mirip",
        "initial": "nama disingkat",
        "partial": "nama sebagian berbeda",
        "near_alone": "nama tunggal mirip",
        "none": "nama berbeda",
    },
    "birth_level": {
        "same": "tanggal lahir sama",
        "swapped": "hari dan bulan tertukar",
        "year_off": "tahun lahir beda satu",
        "defaulted": "tahun lahir sama, 1 Januari",
        "two_parts": "dua bagian tanggal lahir sama",
        "same_year": "tahun lahir sama",
        "differs": "tanggal lahir berbeda",
        "missing": "tanggal lahir kosong",
    },
    "sex_level": {"differs": "jenis kelamin berbeda"},
    "employer_level": {
        "same": "pemberi kerja sama",
        "differs": "pemberi kerja berbeda",
    },
    "place_level": {
        "village": "desa sama",
        "district": "kecamatan sama",
        "regency": "kabupaten sama",
        "differs": "tempat berbeda",
    },
}


def capitalised(words: Mapping[str, str]) -> dict[str, str]:
    """Return the words as they begin a cell: "putusan petugas" is "Putusan petugas"."""
    return {code: word[:1].upper() + word[1:] for code, word in words.items()}


def list_names(lists: str) -> str:
    """Say which lists know a person: "village+payroll" is "daftar desa + daftar upah"."""
    return " + ".join(LIST.get(name, name) for name in lists.split("+"))


def finding_label(code: str) -> str:
    """Return the short word for a finding; the shelf's own label where there is none."""
    if code in FINDING:
        return FINDING[code][0]
    found = all_findings().get(code)
    return found.label if found else code
