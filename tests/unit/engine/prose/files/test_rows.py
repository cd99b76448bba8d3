"""A row of a table read as one line."""

import pytest

from naungan.engine.prose.files.rows import line_of


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["Pukul", ":", "09.00"], "Pukul: 09.00"),
        (["Pukul:", "09.00"], "Pukul: 09.00"),
        (["1", "Dinas Sosial mendata"], "1 Dinas Sosial mendata"),
        (["Aula", "Aula", None, " "], "Aula"),
        ([None], ""),
    ],
)
def test_cells_are_joined_as_a_reader_would(cells, line):
    assert line_of(cells) == line
