from datetime import date

import pytest

from naungan.law.history.catalogue import look_up
from naungan.lib.errors import LawRefused


def texts(book, path, on=None, language="id"):
    return [one.text(language) for one in look_up(book, path, on)]


def test_without_a_path_every_folder_is_counted(book):
    rows = [row.split() for row in texts(book, "")]
    assert ["contoh/jht", "1", "nilai"] in rows
    assert ["obligations", "1", "nilai"] in rows
    assert look_up(book, "")[0].as_data() == {"path": "clocks", "count": 1}


def test_a_folder_lists_its_values_with_the_newest(book):
    assert texts(book, "contoh") == [
        "contoh/jht/tarif\n    Tarif contoh: tidak berlaku lagi",
        "contoh/tabel\n    Tabel contoh: tabel 2 baris",
    ]


def test_a_folder_on_a_day_lists_the_values_of_that_day(book):
    rate, table = look_up(book, "contoh", date(2020, 9, 1))
    assert rate.text("en").endswith("Sample rate: 1% (one source)")
    assert rate.as_data()["value"]["value"] == "0.01"
    nothing, _ = look_up(book, "contoh", date(2010, 1, 1))
    assert nothing.text().endswith("belum atau tidak ada nilai")
    assert nothing.as_data()["value"] is None


def test_a_path_gives_one_value_and_a_shelf_what_stands_on_it(book):
    assert texts(book, "contoh/tabel")[0].startswith("Tabel contoh\n")
    assert texts(book, "obligations")[0].startswith("Membayar contoh\n")


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("contoh/tabbel", "mungkin contoh/tabel"),
        ("xyz", "semua folder"),
        ("obligations/x", "tidak ada"),
    ],
)
def test_a_path_that_names_nothing_is_refused_with_the_nearest(book, path, hint):
    with pytest.raises(LawRefused, match=hint):
        look_up(book, path)
