import pytest

from naungan.law.book import Book
from naungan.law.kinds import KINDS, answer, kind
from naungan.lib.errors import LawRefused


TOY = "tests.unit.law.toy_kind"


@pytest.fixture(autouse=True)
def toy(monkeypatch):
    monkeypatch.setitem(KINDS, "toy", TOY)


def test_a_question_is_answered_by_the_module_of_its_kind():
    given = answer("toy", {"month": "2026-06", "wage": "5000000"})
    assert given.results["JKK"] == {"employer": 12_000}
    assert kind("toy").FIELDS[0].name == "month"


def test_an_unknown_kind_is_refused_with_those_that_are_known():
    with pytest.raises(LawRefused, match="'iuran' tidak dikenal; pilih: contribution"):
        answer("iuran", {})


def test_a_refusal_says_where_the_question_stood():
    with pytest.raises(LawRefused, match="a.yaml: wage belum diisi"):
        answer("toy", {"month": "2026-06"}, where="a.yaml")


def test_an_overlaid_book_answers_with_its_own_values(tmp_path):
    laid = tmp_path / "contributions" / "jkk" / "employer_rate" / "very_low.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text(
        'overlay: Kantor rekaan\nvalues:\n  - from: 2026-01-01\n    value: "0.5"\n'
    )
    asked = {"month": "2026-06", "wage": "5000000"}
    given = answer("toy", asked, Book(overlay=tmp_path))
    assert given.results["JKK"] == {"employer": 2_500_000}
    assert given.overlaid[0].overlaid_by == "Kantor rekaan"
    assert "KETETAPAN KANTOR: Kantor rekaan" in given.text()
    before = answer("toy", {**asked, "month": "2025-12"}, Book(overlay=tmp_path))
    assert before.overlaid == ()
