"""Terms of a region are only added to; priorities move the cases that they match."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from tests.unit.casework.compliance.conftest import SUBJECT
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.compliance import queries
from naungan.casework.compliance.actions import cases, ladders
from naungan.casework.compliance.models import Case, TermOverlay


pytestmark = pytest.mark.django_db
FARM = cases.Subject(
    name="PT Sawit Rekaan",
    region_code="16.04",
    sector="01262",
    village_code="16.04.10.2003",
)


@pytest.fixture
def set_term(offices):
    """Set a term for the warning as the head of the branch."""

    def do(**changed):
        scope.enter(offices.head)
        given = {
            "region_code": "16.04",
            "step": "warning_1",
            "days": 5,
            "unit": "working_days",
            "basis": "Keputusan rekaan 1/2026",
            "from_on": TODAY,
        } | changed
        return ladders.set_term(by=offices.head, today=TODAY, **given)

    return do


def test_a_term_of_the_region_holds_from_its_day_and_is_kept_on_the_step(
    set_term, opened, take
):
    before = opened("arrears").ladder_version
    set_term(from_on=TODAY + timedelta(days=1))
    case = opened()
    assert case.ladder_version == before
    step = take(case, "warning_1", TODAY + timedelta(days=1))
    assert step.ends_on == TODAY + timedelta(days=8)  # five working days from Tuesday
    assert step.overlay.basis == "Keputusan rekaan 1/2026"
    case.refresh_from_db()
    assert case.ladder_version != before
    assert [one.step for one in queries.terms_around("16.04")] == ["warning_1"]


def test_a_term_that_was_set_is_never_changed(set_term):
    made = set_term()
    with transaction.atomic():
        try:
            changed = TermOverlay.objects.filter(pk=made.pk).update(days=1)
        except DatabaseError:
            changed = 0
    assert changed == 0


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"region_code": "17"}, "di luar wilayah"),
        ({"step": "lain"}, "tidak ada dalam hukum"),
        ({"days": 0}, "satu sampai 366"),
        ({"unit": "months"}, "satu sampai 366"),
        ({"basis": " "}, "alasan"),
        ({"from_on": TODAY - timedelta(days=1)}, "paling cepat hari ini"),
    ],
)
def test_a_term_is_sensible_and_of_ones_own_region(set_term, changed, said):
    with pytest.raises(ActRefused, match=said):
        set_term(**changed)


def test_an_examiner_sets_no_terms(offices):
    with pytest.raises(ActRefused, match="wewenang"):
        ladders.set_term(
            by=offices.examiner,
            region_code="16.04",
            step="warning_1",
            days=5,
            unit="days",
            basis="Dasar",
            from_on=TODAY,
            today=TODAY,
        )


def test_a_rule_moves_the_open_cases_it_matches_and_new_ones(opened, offices):
    farm, other = opened(subject=FARM), opened(subject=SUBJECT)
    scope.enter(offices.head)
    rule = ladders.set_rule(
        by=offices.head,
        year=TODAY.year,
        sector="0126",
        weight=10,
        reason="Sawit didahulukan tahun ini.",
        today=TODAY,
    )
    farm.refresh_from_db()
    other.refresh_from_db()
    assert (farm.priority, other.priority) == (10, 0)
    assert opened("arrears", subject=FARM).priority == 10
    assert queries.rules_of_year(offices.head, TODAY.year) == [rule]
    scope.enter(offices.head)
    ladders.end_rule(by=offices.head, rule=rule, today=TODAY)
    assert set(Case.objects.values_list("priority", flat=True)) == {0}
    with pytest.raises(ActRefused, match="sudah berakhir"):
        ladders.end_rule(by=offices.head, rule=rule, today=TODAY)


def test_a_rule_of_another_year_waits(opened, offices):
    case = opened(subject=FARM)
    scope.enter(offices.head)
    ladders.set_rule(
        by=offices.head,
        year=TODAY.year + 1,
        region_code="16.04.10",
        weight=5,
        reason="Tahun depan.",
        today=TODAY,
    )
    case.refresh_from_db()
    assert case.priority == 0


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"weight": 0, "kind": "company"}, "bukan nol"),
        ({"weight": 5}, "Sebut lapangan"),
    ],
)
def test_a_rule_says_what_comes_first_and_by_how_much(offices, given, said):
    with pytest.raises(ActRefused, match=said):
        ladders.set_rule(
            by=offices.head, year=TODAY.year, reason="Sebab.", today=TODAY, **given
        )
