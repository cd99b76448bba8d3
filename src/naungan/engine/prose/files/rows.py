"""A row of a table as one line of prose: "Pukul: 09.00", "1 Dinas Sosial mendata"."""

from collections.abc import Iterable
from typing import Final


LONGEST_MARK: Final = 3  # letters of a number that counts the rows


def line_of(cells: Iterable[str | None]) -> str:
    """Join the filled cells of a row; merged cells, which repeat, count once."""
    texts: list[str] = []
    for cell in cells:
        text = " ".join((cell or "").split())
        if text and (not texts or texts[-1] != text):
            texts.append(text)
    is_counted = bool(texts) and len(texts[0]) <= LONGEST_MARK
    joined = " ".join(texts) if is_counted else ", ".join(texts)
    return joined.replace(", :, ", ": ").replace(":, ", ": ")
