"""When somebody was born, as far as the door shows it: the day, or only the year."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext


NOTHING: Final = "–"


def born(row: Mapping[str, Any], *, unknown: str = NOTHING) -> str:
    """Write the date of birth of a row, else the year, else that it is not known."""
    day = row.get("birth_date")
    if isinstance(day, date):
        return date_format(day, "j M Y")
    return str(row.get("birth_year") or unknown)


def born_and_age(row: Mapping[str, Any], today: date) -> str:
    """Write when somebody was born and the age that is reached in this year."""
    year = row["birth_date"].year if row.get("birth_date") else row.get("birth_year")
    if year is None:
        return NOTHING
    return gettext("%(born)s, sekitar %(age)s tahun") % {
        "born": born(row),
        "age": today.year - int(year),
    }
