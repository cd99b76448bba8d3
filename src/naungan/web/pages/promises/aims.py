"""A target as a form is given it: asked about where it could mean two things."""

from typing import Final

from django.utils.translation import gettext as _

from naungan.casework.commitments import aiming, settling
from naungan.casework.commitments.aiming import Aimed
from naungan.casework.commitments.indicator import Indicator, unit_label
from naungan.casework.commitments.judging import began_met
from naungan.casework.commitments.models import Commitment
from naungan.lib.numbers import format_number
from naungan.web.language import spoken
from naungan.web.pages.promises import words


EXAMPLE: Final = "+2.300"


def mistake(aimed: Aimed, what: str, known: Indicator) -> str:
    """Say what is unclear in the target of a promise; "" where nothing is."""
    if aimed.unit not in ("", known.unit):
        return _("Ukuran ini dihitung dalam %(unit)s, bukan %(written)s.") % {
            "unit": unit_label(known.unit, spoken()),
            "written": unit_label(aimed.unit, spoken()),
        }
    if not aiming.is_asked(aimed, what, known):
        return ""
    told = format_number(aimed.value.normalize() + 0)
    return _(
        "Janji ini menyebut perubahan. Tulis “%(sign)s%(number)s” bila dihitung dari "
        "angka awal, atau “menjadi %(number)s” bila itu jumlah akhirnya."
    ) % {"sign": aiming.sign_of(what), "number": told}


def warning(one: Commitment) -> str:
    """Say that a target was met where the figure began; "" where it was not."""
    if not began_met(settling.aim(one)):
        return ""
    return _(
        "Sasaran %(target)s sudah tercapai pada angka awalnya, %(first)s (%(day)s). "
        "Periksa sasarannya: perubahan ditulis dengan tanda, mis. %(example)s."
    ) % {
        "target": words.amount(one.target, one.indicator),
        "first": words.amount(one.baseline, one.indicator),
        "day": words.day(one.baseline_on),
        "example": EXAMPLE,
    }
