"""The verbs and nouns of the logs in words."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy as _


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
    "send": _("mengirim"),
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
    "void": _("membatalkan"),
    "withdraw": _("mencabut"),
    "hold": _("menahan"),
    "release": _("menerbitkan yang ditahan"),
    "drop": _("tidak menerbitkan"),
    "count": _("menghitung"),
    "record": _("mencatat"),
    "promise": _("menyepakati cicilan"),
    "keep": _("menyatakan ditepati"),
    "break": _("menyatakan ingkar"),
    "resume": _("melanjutkan"),
    "reopen": _("membuka kembali"),
}
NOUNS: Final[dict[str, Promise | str]] = {
    "act": _("catatan perbuatan"),
    "agenda_book": _("buku agenda"),
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
    "employer_lineage": _("asal-usul pemberi kerja"),
    "employer_pairs": _("pasangan pemberi kerja dalam antrian tinjau"),
    "employer_ranking": _("urutan pemberi kerja"),
    "finding_evidence": _("orang di balik temuan"),
    "institution": _("lembaga"),
    "invitation": _("undangan"),
    "letter": _("surat"),
    "letter_batch": _("kumpulan surat"),
    "letter_head": _("kepala surat"),
    "letters": _("daftar surat"),
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
    "inputs": _("berkas masukan"),
    "legal_bases": _("dasar hukum"),
    "name_index": _("indeks nama"),
    "nik_index": _("indeks NIK"),
    "overlaps": _("irisan daftar"),
    "parameters": _("ketentuan hukum"),
    "quality": _("mutu data"),
    "pareto": _("penyumbang kesenjangan"),
    "rejected": _("baris ditolak"),
    "rejected_cells": _("sel yang ditolak"),
    "set_aside": _("baris disisihkan"),
    "village_counts": _("jumlah per desa"),
    "warnings": _("peringatan"),
    "case": _("kasus"),
    "debt": _("utang iuran"),
    "payment": _("pembayaran"),
    "instalment_plan": _("rencana cicilan"),
}
PURPOSES: Final[dict[str, Promise | str]] = {
    "api_employer": _("satu pemberi kerja lewat API"),
    "api_figures": _("angka cakupan lewat API"),
    "api_findings": _("temuan pemberi kerja lewat API"),
    "api_review": _("banyaknya antrian tinjau lewat API"),
    "api_uncovered": _("pekerja belum terlindungi lewat API"),
    "choose_visits": _("memilih yang akan dikunjungi"),
    "download_list": _("unduhan daftar desa"),
    "dry_run": _("hasil uji coba berkas"),
    "employer_workers": _("pekerja pemberi kerja"),
    "figures": _("angka cakupan"),
    "findings": _("temuan pemberi kerja"),
    "gap_parts": _("penyumbang kesenjangan"),
    "lineage": _("asal-usul orang"),
    "manage_people": _("mengatur orang"),
    "oversight": _("pengawasan data"),
    "person_page": _("halaman orang"),
    "print_list": _("cetakan daftar desa"),
    "quality": _("mutu data"),
    "review": _("antrian tinjau"),
    "search": _("pencarian"),
    "uncovered_list": _("daftar pekerja belum terlindungi"),
    "unmask": _("membuka NIK"),
    "visits": _("tugas kunjungan"),
    "why_finding": _("mengapa pemberi kerja"),
    "why_region": _("mengapa wilayah"),
}
"""What people looked for. What was written before there were codes is in words."""


def verb(code: str) -> str:
    """Name a verb; one without words keeps its code."""
    return str(VERBS.get(code, code))


def noun(code: str) -> str:
    """Name a kind of thing; one without words keeps its code."""
    return str(NOUNS.get(code, code))


def purpose(written: str) -> str:
    """Say what somebody looked for; whatever a person wrote behind a code stays."""
    code, colon, rest = written.partition(": ")
    return f"{PURPOSES.get(code) or _in_words(code)}{colon}{rest}"


def _in_words(written: str) -> str:
    """Translate what was written in words, before there were codes."""
    return gettext(written) if written else ""
