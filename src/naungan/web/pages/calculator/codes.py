"""Texts of a question that are really codes: a page offers them as a list."""

from functools import cache
from typing import Final

from naungan.law.book import enacted
from naungan.law.words import Language


PARTS: Final = "benefits/jkk/disability/parts"


@cache
def codes(name: str, language: Language) -> tuple[tuple[str, str], ...]:
    """Give the codes that a field of text accepts with their words; none if free."""
    if name in ("step", "plan"):
        return _steps(language)
    return _body_parts(language) if name == "part" else ()


def _steps(language: Language) -> tuple[tuple[str, str], ...]:
    steps = enacted().steps.items()
    return tuple((code, step.title.text(language)) for code, step in steps)


def _body_parts(language: Language) -> tuple[tuple[str, str], ...]:
    key = "name" if language == "id" else "name_en"
    values = (entry.value for entry in enacted().parameter(PARTS).entries)
    rows = [row for value in values if isinstance(value, tuple) for row in value]
    return tuple(
        {
            str(row["part"]): str(row[key]) for row in rows if isinstance(row, dict)
        }.items()
    )
