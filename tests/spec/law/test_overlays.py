"""An office's own rules: they answer on their days, and every answer says whose they are."""

import json

import pytest

from naungan.law.as_table import rows
from naungan.law.book import Book
from naungan.law.handbook.pages import handbook
from naungan.law.kinds import answer


OFFICE = "Dinas Tenaga Kerja, keputusan contoh"
CLASSES = f"""\
overlay: {OFFICE}
values:
  - from: 2026-01-01
    value:
      - {{class: current, months_above: 0}}
      - {{class: doubtful, months_above: 2}}
      - {{class: bad, months_above: 4}}
notes:
  - text: Berlaku di kantor ini saja.
"""
TERM = f"""\
overlay: {OFFICE}
values:
  - {{from: 2026-01-01, to: 2026-12-31, value: 14}}
"""
AGEING = "arrears/ageing_classes"
NOTA = "enforcement/inspector/nota_1_term"


@pytest.fixture(scope="module")
def local(tmp_path_factory):
    """Return the law with an office's ageing classes and term laid over it."""
    folder = tmp_path_factory.mktemp("kantor")
    for path, text in ((AGEING, CLASSES), (NOTA, TERM)):
        file = folder / f"{path}.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
    return Book(overlay=folder)


def arrears(book, on="2026-11-21"):
    """Ask about five unpaid months of twelve workers, counted back from the day."""
    year = on[:4]
    asked = {"months": f"{year}-05..{year}-09", "number_of_workers": 12}
    wage = {"wage": 4_000_000, "risk_group": "low", "scale": "medium"}
    return answer("arrears", {"on": on, **asked, **wage}, book)


def duty(book, on):
    """Ask what an employer in arrears may expect after the inspector's first note."""
    history = [
        {"step": "inspector_report", "on": "2026-03-02"},
        {"step": "nota_1", "on": "2026-04-01", "received_on": "2026-04-01"},
    ]
    asked = {"segment": "PU", "scale": "large", "workers": 10, "registered": True}
    return answer(
        "duty",
        {"on": on, **asked, "unpaid": "2025-08..2026-02", "history": history},
        book,
    )


def test_a_local_ageing_class_decides_and_is_marked_in_text_and_data(local):
    # five months: doubtful by default (above 3, not above 6), bad here (above 4)
    assert arrears(None).results["ageing_class"] == "doubtful"
    given = arrears(local)
    assert given.results["ageing_class"] == "bad"
    assert f"KETETAPAN KANTOR: {OFFICE}" in given.text()
    assert f"OFFICE RULE: {OFFICE}" in given.text("en")
    data = json.loads(json.dumps(given.as_data()))
    assert data["overlaid"] == [AGEING]
    assert data["confidence"] == "LOCAL"


def test_before_its_first_day_the_law_answers_as_shipped(local):
    given = arrears(local, "2025-11-21")
    assert given.results["ageing_class"] == "doubtful"
    assert given.overlaid == ()


def test_a_local_term_ends_the_wait_earlier_and_is_marked(local):
    # the first note of 1 April: 14 days end on 15 April, the 30 of the law on 1 May
    assert "15 April 2026" in duty(local, "2026-04-10").text()
    assert f"KETETAPAN KANTOR: {OFFICE}" in duty(local, "2026-04-10").text()
    assert "1 Mei 2026" in duty(None, "2026-04-10").text()


def test_rows_for_sql_say_who_laid_them(local):
    laid = [row for row in rows(local) if row.overlaid_by]
    assert {row.path.removesuffix("/1/class") for row in laid} >= {AGEING, NOTA}
    assert {row.overlaid_by for row in laid} == {OFFICE}
    assert all(row.confidence == "LOCAL" for row in laid)


def test_the_handbook_marks_them_in_both_languages(local):
    pages = handbook(local)
    for language, mark in (("id", "**ketetapan kantor**"), ("en", "**office rule**")):
        whole = "".join(t for name, t in pages.items() if name.startswith(language))
        assert whole.count(f"({mark}: {OFFICE})") == 2
    assert "Berlaku di kantor ini saja." in pages["id/arrears.md"]


def test_the_version_tells_a_local_law_from_the_shipped_one(local):
    assert local.version != Book().version
    assert local.version in arrears(local).text()
