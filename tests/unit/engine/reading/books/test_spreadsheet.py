"""Files as LibreOffice really saves them; libreoffice/README.md says how they were made."""

from datetime import date
from pathlib import Path

import pytest
from tests.unit.engine.reading.desk import read

from naungan.engine.reading.container import container_of
from naungan.engine.reading.preview import headers, kind_of
from naungan.engine.reading.source import open_source
from naungan.lib.dates import month_index
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


OCTOBER = month_index(2026, 10)
# kind -> (account, columns asked for, their rows, the line that was rejected)
KINDS = {
    "members": (
        (6, 2, 1, 3),
        ("kpj", "nik", "nik_rounded", "birth_date", "reported_wage", "paid_through"),
        [
            ("99000000001", 1604015204809002, False, date(1980, 4, 12), None, OCTOBER),
            ("99000000002", 1604011106889005, False, date(1988, 6, 11), 3_500_000)
            + (OCTOBER - 1,),
        ],
        [5],
    ),
    "employers": (
        (4, 2, 1, 1),
        ("employer_ref", "nib", "npp", "scale", "declared_workers"),
        [
            ("P-001", "9900000000001", "00012345", "large", 3250),
            ("P-002", None, "00012346", "small", 4),
        ],
        [4],
    ),
    "contributions": (
        (6, 2, 0, 4),
        ("npp", "month", "billed", "paid", "paid_on"),
        [
            ("00012345", OCTOBER, 1_250_000, 1_250_000, date(2026, 10, 12)),
            ("00012346", OCTOBER, 90_000, 0, None),
        ],
        [],
    ),
    "universe": (
        (4, 2, 1, 1),
        ("region_code", "year", "workers"),
        [("16.04", 2026, 239_799), ("16.04.01", 2026, 12_345)],
        [4],
    ),
}


@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_read_alike_however_it_was_saved(tmp_path, kind, ending):
    account, columns, rows, rejected = KINDS[kind]
    desk = read(tmp_path, kind, SAVED / f"{kind}.{ending}")
    assert desk.account == account
    assert desk.rows(*columns) == rows
    assert [line for line, *_ in desk.records("rejected")] == rejected


@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_template_that_went_through_it_is_still_read(tmp_path, ending):
    desk = read(tmp_path, "workers", SAVED / f"template.{ending}")
    assert (desk.account, desk.records("warnings")) == ((3, 2, 0, 1), [])
    assert desk.rows("nik", "nik_rounded", "sex", "wage") == [
        (1604012003859001, False, "F", 3_500_000),
        (1604015204809002, False, "M", 2_800_000),
    ]


@pytest.mark.parametrize("name", ["workers", "members", "employers", "universe"])
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
def test_a_look_sees_the_kind_and_the_columns_that_a_run_reads(tmp_path, name, ending):
    path = SAVED / f"{name}.{ending}"
    assert (kind_of(path).kind, kind_of(path).certainty) == (name, "certain")
    read_as = read(tmp_path, name, path).mapping
    proposed = headers(path, name).mapping
    proposed.pop("_sheet", None)
    assert proposed.items() <= read_as.items()


def test_a_day_is_shown_as_a_day():
    found = headers(SAVED / "members.xlsx", "members")
    [born] = [one for one in found.columns if one.target == "birth_date"]
    assert born.samples[0] == "1980-04-12"
    assert "_sheet" not in found.mapping
