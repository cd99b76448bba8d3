"""What a paper is by its content: its name and what a browser declares prove nothing.

A photograph is set anew from its pixels, so that nothing of where and with what it was
taken, and nothing hidden behind the picture, is kept.
"""

import io
import zipfile
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext_noop as _
from PIL import Image, ImageOps, UnidentifiedImageError

from naungan.lib.errors import Refusal
from naungan.lib.identity_numbers import mask_within


MOST_BYTES: Final = 10 << 20
LONGEST_NAME: Final = 120
LONGEST_SIDE: Final = 2_000  # pixels
MOST_PIXELS: Final = 60_000_000
QUALITY: Final = 85
MOST_UNPACKED: Final = 200 << 20
MOST_MEMBERS: Final = 5_000

PDF: Final = "application/pdf"
JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
CSV: Final = "text/csv"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ENDINGS: Final = {
    PDF: ".pdf",
    JPEG: ".jpg",
    PNG: ".png",
    CSV: ".csv",
    XLSX: ".xlsx",
    DOCX: ".docx",
}
"""What is taken, and the ending under which it is given back."""

ACCEPT: Final = ",".join((*ENDINGS.values(), ".jpeg"))
"""What a form's field asks a browser for."""

_PICTURES: Final = {"JPEG": JPEG, "PNG": PNG}
_BOOKS: Final = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX}


class PaperRefused(Refusal):
    """A file that cannot be kept as a paper; the sentence says why."""

    exit_code = 3


@dataclass(frozen=True)
class Checked:
    """A paper as it is kept: its bytes, what it is, and the name to show."""

    content: bytes
    mime: str
    name: str


def checked(name: str, content: bytes) -> Checked:
    """Judge a file by its content; refuse with a sentence what cannot be kept."""
    if not content:
        raise PaperRefused(_("Berkas ini kosong. Pilih berkas lain."))
    if len(content) > MOST_BYTES:
        raise PaperRefused(
            _("Berkas ini lebih besar dari 10 MB. Kirim bagian-bagiannya.")
        )
    mime = _kind(content)
    if mime in (JPEG, PNG):
        content = _repainted(content, mime)
    return Checked(content, mime, plain_name(name, mime))


def plain_name(name: str, mime: str) -> str:
    """Reduce a name to what may be shown: no folders, no NIK, the ending that is true."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem = "".join(char for char in last if char.isprintable()).rpartition(".")
    kept = mask_within((stem[0] or stem[2]).strip())[-LONGEST_NAME:]
    return f"{kept or 'berkas'}{ENDINGS[mime]}"


def _kind(content: bytes) -> str:
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _book(content)
    if content.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n")):
        return JPEG if content[0] == 0xFF else PNG
    if _is_table(content):
        return CSV
    raise PaperRefused(
        _(
            "Berkas ini bukan PDF, foto JPEG atau PNG, XLSX, DOCX, atau CSV. Simpan "
            "sebagai salah satunya, lalu pilih lagi."
        )
    )


def _book(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        raise PaperRefused(_("Berkas ini rusak. Buka, lalu simpan ulang.")) from error
    names = {one.filename for one in members}
    unpacked = sum(one.file_size for one in members)
    if len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED:
        raise PaperRefused(_("Isi berkas ini terlalu besar setelah dibuka."))
    if any("vbaProject" in one for one in names):
        raise PaperRefused(_("Berkas ini memuat makro. Simpan tanpa makro."))
    found = next((kind for inside, kind in _BOOKS.items() if inside in names), None)
    if found is None:
        raise PaperRefused(_("Berkas ini bukan XLSX atau DOCX. Simpan ulang."))
    return found


def _is_table(content: bytes) -> bool:
    """Tell a table of text from anything else: no controls, and something separated."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    plain = all(char.isprintable() or char in "\r\n\t" for char in text)
    first = text.lstrip()[:1]
    lines = [line for line in text.splitlines() if line.strip()]
    separated = all(any(mark in line for mark in ";,\t") for line in lines[:2])
    return plain and bool(lines) and separated and first not in "<{["


def _repainted(content: bytes, mime: str) -> bytes:
    """Set a photograph anew from its pixels, upright and at most 2,000 pixels wide."""
    try:
        with Image.open(io.BytesIO(content), formats=list(_PICTURES)) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise PaperRefused(
                    _("Foto ini terlalu besar. Kecilkan, lalu kirim lagi.")
                )
            opened.load()
            upright = ImageOps.exif_transpose(opened)
            picture = upright.convert("RGB" if mime == JPEG else "RGBA")
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise PaperRefused(_("Foto ini rusak. Ambil atau simpan ulang.")) from error
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    plain = Image.new(picture.mode, picture.size)
    plain.paste(picture)
    written = io.BytesIO()
    if mime == JPEG:
        plain.save(written, "JPEG", quality=QUALITY, optimize=True)
    else:
        plain.save(written, "PNG", optimize=True)
    return written.getvalue()
