"""Bytes to clean UTF-8: encodings told apart, damaged bytes mended or marked.

A byte that is no UTF-8 is read as Windows-1252 when that gives a letter or mark
that names and addresses do contain; anything else becomes U+FFFD, and the cell
that holds it counts as unreadable. The number of lines never changes.
"""

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Final

from naungan.engine.reading.marks import LOST


LIKELY: Final = frozenset("éèêëáàâäãåíìîïóòôöõúùûüçñÉÈÊÁÀÄÅÍÓÖÚÜÇÑ’‘“”–—…´°·²½\u00a0")
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BLOCK: Final = 1 << 22


def detect(head: bytes) -> tuple[str, int]:
    """Tell the encoding by the first bytes and how many of them are the mark."""
    for mark, name in MARKS:
        if head.startswith(mark):
            return name, len(mark)
    sample = head[: len(head) // 2 * 2]
    nulls = sample.count(0)
    if sample and nulls > len(sample) // 5:
        even = sample[::2].count(0)
        return ("utf-16-be" if even > nulls - even else "utf-16-le"), 0
    return "utf-8", 0


def mended(data: bytes) -> bytes:
    """Return valid UTF-8 with as many lines; the same object when it was valid."""
    if data.isascii() and 0 not in data:
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="naungan-mend")
        data = text.encode("utf-8")
    return data.replace(b"\0", LOST.encode()) if 0 in data else data


def blocks(file: BinaryIO, encoding: str, size: int = BLOCK) -> Iterator[bytes]:
    """Yield the rest of a file as bytes of UTF-8 (not yet mended), block by block."""
    if encoding == "utf-8":
        while block := file.read(size):
            yield block
        return
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    while block := file.read(size):
        yield decoder.decode(block).encode("utf-8", errors="replace")
    yield decoder.decode(b"", final=True).encode("utf-8", errors="replace")


def _mend(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    if error.end - error.start == 1:
        letter = error.object[error.start : error.end].decode("cp1252", "replace")
        if letter in LIKELY:
            return letter, error.end
    return LOST, error.end


codecs.register_error("naungan-mend", _mend)
