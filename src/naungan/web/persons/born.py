"""When somebody was born, as far as the door shows it: the day, or only the year."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.formats import date_format
from django.utils.translation import gettext

from naungan.lib.dates import age_on


NOTHING: Final = "–"


def born(row: Mapping[str, Any], *, unknown: str = NOTHING) -> str:
    """Write the date of birth of a row, else the year, else that it is not known."""
    day = row.get("birth_date")
    if isinstance(day, date):
        return date_format(day, "j M Y")
    return str(row.get("birth_year") or unknown)


def born_and_age(row: Mapping[str, Any], today: date) -> str:
    """Write when somebody was born and the age: of the year alone about how old."""
    day, year = row.get("birth_date"), row.get("birth_year")
    if isinstance(day, date):
        said, age = gettext("%(born)s, %(age)s tahun"), age_on(day, today)
    elif year:
        said = gettext("%(born)s, sekitar %(age)s tahun")
        age = today.year - int(year)
    else:
        return NOTHING
    return said % {"born": born(row), "age": age}
