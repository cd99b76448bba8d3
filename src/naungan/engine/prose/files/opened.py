"""A report from a file: text, HTML, DOCX, XLSX or PDF, told apart by content, not by name."""

import io
import zipfile
from pathlib import Path
from typing import Final

from naungan.engine.prose.files.document import text_of_docx
from naungan.engine.prose.files.markup import looks_like_html, text_of_html
from naungan.engine.prose.files.portable import text_of_pdf
from naungan.engine.prose.files.workbook import text_of_xlsx
from naungan.lib.errors import InputRefused, reason_of


LARGEST: Final = 20 * 1024 * 1024  # bytes; a report is text, not a film
MOST_UNPACKED: Final = 200 * 1024 * 1024  # bytes; an archive of text is no more
_DOCX_BODY, _XLSX_BODY = "word/document.xml", "xl/workbook.xml"
# What people send besides, by how it begins, and what they can do about it.
_OTHERS: Final = {
    b"\xd0\xcf\x11\xe0": "dokumen Office lama; simpan sebagai DOCX, XLSX, atau PDF.",
    b"{\\rtf": "dokumen RTF; simpan sebagai DOCX, PDF, atau teks.",
    b"\x89PNG": "gambar tanpa teks; ketik atau tempel naskahnya.",
    b"\xff\xd8\xff": "gambar tanpa teks; ketik atau tempel naskahnya.",
}


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
    for start, advice in _OTHERS.items():
        if content.startswith(start):
            raise InputRefused(f"{name}: {advice}")
    text = _decoded(content, name)
    return text_of_html(text) if looks_like_html(text) else text


def _of_archive(content: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inside = {one.filename: one.file_size for one in archive.infolist()}
    except zipfile.BadZipFile:
        inside = {}
    if sum(inside.values()) > MOST_UNPACKED:
        raise InputRefused(f"{name}: isinya terlalu besar; kirim naskahnya saja.")
    if _DOCX_BODY in inside:
        return text_of_docx(content, name)
    if _XLSX_BODY in inside:
        return text_of_xlsx(content, name)
    raise InputRefused(
        f"{name}: bukan dokumen DOCX atau XLSX; simpan sebagai DOCX, PDF atau teks."
    )


def _decoded(content: bytes, name: str) -> str:
    if b"\x00" in content[:1024] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputRefused(f"{name}: bukan teks, HTML, DOCX, XLSX, atau PDF.")
    for encoding in (
        "utf-8-sig",
        "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp1252",
    ):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
