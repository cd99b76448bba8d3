"""The office's folder: secrets kept once, permissions of others left alone."""

import os
import stat

import pytest

from naungan.lib.errors import RoomRefused
from naungan.office import home as places
from naungan.office.home import Home


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_folder_shows_its_content_to_nobody_else(tmp_path):
    home = Home(tmp_path / "kantor")
    home.make()
    assert mode(home.path) == 0o711
    assert {mode(one) for one in home.path.iterdir()} == {0o700}


@pytest.mark.parametrize("odd", [0o751, 0o755, 0o777])
def test_a_folder_that_was_there_keeps_its_permissions(tmp_path, odd):
    folder = tmp_path / "ada"
    folder.mkdir()
    folder.chmod(odd)
    before = mode(tmp_path)
    Home(folder).make()
    assert mode(folder) == odd
    assert mode(tmp_path) == before


def test_parents_that_we_make_can_be_passed_through(tmp_path):
    before = os.umask(0o077)
    try:
        Home(tmp_path / "a" / "b").make()
    finally:
        os.umask(before)
    assert mode(tmp_path / "a") == 0o711


def test_a_secret_is_made_once_and_read_by_its_owner_alone(tmp_path):
    home = Home(tmp_path)
    first = home.secret("application")
    assert len(first) >= 40
    assert Home(tmp_path).secret("application") == first
    assert mode(tmp_path / "secrets" / "application") == 0o600
    assert [one.name for one in (tmp_path / "secrets").iterdir()] == ["application"]


def test_a_file_in_the_way_is_refused(tmp_path):
    (tmp_path / "kantor").write_text("berkas")
    with pytest.raises(RoomRefused, match="bukan folder"):
        Home(tmp_path / "kantor").make()


def test_an_empty_variable_is_refused(monkeypatch):
    monkeypatch.setenv(places.VARIABLE, " ")
    with pytest.raises(RoomRefused, match="kosong"):
        places.home()


def test_root_keeps_its_data_outside_any_home(monkeypatch):
    monkeypatch.delenv(places.VARIABLE, raising=False)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert places.home().path == places.OF_ROOT
