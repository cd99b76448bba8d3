"""The words of the comparison: each field, how two values of it compare, each answer."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


Words = dict[str, Promise | str]

FIELDS: Final[Words] = {
    "nik": _("NIK"),
    "name": _("Nama"),
    "birth": _("Tanggal lahir"),
    "sex": _("Jenis kelamin"),
    "place": _("Tempat"),
    "employer": _("Pemberi kerja"),
    "segment": _("Segmen"),
    "wage": _("Upah sebulan"),
    "nib": _("NIB"),
    "npwp": _("NPWP"),
    "scale": _("Skala usaha"),
    "kbli": _("KBLI"),
}
LEVELS: Final[dict[str, Words]] = {
    "nik": {
        "exact": _("Sama"),
        "slip_serial": _("Beda sedikit di nomor urut"),
        "slip_head": _("Beda sedikit"),
        "cell": _("Wilayah dan tanggal sama, nomor urut berbeda"),
        "area": _("Hanya kecamatan terbitnya sama"),
        "differs": _("Berbeda"),
    },
    "name": {
        "exact": _("Sama"),
        "subset": _("Sebagian katanya sama"),
        "near": _("Mirip"),
        "initial": _("Disingkat"),
        "partial": _("Sebagian katanya berbeda"),
        "near_alone": _("Satu kata, mirip"),
        "none": _("Berbeda"),
    },
    "birth": {
        "same": _("Sama"),
        "swapped": _("Hari dan bulan tertukar"),
        "year_off": _("Tahunnya beda satu"),
        "defaulted": _("Tahun sama, salah satunya 1 Januari"),
        "two_parts": _("Dua bagian sama, satu berbeda"),
        "same_year": _("Hanya tahunnya sama"),
        "differs": _("Berbeda"),
    },
    "sex": {"same": _("Sama"), "differs": _("Berbeda")},
    "place": {
        "village": _("Desa sama"),
        "district": _("Kecamatan sama"),
        "regency": _("Kabupaten sama menurut NIK"),
        "differs": _("Berbeda menurut NIK"),
    },
    "employer": {"same": _("Sama"), "differs": _("Berbeda")},
}
ONLY_LEFT: Final = _("Hanya di kiri")
ONLY_RIGHT: Final = _("Hanya di kanan")
NOWHERE: Final = _("Tidak tertulis di keduanya")
SAME: Final = _("Sama")
DIFFERS: Final = _("Berbeda")

SEXES: Final[Words] = {"M": _("Laki-laki"), "F": _("Perempuan")}
ANSWERS: Final[Words] = {
    "same": _("sama"),
    "different": _("berbeda"),
    "unsure": _("tidak dapat dipastikan"),
}
STATUSES: Final[Words] = {
    "active": _("terlindungi"),
    "partial_programmes": _("terlindungi sebagian program"),
    "in_arrears": _("menunggak"),
    "lapsed": _("gugur karena tunggakan"),
    "unregistered": _("belum terdaftar"),
    "unknown": _("belum dapat ditentukan"),
    "possible": _("mungkin terlindungi"),
}
SEGMENTS: Final[Words] = {
    "PU": _("penerima upah"),
    "BPU": _("bukan penerima upah"),
    "JAKON": _("jasa konstruksi"),
    "PMI": _("pekerja migran"),
}
METHODS: Final[Words] = {
    "nik_repaired": _("NIK beda sedikit"),
    "scored": _("bobot bukti"),
    "nib": _("NIB sama"),
    "npwp": _("NPWP sama"),
}
LISTS: Final[Words] = {
    "village": _("daftar desa"),
    "payroll": _("daftar upah"),
    "profession": _("daftar profesi"),
    "registry": _("registri"),
}
SCALES: Final[Words] = {
    "micro": _("mikro"),
    "small": _("kecil"),
    "medium": _("menengah"),
    "large": _("besar"),
}
