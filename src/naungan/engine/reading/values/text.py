"""Free text: names and sources, as written but for stray spaces."""

from naungan.engine.format import Column
from naungan.engine.reading.encoding import LOST
from naungan.engine.reading.value import Reading, Setting, Value, blank_or_lost


def _plain(cell: str, _column: Column) -> tuple[str, ...]:
    """Take tidy text; give the rest to `read`."""
    odd = " OR ".join(
        (
            f"starts_with({cell}, ' ')",
            f"ends_with({cell}, ' ')",
            f"contains({cell}, '  ')",
            f"contains({cell}, chr(10))",
            f"contains({cell}, chr(9))",
            f"contains({cell}, '\u00a0')",
            f"contains({cell}, '{LOST}')",
            f"{cell} IN ('', '-', '--', '.')",
        )
    )
    return (f"CASE WHEN NOT ({odd}) THEN {cell} END",)


def _read(text: str, _column: Column, _setting: Setting) -> Reading:
    tidy = " ".join(text.split())
    return blank_or_lost(tidy) or Reading((tidy,))


VALUE = Value(types=("VARCHAR",), plain=_plain, read=_read, label="teks")
