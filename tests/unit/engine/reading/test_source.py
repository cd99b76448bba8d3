"""A file must hold still while it is read, and say what it is."""

import os

import pytest
from tests.unit.engine.reading.desk import read

from naungan.engine.reading import source
from naungan.engine.reading.container import container_of
from naungan.engine.reading.source import check_unchanged, open_source
from naungan.engine.reading.text import table
from naungan.lib.errors import InputRefused


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_text("Nama\nSITI\n")
    return path


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="tidak ditemukan"):
        open_source(tmp_path / "tidak-ada.csv")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(InputRefused, match="ini folder"):
        open_source(tmp_path)


def test_a_file_that_grew_is_refused(path):
    opened = open_source(path)
    path.write_text("Nama\nSITI\nBUDI\n")
    with pytest.raises(InputRefused, match="berubah ketika dibaca"):
        check_unchanged(opened)


def test_a_file_touched_without_growing_is_refused(path):
    opened = open_source(path)
    os.utime(path, ns=(1, 1))
    with pytest.raises(InputRefused, match="berubah ketika dibaca"):
        check_unchanged(opened)


def test_a_file_that_vanished_is_refused_wherever_it_is_noticed(path):
    opened = open_source(path)
    path.unlink()
    for notice in (check_unchanged, container_of, source.sha256_of):
        with pytest.raises(InputRefused, match="hilang ketika dibaca"):
            notice(opened)


def test_a_change_in_the_middle_of_a_run_stops_the_run(tmp_path, path, monkeypatch):
    look = table.look

    def look_and_change(*arguments):
        found = look(*arguments)
        path.write_text("Nama\nORANG LAIN\nSATU LAGI\n")
        return found

    monkeypatch.setattr(table, "look", look_and_change)
    with pytest.raises(InputRefused, match="berubah ketika dibaca"):
        read(tmp_path, "workers", path)


def test_a_file_that_vanishes_in_the_middle_of_a_run_stops_the_run(
    tmp_path, path, monkeypatch
):
    look = table.look

    def look_and_lose(*arguments):
        found = look(*arguments)
        path.unlink()
        return found

    monkeypatch.setattr(table, "look", look_and_lose)
    with pytest.raises(InputRefused, match="hilang ketika dibaca"):
        read(tmp_path, "workers", path)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(), "tidak boleh dibaca"),
        (OSError(5, "Input/output error"), "gagal dibaca"),
        (OSError("aneh"), "aneh"),
    ],
)
def test_what_the_system_says_becomes_a_sentence(error, said):
    with (
        pytest.raises(InputRefused, match=said),
        source.explained("daftar.csv"),
    ):
        raise error
