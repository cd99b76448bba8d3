"""The Indonesian words of the reports for every code of the tables."""

from typing import Final

from naungan.engine.finding import all_findings


STATUS: Final = {
    "active": "Terlindungi",
    "partial_programmes": "Terlindungi sebagian program",
    "in_arrears": "Menunggak",
    "lapsed": "Gugur karena tunggakan",
    "unregistered": "Belum terdaftar",
    "unknown": "Belum dapat ditentukan",
    "possible": "Mungkin terlindungi, menunggu tinjauan",
}
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
    "registered": "Terdaftar",
    "review": "Menunggu tinjauan",
    "unregistered": "Tidak ditemukan terdaftar",
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
    "contributions": "Iuran",
    "universe": "Semesta resmi",
    "decisions": "Putusan petugas",
}
LAW_DOUBT: Final = {"SINGLE": "Satu sumber", "MEMORY": "Belum diperiksa"}
METHOD: Final = {
    "nik": "NIK sama",
    "nik_repaired": "NIK mirip",
    "scored": "Bobot nama, tanggal, tempat",
    "decided": "Putusan petugas",
    "nib": "NIB sama",
    "npp": "NPP sama",
    "npwp": "NPWP sama",
}


def list_names(lists: str) -> str:
    """Say which lists know a person: "village+payroll" is "daftar desa + daftar upah"."""
    return " + ".join(LIST.get(name, name) for name in lists.split("+"))


def finding_label(code: str) -> str:
    """Return the short word for a finding; the shelf's own label where there is none."""
    if code in FINDING:
        return FINDING[code][0]
    found = all_findings().get(code)
    return found.label if found else code
