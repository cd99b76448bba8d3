"""Promises as lines of a table: who, by when, what is claimed, what is measured."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _, ngettext

from naungan.casework.commitments import wording
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries import Line, line
from naungan.lib.numbers import format_number
from naungan.web.pages.promises import words


FULL: Final = 100
SHORT: Final = 48  # letters of a meeting's title


@dataclass(frozen=True)
class Badge:
    """One short word on a promise: its tone, icon and text."""

    tone: str
    icon: str
    text: str


@dataclass(frozen=True)
class Row:
    """One promise of a list."""

    number: int
    what: str
    met_in: str
    owner: str
    house: str
    due: str
    moved: str
    claimed: str
    measured: str
    width: int | None
    place: int | None
    badge: Badge


def row(one: Commitment, today: date) -> Row:
    """Arrange one promise."""
    read = line(one, today)
    return Row(
        number=one.pk,
        what=one.what,
        met_in=met_in(one),
        owner=wording.owner(one),
        house=house(one),
        due=words.day(one.due_on) if one.due_on else one.due_words or "–",
        moved=_moved(one),
        claimed=words.claim(one.told),
        measured=measured(one),
        width=_width(read.progress),
        place=None if read.expected is None else int(read.expected),
        badge=badge(read, today),
    )


def met_in(one: Commitment) -> str:
    """Say where it was promised, and when."""
    day = words.day(one.promised_on)
    return f"{Truncator(one.event.title).chars(SHORT)}, {day}" if one.event else day


def house(one: Commitment) -> str:
    """Give the address of everything that the owner promised; "" where none is named."""
    if one.owner_institution_id:
        return reverse("promises.institution", args=[one.owner_institution_id])
    if not one.owner_name:
        return ""
    return f"{reverse('promises.named')}?{urlencode({'nama': one.owner_name})}"


def _moved(one: Commitment) -> str:
    """Say how far the day moved since it was first promised."""
    if one.due_on is None or one.first_due_on in (None, one.due_on):
        return ""
    return _("semula %s") % words.day(one.first_due_on)


def measured(one: Commitment) -> str:
    """Say the figure of the data beside the one aimed at."""
    known = all_indicators().get(one.indicator)
    if known is None:
        return ""
    if one.value is None:
        return _("belum terbaca")
    if one.target is None:
        return wording.amount(one.value, known.unit)
    places = 2 if known.unit == "percent" else 0
    if one.direction == "down":
        return _("%(value)s, sasaran %(target)s") % {
            "value": format_number(one.value, places),
            "target": wording.amount(one.target, known.unit),
        }
    money = known.unit == "idr"
    return _("%(value)s dari %(target)s") % {
        "value": wording.amount(one.value, known.unit)
        if money
        else format_number(one.value, places),
        "target": wording.amount(one.target, known.unit),
    }


def _width(progress: Decimal | None) -> int | None:
    return None if progress is None else max(0, min(FULL, int(progress)))


def badge(read: Line, today: date) -> Badge:
    """Say the one thing that matters most of a promise now."""
    if read.is_contradicted:
        return Badge("bad", "unsure", _("Bertentangan"))
    return standing_badge(read, today)


def standing_badge(read: Line, today: date) -> Badge:
    """Say where a promise stands by its day and its data, whatever was said of it."""
    one = read.commitment
    if read.standing == "late":
        assert one.due_on is not None
        days = (today - one.due_on).days
        text = ngettext("Lewat %d hari", "Lewat %d hari", days) % days
        return Badge("bad", "late", text)
    if one.came_late and read.standing in ("running", "kept"):
        return Badge("warn", "late", _("Tercapai terlambat"))
    if read.standing != "running":
        icon = "good" if read.standing == "kept" else "info"
        tone = words.TONES.get(read.standing, "")
        return Badge(tone, icon, words.standing(read.standing))
    return _running(read)


def _running(read: Line) -> Badge:
    if read.began_met:
        return Badge("warn", "warn", _("Tercapai sejak awal"))
    if read.commitment.is_met:
        return Badge("good", "good", _("Sasaran tercapai"))
    if read.is_open_ended:
        return Badge("", "unsure", _("Kurang: %s") % ", ".join(lacks(read)))
    if read.is_behind:
        return Badge("warn", "warn", _("Di bawah jalur"))
    if read.progress is None:
        return Badge("", "info", _("Belum terukur"))
    return Badge("", "good", _("Sesuai jalur"))


def lacks(read: Line) -> list[str]:
    """Name what a promise lacks, in words."""
    said = {
        "owner": _("pemilik"),
        "day": _("tanggal"),
        "indicator": _("ukuran"),
        "target": _("sasaran"),
    }
    return [said[one] for one in read.lacks]
