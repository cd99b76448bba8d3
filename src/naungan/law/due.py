"""When the contribution of a month must be paid, and which months are overdue.

Wage earners' contributions fall due in the month after; those of the
self-employed in the month itself, their JHT in the month after. A day that is
not worked moves as the law of that month says, and where the month has no such
day its last day is taken. Outside the table of holidays no day is given.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.law.answer import Used
from naungan.law.reader import Reader
from naungan.law.words import Words, day, words
from naungan.lib.dates import month_end, month_of
from naungan.lib.errors import LawRefused
from naungan.lib.working_days import (
    is_working_day,
    next_working_day,
    previous_working_day,
)


ROOT: Final = "contributions/due"
_FOLDERS: Final = {"PU": "pu", "NON_ASN": "pu", "BPU": "bpu"}
_OWN_HOLIDAY_RULE: Final = {"JP": "pu_jp"}
_SHIFTS: Final[dict[str, Callable[[date], date]]] = {
    "next_working_day": next_working_day,
    "previous_working_day": previous_working_day,
}


@dataclass(frozen=True)
class Due:
    """The last day on which a month's contribution is in time, and why.

    `named_on` is the day the law names; `on` is that day moved off a holiday.
    """

    month: int
    on: date
    named_on: date
    used: tuple[Used, ...]

    @property
    def words(self) -> Words:
        """Say in one clause how the day was found."""
        if self.on == self.named_on:
            return words("jatuh tempo {on}", "due on {on}", on=day(self.on))
        return words(
            "jatuh tempo {on} karena {named} bukan hari kerja",
            "due on {on} since {named} is not a working day",
            on=day(self.on),
            named=day(self.named_on),
        )


def due_day(segment: str, programme: str, month: int, reader: Reader) -> Due:
    """Give the due day of one programme and contribution month (month index).

    Raises LawRefused for a month outside the book or the table of holidays, for
    JKP, which nobody bills on its own, and for segments whose day is unrecorded.
    """
    reader.refuse_outside(month)
    folder = _folder(segment, programme)
    number = reader.at_month(f"{ROOT}/{folder}/day", month, int)
    offset = reader.at_month(f"{ROOT}/{folder}/month_offset", month, int)
    last = month_end(month + offset.value)
    named_on = last.replace(day=min(number.value, last.day))
    used = (number.used, offset.used)
    if folder != "pu" or is_working_day(named_on):
        return Due(month, named_on, named_on, used)
    rule = reader.at_month(
        f"{ROOT}/{_OWN_HOLIDAY_RULE.get(programme, folder)}/on_holiday", month, str
    )
    if rule.value not in _SHIFTS:
        known = ", ".join(_SHIFTS)
        raise LawRefused(
            f"{rule.used.path}: '{rule.value}' tidak dikenal; pilih: {known}."
        )
    return Due(month, _SHIFTS[rule.value](named_on), named_on, (*used, rule.used))


def overdue_months(
    segment: str, programme: str, months: Sequence[int], on: date, reader: Reader
) -> tuple[int, ...]:
    """Keep the months whose due day has passed on a day; the day itself is in time."""
    return tuple(
        month for month in months if due_day(segment, programme, month, reader).on < on
    )


def newest_overdue(segment: str, programme: str, on: date, reader: Reader) -> int:
    """Give the newest month whose due day has passed on a day."""
    month = month_of(on)
    while due_day(segment, programme, month, reader).on >= on:
        month -= 1
    return month


def _folder(segment: str, programme: str) -> str:
    if programme == "JKP":
        raise LawRefused(
            "Iuran JKP tidak ditagih tersendiri: ia diambil dari iuran JKK dan JKM "
            "dan dari pemerintah; tanyakan JKK dan JKM."
        )
    if segment not in _FOLDERS:
        raise LawRefused(
            f"Hari jatuh tempo segmen {segment} tidak ada dalam hukum yang tercatat; "
            f"yang ada: {', '.join(_FOLDERS)}."
        )
    if segment == "BPU" and programme == "JHT":
        return "bpu_jht"
    if segment == "BPU" and programme == "JP":
        raise LawRefused("JP tidak terbuka bagi BPU; pilih JKK, JKM, atau JHT.")
    return _FOLDERS[segment]
