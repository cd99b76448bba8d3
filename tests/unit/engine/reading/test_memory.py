"""What is remembered of layouts, and what a person may correct."""

import json

import pytest

from naungan.engine.formats import all_formats
from naungan.engine.reading.heading import find_heading
from naungan.engine.reading.memory import FILE, open_memory
from naungan.lib.errors import InputRefused


WORKERS = all_formats()["workers"]


def heading(*headers, known=None):
    return find_heading([(1, list(headers))], WORKERS, known or {})


def test_a_layout_is_remembered_once_and_found_again(tmp_path):
    memory = open_memory(tmp_path / "baru")
    memory.remember("workers", heading("Nama", "NIK", "Alamat"))
    memory.remember("workers", heading("nama", "nik", "alamat"))
    again = open_memory(tmp_path / "baru")
    [columns] = again.known("workers").values()
    assert columns == {"name": "Nama", "nik": "NIK"}
    assert again.known("members") == {}


def test_a_correction_goes_before_any_guess(tmp_path):
    memory = open_memory(tmp_path)
    memory.remember("workers", heading("Nama", "Gaji"))
    path = tmp_path / FILE
    entries = json.loads(path.read_text())
    [entry] = entries.values()
    entry["columns"] = {"name": "Gaji", "aneh": "Nama", "wage": "-"}
    path.write_text(json.dumps(entries))
    known = open_memory(tmp_path).known("workers")
    found = heading("NAMA", "GAJI", known=known)
    assert found.columns == {"name": 1}
    assert found.remembered


def test_what_nobody_corrected_is_guessed_anew(tmp_path):
    memory = open_memory(tmp_path)
    memory.remember("workers", heading("Nama", "Gaji"))
    path = tmp_path / FILE
    path.write_text(path.read_text().replace('"wage": "Gaji"', '"wage": ""'))
    found = heading("Nama", "Gaji", known=open_memory(tmp_path).known("workers"))
    assert found.columns == {"name": 0, "wage": 1}


@pytest.mark.parametrize("text", ["{", "[1]", '{"a": 1}', '{"a": {"columns": 1}}'])
def test_a_damaged_memory_is_refused_and_kept(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(InputRefused, match="perbaiki atau hapus"):
        open_memory(tmp_path)
    assert (tmp_path / FILE).read_text() == text
