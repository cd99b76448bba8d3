"""The words of a case: how it was found, for whom it waits, why it was closed."""

from typing import Final

from naungan.casework.intake.states import State
from naungan.law.vocabulary.enforcement import ENFORCEMENT


TRACKS: Final = (
    State("registration_and_data", "pendaftaran dan data", "registration and data"),
    State("arrears", "tunggakan iuran", "arrears"),
)
"""The two ladders of the law."""

HOW: Final = (
    State("run", "pencocokan data", "matching of data"),
    State("visit", "kunjungan", "a visit"),
    State("complaint", "pengaduan", "a complaint"),
)
"""How a finding came about."""

WAITS: Final = (
    State("us", "langkah kita", "our next step"),
    State("employer", "pemberi kerja", "the employer"),
    State("reply", "jawaban yang belum dipertimbangkan", "a reply to be considered"),
    State("other_institution", "lembaga lain", "another institution"),
    State("nobody", "tidak menunggu siapa pun", "nobody"),
)
"""For whom a case waits."""

CLOSING: Final = (
    State("complied", "kewajiban dipenuhi", "duties were met"),
    State("no_breach", "tidak ada pelanggaran", "there was no breach"),
    State("gone", "usahanya tidak ada lagi", "the business is gone"),
    State("duplicate", "sudah ada kasus lain", "another case covers it"),
    State("court", "diputus pengadilan", "decided by a court"),
    State("receivables", "diurus KPKNL", "with the state receivables office"),
    State("other", "sebab lain", "another reason"),
)
"""Why a case is closed."""

NOTES: Final = (
    State("data_now_says", "data kini menyatakan", "the data now say"),
    State("remark", "catatan", "a remark"),
)
"""What is noted on a case."""

SAYS: Final = (
    State("present", "masih ada", "still there"),
    State("changed", "berubah", "changed"),
    State("gone", "tidak ada lagi", "no longer there"),
    State("new", "temuan baru", "a new finding"),
)
"""What later data say of a finding."""

VIA: Final = (
    State("office", "diterima kantor", "received by the office"),
    State("link", "tautan unggah", "upload link"),
)
"""By which way a reply came."""

HAND_OVERS: Final = (
    State("report", "laporan kepada pengawas", "report to the inspector"),
    State("mandate", "kuasa kepada kejaksaan", "mandate to the prosecutor"),
    State("withhold", "permintaan menahan pelayanan", "request to withhold services"),
    State("join", "mengajak ikut serta", "invitation to take part"),
)
"""What is asked of another institution."""

ASKED: Final = {
    "report": "inspector",
    "mandate": "prosecutor",
    "withhold": "service_unit",
}
"""Which actor of the law is asked; whoever is invited along is no actor in particular."""

ACTORS: Final[dict[str, tuple[str, ...]]] = {
    "bpjs": ("bpjs_branch", "bpjs_region"),
    "service_unit": ("dpmptsp",),
    "inspector": ("inspectorate",),
    "investigator": ("inspectorate",),
    "prosecutor": ("kejari", "kejati"),
    "pupn": ("bpjs_branch", "bpjs_region"),
}
"""Which kinds of institutions are an actor of the law; the state receivables
committee is no user of the office, so BPJS records what it did."""

RECEIVERS: Final[dict[str, tuple[str, ...]]] = {
    one.code: ACTORS[ASKED[one.code]] if one.code in ASKED else () for one in HAND_OVERS
}
"""To which kinds of institutions; none named means to any."""

MANDATES: Final = (
    State("non_litigation", "di luar pengadilan", "out of court"),
    State("litigation", "di pengadilan", "in court"),
)
"""The two kinds of mandates."""

MANDATE_OF: Final = {
    "skk_non_litigation": "non_litigation",
    "skk_litigation": "litigation",
}
"""The kind of mandate that is given by a step of the ladder."""

CATEGORIES: Final = tuple(
    State(code, ENFORCEMENT[code].id, ENFORCEMENT[code].en)
    for code in ("PWBD", "PDS_TENAGA_KERJA", "PDS_UPAH", "PDS_PROGRAM", "MENUNGGAK")
)
"""Classes of employers by the duty they broke."""

OUTCOMES: Final = (
    State("met", "ditemui dan diperiksa", "met and examined"),
    State("promised", "menyanggupi", "promised to comply"),
    State("refused", "menolak", "refused"),
    State("closed", "tempatnya tutup", "the place was closed"),
    State("moved", "pindah", "moved"),
    State("not_found", "tidak ditemukan", "not found"),
    State("no_breach", "tidak ada pelanggaran", "no breach was found"),
)
"""What came of a visit to an employer."""

PAPERS: Final = (
    State("reply", "jawaban", "reply"),
    State("payroll", "daftar upah", "payroll"),
    State("photo", "foto", "photograph"),
    State("record", "berita acara", "official record"),
    State("decree", "surat keputusan", "decree"),
    State("other", "lainnya", "other"),
)
"""What a paper of a case is."""


def choices(states: tuple[State, ...]) -> list[tuple[str, str]]:
    """Give codes with their words as the framework wants them."""
    return [(one.code, one.label) for one in states]


def label(states: tuple[State, ...], code: str, language: str = "id") -> str:
    """Give the words of a code."""
    found = next(one for one in states if one.code == code)
    return found.label_en if language == "en" else found.label
