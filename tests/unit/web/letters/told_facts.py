"""Facts of an invented employer, enough for every letter."""

from datetime import date

from naungan.casework.accounts.models import Institution
from naungan.casework.correspondence.actions import Numbered
from naungan.casework.correspondence.models import LetterHead
from naungan.web.letters import composing
from naungan.web.letters.facts import (
    AdministrativeFine,
    Appearance,
    Cited,
    Claimed,
    Facts,
    Finding,
    Gathering,
    Instalment,
    Mandate,
    Meeting,
    Money,
    MonthOwed,
    Party,
    StepBefore,
    Term,
    Worker,
)


PROMISE = {
    "number": 1,
    "what": "Mendata",
    "owner": "D",
    "due": "31 Desember 2024",
    "badge": {"text": "Lewat 15 hari", "tone": "bad", "icon": "late"},
    "measured": "12 dari 60 desa",
    "since": "per 15 Januari 2025",
    "width": 20,
    "place": 100,
    "denied": "",
}

DAY = date(2026, 11, 2)
ENDS = date(2026, 11, 16)
SITE = "https://kantor.invalid"
NUMBERED = Numbered("7/TGR/CONTOH/XI/2026", "23456789ABCD", DAY)
EMPLOYER = Party(
    "PT Contoh Rekaan", ("Jalan Contoh 1", "Lahat"), "Pimpinan", "09012345"
)
BRANCH = Party("Kantor Cabang Contoh")
HOLDER = Party("Kejaksaan Contoh", position="Kepala kejaksaan", official="Jaksa Rekaan")
TAKEN = (
    *("warning_1", "warning_2", "fine", "tmp2t_request", "tmp2t"),
    *("nota_1", "nota_2", "arrears_letter_1", "arrears_letter_2"),
)
LISTS = (
    *("next_steps", "examined", "found", "asked", "evidence", "coordination"),
    *("services", "conditions", "circumstances", "court_parties"),
)

MEETING = {
    "title": "Rapat kepatuhan",
    "kinds": ["Rapat kepatuhan"],
    "when": "Rabu, 3 Juli 2024",
    "date_reason": "Rabu dan bulannya",
    "time": "09.00 sampai selesai",
    "place": "Aula Contoh, Lahat",
    "region": "Kabupaten Lahat",
    "keeper": "Kantor Cabang Contoh",
    "organisers": ["Kejaksaan Contoh"],
    "bases": ["Inpres Nomor 2 Tahun 2021"],
    "attendance": [
        {
            "name": "Budi Rekaan",
            "position": "Kepala Seksi",
            "institution": "Kejaksaan Contoh",
            "role": "hadir",
            "represents": "Asisten I",
            "people": None,
            "group": False,
            "present": True,
        }
    ],
    "agenda": [{"text": "Kemajuan", "speaker": "Kacab", "discussed": "Dibahas"}],
    "statements": [
        {
            "theme": "Cakupan",
            "said": [{"who": "Budi", "text": "Naikkan", "stance": "setuju"}],
        }
    ],
    "figures": [{"meaning": "cakupan", "value": "21%", "check": ""}],
    "obstacles": [{"kind": "Anggaran", "text": "Terlambat"}],
    "recommendations": [{"text": "Perbup disusun", "to": "Bagian Hukum"}],
    "agreed": [
        {
            "what": "Mendata",
            "owner": "Dinas",
            "due": "31 Desember 2024",
            "measure": "cakupan",
            "open_ended": True,
        }
    ],
    "activities": [
        {
            "what": "Sosialisasi",
            "owner": "Dinas",
            "partners": "",
            "month": "Agustus 2024",
            "budget": "Rp1.000.000",
        }
    ],
    "sources": ["Media Contoh"],
    "coverage": {
        "columns": ["Juni 2024"],
        "tables": [{"universe": "laporan", "rows": [["Semua pekerja", "21%"]]}],
        "notes": ["Data terakhir"],
    },
    "promises": [PROMISE | {"denied": "Dinyatakan selesai; data: 12 dari 60 desa."}],
    "reached": [PROMISE | {"width": None, "place": None}],
    "points": ["Perbup disusun"],
    "hindering": ["Anggaran"],
    "villages": [{"name": "Desa A", "quota": "60", "paid": "0", "missing": "60"}],
    "employers": [{"name": "PT A", "number": "1", "stage": "SP1", "due": ""}],
}


