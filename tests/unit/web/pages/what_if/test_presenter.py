"""More people covered: coverage, gap and the bill of a month by the law (R68)."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from tests.unit.web.figures.test_region import row

from naungan.casework.intake.figures import GapPart
from naungan.web.figures import figure
from naungan.web.pages.what_if.forms import Asked, WhatIf
from naungan.web.pages.what_if.presenter import answer


FIRM = GapPart("77", "PT Rekaan", "1604012001", ("partial_workers",), 100, 900)


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


@pytest.fixture
def whole():
    return figure(
        row(low=51_398, high=51_398, denominator=239_799), None, "Lahat", None
    )


def asked(people=21_600, payer="apbd", employers=(), wage=None):
    return Asked(people, payer, tuple(employers), wage)


def test_60_people_in_360_villages_lift_lahat_to_30_44_percent(whole):
    found = answer(whole, asked(), date(2024, 7, 15), "id")
    assert found.after == "30,44\N{NO-BREAK SPACE}%"
    assert found.points == "+9,01 poin"
    assert found.gap == "166.801"
    assert found.formula == "(51.398 + 21.600) ÷ 239.799"


def test_the_bill_is_that_of_the_law_with_its_article(whole):
    (bill,) = answer(whole, asked(), date(2024, 7, 15), "id").bills
    assert (bill.one, bill.total) == ("Rp16.800", "Rp362.880.000")
    assert any("PP 44/2015" in one for one in bill.sources)


def test_more_people_than_there_are_cover_everybody_and_no_more(whole):
    found = answer(whole, asked(people=10**6), date(2024, 7, 15), "id")
    assert (found.after, found.gap) == ("100,00\N{NO-BREAK SPACE}%", "0")


def test_employers_add_their_people_and_are_billed_at_the_wage(whole):
    wanted = asked(people=0, employers=[FIRM], wage=3_000_000)
    found = answer(whole, wanted, date(2024, 7, 15), "id")
    assert found.people == "100"
    (bill,) = found.bills
    assert bill.total.startswith("Rp")
    assert bill.payers


def test_without_a_wage_the_bill_says_what_is_missing(whole):
    (bill,) = answer(
        whole, asked(people=0, employers=[FIRM]), date(2024, 7, 15), "id"
    ).bills
    assert "upah" in bill.said


def test_a_month_outside_the_law_is_answered_with_a_sentence(whole):
    (bill,) = answer(whole, asked(), date(1970, 1, 15), "id").bills
    assert bill.said


def test_a_hidden_figure_has_no_what_if():
    hidden = figure(row(hidden=True), None, "Desa", None)
    assert answer(hidden, asked(), date(2024, 7, 15), "id") is None


def test_a_form_without_people_or_employers_asks_for_either():
    form = WhatIf({"orang": "", "dana": "apbd"}, employers=[FIRM])
    assert not form.is_valid()
    assert "pilih pemberi kerja" in str(form.errors)


def test_whoever_sees_no_employers_is_offered_none():
    form = WhatIf({"orang": "10", "dana": "apbd"}, employers=[])
    assert "pemberi_kerja" not in form.fields
    assert form.is_valid()
    assert form.asked() == Asked(10, "apbd", (), None)


def test_an_employer_that_is_not_on_the_list_is_refused():
    form = WhatIf({"pemberi_kerja": ["78"]}, employers=[FIRM])
    assert not form.is_valid()
    chosen = WhatIf({"pemberi_kerja": ["77"], "upah": "3000000"}, employers=[FIRM])
    assert chosen.is_valid()
    assert chosen.asked().employers == (FIRM,)
    assert Decimal(chosen.asked().wage_idr) == 3_000_000
