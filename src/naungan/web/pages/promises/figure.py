"""By which figure a promise is proved: where it began, where it stands, what it is made of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import extent, wording
from naungan.casework.commitments.indicator import Indicator, all_indicators
from naungan.casework.commitments.models import Commitment, Measurement
from naungan.casework.commitments.queries import Line, Whole
from naungan.casework.protection.models import Scheme
from naungan.lib.numbers import format_number
from naungan.web.pages.promises import evidence, words


PARTS: Final = {
    "covered": (gettext_lazy("terlindungi"), "number"),
    "at_most": (gettext_lazy("paling banyak bila semua tinjauan cocok"), "number"),
    "workers": (gettext_lazy("pekerja dalam semesta"), "number"),
    "universe": (gettext_lazy("semesta"), "text"),
    "schemes": (gettext_lazy("skema yang dihitung"), "number"),
    "died": (gettext_lazy("dilaporkan meninggal, tidak dihitung"), "number"),
    "begun": (gettext_lazy("desa yang sudah mulai"), "number"),
    "listed": (gettext_lazy("pemberi kerja dalam daftar"), "number"),
    "people": (gettext_lazy("orang di balik temuan"), "number"),
    "monthly_idr": (gettext_lazy("iuran sebulan"), "idr"),
    "principal_idr": (gettext_lazy("pokok utang"), "idr"),
    "paid_idr": (gettext_lazy("sudah dibayar"), "idr"),
    "cases": (gettext_lazy("kasus berutang"), "number"),
    "contribution_idr": (gettext_lazy("iuran"), "idr"),
    "fine_idr": (gettext_lazy("denda"), "idr"),
    "files": (gettext_lazy("berkas"), "number"),
    "numbers": (gettext_lazy("nomor aturan"), "list"),
    "since": (gettext_lazy("sejak"), "day"),
    "until": (gettext_lazy("sampai"), "day"),
}
"""What readings are made of, in words; the rest stays in the measurement."""


@dataclass(frozen=True)
class Beginning:
    """A first figure: how much, of which day, and who says so."""

    value: str
    day: str
    source: str


def figure(scope: Scope, found: Whole, read: Line) -> dict[str, Any] | None:
    """Say by which figure a promise is proved, and where it can be opened."""
    one = found.commitment
    known = all_indicators().get(one.indicator)
    if known is None:
        return None
    label, tells = words.indicator(one.indicator)
    said = extent.read(one.extent)
    scheme = Scheme.objects.filter(pk=said.scheme).first() if said.scheme else None
    first = first_read(found)
    newest = found.measured[-1] if found.measured else None
    return {
        "label": label,
        "tells": tells,
        "narrowed": words.extents(said, scheme.name if scheme else ""),
        "beginnings": beginnings(one, known, first),
        "ways": ways(one, known, first),
        "target": words.amount(one.target, one.indicator),
        "change": wording.change(one, known.unit),
        "value": words.amount(one.value, one.indicator),
        "of": format_number(one.value_of) if one.value_of else "",
        "moved": _moved(one),
        "reads_as": one.reads_as.name if one.reads_as else "",
        "is_snapshot": known.of_snapshot,
        "address": evidence.address(scope, one),
        "parts": parts(newest) if newest else [],
        "progress": read.progress,
        "expected": read.expected,
    }


def first_read(found: Whole) -> Measurement | None:
    """Give what the data said last before the day of the first figure.

    What was first read afterwards is no beginning: much may have happened until then.
    Of several readings of that day it is the one that the promise began with, or the
    last that was known when it was written down, or the first.
    """
    one = found.commitment
    day = one.baseline_on or one.promised_on
    before = [row for row in found.measured if row.as_of <= day]
    same_day = [row for row in before if row.as_of == before[-1].as_of]
    known = [row for row in same_day if row.known_at and row.known_at <= one.made_at]
    began = [row for row in same_day if row.value == one.baseline]
    return next(iter(began or known[-1:] or same_day), None)


def is_typed(one: Commitment, known: Indicator, first: Measurement | None) -> bool:
    """Tell whether the first figure was said by somebody, not read from the data."""
    if one.baseline is None or known.counts == "since":
        return False
    return first is None or (first.value, first.as_of) != (
        one.baseline,
        one.baseline_on,
    )


def beginnings(
    one: Commitment, known: Indicator, first: Measurement | None
) -> list[Beginning]:
    """Give the first figure from which the target counts, and beside it that of the data."""
    typed, found = is_typed(one, known, first), []
    if one.baseline is not None:
        source = _since(one, known) if not typed else _said(one)
        found.append(_beginning(one, one.baseline, one.baseline_on, source))
    if typed and first is not None:
        found.append(_beginning(one, first.value, first.as_of, _read(first)))
    return found


def _beginning(
    one: Commitment, value: Decimal, on: date | None, source: str
) -> Beginning:
    return Beginning(words.amount(value, one.indicator), words.day(on), source)


def _since(one: Commitment, known: Indicator) -> str:
    if known.counts == "since":
        return _("dihitung sejak hari itu")
    return _("menurut data")


def _said(one: Commitment) -> str:
    return _("disebut dalam rapat") if one.event_id else _("ditulis pencatat")


def _read(row: Measurement) -> str:
    universe = row.parts.get("universe")
    if universe and row.of:
        return _("menurut data, dari %(all)s (%(universe)s)") % {
            "all": format_number(row.of),
            "universe": universe,
        }
    return _("menurut data")


def ways(one: Commitment, known: Indicator, first: Measurement | None) -> list[str]:
    """Say how far it went from either beginning, where the two differ."""
    if not is_typed(one, known, first) or first is None or one.value is None:
        return []
    if one.target is None or one.baseline is None or first.value == one.baseline:
        return []
    whole = words.movement(one.target - one.baseline, one.indicator)
    told = (
        (_("Dari angka yang disebut"), one.baseline),
        (_("Menurut data"), first.value),
    )
    return [
        _("%(from)s: %(moved)s dari %(whole)s yang dijanjikan.")
        % {
            "from": name,
            "moved": words.movement(one.value - began, one.indicator),
            "whole": whole,
        }
        for name, began in told
    ]


def _moved(one: Commitment) -> str:
    if one.value is None or one.baseline is None:
        return ""
    return words.movement(one.value - one.baseline, one.indicator)


def parts(row: Measurement) -> list[tuple[str, str]]:
    """Say what a reading is made of."""
    return [
        (str(label), _part(kind, row.parts[name]))
        for name, (label, kind) in PARTS.items()
        if row.parts.get(name) not in (None, "", [])
    ]


def _part(kind: str, value: Any) -> str:
    if kind == "day":
        return words.day(date.fromisoformat(value))
    if kind == "list":
        return ", ".join(map(str, value))
    if kind == "text":
        return str(value)
    told = format_number(int(value))
    return f"Rp{told}" if kind == "idr" else told
