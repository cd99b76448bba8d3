"""May this person do it: each rule refuses with a sentence, or says nothing."""

from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused, check_power
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import catalogue
from naungan.casework.coordination.models import Event, JointPlan, Minutes
from naungan.casework.fieldwork.access import names_a_nik
from naungan.lib import regions


LONGEST_TEXT: Final = 5_000
WRITTEN: Final = ("draft", "planned", "invited", "held")
"""States in which whom and what an event is about can still be written."""
SPOKEN: Final = ("held",)
"""States in which what was said is written."""


def check_keeps(*, by: Scope, event: Event) -> None:
    """Refuse whoever does not keep the record of an event."""
    check_power(by=by, power="keep_meetings")
    if event.institution_id != by.institution_id:
        raise ActRefused("Hanya lembaga yang mencatat kegiatan ini yang mengubahnya.")


def check_writes(*, by: Scope, event: Event) -> None:
    """Refuse to change what an event is once its minutes stand."""
    check_keeps(by=by, event=event)
    if event.state not in WRITTEN:
        raise ActRefused("Notulennya sudah disusun; buka kembali dahulu.")


def check_notes(*, by: Scope, event: Event) -> None:
    """Refuse to write what was said before an event is held, or after its minutes."""
    check_keeps(by=by, event=event)
    if event.state not in SPOKEN:
        raise ActRefused(
            "Yang disampaikan dicatat selama kegiatan berlangsung. Nyatakan dahulu "
            "kegiatan ini berlangsung, atau buka kembali notulennya."
        )


def check_region(*, by: Scope, region_code: str) -> None:
    """Refuse a region that does not exist, or has nothing to do with the institution."""
    if region_code and regions.by_code(region_code) is None:
        raise ActRefused("Kode wilayah ini tidak ada.")
    inside = regions.lies_in(region_code, by.region_code)
    if not inside and not regions.lies_in(by.region_code, region_code):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")


def check_own_region(*, by: Scope, region_code: str) -> None:
    """Refuse a region outside one's own."""
    if not region_code or regions.by_code(region_code) is None:
        raise ActRefused("Kode wilayah ini tidak ada.")
    if not regions.lies_in(region_code, by.region_code):
        raise ActRefused("Wilayah ini di luar wilayah lembaga Anda.")


def check_words(name: str, codes: tuple[str, ...]) -> None:
    """Refuse a code that the catalogue does not hold; "" says nothing."""
    known = catalogue.words(name)
    if any(code and code not in known for code in codes):
        raise ActRefused("Pilih dari daftar yang ada.")


def check_said(text: str, why: str = _("Tulis isinya.")) -> None:
    """Refuse a text that is missing, too long, or holds a NIK."""
    if not text.strip():
        raise ActRefused(why)
    check_text(text)


def check_text(*texts: str) -> None:
    """Refuse texts that are too long or hold a NIK: no record of a meeting needs one."""
    if any(names_a_nik(text) for text in texts):
        raise ActRefused("Jangan tulis NIK di dalam catatan rapat.")
    if any(len(text) > LONGEST_TEXT for text in texts):
        raise ActRefused("Tulisan ini terlalu panjang; bagilah menjadi beberapa.")


def check_party(*, by: Scope, party: Institution) -> None:
    """Refuse to ask oneself, or an institution that is closed."""
    if party.pk == by.institution_id:
        raise ActRefused("Lembaga Anda sendiri yang mencatat kegiatan ini.")
    if party.closed_on is not None:
        raise ActRefused("Lembaga ini sudah ditutup.")


def check_plans(*, by: Scope, plan: JointPlan) -> None:
    """Refuse whoever does not keep a joint plan, or one that was agreed or dropped."""
    check_power(by=by, power="keep_meetings")
    if plan.institution_id != by.institution_id:
        raise ActRefused("Hanya lembaga yang menyusun rencana ini yang mengubahnya.")
    if plan.state != "draft":
        raise ActRefused("Rencana ini sudah disepakati; buka kembali dahulu.")


def check_signs(*, by: Scope, minutes: Minutes, newest: int) -> None:
    """Refuse whoever is not asked, and a version that another one followed."""
    check_power(by=by, power="sign_minutes")
    if by.institution_id not in minutes.signers:
        raise ActRefused("Lembaga Anda tidak diminta menyetujui notulen ini.")
    if minutes.version != newest:
        raise ActRefused("Ada versi yang lebih baru; baca dan setujui versi itu.")
    if minutes.kind == "minutes" and minutes.event.state in SPOKEN:
        raise ActRefused("Notulen ini dibuka kembali; tunggu versi berikutnya.")
