"""Files are copied once, whole, without what is still under way."""

import pytest

from naungan.lib.errors import InputRefused, RoomRefused
from naungan.office.backup_files import copy_files
from naungan.office.home import Home


@pytest.fixture
def home(tmp_path):
    found = Home(tmp_path / "kantor")
    found.make()
    run = found.snapshots / "16.04" / "runs" / "0001"
    run.mkdir(parents=True)
    (run / "persons.parquet").write_text("orang")
    (found.snapshots / "16.04" / "current").symlink_to("runs/0001")
    (found.snapshots / "16.04" / "erased.json").write_text("[]")
    (found.snapshots / "16.04" / ".building").mkdir()
    (found.snapshots / "16.04" / ".building" / "setengah").write_text("x")
    (found.snapshots / "16.04" / ".lock").touch()
    (found.uploads / ("a" * 64)).write_text("isi")
    (found.papers / "3").mkdir()
    (found.papers / "3" / ("b" * 64)).write_text("surat")
    for passing in ("arriving", "runs"):
        (found.uploads / passing).mkdir()
        (found.uploads / passing / "7").write_text("x")
    return found


def names(folder):
    found = (path for path in folder.rglob("*") if not path.is_dir())
    return sorted(path.relative_to(folder).as_posix() for path in found)


def test_what_is_finished_is_copied_once(home, tmp_path):
    to = tmp_path / "salinan"
    assert copy_files(home, to).files == 4
    assert names(to) == [
        "papers/3/" + "b" * 64,
        "snapshots/16.04/erased.json",
        "snapshots/16.04/runs/0001/persons.parquet",
        "uploads/" + "a" * 64,
    ]
    assert (to / "snapshots/16.04/current").readlink().as_posix() == "runs/0001"
    assert (to / "uploads").stat().st_mode & 0o777 == 0o700
    again = copy_files(home, to)
    assert (again.files, again.size) == (0, 0)


def test_what_changed_is_copied_again(home, tmp_path):
    to = tmp_path / "salinan"
    copy_files(home, to)
    (home.snapshots / "16.04" / "erased.json").write_text("[7]")
    assert copy_files(home, to).files == 1
    assert (to / "snapshots/16.04/erased.json").read_text() == "[7]"


def test_a_copy_inside_the_home_is_refused(home):
    with pytest.raises(InputRefused, match="di dalam"):
        copy_files(home, home.backups / "berkas")


def test_a_place_that_cannot_be_written_is_a_sentence(home, tmp_path):
    (tmp_path / "salinan").write_text("bukan folder")
    with pytest.raises(RoomRefused):
        copy_files(home, tmp_path / "salinan")
    assert (home.uploads / ("a" * 64)).exists()
