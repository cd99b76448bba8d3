from decimal import Decimal

import pytest

from naungan.engine.published.reading import MOST_BYTES, read_figures
from naungan.lib.errors import InputRefused


LAHAT = "16.04,Kabupaten Lahat,2025-10,ALL,51398,239799,21,,0,,https://example.org/a"


def test_a_row_is_read_as_it_was_printed(write):
    (one,) = read_figures(write(LAHAT)).figures
    assert (one.row, one.line, one.region_code, one.level) == (1, 2, "16.04", "regency")
    assert (one.covered, one.denominator, one.percent) == (51_398, 239_799, Decimal(21))
    assert (one.as_of.text, one.segment, one.source_host) == (
        "2025-10",
        "ALL",
        "example.org",
    )


def test_a_percentage_without_counts_stays_without_counts(write):
    (one,) = read_figures(write("32.02,Sukabumi,2024-12-20,ALL,,,37.7,,,,")).figures
    assert one.percent == Decimal("37.7")
    assert (one.covered, one.denominator, one.gap) == (None, None, None)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_and_separator_is_read(write, separator, encoding):
    header = separator.join(["region_code", "region_name", "as_of", "segment", "note"])
    line = separator.join(["16.04", "Lahat", "2025", "ALL", "café"])
    (one,) = read_figures(write(line, header=header, encoding=encoding)).figures
    assert (one.region_code, one.note) == ("16.04", "café")


def test_windows_line_ends_and_blank_lines_are_no_rows(write):
    published = read_figures(write(LAHAT, "", ",,,,,,,,,,", LAHAT, ending="\r\n"))
    assert [(one.row, one.line) for one in published.figures] == [(1, 2), (2, 5)]
    assert published.rows == 2


def test_indonesian_headers_and_numbers_are_read(write):
    path = write(
        "1604;Lahat;Oktober 2025;PU;51.398;239.799;21,4 %;kira;ya",
        header="Kode wilayah;Wilayah;Per;Segmen;Terlindungi;Jumlah pekerja;Persen;lain;Kira kira",
    )
    (one,) = read_figures(path).figures
    assert (one.covered, one.denominator) == (51_398, 239_799)
    assert one.percent == Decimal("21.4")
    assert one.as_of.text == "2025-10"
    assert one.approximate


def test_a_bound_in_the_cell_or_in_the_note_is_kept(write):
    published = read_figures(
        write(
            "62.05,,2025-03,ALL,,,>80,,1,,",
            '62.71,,2025-03,ALL,,,50,,1,"published only as ""below 50%""",',
            '62.71,,2025-03,ALL,,,,,1,"published only as ""below 50%""",',
        )
    )
    assert [one.bound for one in published.figures] == ["above", "below", None]
    assert [one.percent for one in published.figures] == [80, 50, None]


def test_a_missing_name_comes_from_the_code_and_a_long_code_has_its_level(write):
    published = read_figures(
        write(
            "16.04,,2025,ALL,,,,,,,",
            "16,,2025,ALL,,,,,,,",
            "00,,2025,ALL,,,,,,,",
            "99.99,,2025,ALL,,,,,,,",
        )
    )
    assert [one.region_name for one in published.figures[2:]] == ["00", "99.99"]
    assert "Lahat" in published.figures[0].region_name
    assert [one.level for one in published.figures] == [
        "regency",
        "province",
        "national",
        "regency",
    ]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("Lahat,,2025,ALL,,,,,,,", "region_code"),
        ("16.04,,kemarin,ALL,,,,,,,", "as_of"),
        ("16.04,,2025-13,ALL,,,,,,,", "as_of"),
        ("16.04,,,ALL,,,,,,,", "as_of"),
        ("16.04,,2025,,,,,,,,", "segment"),
        ("16.04,,2025,ALL,banyak,,,,,,", "covered"),
        ("16.04,,2025,ALL,1.5,,,,,,", "covered"),
        ("16.04,,2025,ALL,-3,,,,,,", "covered"),
        ("16.04,,2025,ALL,3,0,,,,,", "denominator"),
        ("16.04,,2025,ALL,3,5,sebagian,,,,", "percent"),
        ("16.04,,2025,ALL,3,5,,tinggi,,,", "target_percent"),
        ("16.04,,2025,ALL,3,5,,,mungkin,,", "approx"),
        ("16.04,,2025,ALL", ""),
        ('16.04,"Lahat,2025,ALL', ""),
    ],
)
def test_a_broken_row_is_refused_alone_with_its_place_and_mend(write, line, column):
    published = read_figures(write(line, LAHAT))
    (refused,) = published.refused
    assert (refused.row, refused.line, refused.column) == (1, 2, column)
    assert refused.message.endswith(".")
    assert [one.row for one in published.figures] == [2]
    assert published.rows == 2


def test_a_note_may_span_lines(write):
    published = read_figures(write('16.04,,2025,ALL,,,,,,"satu', 'dua",', LAHAT))
    assert [(one.row, one.line, one.note) for one in published.figures] == [
        (1, 2, "satu dua"),
        (2, 4, ""),
    ]


def test_a_stray_quote_does_not_swallow_its_neighbours(write):
    published = read_figures(write('16.04,"Lahat,2025,ALL,,,,,,,', LAHAT, LAHAT))
    assert [one.row for one in published.figures] == [1, 2, 3]
    assert published.figures[0].region_name == "Lahat"


def test_a_cell_as_long_as_a_book_is_still_a_cell(write):
    (one,) = read_figures(write("16.04,,2025,ALL,,,,,," + "x" * 200_000 + ",")).figures
    assert len(one.note) == 200_000


def test_a_header_with_a_stray_quote_is_read_literally(tmp_path):
    path = tmp_path / "angka.csv"
    path.write_text('region_code,as_of,segment,5" pipa\n16.04,2025,ALL,x\n', "utf-8")
    assert read_figures(path).rows == 1


def test_a_date_without_a_known_month_is_a_year(write):
    (one,) = read_figures(write("16.04,,30 Juli 2025,ALL,,,,,,,")).figures
    assert one.as_of.text == "2025-07-30"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "berkas kosong"),
        (b"\n \n", "berkas kosong"),
        (b"nama,umur\nA,3\n", "kolom region_code, as_of, segment tidak ada"),
        (b"region_code,as_of,segment,as_of\n", "kolom as_of ada dua kali"),
        (b"PK\x03\x04xxxx", "bukan CSV"),
        (b"\xd0\xcf\x11\xe0xxxx", "bukan CSV"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_whole(tmp_path, content, message):
    path = tmp_path / "salah.csv"
    path.write_bytes(content)
    with pytest.raises(InputRefused, match=message):
        read_figures(path)


def test_a_missing_or_huge_file_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="tidak dapat dibaca"):
        read_figures(tmp_path / "tiada.csv")
    huge = tmp_path / "besar.csv"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(InputRefused, match="terlalu besar"):
        read_figures(huge)
