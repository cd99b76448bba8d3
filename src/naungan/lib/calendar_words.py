"""Indonesian names of months and weekdays, full, short and old, and the way back."""

from typing import Final


MONTHS: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
SHORT_MONTHS: Final = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Mei",
    "Jun",
    "Jul",
    "Agu",
    "Sep",
    "Okt",
    "Nov",
    "Des",
)
# Monday is 0, as in `datetime.date.weekday`.
WEEKDAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

# Old spellings, other short forms, and the English names that spreadsheets insert.
_MONTH_VARIANTS: Final = {
    "january": 1,
    "pebruari": 2,
    "peb": 2,
    "february": 2,
    "march": 3,
    "mrt": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "agst": 8,
    "agt": 8,
    "ags": 8,
    "agust": 8,
    "august": 8,
    "aug": 8,
    "sept": 9,
    "october": 10,
    "oct": 10,
    "nopember": 11,
    "nop": 11,
    "december": 12,
    "dec": 12,
}
_WEEKDAY_VARIANTS: Final = {"jum'at": 4, "jum’at": 4, "jumaat": 4, "ahad": 6}


def _by_word(words: tuple[str, ...], first: int) -> dict[str, int]:
    return {word.lower(): at for at, word in enumerate(words, first)}


MONTH_OF_WORD: Final = {
    **_by_word(MONTHS, 1),
    **_by_word(SHORT_MONTHS, 1),
    **_MONTH_VARIANTS,
}
WEEKDAY_OF_WORD: Final = {**_by_word(WEEKDAYS, 0), **_WEEKDAY_VARIANTS}
