"""What is said of a line or cell, in Indonesian: what, where, and how to mend it."""

from typing import Final


# Regular expressions for rows that sum up others; `TOTAL` is the whole cell.
TOTAL_LOOSE: Final = r"^\W*((sub|grand)\W*)?(total|jumlah|jml|rekapitulasi)\b"
TOTAL: Final = (
    r"\W*((sub|grand)\W*)?(total|jumlah|jml)"
    r"(\W+(keseluruhan|seluruh|seluruhnya|akhir|umum|total|semua|besar|halaman|ini"
    r"|pekerja|peserta|orang|tenaga|kerja|jiwa))*\W*[\d.,]*\W*"
)
TOTAL_HEADS: Final = tuple(
    spelled
    for head in ("jum", "jml", "tot", "sub", "gra", "rek")
    for spelled in (head, head.capitalize(), head.upper())
)

WHY: Final = {
    "title": "judul",
    "header": "kepala tabel",
    "blank": "baris kosong",
    "total": "baris jumlah",
}
CONTINUATION: Final = "continuation:"

# SQL over the table `suspects c`: the first fault speaks, the others are named.
CODE: Final = """CASE
    WHEN coalesce(trim(faults[1].value), '') = '' THEN 'missing'
    WHEN contains(faults[1].note, 'rusak') THEN 'damaged_text'
    ELSE 'unreadable' END"""
MESSAGE: Final = """
    'Baris ' || c.line || ': ' || array_to_string(list_transform(faults, lambda f:
        CASE WHEN f.note <> '' THEN 'kolom “' || f.header || '”: ' || f.note
        WHEN f.need <> f."column" THEN 'isi salah satu: ' || f.need || '.'
        ELSE 'kolom “' || f.header || '” kosong; wajib diisi.' END), ' ')"""
BROKEN: Final = """
    'Baris ' || line || ': jumlah kolom tidak cocok dengan judul, atau tanda kutip '
    || 'tidak berpasangan; perbaiki pemisah dan tanda kutip pada baris itu.'"""


def why(code: str) -> str:
    """Say why a line is no data row."""
    if code.startswith(CONTINUATION):
        return f"lanjutan baris {code.removeprefix(CONTINUATION)}"
    return WHY.get(code, code)


def warning(header: str) -> str:
    """Give the SQL of a warning's message; `header` is an SQL text."""
    return f"'Baris ' || c.line || ', kolom “' || {header} || '”: ' || c.note"
