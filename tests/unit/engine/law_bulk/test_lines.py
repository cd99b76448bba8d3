"""Every line of a file is one row or has its reason, whatever its quotes do."""

import csv

import pytest

from naungan.engine.law_bulk import answer_file
from naungan.engine.law_bulk.lines import copy_whole, form_of, line_count
from naungan.lib.errors import InputRefused


HEADER = "id,segment,month,wage,alamat\n"
BROKEN = (
    "1,PU,2026-06,5000000,Jalan A\n"
    '2,PU,2026-06,"5000000,Jalan B\n'
    "3,PU,2026-06\n"
    "\n"
    "4,PU,2026-06,5000000,Jalan C, nomor 4\n"
    '5,PU,2026-06,5000000,"Jalan D, nomor 5"\n'
    "6,PU,2026-06,sekian,Jalan E\n"
)


def put(tmp_path, text, name="in.csv"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_one_broken_line_does_not_kill_the_file(tmp_path):
    out = tmp_path / "out.csv"
    counts = answer_file("contribution", put(tmp_path, HEADER + BROKEN), out)
    assert [row["id"] for row in read(out)] == ["1", "5"]
    assert read(out)[1]["alamat"] == "Jalan D, nomor 5"
    assert (counts.rows, counts.answered, counts.rejected) == (6, 2, 4)


def test_a_broken_line_is_refused_with_its_number_reason_and_mend(tmp_path):
    counts = answer_file(
        "contribution", put(tmp_path, HEADER + BROKEN), tmp_path / "out.csv"
    )
    found = read(counts.rejected_out)
    assert [row["baris"] for row in found] == ["3", "4", "6", "8"]
    assert "tanda kutip tidak berpasangan; tutup atau hapus" in found[0]["alasan"]
    assert "3 isian untuk 5 kolom; lengkapi" in found[1]["alasan"]
    assert "6 isian untuk 5 kolom; beri tanda kutip" in found[2]["alasan"]
    assert found[1]["teks"] == "3,PU,2026-06"
    assert (found[3]["id"], found[3]["teks"]) == ("6", "")


def test_a_stray_quote_swallows_no_line(tmp_path):
    rows = "".join(f"{n},PU,2026-06,5000000,a\n" for n in range(10))
    text = HEADER + '0,PU,2026-06,1,"a\n' + rows + '11,PU,2026-06,1,b"\n' + rows
    counts = answer_file("contribution", put(tmp_path, text), tmp_path / "out.csv")
    # 1 + 10 + 1 + 10 lines stand under the header; only the open quote is no row.
    assert (counts.rows, counts.answered, counts.rejected) == (22, 21, 1)


def test_a_file_of_an_earlier_run_goes_when_nothing_is_refused(tmp_path):
    out = tmp_path / "out.csv"
    first = answer_file("contribution", put(tmp_path, HEADER + BROKEN), out)
    assert first.rejected_out.exists()
    whole = put(tmp_path, HEADER + "1,PU,2026-06,5000000,a\n")
    assert answer_file("contribution", whole, out).rejected_out is None
    assert not first.rejected_out.exists()


def test_refused_rows_once_mended_can_be_asked_again(tmp_path):
    text = "baris,alasan,segment,month,wage\n2,wage bukan rupiah,PU,2026-06,sekian\n"
    counts = answer_file("contribution", put(tmp_path, text), tmp_path / "out.csv")
    (row,) = read(counts.rejected_out)
    assert "'sekian' bukan rupiah bulat" in row["alasan"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_the_one_that_shows_known_columns(tmp_path, delimiter):
    text = HEADER.replace(",", delimiter) + f"1{delimiter}PU\n"
    source = put(tmp_path, text)
    form = form_of(source, ["segment", "month", "wage"])
    assert (form.delimiter, len(form.header)) == (delimiter, 5)
    assert copy_whole(source, form, tmp_path / "copy.csv").ragged[0].line == 2


def test_a_line_that_is_no_text_is_refused_alone(tmp_path):
    text = HEADER.encode() + b"1,PU,2026-06,5000000,\xff\xfe\n2,PU,2026-06,5000000,ok\n"
    counts = answer_file("contribution", put(tmp_path, text), tmp_path / "out.csv")
    assert (counts.answered, counts.rejected) == (1, 1)
    assert "bukan teks UTF-8" in read(counts.rejected_out)[0]["alasan"]


def test_a_header_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="judul kolom di baris 1"):
        form_of(put(tmp_path, '"segment,month\n'), ["segment"])
    with pytest.raises(InputRefused, match="baris judul bukan teks"):
        form_of(put(tmp_path, b"segment,\xff\n"), ["segment"])


@pytest.mark.parametrize(
    ("text", "lines"), [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2)]
)
def test_lines_are_counted_with_the_last_one(tmp_path, text, lines):
    assert line_count(put(tmp_path, text)) == lines
