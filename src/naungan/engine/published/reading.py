"""Published figures from a CSV file: every data row is a figure or a refusal.

The file may be in UTF-8, UTF-16 or Windows-1252, separated by comma, semicolon,
tab or bar. Columns are found by name; more columns are welcome and ignored.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naungan.engine.published.cells import Cells, UnreadableCellError
from naungan.engine.published.figure import Figure
from naungan.engine.reading.text.encoding import detect, mended
from naungan.engine.reading.text.fields import MOST_JOINED_LINES, repair, split_quoted
from naungan.lib.errors import InputRefused, reason_of


REQUIRED: Final = ("region_code", "as_of", "segment")
OPTIONAL: Final = (
    "region_name",
    "covered",
    "denominator",
    "percent",
    "target_percent",
    "approx",
    "note",
    "source_url",
    "source_host",
)
ALIASES: Final = {
    "kode_wilayah": "region_code",
    "wilayah": "region_name",
    "nama_wilayah": "region_name",
    "per": "as_of",
    "tanggal": "as_of",
    "segmen": "segment",
    "terlindungi": "covered",
    "peserta": "covered",
    "jumlah_pekerja": "denominator",
    "penyebut": "denominator",
    "persen": "percent",
    "target": "target_percent",
    "kira_kira": "approx",
    "catatan": "note",
    "sumber": "source_url",
}
SEPARATORS: Final = (",", ";", "\t", "|")
MOST_BYTES: Final = 64 << 20


@dataclass(frozen=True)
class Refused:
    """A data row that is no figure: where, what, and how to mend it."""

    row: int
    line: int
    column: str
    value: str
    message: str


@dataclass(frozen=True)
class Published:
    """What a file of figures holds: rows = figures + refused."""

    figures: tuple[Figure, ...]
    refused: tuple[Refused, ...]

    @property
    def rows(self) -> int:
        """Count the data rows, read or refused."""
        return len(self.figures) + len(self.refused)


def read_figures(path: Path) -> Published:
    """Read a file of figures; one without a usable header is refused whole."""
    lines = _lines(path)
    header_at = next((at for at, line in enumerate(lines) if line.strip()), None)
    if header_at is None:
        raise InputRefused(
            f"{path}: berkas kosong. Isi dengan angka terbitan lalu ulangi."
        )
    separator = max(SEPARATORS, key=lines[header_at].count)
    header = _header(path, lines[header_at], separator)
    figures: list[Figure] = []
    refused: list[Refused] = []
    for row, (line, cells) in enumerate(
        _records(lines, header_at + 1, separator, len(header)), start=1
    ):
        found = _read_row(row, line, header, cells)
        if isinstance(found, Figure):
            figures.append(found)
        else:
            refused.append(found)
    return Published(tuple(figures), tuple(refused))


def _lines(path: Path) -> list[str]:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputRefused(
                f"{path}: terlalu besar untuk daftar angka terbitan. "
                "Periksa apakah berkasnya benar."
            )
        data = path.read_bytes()
    except OSError as error:
        raise InputRefused(
            f"{path}: tidak dapat dibaca ({reason_of(error)}). Periksa nama berkasnya."
        ) from error
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise InputRefused(
            f"{path}: ini lembar kerja, bukan CSV. Simpan sebagai CSV UTF-8 dahulu."
        )
    encoding, mark = detect(data)
    body = data[mark:]
    if encoding != "utf-8":
        body = body.decode(encoding, errors="replace").encode("utf-8")
    return re.split(r"\r\n|\n|\r", mended(body).decode("utf-8"))


def _header(path: Path, line: str, separator: str) -> list[str]:
    cells = split_quoted(line, separator) or line.split(separator)
    names = ["_".join(cell.strip().lower().split()) for cell in cells]
    header = [ALIASES.get(name, name) for name in names]
    missing = [name for name in REQUIRED if name not in header]
    twice = [name for name in (*REQUIRED, *OPTIONAL) if header.count(name) > 1]
    if missing or twice:
        wrong = (
            f"kolom {', '.join(missing)} tidak ada"
            if missing
            else f"kolom {', '.join(twice)} ada dua kali"
        )
        raise InputRefused(
            f"{path}: {wrong}. Baris pertama harus memuat nama kolom: "
            f"{', '.join((*REQUIRED, *OPTIONAL))}."
        )
    return header


def _records(
    lines: list[str], at: int, separator: str, width: int
) -> list[tuple[int, list[str] | None]]:
    """Cut lines into records of so many cells; None marks a line that is none."""
    found: list[tuple[int, list[str] | None]] = []
    while at < len(lines):
        line, number = lines[at], at + 1
        at += 1
        if not line.strip(f"{separator} \t"):
            continue
        record = repair(line, lines[at : at + MOST_JOINED_LINES], separator, width)
        found.append((number, None if record is None else record.fields))
        at += 0 if record is None else record.joined
    return found


def _read_row(
    row: int, line: int, header: list[str], cells: list[str] | None
) -> Figure | Refused:
    if cells is None:
        return Refused(
            row,
            line,
            "",
            "",
            f"Baris ini tidak terbagi menjadi {len(header)} sel. Periksa tanda pemisah "
            "dan tanda kutipnya.",
        )
    try:
        return Cells(dict(zip(header, cells, strict=True))).figure(row, line)
    except UnreadableCellError as wrong:
        return Refused(row, line, wrong.column, wrong.value, wrong.message)
