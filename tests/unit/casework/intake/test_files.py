"""Names and places of files: plain, private, and inside the home."""

import pytest
from tests.unit.casework.intake.conftest import placed

from naungan.casework.intake import actions, files


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("daftar.csv", "daftar.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\kantor\\daftar.xlsx", "daftar.xlsx"),
        ("daf\x00tar\n.csv", "daftar.csv"),
        ("1604012003859001.csv", "1604••••••••••••.csv"),
        ("/", "berkas"),
        ("", "berkas"),
        ("x" * 300 + ".csv", "x" * 196 + ".csv"),
    ],
)
def test_a_name_is_kept_without_folders_controls_and_numbers_of_people(sent, kept):
    assert files.plain_name(sent) == kept


@pytest.mark.django_db
def test_what_a_dry_run_shows_lies_beside_the_file_for_its_owner_alone(arrive, sender):
    batch = arrive(sender)
    assert files.shown_of(batch) == {}
    files.show(batch, {"rows": [1]})
    assert files.shown_of(batch) == {"rows": [1]}
    [path] = files.returned_folder().iterdir()
    assert path.stat().st_mode & 0o777 == 0o600
    assert files.returned_folder().stat().st_mode & 0o777 == 0o700


@pytest.mark.django_db
def test_a_workbook_that_is_gone_is_not_offered(arrive, sender):
    batch = placed(arrive(sender), returned="hilang.xlsx")
    assert files.returned_of(batch) is None


@pytest.mark.django_db
def test_removing_one_entry_leaves_the_content_that_another_needs(arrive, sender):
    one, two = arrive(sender), arrive(sender, kind="members")
    files.remove(one)
    assert files.file_of(two).exists()
    actions.discard(by=sender, batch=two)
    placed(one, removed_at=one.received_at)
    files.remove(two)
    assert not files.file_of(two).exists()


@pytest.mark.django_db
def test_content_that_came_before_is_not_moved_under_a_run_that_reads_it(
    arrive, sender, home
):
    place = files.file_of(arrive(sender))
    before = place.stat()
    arrive(sender, kind="members")
    assert place.stat().st_ino == before.st_ino
    assert not list(home.uploads.glob("*.part"))
