"""Until when a benefit may be claimed, where the law says so."""

from datetime import date
from typing import Any, Final

from naungan.law.claim.case import Case
from naungan.law.claim.span import years_later
from naungan.law.words import day, number, words


NONE_SEEN: Final = words(
    "Batas waktu mengajukan JKM tidak terlihat dalam sumber: ajukan sesegera mungkin.",
    "No time limit for a death benefit was seen in any source: claim soon.",
)
_CHANGED: Final = words(
    "Batas waktu klaim diubah sebelum hari itu lewat; apakah batas yang baru berlaku bagi "
    "kejadian lama tidak terlihat dalam sumber.",
    "The time limit changed before that day had passed; whether the new one reaches an "
    "older event was not seen in any source.",
)


def claim_by(case: Case, path: str) -> dict[str, Any]:
    """Write until when the benefit may be claimed; say whether that has passed.

    Nothing is written or said where the law has no value on the day.
    """
    years = case.find(path, int)
    if years is None:
        return {}
    last = years_later(case.day, years.value)
    label = words("Klaim paling lambat {day}", "To be claimed by {day}", day=day(last))
    counted = words(
        "{years} tahun sejak kejadian atau diagnosis",
        "{years} years from the event or the diagnosis",
        years=number(years.value),
    )
    case.draft.line("claim_by", label, None, counted, years.used)
    then = case.reader.find(f"benefits/{path}", last, int)
    if then is not None and then.value != years.value:
        case.draft.note(_CHANGED)
    claimed_on = case.facts.get("claimed_on", date)
    if claimed_on is None:
        return {"claim_by": last.isoformat()}
    if claimed_on < case.day:
        case.facts.refuse("claimed_on", "sebelum kejadian")
    return {"claim_by": last.isoformat(), "lapsed": claimed_on > last}
