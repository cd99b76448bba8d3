"""Finding the header among titles, and hearing what its columns mean."""

import pytest

from naungan.engine.formats import all_formats
from naungan.engine.reading.heading import above, find_heading


WORKERS = all_formats()["workers"]


def find(*rows, form=WORKERS):
    return find_heading(list(enumerate(rows, start=1)), form, {})


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("NO. KTP", "nik"),
        ("N.I.K", "nik"),
        ("Upah (Rp)", "wage"),
        ("Nama Lengkap*", "name"),
        ("Tempat/Tgl. Lahir", "birth_date"),
        ("JENIS\nKELAMIN", "sex"),
        ("Désa", "village"),
    ],
)
def test_case_space_and_punctuation_do_not_matter(header, column):
    assert column in find(["Nama", header], ["SITI", "x"]).columns or column == "name"
    assert find([header, "Nama" if column != "name" else "x"]).columns[column] == 0


@pytest.mark.parametrize("header", ["No", "No.", "NOMOR", "No Urut"])
@pytest.mark.parametrize("kind", all_formats())
def test_a_running_number_maps_to_nothing(header, kind):
    found = find([header, "Nama", "NPP"], form=all_formats()[kind])
    assert found is None or 0 not in found.columns.values()


def test_the_row_that_names_most_is_the_header():
    found = find(["Nama daftar:", "x"], ["Nama"], ["Nama", "NIK"], ["SITI", "1"])
    assert found.lines == (3,)


def test_numbered_columns_belong_to_the_header():
    found = find(["Nama", "NIK", "JK"], ["(1)", "(2)", "(3)"], ["SITI", "", ""])
    assert found.lines == (1, 2)


@pytest.mark.parametrize("row", [["2", "3", "4"], ["1", "2"], ["1", "x", "3"]])
def test_other_numbers_below_the_header_are_data(row):
    assert find(["Nama", "NIK", "JK"], row).lines == (1,)


def test_lines_above_are_titles_or_blank():
    rows = [(1, ["DAFTAR", ""]), (2, ["", ""]), (3, ["Nama", "NIK"])]
    found = find_heading(rows, WORKERS, {})
    assert above(rows, found) == ((1, "title"), (2, "blank"), (3, "header"))


def test_every_format_hears_its_own_names_and_all_its_aliases():
    for form in all_formats().values():
        for column in form.columns:
            for spelling in (column.name, *column.aliases):
                found = find([spelling, "Zzz"], form=form)
                assert found is not None, (form.kind, spelling)
                assert 0 in found.columns.values()
