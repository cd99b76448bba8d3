"""Every day, month and year written in a report, with the words around it.

Reading stops at what is printed: a day without a year stays without one here, and
`occasion` decides whether the text fixes it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.lexicon import any_of
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.lib.calendar_words import MONTH_OF_WORD, WEEKDAY_OF_WORD


_MONTH: Final = any_of(MONTH_OF_WORD)
_WEEKDAY: Final = any_of(WEEKDAY_OF_WORD)
_DAY: Final = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAY})(?:\s*(?:-|–|dan|hingga|sampai)\s*(?:{_WEEKDAY}))?(?:\s+(?:pagi|siang|sore|malam))?[\s,]*)?"
    rf"(?:\(|\[|\btanggal\s+|\btgl\.?\s+)?"
    rf"(?<![\d./-])(?P<day>\d{{1,2}})"
    # "9-10/9/2024", "Rabu 4 hingga Kamis 5 Mei": the first day, the month of the last
    rf"(?:\s*(?:-|–|dan|hingga|sampai(?:\s+dengan)?|s/d)\s*(?:(?:{_WEEKDAY})[\s,]*)?\d{{1,2}}(?=\s*/|\s+(?:{_MONTH})\b))?"
    rf"(?:\s*(?P<sep>[/.-])\s*(?P<month>\d{{1,2}})(?:\s*(?P=sep)\s*(?P<year>\d{{4}}|\d{{2}}))?(?![\d./-]*\d)"
    rf"|\s+(?P<word>{_MONTH})\b\.?(?:,?\s+(?P<year2>\d{{4}})\b)?)",
    re.IGNORECASE,
)
_LONE: Final = re.compile(
    rf"\b(?P<weekday>{_WEEKDAY})\b(?!\s*(?:[(,]?\s*\d))", re.IGNORECASE
)
_MONTH_YEAR: Final = re.compile(
    rf"\b(?P<word>{_MONTH})\s+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?<![\d./-])(?P<year>20[0-4]\d)(?![\d./-]*\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A day as printed; `year` and `weekday` (Monday 0) are None where not printed."""

    day: int
    month: int
    year: int | None
    weekday: int | None
    sentence: Sentence
    words: Quoted

    @property
    def on(self) -> date | None:
        """The calendar day, when the year is printed and the day exists."""
        return day_or_none(self.year, self.month, self.day) if self.year else None


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return a calendar day, or None when there is no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_in(sentence: Sentence) -> Iterator[Day]:
    """Yield every day of the month printed in a sentence, day before month."""
    for found in _DAY.finditer(sentence.text):
        month = _month(found)
        day = int(found["day"])
        # "24.35" is a number: a dot joins a date only when the year follows.
        is_number = found["sep"] in (".", "-") and not found["year"]
        if is_number or not 1 <= month <= 12 or not 1 <= day <= 31:
            continue
        weekday = found["weekday"]
        yield Day(
            day,
            month,
            _year(found["year"] or found["year2"]),
            WEEKDAY_OF_WORD[weekday.lower()] if weekday else None,
            sentence,
            _quoted(sentence, found),
        )


def lone_weekdays_in(sentence: Sentence) -> Iterator[tuple[int, Quoted]]:
    """Yield weekdays that stand without a date: "di Ambon, Jumat."."""
    for found in _LONE.finditer(sentence.text):
        if found[0][0].isupper():
            yield WEEKDAY_OF_WORD[found["weekday"].lower()], _quoted(sentence, found)


def months_in(sentence: Sentence) -> Iterator[tuple[int, int, Quoted]]:
    """Yield month and year pairs: "November 2024"."""
    for found in _MONTH_YEAR.finditer(sentence.text):
        month = MONTH_OF_WORD[found["word"].lower()]
        yield int(found["year"]), month, _quoted(sentence, found)


def years_in(sentence: Sentence) -> Iterator[tuple[int, Quoted]]:
    """Yield years that stand alone as numbers."""
    for found in _YEAR.finditer(sentence.text):
        yield int(found["year"]), _quoted(sentence, found)


def stamp_day(report: Report) -> date | None:
    """Return the day of publication printed above the report, if one is."""
    if not report.stamp:
        return None
    line = Sentence(report.stamp, 0, -1, -1)
    return next((day.on for day in days_in(line) if day.on), None)


def _month(found: re.Match[str]) -> int:
    word = found["word"]
    return MONTH_OF_WORD[word.lower()] if word else int(found["month"])


def _year(written: str | None) -> int | None:
    if written is None:
        return None
    return int(written) if len(written) == 4 else 2000 + int(written)


def _quoted(sentence: Sentence, found: re.Match[str]) -> Quoted:
    text = found[0].rstrip(" ,(")
    if text.count("(") > text.count(")"):
        text += sentence.text[found.start() + len(text) :].partition(")")[0] + ")"
    return Quoted(text, sentence.start + found.start())
