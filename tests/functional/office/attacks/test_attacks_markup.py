"""Texts with markup, formulas and template marks in every place where people write."""

import csv
import io
import re
import zipfile
from http import HTTPStatus

import openpyxl
import pypdf
import pytest
from django.urls import reverse
from tests.functional.office.attacks.attacked_things import FORMULA, arguments, things
from tests.functional.office.attacks.attacked_world import (
    FORMULAS,
    MARKUP,
    REGION,
    SCRIPT,
    VILLAGE,
    of_power,
    office,
    templates,
)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("unwatched")]
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;"
HANDLER = re.compile(r"<[^>]*\s(on[a-z]+|style)\s*=", re.IGNORECASE)
INLINE = re.compile(r"<script(?![^>]*\ssrc=)[^>]*>|<style|javascript:", re.IGNORECASE)
SHOW_NAMES = {  # pages on which markup must be seen, or nothing was tried
    *("workers.region", "workers.person", "workers.task"),
    *("employers.one", "review", "review.person", "incoming.batch"),
    *("incoming", "incoming.run", "sharing", "targets", "home", "looks.own"),
}
AMOUNT = re.compile(r"^[+-]?\d+([.,]\d+)*$")


@pytest.fixture
def people(founder):
    return office(founder)


@pytest.fixture
def made(founder, people):
    return things(founder, people)


def pages(people, made, **query):
    """Yield every page that one of us opens, with its answer."""
    for name, names, view in templates():
        declared = getattr(view, "audience", None)
        given = arguments(made).get(name, {})
        if declared is None or declared.code == "key" or (names and not given):
            continue
        if declared.power == "manage_institutions":
            continue
        client = of_power(people, declared.power)
        answer = client.get(reverse(name, kwargs=given), query)
        if answer.streaming:
            answer.getvalue()
        else:
            yield name, answer


def test_no_page_lets_what_people_wrote_become_markup(people, made):
    broken, showed = [], set()
    for name, answer in pages(people, made):
        if "html" not in answer["Content-Type"]:
            continue
        text = answer.content.decode()
        found = [mark for mark in MARKUP[:2] if mark in text]
        if found or HANDLER.search(text) or INLINE.search(text):
            broken.append((name, found, HANDLER.search(text), INLINE.search(text)))
        if ESCAPED in text:
            showed.add(name)
    assert not broken
    assert showed >= SHOW_NAMES


def test_a_searched_text_and_a_wrong_form_come_back_as_text(people):
    client = of_power(people, "upload")
    found = client.get(reverse("search"), {"q": MARKUP[1]}).content.decode()
    assert MARKUP[1] not in found
    assert "&quot;&gt;&lt;img" in found
    missing = client.get(f"/{SCRIPT}").content.decode()
    assert SCRIPT not in missing
    form = {"region": SCRIPT, "month": SCRIPT, "kind": SCRIPT, "whole": "1"}
    refused = client.post(reverse("incoming.upload"), form)
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert SCRIPT not in refused.content.decode()


def test_template_marks_are_shown_and_never_run(people):
    page = of_power(people, "see_persons").get(
        reverse("workers.region", args=[VILLAGE])
    )
    assert "{{ 7*7 }}{% now %}" in page.content.decode()


def taken(people, made, form):
    """Yield every page that gives itself as a file, and the file."""
    for name, answer in pages(people, made, unduh=form):
        if "attachment" in answer.get("Content-Disposition", ""):
            kind = answer["Content-Disposition"].rpartition(".")[2].strip('"')
            # Templates and letters are kept files: they are not made of what is shown.
            if kind == form and not name.startswith(("incoming.t", "letters.")):
                yield name, answer.getvalue()


def test_no_csv_of_any_page_begins_a_cell_with_what_runs(people, made):
    seen, texts = {}, []
    for name, content in taken(people, made, "csv"):
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
        cells = [cell for row in rows for cell in row]
        seen[name] = [c for c in cells if c.startswith(RUNS) and not AMOUNT.match(c)]
        texts += cells
    assert len(seen) >= 8, sorted(seen)
    assert not {name: cells for name, cells in seen.items() if cells}
    for name in (*FORMULAS[1:], FORMULA):
        assert any(cell == f"'{name}" for cell in texts), name


def test_no_workbook_of_any_page_holds_a_formula_or_a_link(people, made):
    seen, texts = [], []
    for name, content in taken(people, made, "xlsx"):
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f"], name
        assert not [cell for cell in cells if cell.hyperlink], name
        texts += [cell.value for cell in cells]
        parts = zipfile.ZipFile(io.BytesIO(content)).namelist()
        assert not [part for part in parts if "vba" in part or "external" in part]
        seen.append(name)
    assert len(seen) >= 8, seen
    assert {*FORMULAS[1:], FORMULA} <= {*texts}


def test_no_pdf_of_any_page_runs_or_leads_away(people, made):
    seen = []
    for name, content in taken(people, made, "pdf"):
        assert not re.search(
            rb"/(JavaScript|JS|Launch|OpenAction|EmbeddedFile)\b", content
        )
        text = "".join(
            page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages
        )
        seen.append((name, text))
    assert len(seen) >= 8
    assert any(MARKUP[2].replace(" ", "") in text.replace(" ", "") for _, text in seen)


def test_a_name_in_an_address_of_a_file_splits_no_header(people):
    client = of_power(people, "see_coverage")
    address = reverse("coverage.region", args=[REGION])
    answer = client.get(address, {"unduh": "csv\r\nX-Jahat: 1", "x": "\r\nX-Jahat: 1"})
    assert "X-Jahat" not in answer
