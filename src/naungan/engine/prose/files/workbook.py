"""The text of a workbook: minutes kept in rows, one line per row, sheet by sheet."""

from typing import Final

import fastexcel

from naungan.engine.prose.files.rows import line_of
from naungan.lib.errors import InputRefused


MOST_ROWS: Final = 2_000  # minutes; a workbook with more is a list of people


def text_of_xlsx(content: bytes, name: str) -> str:
    """Return one line per row of every visible sheet; hidden sheets say nothing."""
    try:
        reader = fastexcel.read_excel(content)
        lines = [
            line for sheet in reader.sheet_names for line in _lines(reader, sheet, name)
        ]
    except (fastexcel.FastExcelError, ValueError):
        raise InputRefused(
            f"{name}: buku kerja ini rusak; simpan ulang lalu coba lagi."
        ) from None
    return "\n".join(lines)


def _lines(reader: fastexcel.ExcelReader, sheet: str, name: str) -> list[str]:
    loaded = reader.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
    if loaded.visible != "visible":
        return []
    if loaded.total_height > MOST_ROWS:
        raise InputRefused(
            f"{name}: lembar “{sheet}” lebih dari 2.000 baris; unggah daftar orang di Data masuk."
        )
    columns = [column.to_pylist() for column in loaded.to_arrow().columns]
    found = (line_of(cells) for cells in zip(*columns, strict=True))
    return [line for line in found if line]
