"""Large files in small bites: cutting never changes what is read."""

from io import BytesIO

import pytest

from naungan.engine.formats import all_formats
from naungan.engine.reading.source import open_source
from naungan.engine.reading.text import delimited
from naungan.engine.reading.text.delimited import Digest, batches, look
from naungan.engine.reading.text.encoding import blocks, detect
from naungan.lib.errors import InputRefused


WORKERS = all_formats()["workers"]
LINES = [
    "DAFTAR;;",
    "Nama;Sumber;Upah",
    *(
        line
        for at in range(40)
        for line in (
            f"ORANG {at};a;{at}",
            f'"DUA ""{at}""";"baris',
            "lanjut",
            f'sampai {at}";5',
            f'"LIAR {at};b;6',
            "",
        )
    ),
]


def rows(path, size, monkeypatch):
    monkeypatch.setattr(delimited, "RUN_BYTES", size)
    source = open_source(path)
    text = look(source, WORKERS, {})
    digest = Digest()
    found, aside, broken, count = [], [], [], 0
    for piece in batches(source, text, digest, size * 3):
        columns = piece.table.to_pydict()
        found += zip(*columns.values(), strict=True)
        aside, broken = aside + piece.aside, broken + piece.broken
        count += piece.count
    return sorted(found), aside, broken, count, digest


@pytest.mark.parametrize("size", [7, 64, 500])
@pytest.mark.parametrize("end", ["", "\n"])
def test_the_size_of_the_bites_does_not_matter(tmp_path, monkeypatch, size, end):
    path = tmp_path / "daftar.csv"
    path.write_text("\n".join(LINES) + end)
    whole = rows(path, 1 << 20, monkeypatch)
    bitten = rows(path, size, monkeypatch)
    assert bitten[:4] == whole[:4]
    assert bitten[4] == whole[4]
    assert whole[4].lines == len(LINES) - (0 if end else 1)
    assert len(whole[0]) == 120
    assert whole[2] == []


def test_a_line_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "MOST_CARRIED", 1000)
    path = tmp_path / "daftar.csv"
    path.write_text("Nama,NIK\n" + "x" * 5000)
    with pytest.raises(InputRefused, match="bukan tabel teks"):
        rows(path, 100, monkeypatch)


def test_a_head_cut_within_a_line_still_shows_the_header(tmp_path, monkeypatch):
    monkeypatch.setattr(delimited, "HEAD_BYTES", 16)
    path = tmp_path / "daftar.csv"
    path.write_text("Nama,NIK\nSITI,1\nBUDI,2\n")
    assert look(open_source(path), WORKERS, {}).heading.columns == {"nik": 1, "name": 0}


def test_utf_16_is_decoded_across_blocks():
    data = "Nama é\n".encode("utf-16-le") * 5
    assert detect(data) == ("utf-16-le", 0)
    assert detect("Nama\n".encode("utf-16-be") * 9) == ("utf-16-be", 0)
    whole = b"".join(blocks(BytesIO(data), "utf-16-le", 3))
    assert whole.decode() == "Nama é\n" * 5
