import pytest

from naungan.law.source.plain_yaml import MOST_NESTED, parse_yaml
from naungan.lib.errors import InputRefused


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: 0.1", {"a": "0.1"}),
        ("a: 5000000", {"a": "5000000"}),
        ("a: 2026-10", {"a": "2026-10"}),
        ("a: yes", {"a": "yes"}),
        ("{a: null, b: ~, c: }", {"a": None, "b": None, "c": None}),
        ("{a: 'null', b: ''}", {"a": "null", "b": ""}),
        ("- 1\n- [2, {b: 3}]\n", ["1", ["2", {"b": "3"}]]),
        ("hanya teks", "hanya teks"),
        ("", None),
        ("# catatan saja", None),
        ("a: !!python/name:os.system x", {"a": "x"}),
    ],
)
def test_everything_stays_text_so_that_no_amount_passes_through_a_float(text, value):
    assert parse_yaml(text, "x") == value


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("a: 1\nb: 2\na: 3\n", "x baris 3: a tertulis dua kali"),
        ("a: &x 1\nb: *x\n", "x baris 2: tanda \\* tidak dipakai"),
        ("&a [*a]", "x baris 1: tanda"),
        ("a: 1\n---\nb: 2\n", "x baris 2: ada dokumen kedua"),
        ("? [1, 2]\n: 3\n", "x baris 1: nama isian harus teks"),
        ("a: [\n", "x baris 2: bukan YAML yang sah"),
        ("a: \x00", "x: bukan YAML yang sah"),
        ("[" * (MOST_NESTED + 1), "x baris 1: terlalu dalam bersarang"),
        ("[" * 100_000, "x baris 1: terlalu dalam bersarang"),
    ],
)
def test_what_could_be_misread_is_refused_with_its_line(text, sentence):
    with pytest.raises(InputRefused, match=sentence):
        parse_yaml(text, "x")
