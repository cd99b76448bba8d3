"""Classes of receivables: default bounds, an office's own, and what is broken."""

from datetime import date

import pytest

from naungan.law.arrears.ageing import ageing_class, grace, longest_run
from naungan.law.book import Book, enacted
from naungan.law.kinds import answer
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


READER = reader_of(enacted())
TODAY = date(2026, 11, 21)
PEKALONGAN = """\
overlay: Kantor Cabang Pekalongan
values:
  - from: 2016-01-01
    value:
      - {class: current, months_above: 0}
      - {class: substandard, months_above: 3}
      - {class: bad, months_above: 6}
      - {class: kontinjensi, months_above: 9}
"""


@pytest.fixture
def office(tmp_path):
    def lay(text):
        path = tmp_path / "arrears" / "ageing_classes.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Book(overlay=tmp_path)

    return lay


@pytest.mark.parametrize(
    ("months", "code"),
    [
        (1, "current"),
        (2, "substandard"),
        (3, "substandard"),
        (4, "doubtful"),
        (6, "doubtful"),
        (7, "bad"),
        (60, "bad"),
    ],
)
def test_each_class_begins_above_its_bound(months, code):
    assert ageing_class(months, TODAY, READER).code == code


def test_nothing_in_arrears_has_no_class():
    assert ageing_class(0, TODAY, READER) is None


def test_the_default_bounds_are_doubtful_but_that_of_the_bad_is_not():
    doubtful = ageing_class(4, TODAY, READER).used
    bad = ageing_class(7, TODAY, READER).used
    assert [one.confidence for one in doubtful] == ["MEMORY"]
    assert [one.confidence for one in bad] == ["VERIFIED"]


def test_only_the_row_that_answered_is_shown():
    (used,) = ageing_class(4, TODAY, READER).used
    assert used.value == ({"class": "doubtful", "months_above": 3},)


@pytest.mark.parametrize(
    ("months", "code"),
    [(3, "current"), (6, "substandard"), (9, "bad"), (10, "kontinjensi")],
)
def test_an_office_may_have_classes_of_its_own(office, months, code):
    found = ageing_class(months, TODAY, Reader(office(PEKALONGAN)))
    assert found.code == code
    assert found.used[0].overlaid_by == "Kantor Cabang Pekalongan"


def test_the_overlay_shows_in_the_whole_answer(office):
    question = {
        "on": TODAY,
        "since": "2026-06",
        "number_of_workers": 12,
        "wage": 3_500_000,
    }
    found = answer("arrears", question, office(PEKALONGAN))
    assert found.results["ageing_class"] == "substandard"
    assert "Kantor Cabang Pekalongan" in found.text()
    line = next(one for one in found.lines if one.key == "ageing_class")
    assert line.confidence == "LOCAL"


def test_bounds_out_of_order_are_refused(office):
    broken = PEKALONGAN.replace("months_above: 3", "months_above: 8")
    with pytest.raises(LawRefused, match="batas golongan tidak urut"):
        ageing_class(5, TODAY, Reader(office(broken)))


@pytest.mark.parametrize(
    ("months", "run"),
    [([], 0), ([5], 1), ([5, 6, 7], 3), ([5, 7, 8, 11], 2), ([7, 5, 6, 6], 3)],
)
def test_the_longest_run_of_months_is_counted(months, run):
    assert longest_run(months) == run


def test_the_grace_of_each_segment_is_three_months():
    assert {grace(code, TODAY, READER).value for code in ("pu", "bpu", "jkp")} == {3}
