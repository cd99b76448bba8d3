"""Templates come back filled and are read as they are."""

import openpyxl
import pytest
from tests.unit.engine.reading.desk import read

from naungan.engine.formats import all_formats
from naungan.engine.reading.heading import mapped
from naungan.engine.reading.templates import KINDS, heading_of, write_template
from naungan.engine.reading.templates.headings import samples_of


NOT_FILLED = ("", "(")


def filled(tmp_path, kind, name="isi.xlsx"):
    """Fill a template with its own samples, as a person would in a spreadsheet."""
    path = tmp_path / name
    write_template(kind, path)
    book = openpyxl.load_workbook(path)
    sheet = book[all_formats()[kind].title]
    for row in (0, 1):
        for at, column in enumerate(all_formats()[kind].columns, start=1):
            cell = samples_of(column)[row]
            if not cell.startswith("(") and cell:
                sheet.cell(row + 2, at, cell)
    book.save(path)
    return path


@pytest.mark.parametrize("kind", KINDS)
def test_every_heading_is_read_as_the_column_it_asks_for(kind):
    form = all_formats()[kind]
    headings = [[heading_of(column)] for column in form.columns]
    names = [column.name for column in form.columns]
    assert mapped(headings, form) == {name: at for at, name in enumerate(names)}


@pytest.mark.parametrize("kind", KINDS)
def test_a_filled_template_is_read_without_a_doubt(tmp_path, kind):
    desk = read(tmp_path, kind, filled(tmp_path, kind))
    assert desk.account == (3, 2, 0, 1)
    assert desk.records("warnings") == []
    assert len(desk.mapping["_headers"]) == len(all_formats()[kind].columns)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_template_sent_back_is_an_empty_list(tmp_path, kind):
    path = tmp_path / "kosong.xlsx"
    write_template(kind, path)
    desk = read(tmp_path, kind, path)
    assert (desk.account, desk.records("warnings")) == ((1, 0, 0, 1), [])


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_of_words_offers_them(tmp_path, kind):
    path = tmp_path / "isi.xlsx"
    write_template(kind, path)
    book = openpyxl.load_workbook(path)
    sheet, guide = book.worksheets
    offered = {
        str(one.sqref).split("2:")[0]: one.formula1
        for one in sheet.data_validations.dataValidation
    }
    columns = [one for one in all_formats()[kind].columns if one.choices]
    assert len(offered) == len(columns)
    for place, source in offered.items():
        column = next(
            one for one in columns if heading_of(one) == sheet[f"{place}1"].value
        )
        cells = guide[source.split("!")[1].replace("$", "")]
        words = [cell.value for (cell,) in cells]
        assert len(words) == len(column.choices)
        assert all(words)


@pytest.mark.parametrize("kind", KINDS)
def test_the_guide_explains_every_column(tmp_path, kind):
    path = tmp_path / "isi.xlsx"
    write_template(kind, path)
    guide = openpyxl.load_workbook(path).worksheets[1]
    said = {
        row[0].value: [cell.value for cell in row[1:5]] for row in guide.iter_rows()
    }
    for column in all_formats()[kind].columns:
        duty, meaning, *_ = said[heading_of(column)]
        assert (bool(duty), meaning) == (True, column.describes)


def test_headings_that_serve_one_another_are_not_marked_like_those_always_needed(
    tmp_path,
):
    path = tmp_path / "isi.xlsx"
    write_template("members", path)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    tints = {cell.value: cell.fill.fgColor.rgb for cell in sheet[1]}
    plain = tints["Jenis kelamin"]
    always = {tints["KPJ"], tints["Program"]}
    either = {tints["NIK"], tints["Nama"], tints["Tanggal lahir"]}
    assert (len(always), len(either)) == (1, 1)
    assert len({*always, *either, plain}) == 3


def test_a_filled_row_that_names_nobody_comes_back_with_its_reason(tmp_path):
    path = filled(tmp_path, "members")
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for heading in sheet[1]:
        if heading.value in ("NIK", "Nama"):
            sheet.cell(2, heading.column).value = None
    book.save(path)
    desk = read(tmp_path, "members", path)
    assert desk.account == (3, 1, 1, 1)
    (row,) = desk.records("rejected")
    assert row[-1].endswith("isi salah satu: NIK, atau Nama dan Tanggal lahir.")
