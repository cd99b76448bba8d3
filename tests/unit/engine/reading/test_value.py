"""Each kind of cell reads what SQL leaves over, and says what is wrong with it."""

from datetime import date

import pytest

from naungan.engine.format import Column
from naungan.engine.formats import all_formats
from naungan.engine.reading.marks import ERROR, LOST
from naungan.engine.reading.value import Setting, all_values, value_of


SETTING = Setting(date(2026, 10, 31))


def reading(kind, text, **column):
    plain = Column(name="kolom", type=kind, describes="", **column)
    return value_of(kind).read(text, plain, SETTING)


def test_the_shelf_holds_every_type_that_formats_use():
    used = {c.type for form in all_formats().values() for c in form.columns}
    assert used == set(all_values())


@pytest.mark.parametrize("kind", all_values())
@pytest.mark.parametrize("text", ["", "  ", "-", "N/A", "tidak ada"])
def test_nothing_is_nothing_without_a_word(kind, text):
    found = reading(kind, text)
    assert found.outputs[0] is None
    assert not found.note


@pytest.mark.parametrize("kind", all_values())
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"a{LOST}b", "rusak"),
        (f"{ERROR}=", "Rumus tanpa hasil"),
        (f"{ERROR}#REF!", "galat #REF!"),
    ],
)
def test_damage_and_errors_are_explained(kind, text, said):
    found = reading(kind, text)
    assert found.outputs[0] is None
    assert said in found.note


@pytest.mark.parametrize("kind", all_values())
def test_each_value_gives_as_many_outputs_as_types(kind):
    value = value_of(kind)
    assert len(reading(kind, "zz").outputs) == len(value.types) == len(value.absent)
    assert value.label


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("rupiah", "-5000", "negatif"),
        ("rupiah", "9999999999999999", "terlalu besar"),
        ("count", "2,5", "bukan jumlah orang"),
        ("count", "banyak", ""),
        ("village", "16.04", "harus 10 angka"),
        ("village", "Lahat", "bukan kode desa"),
        ("nik", "16040152058090019", "16 angka"),
        ("identifier", "1,2e+11", "notasi ilmiah"),
        ("day", "2026", "tidak lengkap"),
        ("birth", "1850-01-01", "di luar"),
    ],
)
def test_what_cannot_be_read_is_said(kind, text, said):
    found = reading(kind, text)
    assert found.outputs[0] is None
    assert found.note
    assert said in found.note


def test_a_nik_in_scientific_notation_keeps_what_is_sure():
    sure = reading("nik", "1.60401520580900E+15")
    assert sure.outputs == (1604015205809000, "1.60401520580900E+15", True)
    assert reading("nik", "1,6E+15").outputs == (None, "1,6E+15", True)


def test_a_word_within_a_longer_text_is_heard_where_all_else_has_a_word():
    choices = {"farmer": ("petani",), "other": ()}
    heard = reading("choice", "Buruh / Petani", choices=choices, otherwise="other")
    assert heard.outputs == ("farmer",)
    assert reading("choice", "Guru", choices=choices, otherwise="other").outputs == (
        "other",
    )
    assert "tidak dikenal" in reading("choice", "Guru", choices=choices).note
