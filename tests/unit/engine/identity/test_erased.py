"""What is kept of a person who was erased, and how it is found."""

import json

import pytest

from naungan.engine.identity.erased import FILE, open_marks, remember
from naungan.lib.errors import InputRefused


def test_each_folder_has_a_key_of_its_own(tmp_path):
    assert open_marks(tmp_path).key != open_marks(tmp_path / "lain").key


def test_marks_outlive_their_snapshots(tmp_path):
    marks = open_marks(tmp_path)
    marks.persons[5] = [("kpj", "abc")]
    marks.save()
    again = remember(tmp_path, {5})
    assert (again.key, again.persons) == (marks.key, {5: [("kpj", "abc")]})


def test_only_the_owner_may_read_them(tmp_path):
    open_marks(tmp_path).save()
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600


def test_without_any_run_nothing_is_known_and_nothing_written(tmp_path):
    assert remember(tmp_path, {5}).persons == {}
    assert not (tmp_path / FILE).exists()


@pytest.mark.parametrize("text", ["{", "[]", '{"key": 1}', '{"key": 1, "persons": 3}'])
def test_a_damaged_memory_is_refused_not_forgotten(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(InputRefused, match="pulihkan dari cadangan"):
        open_marks(tmp_path)
    assert (tmp_path / FILE).read_text() == text


def test_the_file_holds_digests_under_its_key(tmp_path):
    marks = open_marks(tmp_path)
    marks.save()
    assert json.loads((tmp_path / FILE).read_text())["key"] == marks.key
    assert marks.digest("nik", "x") == f"left(sha256('{marks.key}|nik|' || x), 32)"
