"""The text of a PDF: pages as printed, lines of one paragraph joined again."""

import io
import re
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from naungan.lib.errors import InputRefused


MOST_PAGES: Final = 60
_ENDS: Final = re.compile(r"[.!?:;”\"]$")
_BEGINS: Final = re.compile(
    r"^(?:\(?(?:\d{1,2}|[a-z])[.)]\s|[-•*–]\s|[A-Z][\w/ ]{2,28}\s*:)"
)
_HYPHEN: Final = re.compile(r"(\w)-$")


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
    if not any(letter.isalpha() for letter in text):
        raise InputRefused(
            f"{name}: PDF ini hasil pindai tanpa teks; ketik atau tempel naskahnya."
        )
    return "\n".join(_joined(text.splitlines()))


def _joined(lines: list[str]) -> list[str]:
    """Join what the page broke: a line goes on unless it ends or the next begins anew."""
    widest = max((len(line.strip()) for line in lines), default=0)
    found: list[str] = []
    open_ = False
    for raw in lines:
        line = raw.strip()
        if not line:
            open_ = False
            continue
        if open_ and found and not _BEGINS.match(line):
            found[-1] = _continued(found[-1], line)
        else:
            found.append(line)
        # A short line ends a paragraph: pages keep no empty lines between them.
        fills = len(line) * 10 >= widest * (9 if _ENDS.search(line) else 7)
        open_ = fills
    return found


def _continued(before: str, line: str) -> str:
    """A word broken at the end of a line is one word again."""
    if _HYPHEN.search(before) and line[0].islower():
        return before[:-1] + line
    return f"{before} {line}"
