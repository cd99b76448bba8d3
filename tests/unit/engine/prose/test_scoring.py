"""Agreement of records, field by field."""

import pytest

from naungan.engine.prose.scoring import Agreement, differences, score


def record(**rest):
    empty = {
        "date": None,
        "event_type": [],
        "region": [],
        "organisers": [],
        "participants": [],
        "regulations": [],
        "figures": [],
        "commitments": [],
    }
    return {**empty, **rest}


def person(name, role="attend"):
    return {"name": name, "position": "Kepala", "role": role}


def test_right_found_and_there_are_counted():
    draft = record(participants=[person("Satu"), person("Dua")])
    written = record(participants=[person("Satu", "speaker")])
    found = score([(draft, written)])
    assert found["participants"] == Agreement(1, 2, 1)
    assert found["roles"] == Agreement(0, 2, 1)
    assert found["participants"].f1 == pytest.approx(2 / 3)


def test_nothing_found_where_nothing_is_there_is_perfect():
    found = score([(record(), record())])["date"]
    assert (found.precision, found.recall, found.f1) == (1.0, 1.0, 1.0)


def test_a_promise_is_the_same_when_half_of_its_words_are():
    draft = record(
        commitments=[{"surface": "akan mendata pekerja"}, {"surface": "lain"}]
    )
    written = record(commitments=[{"surface": "mendata pekerja rentan"}])
    assert score([(draft, written)])["commitments"] == Agreement(1, 2, 1)


def test_differences_name_what_is_too_much_and_what_is_missing():
    told = differences(record(event_type=["fgd"]), record(event_type=["monev"]))
    assert told == {"event_type": (["fgd"], ["monev"])}
