"""The English of the words that explanations are made of, by their Indonesian.

The words themselves stand in `naungan.engine.wording`, those of a finding in its own
file; a test keeps this list complete. Names of programmes, numbers and official words
(PWBD, NIK, NPP, KPJ) are the same in both languages.
"""

from typing import Final

from naungan.law.words import Words, words


ENGLISH: Final[dict[str, str]] = {
    # What a person's or an employer's state is called.
    "terlindungi": "covered",
    "terlindungi sebagian program": "covered by some programmes",
    "menunggak": "in arrears",
    "gugur karena tunggakan": "lapsed through arrears",
    "belum terdaftar": "not registered",
    "belum dapat ditentukan": "cannot be told yet",
    "mungkin terlindungi, menunggu tinjauan": "perhaps covered, waits for review",
    "terdaftar": "registered",
    "mungkin terdaftar, menunggu tinjauan": "perhaps registered, awaiting review",
    "tidak ditemukan di antara yang terdaftar": "not found among the registered",
    "penerima upah": "wage earners",
    "bukan penerima upah": "self-employed",
    "jasa konstruksi": "construction services",
    "pekerja migran": "migrant workers",
    "segmen tidak disebut": "segment not told",
    "mikro": "micro",
    "kecil": "small",
    "menengah": "medium",
    "besar": "large",
    # Who pays.
    "Mandiri": "Worker",
    "Pemberi kerja": "Employer",
    "APBN": "State budget",
    "APBD": "Regional budget",
    "APBD Perubahan": "Revised regional budget",
    "DBH sawit": "Palm-oil revenue share",
    "DBH CHT": "Tobacco revenue share",
    "ADD/APBDes": "Village budget",
    "CSR": "CSR",
    "BAZNAS": "Alms agency",
    "Gotong royong": "Mutual aid",
    "Tidak diketahui": "Unknown",
    # Findings, and how grave and sure they are.
    "PWBD": "Unregistered (PWBD)",
    "PDS tenaga kerja": "Part of workers (PDS)",
    "PDS upah": "Part of wage (PDS)",
    "PDS program": "Part of programmes (PDS)",
    "Menunggak": "In arrears",
    "Umur di luar batas pendaftaran": "Age outside the limits of registration",
    "Dibayari dua sumber dana untuk bulan yang sama": (
        "Paid by two funds for the same month"
    ),
    "NIK dipakai lebih dari satu orang": "NIK used by more than one person",
    "Peserta yang tidak ada pada daftar mana pun": "Member on no list of workers",
    "tinggi": "high",
    "sedang": "medium",
    "rendah": "low",
    # Lists and files.
    "daftar desa": "village list",
    "daftar upah": "payroll",
    "daftar profesi": "professional list",
    "registri": "registry",
    "Daftar pekerja": "List of workers",
    "Daftar peserta": "List of members",
    "Daftar pemberi kerja": "List of employers",
    "Daftar iuran": "List of contributions",
    "Jumlah pekerja resmi": "Official number of workers",
    "Putusan petugas": "Verdicts of officers",
    # Law.
    "satu sumber": "single source",
    "belum diperiksa": "not yet checked",
    # How rows were matched, and what spoke for it.
    "NIK sama": "same NIK",
    "NIK beda sedikit": "NIK one slip apart",
    "bobot bukti": "weight of evidence",
    "putusan petugas": "decided by an officer",
    "NIB sama": "same NIB",
    "NPP sama": "same NPP",
    "NPWP sama": "same NPWP",
    "dipadankan": "matched",
    "menunggu tinjauan": "waits for review",
    "sah": "valid",
    "dipakai bersama": "shared by several people",
    "tidak cocok dengan tanggal lahir atau jenis kelamin": (
        "does not fit the date of birth or the sex"
    ),
    "mustahil": "impossible",
    "kosong": "empty",
    "NIK beda sedikit di nomor urut": "NIK one slip apart in the serial number",
    "NIK sama wilayah dan tanggal": "NIK of the same area and date",
    "NIK sama wilayah saja": "NIK of the same area only",
    "NIK berbeda": "different NIK",
    "NIK peserta kosong": "the member's NIK is empty",
    "NIK kosong": "NIK is empty",
    "nama sama": "same name",
    "nama sebagian sama": "part of the name is the same",
    "nama mirip": "similar name",
    "nama disingkat": "abbreviated name",
    "nama sebagian berbeda": "part of the name differs",
    "nama tunggal mirip": "similar name of one word",
    "nama berbeda": "different name",
    "tanggal lahir sama": "same date of birth",
    "hari dan bulan tertukar": "day and month swapped",
    "tahun lahir beda satu": "year of birth one apart",
    "tahun lahir sama, 1 Januari": "same year of birth, 1 January",
    "dua bagian tanggal lahir sama": "two parts of the date of birth are the same",
    "tahun lahir sama": "same year of birth",
    "tanggal lahir berbeda": "different date of birth",
    "tanggal lahir kosong": "date of birth is empty",
    "jenis kelamin berbeda": "different sex",
    "pemberi kerja sama": "same employer",
    "pemberi kerja berbeda": "different employer",
    "desa sama": "same village",
    "kecamatan sama": "same district",
    "kabupaten sama": "same regency",
    "tempat berbeda": "different place",
    # Figures.
    "daftar Naungan": "Naungan's list",
    "Cakupan": "Coverage",
    "Peserta aktif menurut ekstrak": "Active members by the extract",
    "Belum terlindungi": "Not covered",
    "Menunggak dalam batas": "In arrears within the limit",
    "Kepesertaan gugur": "Lapsed membership",
    "Program belum lengkap": "Incomplete programmes",
}


def term(indonesian: str) -> Words:
    """Give a word of ours in both languages; a name of others stays as it is."""
    return words("{word}", "{other}", word=indonesian, other=_english(indonesian))


def _english(indonesian: str) -> str:
    return ENGLISH.get(indonesian, indonesian)
