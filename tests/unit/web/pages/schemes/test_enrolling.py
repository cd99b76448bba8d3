"""The file of those to be enrolled, as BPJS Ketenagakerjaan reads it."""

from datetime import date

import pytest

from naungan.casework.protection.models import Entry
from naungan.lib.dates import month_index
from naungan.web.pages.schemes import enrolling


@pytest.mark.parametrize(
    ("sex", "written"), [("M", "L"), ("F", "P"), ("", "")], ids=["man", "woman", "open"]
)
def test_the_file_writes_sexes_as_indonesian_files_do(sex, written):
    entry = Entry(name="Rukmini", sex=sex, birth_date=date(1990, 2, 12))
    (row,) = enrolling.cells(month_index(2025, 2), [entry])
    assert row[2:6] == ("Rukmini", date(1990, 2, 12), written, "")
