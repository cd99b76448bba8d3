"""Counts of people: who may be named is counted out, a few others are not."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
import pytest

from naungan.web.pages.workers import presenter


assert HOME


def counted(people, shown, status="unregistered", category="farmer"):
    return {"status": status, "category": category, "people": people, "shown": shown}


@pytest.mark.parametrize(
    ("people", "shown", "said"),
    [(20, 20, "20"), (20, 11, "11"), (20, 10, "20"), (1_234, 0, "1.234"), (3, 0, "0")],
)
def test_a_few_people_whom_nobody_shares_cannot_be_subtracted(people, shown, said):
    rows = [counted(people, shown), counted(7, 7, status="partial_programmes")]
    assert presenter.total(rows) == said
    assert presenter.partial(rows) == "7"
    assert presenter.unshared(rows) == people - shown


def test_statuses_and_groups_count_only_who_may_be_named():
    rows = [
        counted(20, 12),
        counted(5, 0, status="lapsed", category="driver"),
        counted(4, 4, status="in_arrears", category=None),
    ]
    statuses = [(one.code, one.people) for one in presenter.by_status(rows)]
    assert statuses == [("unregistered", "12"), ("in_arrears", "4")]
    groups = [(one.code, one.people) for one in presenter.by_category(rows)]
    assert groups == [("farmer", "12"), ("unknown", "4")]
