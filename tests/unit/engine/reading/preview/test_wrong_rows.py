"""The first wrong rows of a dry run stand beside what tells whose they are."""

import pytest
from tests.unit.engine.reading.desk import OCTOBER

from naungan.engine.reading.preview import try_out
from naungan.engine.reading.preview.wrong_rows import (
    MOST_NOTED,
    MOST_REJECTED,
    WHOLE,
    Fault,
)


NIK = "1604015205809001"
LIST = (
    "No,Siapa,NIK,JK,Alamat\n"
    f"1,SITI,{NIK},P,Jl. A\n"
    f"2,,{NIK},?,Jl. B\n"
    "3,BUDI\n"
    "4,ANI,3.20E+15,L,Jl. C\n"
)
MAPPING = {"name": "Siapa", "nik": "NIK", "sex": "JK"}


@pytest.fixture
def tried(tmp_path):
    """Try a list out and give its wrong rows."""

    def do(text):
        path = tmp_path / "kiriman-7"
        path.write_text(text)
        found = try_out(
            path,
            kind="workers",
            mapping=MAPPING,
            month=OCTOBER,
            region="16.04",
            out=tmp_path / "out",
            name="daftar.csv",
        )
        return found.wrong

    return do


def test_only_wrong_and_telling_columns_are_shown_in_the_order_of_the_file(tried):
    assert tried(LIST).columns == ("Siapa", "NIK", "JK")


def test_a_rejected_row_has_its_neighbours_and_no_nik_to_read(tried):
    row = tried(LIST).rows[0]
    assert row.line == 3
    assert row.cells == ("", "1604••••••••••••", "?")
    assert row.faults[0].severity == "bad"
    assert row.faults[2].severity == "warn"


def test_a_broken_row_is_wrong_as_a_whole(tried):
    row = tried(LIST).rows[1]
    assert row.line == 4
    assert row.cells[0] == "BUDI"
    assert row.faults[WHOLE].severity == "bad"


def test_of_an_accepted_row_only_what_is_remarked_upon_is_known(tried):
    row = tried(LIST).rows[2]
    assert row.line == 5
    assert row.cells == (None, "3.20E+15", None)
    assert row.faults == {1: Fault(severity="warn", message=row.faults[1].message)}
    assert "ilmiah" in row.faults[1].message


def test_a_few_of_each_are_enough(tried):
    head = "Siapa,NIK,JK\n"
    rows = "".join(f",{NIK},L\nANI,3.20E+15,L\n" for _ in range(40))
    found = tried(head + rows)
    bad = [
        one
        for one in found.rows
        if one.faults[0 if 0 in one.faults else 1].severity == "bad"
    ]
    assert len(bad) == MOST_REJECTED
    assert len(found.rows) == MOST_REJECTED + MOST_NOTED


def test_a_list_without_wrong_rows_shows_none(tried):
    found = tried(f"Siapa,NIK,JK\nSITI,{NIK},P\n")
    assert found.rows == ()
