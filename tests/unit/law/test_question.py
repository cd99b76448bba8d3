from datetime import date
from decimal import Decimal

import pytest

from naungan.law.question import Field, read_facts
from naungan.law.words import words
from naungan.lib.errors import LawRefused


def field(kind, **more):
    return Field("nilai", kind, words("nilai contoh", "sample value"), **more)


def read(kind, value, **more):
    return read_facts({"nilai": value}, [field(kind, **more)]).stated["nilai"]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("idr", "5000000", 5_000_000),
        ("idr", "Rp5.000.000", 5_000_000),
        ("idr", "5_000_000", 5_000_000),
        ("idr", 7, 7),
        ("amounts", "4000000+Rp5.000.000", (4_000_000, 5_000_000)),
        ("amounts", [1, "2"], (1, 2)),
        ("count", "12", 12),
        ("count", "1_200", 1_200),
        ("count", 0, 0),
        ("month", "2026-10", 2026 * 12 + 9),
        ("month", "Oktober 2026", 2026 * 12 + 9),
        ("month", date(2026, 10, 5), 2026 * 12 + 9),
        ("day", "2026-10-31", date(2026, 10, 31)),
        ("day", date(2024, 2, 29), date(2024, 2, 29)),
        ("ratio", "0.125", Decimal("0.125")),
        ("ratio", "12,5%", Decimal("0.125")),
        ("ratio", "12.5 %", Decimal("0.125")),
        ("programmes", "JKM+jkk", ("JKK", "JKM")),
        ("programmes", ["JHT", "JKK"], ("JKK", "JHT")),
        ("programmes", "JKK, JKM", ("JKK", "JKM")),
        ("yes_no", "ya", True),
        ("yes_no", "false", False),
        ("yes_no", True, True),
        ("text", "  isi ", "isi"),
    ],
)
def test_a_value_is_read_as_its_kind(kind, value, expected):
    assert read(kind, value) == expected


@pytest.mark.parametrize(
    ("kind", "value", "mend"),
    [
        ("idr", "banyak", "tulis seperti 5000000"),
        ("idr", 5.5, "tulis seperti 5000000"),
        ("idr", True, "tulis seperti 5000000"),
        ("idr", -1, "tulis 0 atau lebih"),
        ("idr", 10**15, "di bawah seribu triliun"),
        ("amounts", [], "tulis seperti 4000000+5000000"),
        ("amounts", 7, "tulis seperti 4000000+5000000"),
        ("amounts", "1+x", "tulis seperti 5000000"),
        ("count", "-3", "bilangan bulat mulai 0"),
        ("count", 10**9 + 1, "paling banyak satu miliar"),
        ("month", "kemarin", "tulis seperti 2026-10"),
        ("day", "2026-10", "tulis seperti 2026-10-31"),
        ("day", "2026-02-30", "tulis seperti 2026-10-31"),
        ("ratio", "setengah", "tulis seperti 0.125"),
        ("ratio", 0.1, "tulis seperti 12,5%"),
        ("ratio", "-1", "tulis seperti 12,5%"),
        ("ratio", "Infinity", "tulis seperti 12,5%"),
        ("programmes", "JKX", "'JKX' bukan program; pilih: JKK, JKM"),
        ("programmes", [], "tulis seperti JKK"),
        ("yes_no", "mungkin", "tulis ya atau tidak"),
        ("text", " ", "isi dengan teks"),
        ("records", "teks", "bukan daftar"),
        ("records", ["teks"], "butir ke-1 bukan isian"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_what_does(kind, value, mend):
    with pytest.raises(LawRefused) as refused:
        read(kind, value)
    assert "nilai" in str(refused.value)
    assert mend in str(refused.value)


@pytest.mark.parametrize("said", ["very_low", "Very-Low", "sangat rendah", "very low"])
def test_a_choice_is_known_by_its_code_and_by_its_words(said):
    assert read("choice", said, choices=("very_low", "low")) == "very_low"


def test_an_unknown_choice_is_refused_with_the_nearest_and_all_others():
    with pytest.raises(LawRefused, match=r"mungkin low; pilih: .*low \(rendah\)"):
        read("choice", "lov", choices=("very_low", "low"))


def test_an_unknown_field_is_refused_with_the_nearest_one():
    with pytest.raises(LawRefused, match="nilia tidak dikenal; mungkin nilai"):
        read_facts({"nilia": 1}, [field("idr")])


def test_a_value_of_none_counts_as_not_stated():
    facts = read_facts({"nilai": None}, [field("idr")])
    assert not facts.has("nilai")
    assert facts.get("nilai", int) is None


def test_a_missing_field_is_refused_by_name_and_label():
    with pytest.raises(LawRefused, match=r"nilai belum diisi \(nilai contoh\)"):
        read_facts({}, [field("idr")]).need("nilai", int)


def test_a_default_is_said_once_and_a_stated_value_needs_none():
    because = words("karena biasa", "as usual")
    facts = read_facts({}, [field("choice", choices=("low",))])
    assert facts.assume("nilai", "low", because) == "low"
    assert facts.assume("nilai", "low", because) == "low"
    assert [one.text() for one in facts.assumed] == [
        "nilai contoh: dianggap rendah, karena biasa"
    ]
    assert facts.assumed[0].text("en") == "sample value: taken as low, as usual"
    stated = read_facts({"nilai": "3"}, [field("count")])
    assert stated.assume("nilai", 9, because) == 3
    assert stated.assumed == []


def test_records_are_small_questions_that_know_where_they_stand():
    part = Field("age", "count", words("umur", "age"))
    fields = [Field("children", "records", words("anak", "children"), parts=(part,))]
    facts = read_facts({"children": [{"age": "7"}, {"age": 9}]}, fields, "kasus")
    assert [one.need("age", int) for one in facts.records("children")] == [7, 9]
    assert read_facts({}, fields).records("children") == ()
    with pytest.raises(LawRefused, match="kasus children ke-2: age"):
        read_facts({"children": [{"age": 1}, {"age": "x"}]}, fields, "kasus")


def test_a_field_without_use_is_refused_with_those_that_have():
    facts = read_facts({"nilai": 1}, [field("idr")])
    with pytest.raises(LawRefused, match="nilai tidak dipakai untuk JKM; .*: joined"):
        facts.only(["joined"], "JKM")
    facts.only(["nilai"], "JKM")


@pytest.mark.parametrize(
    ("written", "months"),
    [
        ("2026-06..2026-08", (5, 6, 7)),
        ("2026-06+2026-08", (5, 7)),
        (["2026-08", "2026-06..2026-07", "2026-06"], (5, 6, 7)),
        ("Juni 2026", (5,)),
    ],
)
def test_months_are_written_as_a_run_or_one_by_one(written, months):
    assert read("months", written) == tuple(2026 * 12 + one for one in months)


@pytest.mark.parametrize("written", ["2026-08..2026-06", "0", [], "1900-01..2026-01"])
def test_months_that_make_no_sense_are_refused(written):
    with pytest.raises(LawRefused, match="nilai"):
        read("months", written)
