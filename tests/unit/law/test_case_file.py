import pytest

from naungan.law.case_file import Case, check, read_cases, read_yaml
from naungan.law.kinds import KINDS
from naungan.lib.errors import InputRefused


@pytest.fixture(autouse=True)
def toy(monkeypatch):
    monkeypatch.setitem(KINDS, "toy", "tests.unit.law.toy_kind")


@pytest.fixture
def cases(tmp_path):
    """Return a writer that gives the cases of a file with this text."""

    def write(text):
        path = tmp_path / "contoh.yaml"
        path.write_text(text, encoding="utf-8")
        return read_cases(path)

    return write


def one(cases, expect, asked="{month: 2026-06, wage: 5000000}"):
    (case,) = cases(f"- name: a\n  toy: {asked}\n  expect: {expect}\n")
    return check(case)


def test_a_case_that_comes_as_expected_is_ok(cases):
    outcome = one(cases, "{JKK: {employer: 12_000}}")
    assert outcome.ok
    assert outcome.as_data()["trace"]["kind"] == "toy"


def test_a_case_that_differs_shows_what_was_expected_and_what_came(cases):
    outcome = one(cases, "{JKK: {employer: 1, worker: 2}, total: 3}")
    assert not outcome.ok
    data = outcome.as_data()
    assert list(data) == ["name", "ok", "expected", "got", "trace"]
    assert data["expected"] == {"JKK": {"employer": 1, "worker": 2}, "total": 3}
    assert data["got"] == {"JKK": {"employer": 12_000, "worker": None}, "total": None}


def test_results_that_are_not_expected_do_not_matter(cases):
    assert one(cases, "{children: 0}").ok


def test_nesting_where_the_law_gives_a_plain_amount_differs(cases):
    outcome = one(cases, "{children: {first: 0}}")
    assert not outcome.ok
    assert outcome.got == {"children": 0}


def test_a_refusal_may_be_what_is_expected(cases):
    outcome = one(cases, "{refused: wage belum diisi}", "{month: 2026-06}")
    assert outcome.ok
    assert outcome.as_data()["trace"] is None


def test_a_refusal_that_was_not_expected_fails_with_its_sentence(cases):
    outcome = one(cases, "{children: 0}", "{month: 2026-06}")
    assert not outcome.ok
    assert "“a”: wage belum diisi" in outcome.got["refused"]


def test_an_answer_where_a_refusal_was_expected_fails(cases):
    outcome = one(cases, "{refused: apa pun}")
    assert not outcome.ok
    assert outcome.got == {"refused": None}


def test_a_case_that_expects_nothing_fails_with_its_reason(cases):
    outcome = one(cases, "{}")
    assert not outcome.ok
    assert "“a”: expect kosong" in outcome.got["refused"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("name: a\n", "seharusnya daftar kasus"),
        ("[]\n", "seharusnya daftar kasus"),
        ("- hanya teks\n", "contoh.yaml kasus ke-1: seharusnya nama: isi"),
        ("- name: a\n  expect: {x: 1}\n", "yang tertulis: tidak ada"),
        ("- toy: {}\n  fine: {}\n", "yang tertulis: toy, fine"),
        ("- toy: {}\n  expect: 5\n", "expect seharusnya nama: nilai"),
        ("- a: [\n", "baris 2: bukan YAML yang sah"),
    ],
)
def test_a_broken_file_says_which_case_and_what_belongs_there(cases, text, sentence):
    with pytest.raises(InputRefused) as refused:
        cases(text)
    assert sentence in str(refused.value)


def test_a_case_without_a_name_is_called_by_its_place(cases):
    (case,) = cases("- toy: {}\n  expect: {x: 1}\n")
    assert case.name == "ke-1"


def test_truth_and_lists_are_compared_as_they_are(cases):
    outcome = one(cases, "{children: [true, -1, x]}")
    assert outcome.expected == {"children": [True, -1, "x"]}


def test_a_case_made_in_code_may_expect_numbers_as_they_are():
    stated = {"month": "2026-06", "wage": 5_000_000}
    case = Case("a", "sini", "toy", stated, {"JKK": {"employer": 12_000}})
    assert check(case).ok


def test_a_file_that_is_missing_or_no_text_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="tidak ada"):
        read_yaml(tmp_path / "tiada.yaml")
    path = tmp_path / "biner.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputRefused, match="bukan teks UTF-8"):
        read_yaml(path)
