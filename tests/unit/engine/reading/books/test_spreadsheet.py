"""Files as LibreOffice really saves them; libreoffice/README.md says how they were made."""

from datetime import date
from pathlib import Path

import pytest
from tests.unit.engine.reading.desk import read

from naungan.engine.reading.container import container_of
from naungan.engine.reading.source import open_source
from naungan.lib.errors import InputRefused


SAVED = Path(__file__).with_name("libreoffice")
BORN = [
    *(date(1980, 5, 20), date(1992, 7, 21), date(1975, 3, 11)),
    *(date(1968, 1, 1), date(1984, 2, 29)),
]
NAMES = ["Siti Aminah", "Rukmini", "M. YUSUF", "Budi “Ujang”, S.Pd", "Renée D'Arc"]
VILLAGES = [1604012001, 1604012001, 1604012002, 1604012002, 1604012003]


@pytest.mark.parametrize("name", ["workers.xlsx", "workers.ods", "shown.csv"])
def test_every_row_is_read_and_every_line_accounted_for(tmp_path, name):
    desk = read(tmp_path, "workers", SAVED / name)
    assert desk.account == (20, 5, 2, 13)
    assert desk.rows("name") == NAMES
    assert desk.rows("birth_date") == BORN
    assert desk.rows("village_code") == VILLAGES
    assert desk.rows("wage") == [2_750_000, 3_100_000, 2_900_000, 4_200_000, None]
    assert [line for line, *_ in desk.records("rejected", "line")] == [14, 20]


@pytest.mark.parametrize("name", ["workers.xlsx", "workers.ods"])
def test_a_nik_from_a_numeric_cell_is_flagged_and_one_from_text_is_not(tmp_path, name):
    assert read(tmp_path, "workers", SAVED / name).rows("nik_rounded") == [
        False,
        True,
        False,
        True,
        False,
    ]


@pytest.mark.parametrize("name", ["workers.xlsx", "workers.ods"])
def test_the_sheet_that_was_left_is_named(tmp_path, name):
    messages = [
        said
        for (said,) in read(tmp_path, "workers", SAVED / name).records(
            "warnings", "message"
        )
    ]
    assert any("Catatan" in said for said in messages)


def test_a_formula_written_out_as_text_is_no_name(tmp_path):
    desk = read(tmp_path, "workers", SAVED / "formulas.csv")
    assert desk.account == (20, 4, 3, 13)
    assert "M. YUSUF" not in desk.rows("name")
    [value, message] = desk.records("rejected", "value", "message")[0]
    assert value == '=UPPER("m. yusuf")'
    assert "Rumus tanpa hasil" in message


def test_an_error_written_out_as_text_is_no_name(tmp_path):
    *_, (value, message) = read(tmp_path, "workers", SAVED / "shown.csv").records(
        "rejected", "value", "message"
    )
    assert value == "#DIV/0!"
    assert "galat #DIV/0!" in message


def test_one_flat_xml_file_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "data.fods"
    path.write_text('<?xml version="1.0"?><office:document/>')
    with pytest.raises(InputRefused, match=r"simpan ulang sebagai \.xlsx"):
        container_of(open_source(path))
