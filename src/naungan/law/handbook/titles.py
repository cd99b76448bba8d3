"""What the pages of the handbook are called, by their file stem."""

from typing import Final

from naungan.law.terms import term
from naungan.law.words import Words, words


TITLES: Final[dict[str, Words]] = {
    "README": words("Buku pegangan hukum", "Handbook of the law"),
    "questions": words("Pertanyaan dan isiannya", "Questions and their fields"),
    "duties": words("Kewajiban", "Duties"),
    "ladders": words("Dua tangga penegakan", "The two ladders of enforcement"),
    "timeline": words("Apa yang berubah dan kapan", "What changed when"),
    "open-points": words("Yang perlu diperiksa ahli hukum", "Open points for a lawyer"),
    "instruments": words("Peraturan", "Legal texts"),
}
"""Pages that are not a folder of values."""

FOLDERS: Final[dict[str, Words]] = {
    "arrears": words("Tunggakan", "Arrears"),
    "benefits": words("Manfaat", "Benefits"),
    "contributions": words("Iuran", "Contributions"),
    "data_protection": words("Pelindungan data pribadi", "Data protection"),
    "enforcement": words("Penegakan", "Enforcement"),
    "fines": words("Denda", "Fines"),
    "identifiers": words("Nomor pengenal", "Identifiers"),
    "participation": words("Kepesertaan", "Participation"),
    "policy": words("Kebijakan", "Policy"),
    "public_services": words("Pelayanan publik", "Public services"),
    "reliefs": words("Keringanan", "Reliefs"),
    "rounding": words("Pembulatan", "Rounding"),
    "scale": words("Skala usaha", "Scale of employers"),
    "vulnerable": words("Pekerja rentan", "Vulnerable workers"),
    "ages": words("usia", "ages"),
    "bpu": words("bukan penerima upah", "self-employed"),
    "categories": words("golongan pemberi kerja", "classes of employers"),
    "clocks": words("jangka waktu", "terms"),
    "crime": words("pidana", "crime"),
    "due": words("jatuh tempo", "due dates"),
    "fine": words("denda administratif", "administrative fine"),
    "inspector": words("pengawas ketenagakerjaan", "labour inspector"),
    "jakon": words("jasa konstruksi", "construction"),
    "kpknl": words("KPKNL", "state receivables office"),
    "limits": words("batas", "limits"),
    "mandatory_programmes": words("program wajib", "mandatory programmes"),
    "optional_programmes": words("program pilihan", "optional programmes"),
    "payment": words("pembayaran", "payment"),
    "pmi": words("pekerja migran", "migrant workers"),
    "prosecutor": words("kejaksaan", "prosecutor"),
    "scholarship": words("beasiswa", "scholarship"),
    "shared": words("bersama", "shared"),
    "terms": words("tenggang", "terms"),
    "tmp2t": words("pelayanan publik ditahan", "services withheld"),
    "wage": words("upah", "wage"),
    "warning": words("teguran", "warning"),
}
"""Folders of the law; one without a title here is called as it is, in capitals."""


def title_of(stem: str) -> Words:
    """Name a page: `benefits-jkk` is Manfaat: JKK."""
    if stem in TITLES:
        return TITLES[stem]
    named = [FOLDERS.get(part) or term(part.upper()) for part in stem.split("-")]
    if len(named) == 1:
        return named[0]
    return words("{top}: {inner}", "{top}: {inner}", top=named[0], inner=named[1])
