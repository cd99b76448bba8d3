"""What pages of meetings say in words: codes of the catalogues, states, days, units."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from naungan.casework import clock
from naungan.casework.coordination import catalogue, states
from naungan.casework.coordination.models import Event, Figure
from naungan.lib import dates
from naungan.lib.money import format_rupiah
from naungan.lib.numbers import format_number
from naungan.web.language import spoken


Texts = Mapping[str, Promise | str]
STANCES: Final[Texts] = {
    "agree": gettext_lazy("setuju"),
    "oppose": gettext_lazy("tidak setuju"),
    "neutral": gettext_lazy("tanpa sikap"),
}
STANCE_TONES: Final = {"agree": "good", "oppose": "bad", "neutral": ""}
UNITS: Final[Texts] = {
    "people": gettext_lazy("orang"),
    "people_per_village": gettext_lazy("orang per desa"),
    "percent": gettext_lazy("persen"),
    "percent_points": gettext_lazy("poin persen"),
    "idr": gettext_lazy("rupiah"),
    "villages": gettext_lazy("desa"),
    "employers": gettext_lazy("pemberi kerja"),
    "programmes": gettext_lazy("program"),
    "children": gettext_lazy("anak"),
    "cases": gettext_lazy("kasus"),
    "months": gettext_lazy("bulan"),
    "rank": gettext_lazy("peringkat"),
    "other": gettext_lazy("lainnya"),
}
ROLES: Final[Texts] = {
    "attend": gettext_lazy("hadir"),
    "speak": gettext_lazy("berbicara"),
    "open": gettext_lazy("membuka"),
    "chair": gettext_lazy("memimpin"),
    "sign": gettext_lazy("menandatangani"),
    "represented": gettext_lazy("diwakili"),
}
PARTY_ROLES: Final[Texts] = {
    "organiser": gettext_lazy("penyelenggara"),
    "invited": gettext_lazy("diundang"),
    "guest": gettext_lazy("tamu"),
}
CERTAINTIES: Final[Texts] = {
    "printed": gettext_lazy("tercetak lengkap"),
    "inferred": gettext_lazy("disimpulkan"),
    "month": gettext_lazy("hanya bulannya"),
    "year": gettext_lazy("hanya tahunnya"),
    "unknown": gettext_lazy("tidak diketahui"),
}
WAYS: Final[Texts] = {
    "list": gettext_lazy("dari daftar undangan"),
    "table": gettext_lazy("di meja sekretaris"),
    "qr": gettext_lazy("lewat tautan hadir"),
    "report": gettext_lazy("dari pemberitaan atau notulen"),
}
MARKS: Final[Texts] = {
    "done": gettext_lazy("dilaksanakan"),
    "partly": gettext_lazy("sebagian"),
    "not_done": gettext_lazy("belum"),
    "not_due": gettext_lazy("tidak berlaku di sini"),
}
MARK_TONES: Final = {"done": "good", "partly": "warn", "not_done": "bad", "not_due": ""}
STANDINGS: Final[Texts] = {
    "present": gettext_lazy("berlaku"),
    "expiring": gettext_lazy("segera berakhir"),
    "expired": gettext_lazy("berakhir"),
    "missing": gettext_lazy("belum ada"),
    "ahead": gettext_lazy("belum berlaku"),
}
STANDING_TONES: Final = {
    "present": "good",
    "expiring": "warn",
    "expired": "bad",
    "missing": "bad",
    "ahead": "",
}
STATE_TONES: Final = {
    "held": "warn",
    "minuted": "warn",
    "approved": "good",
    "cancelled": "bad",
}
ICONS: Final = {"good": "good", "warn": "warn", "bad": "bad"}
CONFIDENCES: Final[Texts] = {
    "SINGLE": gettext_lazy("Satu sumber"),
    "MEMORY": gettext_lazy("Belum diperiksa"),
}


def word(name: str, code: str) -> str:
    """Give the words of a code of a catalogue; nothing for no code."""
    return catalogue.label(name, code, spoken()) if code else ""


def words(name: str, codes: Iterable[str]) -> str:
    """Give the words of several codes on one line."""
    return ", ".join(word(name, code) for code in codes)


def options(name: str) -> list[tuple[str, str]]:
    """Give a catalogue as the choices of a field."""
    return [(one.code, one.label(spoken())) for one in catalogue.words(name).values()]


def amount(one: Figure) -> str:
    """Write a number with its unit."""
    if one.unit == "idr" and one.value == int(one.value):
        return format_rupiah(int(one.value))
    return counted(one.value, one.unit)


def counted(value: Decimal, unit: str) -> str:
    """Write a number before the words for so many of its unit."""
    many, number = int(value), format_number(value.normalize())
    said = {
        "people": ngettext("%s orang", "%s orang", many),
        "villages": ngettext("%s desa", "%s desa", many),
        "employers": ngettext("%s pemberi kerja", "%s pemberi kerja", many),
        "programmes": ngettext("%s program", "%s program", many),
        "children": ngettext("%s anak", "%s anak", many),
        "cases": ngettext("%s kasus", "%s kasus", many),
        "months": ngettext("%s bulan", "%s bulan", many),
    }
    return said[unit] % number if unit in said else f"{number} {UNITS[unit]}"


def of_figure(one: Figure) -> str:
    """Name a number among the others of its event."""
    return f"{amount(one)} · {one.meaning}"


def chosen(texts: Texts) -> list[tuple[str, Promise | str]]:
    """Give texts as the choices of a field."""
    return list(texts.items())


def state(event: Event) -> str:
    """Say the state of an event; one whose day is past does not take place any more."""
    if is_over(event):
        return _("sudah diadakan")
    return states.EVENT.label(event.state, spoken())


def tone(event: Event) -> str:
    """Give the tone of that state."""
    return "" if is_over(event) else STATE_TONES.get(event.state, "")


def is_over(event: Event) -> bool:
    """Tell whether an event was held before today and has no minutes yet."""
    if event.state != "held":
        return False
    return event.held_on is None or event.held_on < clock.today()


def advice_state(code: str) -> str:
    """Say the state of a recommendation."""
    return states.RECOMMENDATION.label(code, spoken())


def plan_state(code: str) -> str:
    """Say the state of a joint plan."""
    return states.PLAN.label(code, spoken())


def day_of(event: Event) -> str:
    """Say when an event was, as far as that is known; no day is made up."""
    if event.held_on is not None:
        return date_format(event.held_on, "l, j F Y")
    if event.month is not None:
        month = date_format(dates.month_start(event.month), "F Y")
        return _("%(when)s (hari tidak diketahui)") % {"when": month}
    if event.year is not None:
        return _("%(when)s (hari tidak diketahui)") % {"when": event.year}
    return _("tanggal tidak diketahui")


def short_day(event: Event) -> str:
    """Say the same for a table."""
    if event.held_on is not None:
        return date_format(event.held_on, "j M Y")
    if event.month is not None:
        return date_format(dates.month_start(event.month), "M Y")
    return str(event.year or "–")


def on(day: date | None) -> str:
    """Write a day, or a dash."""
    return date_format(day, "j M Y") if day else "–"