def facts(**given):
    """Give facts that hold everything any letter says."""
    usual = {
        "employer": EMPLOYER,
        "findings": (
            Finding(
                "Tidak mendaftarkan pekerjanya",
                "Januari 2025",
                37,
                9_876_000,
                (Cited("Undang-Undang Contoh, Pasal 1", "MEMORY"),),
            ),
        ),
        "steps": tuple(
            StepBefore(code, f"Langkah {code}", date(2026, 9, 1), "1/X", DAY)
            for code in TAKEN
        ),
        "term": Term("10 hari kerja", ENDS),
        "money": money(3),
        "fine": AdministrativeFine(98_760_000, "0,1 persen sebulan", 987_600),
        "pledge": (Instalment(date(2026, 12, 15), 50_000_000),),
        "mandate": Mandate(
            "SKK/12/2026", DAY, BRANCH, HOLDER, "tunggakan", "PN Contoh"
        ),
        "appearance": Appearance(ENDS, "09.00 WIB", "Kejaksaan", ("akta",)),
        "meeting": Meeting(
            DAY, "Balai desa", "Kades", 42, "Arahan", "60 per desa", 60, ("Setuju",)
        ),
        "gathering": Gathering(MEETING, version=1, sha256="0a1b2c3d" * 8),
        "claimed": Claimed(
            "Orang Rekaan",
            "1604••••••••••••",
            "meninggal karena kerja",
            DAY,
            "JKK",
            funder="APBD",
            parts=(("Santunan kematian", 48_000_000), ("Biaya pemakaman", 10_000_000)),
            held_on=ENDS,
            place="Balai desa",
            official="Bupati Rekaan",
            receiver="Istri rekaan",
        ),
        "workers": (Worker("Orang Rekaan", "1604••••••••9001", "petani"),),
        "reason": "sebagian dipenuhi",
        "recommendation": "teguran tertulis",
        "countersigners": (Party("Marwan", position="Ketua BPD"),),
        **dict.fromkeys(LISTS, ("satu hal", "hal lain")),
    }
    return Facts(**(usual | given))


def money(months):
    """Give what is owed for some months."""
    first = 2026 * 12
    owed = (MonthOwed(first + at, 1_000_000, 20_000) for at in range(months))
    return Money(tuple(owed), DAY)


def head(**given):
    """Give a letterhead."""
    usual = {"address": "Jalan Kantor 1", "contact": "telepon", "city": "Lahat"}
    place = Institution(name="Kantor Cabang Contoh", code="contoh")
    return LetterHead(institution=place, **(usual | given))


def composed(letter, given=None, **rest):
    """Compose a letter of the invented employer."""
    signer = Party("Penanda Rekaan", position="Kepala kantor", number="NIP 1")
    told = given if given is not None else facts()
    usual = {"head": head(), "signer": signer, "today": DAY}
    return composing.compose(letter, told, **(usual | rest))


def issued(letter, given=None, **rest):
    """Compose a letter with its number."""
    return composing.numbered(composed(letter, given, **rest).data, NUMBERED, DAY, SITE)


def words(data):
    """Give every text of a composed letter in one string."""
    found = []

    def walk(one):
        if isinstance(one, str):
            found.append(one)
        elif isinstance(one, dict):
            for each in one.values():
                walk(each)
        elif isinstance(one, list):
            for each in one:
                walk(each)

    walk(data)
    return "\n".join(found)
