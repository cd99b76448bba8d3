"""A claim and a measurement side by side: which words they get, and when none."""

from datetime import UTC, date, datetime

import pytest

from naungan.casework.fieldwork.claims import VERDICTS, Measured, month_of, verdict
from naungan.casework.fieldwork.models import Visit
from naungan.casework.fieldwork.outcomes import OUTCOMES


VILLAGE, OTHER = "16.04.10.2003", "16.04.10.2004"
VISITED = date(2026, 10, 12)
BEFORE, RECORDED, AFTER = (datetime(2026, 10, day, tzinfo=UTC) for day in (1, 13, 20))


def judged(outcome, status, month=None, published_at=AFTER, village=VILLAGE):
    visit = Visit(visited_on=VISITED, outcome=outcome, recorded_at=RECORDED)
    newest = Measured(month or month_of(VISITED), published_at, status, village)
    return verdict(visit, newest, VILLAGE)


@pytest.mark.parametrize(
    ("outcome", "status", "said"),
    [
        ("already_covered", "active", "agrees"),
        ("already_covered", "partial_programmes", "agrees"),
        ("already_covered", "unregistered", "contradicted"),
        ("already_covered", "in_arrears", "contradicted"),
        ("already_covered", None, "unseen"),
        ("died", None, "agrees"),
        ("died", "unregistered", "contradicted"),
        ("moved", "unregistered", "contradicted"),
        ("willing", "unregistered", "none"),
        ("refused", "active", "none"),
    ],
)
def test_a_claim_is_judged_by_the_newest_snapshot(outcome, status, said):
    assert judged(outcome, status) == said


def test_whoever_moved_and_is_listed_elsewhere_is_no_contradiction():
    assert judged("moved", "unregistered", village=OTHER) == "agrees"


@pytest.mark.parametrize(
    "older",
    [{"published_at": BEFORE}, {"month": month_of(VISITED) - 1}],
)
def test_a_snapshot_older_than_the_visit_judges_nothing(older):
    assert judged("already_covered", "unregistered", **older) == "waiting"


def test_every_outcome_has_a_verdict_with_words():
    found = {judged(code, "unregistered") for code in OUTCOMES}
    assert found <= set(VERDICTS)
    assert "contradicted" in found
