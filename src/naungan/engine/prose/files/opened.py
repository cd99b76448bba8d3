"""A report from a file: text, HTML, DOCX or PDF, told apart by content, not by name."""

import io
import zipfile
from pathlib import Path
from typing import Final

from naungan.engine.prose.files.document import text_of_docx
from naungan.engine.prose.files.markup import looks_like_html, text_of_html
from naungan.engine.prose.files.portable import text_of_pdf
from naungan.lib.errors import InputRefused, reason_of


LARGEST: Final = 20 * 1024 * 1024  # bytes; a report is text, not a film
_DOCX_BODY: Final = "word/document.xml"


def read_file(path: Path) -> str:
    """Return the text of a file; raises InputRefused with what to do about it."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputRefused(
            f"{path}: tidak dapat dibaca ({reason_of(error)})."
        ) from None
    return text_of(content, path.name)


def text_of(content: bytes, name: str) -> str:
    """Return the text of a file's content; `name` is only for messages."""
    if len(content) > LARGEST:
        raise InputRefused(f"{name}: lebih besar dari 20 MB; kirim naskahnya saja.")
    if content.startswith(b"%PDF"):
        return text_of_pdf(content, name)
    if content.startswith(b"PK"):
        return _of_archive(content, name)
    text = _decoded(content, name)
    return text_of_html(text) if looks_like_html(text) else text


def _of_archive(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            is_document = _DOCX_BODY in archive.namelist()
    except zipfile.BadZipFile:
        is_document = False
    if not is_document:
        raise InputRefused(
            f"{name}: bukan dokumen DOCX; simpan sebagai DOCX, PDF atau teks."
        )
    return text_of_docx(content, name)


def _decoded(content: bytes, name: str) -> str:
    if b"\x00" in content[:1024] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputRefused(f"{name}: bukan teks, HTML, DOCX, atau PDF.")
    for encoding in (
        "utf-8-sig",
        "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252",
    ):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
