"""Who may still be enrolled, by age."""

from datetime import date

import pytest
from tests.oracles.tables import MONTH, work_with
from tests.spec.findings.places import person_findings


CODE = "age_out_of_range"


def listed(born=None, year=None, segment="BPU", category=None):
    person = {
        "person_id": 1,
        "nik": 1604010101809001,
        "birth_date": born,
        "birth_year": born.year if born else year,
        "segment": segment,
        "category": category,
    }
    return work_with(persons=[person], member_rows=[{"kpj": "X"}])


def enrolled(born, start, funder):
    person = {
        "person_id": 1,
        "birth_date": born,
        "birth_year": born.year,
        "segment": "BPU",
    }
    member = {
        "kpj": "K1",
        "birth_date": born,
        "birth_year": born.year,
        "funder": funder,
    }
    row = member | {"start_month": start, "paid_through": MONTH}
    return work_with(
        persons=[person], member_rows=[row], links=[{"person_id": 1, "member_row": 0}]
    )


@pytest.mark.parametrize(
    ("born", "is_out"),
    [
        (date(1961, 9, 30), True),
        (date(1961, 10, 1), True),
        (date(1961, 10, 2), False),
        (date(1990, 1, 1), False),
    ],
)
def test_sixty_five_throughout_october_is_too_old(born, is_out):
    assert bool(person_findings(listed(born), CODE)) is is_out


@pytest.mark.parametrize(("year", "is_out"), [(1960, True), (1961, False)])
def test_a_year_alone_must_leave_no_doubt(year, is_out):
    assert bool(person_findings(listed(year=year), CODE)) is is_out


@pytest.mark.parametrize(
    ("category", "born", "is_out"),
    [
        ("vulnerable", date(2008, 11, 1), True),
        ("vulnerable", date(2008, 10, 31), False),
        (None, date(2008, 11, 1), False),
    ],
)
def test_funded_places_have_a_lowest_age(category, born, is_out):
    assert bool(person_findings(listed(born, category=category), CODE)) is is_out


def test_wage_earners_have_no_such_limit():
    assert not person_findings(listed(date(1950, 1, 1), segment="PU"), CODE)


def test_a_member_is_judged_at_the_month_of_enrolment():
    old = enrolled(date(1955, 1, 1), MONTH - 3, "village")
    [finding] = person_findings(old, CODE)
    assert finding == {
        "person_id": 1,
        "kpj": "K1",
        "detail": "Umur 71 tahun pada Juli 2026; yang dapat didaftarkan 18 tahun ke atas dan "
        "di bawah 65 tahun",
    }
    assert not person_findings(enrolled(date(1960, 1, 1), 2020 * 12, "self"), CODE)


def test_where_the_law_is_silent_nothing_is_found():
    person = {"person_id": 1, "birth_year": 1930, "segment": "BPU"}
    work = work_with(month=2020 * 12, persons=[person], member_rows=[{"kpj": "X"}])
    assert not person_findings(work, CODE)
