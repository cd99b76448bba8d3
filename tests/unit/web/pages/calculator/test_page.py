"""What the page of a question shows around the form and the answer."""

from datetime import date

from django.http import QueryDict

from naungan.web.pages.calculator.asked import ask
from naungan.web.pages.calculator.page import page
from naungan.web.pages.calculator.questions import QUESTIONS


TODAY = date(2026, 11, 22)


def shown(code, query="", language="id"):
    return page(ask(QUESTIONS[code], QueryDict(query)), TODAY, language)


def test_one_question_and_one_variant_are_chosen():
    found = shown("manfaat", "programme=JP")
    assert [one.label for one in found["questions"] if one.chosen] == ["Manfaat"]
    assert [one.label for one in found["variants"] if one.chosen] == ["JP, pensiun"]


def test_another_segment_keeps_what_it_accepts():
    found = shown("iuran", "segment=PU&month=2026-10&wage=5000000&scale=large")
    addresses = {one.label: one.address for one in found["variants"]}
    assert addresses["Pegawai non-ASN"] == "segment=NON_ASN&month=2026-10&wage=5000000"


def test_a_fault_is_a_sentence_with_the_label_of_its_field():
    found = shown("iuran", "segment=PU&month=2026-10&wage=abc")
    assert found["fault"].id == "f-wage"
    assert found["fault"].said.startswith(
        "Upah sebulan (atau sehari bila harian): 'abc'"
    )
    assert found["form"].errors
    assert found["shown"] is None


def test_a_field_that_the_form_lacks_is_named_without_a_link():
    found = shown("iuran", "segment=BPU&month=2026-10&wage=1000000")
    assert found["fault"].id == ""
    assert "tidak dipakai untuk segmen BPU" in found["fault"].said


def test_what_was_stated_is_listed_for_print():
    query = "segment=PU&month=2026-10&workers-1-count=2&workers-1-wage=5000000"
    said = {one.label: one.value for one in shown("tagihan", query)["said"]}
    assert said["Segmen"] == "Pekerja penerima upah (PU)"
    assert said["Para pekerja 1"].startswith("Banyaknya orang yang sama: 2; Upah")
