"""Every field of a question as an input, with what was stated and what is wrong."""

from datetime import date

from django.http import QueryDict

from naungan.web.pages.calculator.asked import ask
from naungan.web.pages.calculator.form import choice, form
from naungan.web.pages.calculator.questions import QUESTIONS


TODAY = date(2026, 11, 22)


def made(code, query="", language="id"):
    return form(ask(QUESTIONS[code], QueryDict(query)), TODAY, language)


def by_name(inputs):
    return {one.name: one for one in inputs}


def test_an_empty_form_offers_this_month_and_folds_the_rest():
    found = made("iuran")
    assert [one.name for one in found.first] == ["month", "wage", "risk_group", "scale"]
    assert found.first[0].value == "2026-11"
    assert not found.is_open
    assert "segment" not in by_name([*found.first, *found.rest])


def test_what_was_stated_stays_and_opens_what_was_folded():
    found = made("iuran", "segment=PU&month=2026-10&wage=5.000.000&age=30")
    assert by_name(found.first)["wage"].value == "5.000.000"
    assert by_name(found.rest)["age"].value == "30"
    assert found.is_open


def test_a_refused_value_is_kept_as_text_with_its_reason():
    found = by_name(made("iuran", "segment=PU&month=Bulan").first)["month"]
    assert found.value == "Bulan"
    assert not found.native
    assert found.error.startswith("'Bulan' bukan bulan")
    assert found.described_by == "f-month-galat"


def test_a_range_of_months_fills_both_inputs():
    query = (
        "segment=PU&on=2026-11-20&months=2026-06..2026-08&wage=1&number_of_workers=1"
    )
    found = by_name(made("tunggakan", query).first)["months"]
    assert (found.value, found.until) == ("2026-06", "2026-08")


def test_a_row_is_added_beside_those_that_are_filled():
    query = "segment=PU&month=2026-10&workers-1-wage=5000000&tambah=workers"
    rows = by_name(made("tagihan", query).first)["workers"].rows
    assert [row.number for row in rows] == [1, 2]
    assert by_name(rows[0].front)["workers-1-wage"].value == "5000000"


def test_choices_are_words_with_known_abbreviations():
    assert choice("PU", "id") == "pekerja penerima upah (PU)"
    assert choice("NON_ASN", "id") == "pegawai non-ASN"
    assert choice("very_low", "en") == "very low"


def test_a_reader_is_told_what_was_stated():
    query = "segment=PU&month=2026-10&wage=5000000&scale=large"
    first = by_name(made("iuran", query).first)
    assert first["wage"].shown == "Rp5.000.000"
    assert first["month"].shown == "Oktober 2026"
    assert first["scale"].shown == "Usaha besar"
    assert first["risk_group"].shown == ""


def test_days_and_ranges_are_written_in_full_in_both_languages():
    query = (
        "segment=PU&on=2026-11-20&months=2026-06..2026-08&wage=1&number_of_workers=1"
    )
    first = by_name(made("tunggakan", query, "en").first)
    assert first["on"].shown == "20 November 2026"
    assert first["months"].shown == "June 2026 – August 2026"
