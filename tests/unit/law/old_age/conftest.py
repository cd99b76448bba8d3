"""What tests of pensions and savings need: the law, and an office's overlay of it."""

import pytest

from naungan.law.book import Book, enacted
from naungan.law.reader import Reader, reader_of


@pytest.fixture(scope="session")
def reader():
    """Return the reader of the law as shipped."""
    return reader_of(enacted())


@pytest.fixture
def overlaid(tmp_path):
    """Return a function that lays one value of an office over the law."""

    def lay(path, value):
        file = tmp_path / f"{path}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f"overlay: Kantor Cabang\nvalues:\n  - from: 2015-07-01\n    value: {value}\n",
            encoding="utf-8",
        )
        return Reader(Book(overlay=tmp_path))

    return lay
