"""Lists of cases: what a scope reaches, filtered, turned page by page to the last."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.unit.casework.compliance.conftest import SUBJECT
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import cases
from naungan.casework.compliance.queries import Sought


pytestmark = pytest.mark.django_db


@pytest.fixture
def several(opened, offices):
    """Seven cases of invented employers, one put first, one past its term."""
    made = [
        opened(subject=replace(SUBJECT, name=f"PT Rekaan {n}", npp=f"1000000{n}"))
        for n in range(7)
    ]
    cases.set_priority(by=offices.examiner, case=made[4], priority=9, reason="Sawit.")
    return made


def numbers(page):
    return [one.pk for one in page.rows]


def test_every_case_is_on_one_page_only_and_the_first_comes_first(several, offices):
    seen, after = [], None
    while True:
        page = queries.listed(offices.examiner, Sought(), TODAY, after=after, limit=2)
        seen += numbers(page)
        after = page.next
        if after is None:
            break
    assert page.total == 7
    assert seen == [several[4].pk, *(one.pk for one in several if one != several[4])]


@pytest.mark.parametrize("mark", ["", "x", "1", ":", "a:b", "9" * 40 + ":1", "1:-2"])
def test_a_mark_of_nowhere_begins_anew(several, offices, mark):
    page = queries.listed(offices.examiner, Sought(), TODAY, after=mark, limit=3)
    assert numbers(page)[0] == several[4].pk


def test_what_is_sought_is_kept(several, offices, take):
    take(several[0], "warning_1")
    later = TODAY + timedelta(days=30)
    by = offices.examiner

    def found(on=TODAY, **sought):
        return set(numbers(queries.listed(by, Sought(**sought), on)))

    first, rest = several[0].pk, {one.pk for one in several[1:]}
    assert found(stage="warning_1") == {first}
    assert found(stage="-") == rest
    assert found(waits="employer") == {first}
    assert found(due="over", on=later) == {first}
    assert found(due="over") == set()
    assert found(text="10000003") == {several[3].pk}
    assert found(text="rekaan 5") == {several[5].pk}
    assert found(track="arrears") == set()
    assert found(region="16.04") == {first, *rest}
    assert found(region="16") == {first, *rest}
    assert found(region="16.0") == set()
    assert found(mine=True) == {first, *rest}
    cases.close(by=by, case=several[6], reason="gone", today=TODAY)
    assert several[6].pk not in found()
    assert found(state="closed") == {several[6].pk}
    assert len(found(state="")) == 7


def test_a_scope_reaches_its_own_cases_and_those_it_takes_part_in(
    several, offices, hand
):
    hand(several[2], offices.inspector, "join")
    scope.enter(offices.inspector)
    assert list(queries.cases(offices.inspector)) == [several[2]]
    assert queries.case(offices.inspector, several[2].pk) == several[2]
    assert queries.case(offices.inspector, several[3].pk) is None
    without = replace(offices.inspector, powers=frozenset())
    assert not queries.cases(without).exists()
    scope.enter(offices.elsewhere)
    assert not queries.cases(offices.elsewhere).exists()


def test_the_cases_of_an_employer_are_found_by_its_number(opened, offices):
    numbered = replace(SUBJECT, series="16.04", employer_id=71)
    both = {opened(subject=numbered), opened("arrears", subject=numbered)}
    by = offices.examiner
    assert set(queries.open_of_employer(by, "16.04", 71)) == both
    assert queries.open_of_employer(by, "16.05", 71) == []
