"""The text of a DOCX: paragraphs and table rows in the order of the document."""

import io
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from docx.text.paragraph import Paragraph

from naungan.engine.prose.files.rows import line_of
from naungan.lib.errors import InputRefused


def text_of_docx(content: bytes, name: str) -> str:
    """Return one line per paragraph and per table row, cells parted by a comma."""
    try:
        document = docx.Document(io.BytesIO(content))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError):
        raise InputRefused(
            f"{name}: dokumen DOCX ini rusak; simpan ulang lalu coba lagi."
        ) from None
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(block.text)
        elif isinstance(block, Table):
            lines.extend(line_of(cell.text for cell in row.cells) for row in block.rows)
    return "\n".join(lines)
