"""Letters one after the other in one file, for printing a batch at once.

The pages are those that went out. What is equal in many letters, as their fonts, is kept
once. The file is a help for printing and no proof: each letter's own file is.
"""

from collections.abc import Iterable
from io import BytesIO
from typing import IO

from pypdf import PdfReader, PdfWriter


def merge(
    letters: Iterable[tuple[str, bytes]], target: IO[bytes], *, both_sides: bool = False
) -> int:
    """Write the letters with a bookmark each; give how many pages there are.

    For paper printed on both sides every letter begins on a front page.
    """
    made = PdfWriter()
    for title, content in letters:
        first = len(made.pages)
        made.append(
            PdfReader(BytesIO(content)), outline_item=None, import_outline=False
        )
        made.add_outline_item(title=title, page_number=first)
        if both_sides and len(made.pages) % 2:
            made.add_blank_page()
    made.compress_identical_objects()
    made.write(target)
    return len(made.pages)
