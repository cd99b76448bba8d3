"""The text of a PDF: pages as printed, lines of one paragraph joined again."""

import io
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from naungan.engine.prose.page.wrapping import unwrapped
from naungan.lib.errors import InputRefused


MOST_PAGES: Final = 60
FEWEST_LETTERS: Final = 40  # a page with fewer bears only the mark of a scanner


def text_of_pdf(content: bytes, name: str) -> str:
    """Return the text; raises InputRefused for a scan, a lock, or a broken file."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputRefused(
                f"{name}: PDF terkunci; buka kuncinya lalu simpan ulang."
            )
        pages = [page.extract_text() for page in reader.pages[:MOST_PAGES]]
    except (PyPdfError, ValueError, KeyError, RecursionError):
        raise InputRefused(f"{name}: PDF ini rusak atau tidak dapat dibaca.") from None
    text = "\n".join(pages)
    letters = sum(letter.isalpha() for letter in text)
    if letters < FEWEST_LETTERS * len(pages):
        raise InputRefused(
            f"{name}: PDF ini hasil pindai tanpa teks; ketik atau tempel naskahnya."
        )
    return "\n".join(unwrapped(text.splitlines()))
