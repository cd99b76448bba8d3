"""The old-age part of a question about JP: has the age come, and when to begin.

Somebody who still works may take the pension at the retirement age or on leaving
work, at most some years later (PP 45/2015 Pasal 15 ayat (4)).
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from naungan.law.answer import Draft
from naungan.law.benefit_fields import BIRTH_DATE, CONTRIBUTION_MONTHS, EVENT_DATE
from naungan.law.old_age.history import BALANCE, WAGES
from naungan.law.old_age.retirement import Retirement, latest_start, retirement_of
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import day, number, words


STILL_WORKING: Final = Field(
    "still_working",
    "yes_no",
    words("tetap bekerja sesudah usia pensiun", "works on after the retirement age"),
)


@dataclass(frozen=True)
class Retired:
    """Whether the pension is due, from which day, and what was found on the way."""

    due: bool
    begins_on: date | None
    results: dict[str, Any]
    only_asked_when: bool = False


def retirement_in(facts: Facts, reader: Reader, draft: Draft) -> Retired:
    """Find the day of retirement and the day on which the pension begins."""
    event_on = facts.get(EVENT_DATE.name, date)
    birth = facts.get(BIRTH_DATE.name, date)
    if birth is None:
        if event_on is not None:
            facts.assumed.append(_OLD_ENOUGH)
        return Retired(True, event_on, {})
    found = retirement_of(birth, reader)
    _say(draft, found)
    results: dict[str, Any] = {
        "retirement_on": found.reached_on,
        "retirement_age": found.age.value,
    }
    latest = latest_start(found.reached_on, reader)
    if facts.has(STILL_WORKING.name) and facts.need(STILL_WORKING.name, bool):
        draft.line(
            "deferral",
            words("Bila tetap bekerja", "If working on"),
            None,
            words(
                "pensiun dapat ditunda sampai berhenti bekerja, paling lambat {day}",
                "the pension may wait until leaving work, at the latest {day}",
                day=day(latest.value),
            ),
            latest.used,
        )
        results["latest_start_on"] = latest.value
    asked = (CONTRIBUTION_MONTHS, WAGES, BALANCE)
    if event_on is None and not any(facts.has(one.name) for one in asked):
        return Retired(True, None, results, only_asked_when=True)
    begins_on = facts.assume(
        EVENT_DATE.name,
        found.reached_on,
        words("hari usia pensiun dicapai", "the day of reaching the age"),
    )
    if begins_on < found.reached_on:
        draft.line("not_yet", _NOT_YET, None)
        return Retired(False, None, results)
    if "latest_start_on" in results and begins_on > latest.value:
        draft.note(_NO_LONGER)
        return Retired(True, latest.value, results)
    return Retired(True, begins_on, results)


_OLD_ENOUGH: Final = words(
    "usia pensiun: dianggap sudah dicapai, karena tanggal lahir tidak disebut",
    "retirement age: taken as reached, as no birth date was given",
)
_NO_LONGER: Final = words(
    "Pensiun tidak dapat ditunda lebih lama; yang dipakai hari terakhir penundaan.",
    "The pension may not wait any longer; the last day of the deferral is used.",
)
_NOT_YET: Final = words(
    "Usia pensiun belum dicapai pada hari itu", "The age is not reached on that day"
)


def _say(draft: Draft, found: Retirement) -> None:
    if found.already:
        said = words(
            "sudah lewat ketika program mulai pada {day}",
            "already passed when the programme began on {day}",
            day=day(found.reached_on),
        )
    else:
        said = words(
            "umur {age} tahun, usia pensiun yang berlaku saat itu, dicapai pada {day}",
            "the age of {age}, in force on that day, is reached on {day}",
            age=number(found.age.value),
            day=day(found.reached_on),
        )
    draft.line(
        "retirement",
        words("Usia pensiun", "Retirement age"),
        None,
        said,
        found.age.used,
    )
