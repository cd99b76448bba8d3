"""The verbs and nouns of the logs in words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


VERBS: Final[dict[str, Promise | str]] = {
    "accept": _("menerima"),
    "appoint": _("menugaskan"),
    "assign": _("menugaskan"),
    "change": _("mengubah"),
    "close": _("menutup"),
    "correct": _("memperbaiki"),
    "decide": _("memutus"),
    "download": _("mengunduh"),
    "end": _("mengakhiri"),
    "erase": _("menghapus"),
    "found": _("mendirikan"),
    "invent": _("merekakan"),
    "invite": _("mengundang"),
    "issue": _("mengeluarkan"),
    "load": _("memuat"),
    "open": _("membuka"),
    "prune": _("memangkas"),
    "publish": _("menerbitkan"),
    "remove": _("membuang"),
    "set": _("menetapkan"),
    "share": _("membagikan"),
    "revoke": _("mencabut"),
    "undo": _("mengurungkan"),
    "unmask": _("membuka NIK"),
    "ask": _("meminta"),
    "approve": _("menyetujui"),
    "cancel": _("membatalkan"),
    "discard": _("membuang"),
    "fail": _("menggagalkan"),
    "map": _("memetakan kolom"),
    "pick_up": _("mengambil lagi"),
    "recall": _("mengambil kembali"),
    "receive": _("menerima"),
    "reclassify": _("mengubah jenis"),
    "refuse": _("menolak"),
    "restore": _("memakai lagi"),
    "submit": _("mengajukan"),
    "try_out": _("menguji coba"),
    "verify": _("memeriksa"),
    "visit": _("mencatat kunjungan"),
    "withdraw": _("menarik"),
}
NOUNS: Final[dict[str, Promise | str]] = {
    "act": _("catatan perbuatan"),
    "appointment": _("penugasan"),
    "assignment": _("penugasan lapangan"),
    "batch": _("berkas masuk"),
    "coverage": _("kepesertaan"),
    "dispatch": _("surat tugas lapangan"),
    "employer": _("temuan pemberi kerja"),
    "employer-workers": _("daftar pekerja pemberi kerja"),
    "employer_people": _("pekerja menurut pemberi kerja"),
    "employer_workers": _("pekerja pemberi kerja"),
    "employers": _("daftar pemberi kerja"),
    "finding_evidence": _("orang di balik temuan"),
    "institution": _("lembaga"),
    "invitation": _("undangan"),
    "links": _("hubungan kepesertaan"),
    "log": _("catatan"),
    "look": _("catatan penglihatan"),
    "members": _("peserta"),
    "person": _("orang"),
    "person_findings": _("temuan orang"),
    "person_lineage": _("asal-usul orang"),
    "person_rows": _("baris sumber orang"),
    "persons": _("orang dalam potret"),
    "processing": _("catatan pemrosesan"),
    "publication": _("potret"),
    "review_pairs": _("pasangan dalam antrian tinjau"),
    "run": _("proses"),
    "session": _("sesi"),
    "sharing": _("aturan berbagi data"),
    "token": _("kunci API"),
    "target": _("target"),
    "printed_figure": _("angka cetak"),
    "boundary_pack": _("paket batas"),
    "cakupan": _("cakupan"),
    "cakupan-wilayah": _("cakupan wilayah"),
    "uncovered": _("daftar pekerja belum terlindungi"),
    "user": _("pengguna"),
    "verdict": _("putusan tinjauan"),
}


def verb(code: str) -> str:
    """Name a verb; one without words keeps its code."""
    return str(VERBS.get(code, code))


def noun(code: str) -> str:
    """Name a kind of thing; one without words keeps its code."""
    return str(NOUNS.get(code, code))
