"""Verbs of numbers that are said: every number of the event is reckoned anew."""

from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_noop as _

from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination import access, arithmetic
from naungan.casework.coordination.actions.writing import locked, record, sent
from naungan.casework.coordination.models import Attendance, Event, Figure
from naungan.casework.coordination.models.sayings import UNITS


LARGEST: Final = Decimal(10) ** 17
OF_FIGURE: Final = (
    *("value", "unit", "meaning", "words", "attendance", "part", "whole"),
)


def add_figure(
    *,
    by: Scope,
    event: Event,
    value: Decimal | int,
    unit: str,
    meaning: str,
    words: str = "",
    region_code: str = "",
    as_of: date | None = None,
    attendance: Attendance | None = None,
    part: Figure | None = None,
    whole: Figure | None = None,
    client_key: UUID | None = None,
) -> Figure:
    """Write down a number that was said; all numbers of the event are reckoned anew.

    A percent names the counts of the same event that it is the share of, if it does.
    """
    access.check_notes(by=by, event=event)
    access.check_text(words)
    _check_figure(event, value, unit, meaning, attendance)
    _check_share(event, unit, part, whole)
    with transaction.atomic():
        held = locked(event)
        known = sent(Figure, held, client_key)
        if known is not None:
            return known
        row = Figure.objects.create(
            institution_id=by.institution_id,
            event=held,
            value=value,
            unit=unit,
            meaning=meaning.strip(),
            words=words.strip(),
            region_code=region_code or held.region_code,
            as_of=as_of,
            attendance=attendance,
            part=part,
            whole=whole,
            client_key=client_key,
        )
        reckon(held)
        record(by, "add", "figure", row, held, unit=unit)
    row.refresh_from_db()
    return row


def change_figure(
    *,
    by: Scope,
    figure: Figure,
    value: Decimal,
    unit: str,
    meaning: str,
    attendance: Attendance | None = None,
    part: Figure | None = None,
    whole: Figure | None = None,
) -> Figure:
    """Correct a number; all numbers of the event are reckoned anew.

    The words in which it was said stay while the number does.
    """
    access.check_notes(by=by, event=figure.event)
    _check_figure(figure.event, value, unit, meaning, attendance)
    _check_share(figure.event, unit, part, whole)
    with transaction.atomic():
        held = locked(figure.event)
        if (figure.value, figure.unit) != (value, unit):
            figure.words = ""
        figure.value, figure.unit = value, unit
        figure.meaning, figure.attendance = meaning.strip(), attendance
        figure.part, figure.whole = part, whole
        figure.save(update_fields=[*OF_FIGURE])
        reckon(held)
        record(by, "change", "figure", figure, held, unit=unit)
    figure.refresh_from_db()
    return figure


def _check_figure(
    event: Event,
    value: Decimal | int,
    unit: str,
    meaning: str,
    attendance: Attendance | None,
) -> None:
    access.check_said(meaning, _("Tulis arti angkanya."))
    if unit not in UNITS or abs(Decimal(value)) >= LARGEST:
        raise ActRefused("Pilih satuannya, dan periksa angkanya.")
    if attendance is not None and attendance.event_id != event.pk:
        raise ActRefused("Ini milik kegiatan lain.")


def _check_share(
    event: Event, unit: str, part: Figure | None, whole: Figure | None
) -> None:
    """Refuse a share that cannot be reckoned: of one number, or of unlike ones."""
    if part is None and whole is None:
        return
    if unit != "percent":
        raise ActRefused("Hanya persen yang dihitung dari dua angka lain.")
    if part is None or whole is None or part.pk == whole.pk:
        raise ActRefused("Tunjuk dua angka: bagiannya dan keseluruhannya.")
    if {part.event_id, whole.event_id} != {event.pk}:
        raise ActRefused("Ini milik kegiatan lain.")
    if not arithmetic.is_share(part, whole):
        raise ActRefused("Bagian dan keseluruhannya harus menghitung hal yang sama.")


def reckon(event: Event) -> None:
    """Say of every number of an event what follows from the others."""
    rows = list(event.figures.select_related("part", "whole"))
    for row, found in zip(rows, arithmetic.checks(rows), strict=True):
        row.checked = found
    Figure.objects.bulk_update(rows, ["checked"])
