"""Lists cut into pages, and persons followed through merges and splits of later runs."""

from types import SimpleNamespace

import pytest

from naungan.casework.intake import door, workers
from naungan.casework.intake.workers import Wanted


LINEAGE = [
    (1, 10, "merge"),
    (2, 10, "merge"),
    (10, 20, "merge"),
    (3, 30, "split"),
    (30, 31, "merge"),
    (4, 5, "merge"),
    (5, 4, "merge"),
]


class OfLineage:
    """A snapshot that knows nothing but what became of earlier numbers."""

    def __init__(self):
        self.asked = []

    def successors(self, _reach, numbers):
        self.asked.append(numbers)
        return [
            {"previous_id": before, "person_id": now, "kind": kind}
            for before, now, kind in LINEAGE
            if before in numbers
        ]


class OfPeople:
    """A snapshot whose list is a row of numbers, every third covered in part."""

    def __init__(self, people):
        self.rows = [
            {
                "person_id": number,
                "status": "unregistered" if number % 3 else "partial_programmes",
                "key": str(number),
                "employer_id": None,
            }
            for number in range(people)
        ]

    def uncovered(self, _reach, _code, *, status, after, limit, **_rest):
        found = [
            row
            for row in self.rows
            if row["person_id"] > int(after or -1) and status in (None, row["status"])
        ]
        return found[:limit]


@pytest.fixture
def opened(monkeypatch):
    """Let a made-up snapshot stand behind the door."""

    def put(snapshot):
        monkeypatch.setattr(door, "opened", lambda _publication, _scope: snapshot)
        monkeypatch.setattr(door, "reach", lambda _scope, purpose, **_rest: purpose)
        return snapshot

    return put


@pytest.mark.parametrize(
    ("number", "now"),
    [(1, (20,)), (2, (20,)), (3, (3, 31)), (6, (6,)), (10, (20,)), (4, (4,))],
)
def test_a_number_is_followed_to_whom_it_became(opened, number, now):
    opened(OfLineage())
    publication, scope = SimpleNamespace(), SimpleNamespace()
    assert workers.heirs(publication, scope, [number]) == {number: now}


def test_all_numbers_are_followed_by_one_question_a_run(opened):
    snapshot = opened(OfLineage())
    found = workers.heirs(None, None, [1, 2, 3, 6])
    assert set(found) == {1, 2, 3, 6}
    assert len(snapshot.asked) <= 4


def test_nobody_asks_nothing(opened):
    snapshot = opened(OfLineage())
    assert workers.heirs(None, None, []) == {}
    assert snapshot.asked == []


@pytest.mark.parametrize("limit", [1, 4, 7, 40])
@pytest.mark.parametrize("without", [(), {1, 2, 4}, set(range(40))])
def test_pages_show_everybody_asked_for_once(opened, limit, without):
    opened(OfPeople(40))
    wanted = Wanted(without=without)
    seen, after = [], None
    while True:
        page = workers.uncovered(None, None, "16", wanted, limit=limit, after=after)
        assert len(page.rows) <= limit
        seen += [row["person_id"] for row in page.rows]
        after = page.after
        if after is None:
            break
    assert seen == [one for one in range(40) if one % 3 and one not in without]


def test_a_page_that_ends_exactly_leads_nowhere(opened):
    opened(OfPeople(6))
    page = workers.uncovered(None, None, "16", Wanted(), limit=4)
    assert ([row["person_id"] for row in page.rows], page.after) == ([1, 2, 4, 5], None)


def test_whoever_is_covered_in_part_is_listed_when_asked_for(opened):
    opened(OfPeople(9))
    wanted = Wanted(status="partial_programmes")
    rows = workers.all_uncovered(None, None, "16", wanted, at_a_time=2)
    assert [row["person_id"] for row in rows] == [0, 3, 6]
