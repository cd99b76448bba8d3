"""A promise in a few sentences, to be sent by mail or read out on the telephone."""

from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import get_language, gettext as _, ngettext

from naungan.casework.commitments import judging, measuring, settling
from naungan.casework.commitments.indicator import Indicator, unit_label
from naungan.casework.commitments.models import Commitment
from naungan.casework.coordination import catalogue
from naungan.lib import regions
from naungan.lib.numbers import MINUS, format_number


def subject(one: Commitment, today: date) -> str:
    """Say in one line which promise it is about, and how its day stands."""
    return f"{when(one, today)}: {one.what}"[:150].replace("\n", " ")


def message(one: Commitment, today: date) -> str:
    """Say what was promised, where, by when, and how far the data say it is."""
    told = [
        _("Janji: %s") % one.what,
        _("Penanggung jawab: %s") % owner(one),
        *([_("Wilayah: %s") % place(one)] if one.region_code else []),
        *([_("Dijanjikan dalam: %s") % one.event.title] if one.event else []),
        f"{when(one, today)}.",
        figure(one),
        _("Catat keadaannya di Naungan, Buku janji, janji nomor %d.") % one.pk,
    ]
    return "\n".join(line for line in told if line)


def when(one: Commitment, today: date) -> str:
    """Say how the day of a promise stands to today."""
    if one.due_on is None:
        return _("Tanpa jatuh tempo")
    days = (one.due_on - today).days
    day = date_format(one.due_on, "j F Y")
    if one.is_met:
        return _reached(one, day)
    if one.state != "open":
        return _("Jatuh tempo %s") % day
    if days < 0:
        late = ngettext("lewat %d hari", "lewat %d hari", -days) % -days
        return _("Jatuh tempo %(day)s, %(late)s") % {"day": day, "late": late}
    if days == 0:
        return _("Jatuh tempo hari ini, %s") % day
    left = ngettext("%d hari lagi", "%d hari lagi", days) % days
    return _("Jatuh tempo %(day)s, %(left)s") % {"day": day, "left": left}


def _reached(one: Commitment, day: str) -> str:
    """Say since when the data show that it is met, where they tell."""
    if judging.began_met(settling.aim(one)):
        return _("Jatuh tempo %s, sasaran sudah tercapai pada angka awalnya") % day
    if one.met_on is None:
        return _("Jatuh tempo %s, sasaran tercapai") % day
    met_on = date_format(one.met_on, "j F Y")
    told = (
        _("Jatuh tempo %(day)s, tercapai terlambat: data %(met_on)s")
        if one.came_late
        else _("Jatuh tempo %(day)s, tercapai menurut data %(met_on)s")
    )
    return told % {"day": day, "met_on": met_on}


def figure(one: Commitment) -> str:
    """Say what the data read and what was aimed at; "" where nothing can be read."""
    indicator = measuring.indicator_of(one)
    if indicator is None:
        return _("Janji ini tidak diukur dari data.")
    label = measure(one, indicator, get_language() or "id")
    if one.value is None or one.as_of is None:
        return _("%s: belum terbaca dari data.") % label
    read = _("%(what)s: %(value)s per %(day)s") % {
        "what": label,
        "value": amount(one.value, indicator.unit),
        "day": date_format(one.as_of, "j F Y"),
    }
    if one.target is None:
        return f"{read}."
    told = {"read": read, "target": amount(one.target, indicator.unit)}
    if moved := change(one, indicator.unit):
        with_change = _("%(read)s, sasarannya %(target)s (%(change)s dari angka awal).")
        return with_change % {**told, "change": moved}
    return _("%(read)s, sasarannya %(target)s.") % told


def change(one: Commitment, unit: str) -> str:
    """Say how far the target lies from the first figure; "" where that says nothing."""
    if one.target is None or not one.baseline or judging.began_met(settling.aim(one)):
        return ""
    return movement(one.target - one.baseline, unit)


def movement(moved: Decimal, unit: str) -> str:
    """Write how far a figure moved, with its sign; percentages move by percentage points."""
    is_share = unit == "percent"
    told = format_number(moved, 2) if is_share else amount(moved, unit)
    signed = f"+{told}" if moved > 0 else told
    return _("%s poin persen") % signed if is_share else signed


def measure(one: Commitment, indicator: Indicator, language: str) -> str:
    """Name the figure of a promise, with the kind of meeting where one kind counts."""
    label = indicator.said(language)[0]
    kind = one.extent.get("event_kind", "")
    named = catalogue.label("event_kinds", kind, language) if kind else ""
    return f"{label} ({named})" if named else label


def amount(value: Decimal, unit: str) -> str:
    """Write a figure with its unit."""
    if unit == "percent":
        return f"{format_number(value, 2)} %"
    if unit == "idr":
        return f"Rp{format_number(value, 0)}"
    told = format_number(value, 0)
    is_one = told.lstrip(MINUS) == "1"
    return f"{told} {unit_label(unit, get_language() or 'id', is_one=is_one)}"


def owner(one: Commitment) -> str:
    """Name who owes a promise."""
    house = one.owner_institution.name if one.owner_institution else one.owner_name
    named = [part for part in (one.owner_person, house) if part]
    return ", ".join(named) or _("belum ditetapkan")


def place(one: Commitment) -> str:
    """Name the region of a promise."""
    found = regions.by_code(one.region_code)
    return found.name if found else one.region_code
