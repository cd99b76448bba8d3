"""What one row tells, as one text: the same words mean the same row, wherever it stands."""

from typing import Final


ROW: Final = (
    *("nik", "nik_written", "name", "birth_date", "birth_year", "sex"),
    *("village_code", "employer_ref", "wage"),
)
APART: Final = "\x1f"  # the unit separator stands in no field


def told(columns: tuple[str, ...], of: str) -> str:
    """Write the SQL of what the columns of a row tell as one text, never NULL."""
    said = ", ".join(f"coalesce({of}.{column}::VARCHAR, '')" for column in columns)
    return f"concat_ws('{APART}', {said})"
