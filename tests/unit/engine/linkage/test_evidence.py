"""What each field says of a pair in review adds up to the weight of the pair."""

import pytest
from tests.oracles.linkage_rows import crowd, linked

from naungan.engine.linkage.compare import LEVELS


CROWD = crowd(400)
SITI = {
    "name": "Siti Rahmawati",
    "born": "1985-05-17",
    "sex": "F",
    "village": 1604012001,
    "nik": 1604015705859001,
}
NAMELESS = {**SITI, "nik": None}
TWIN = {**NAMELESS, "village": 1604022001}
FIELDS = [f"{field}_weight" for field in LEVELS]


def told(workers, members):
    """Link and give the evidence of the reviewed pairs, with what links says."""
    work = linked([*workers, *CROWD], members)
    names = [*FIELDS, "rivals_weight", "prior", "weight", "employer_level"]
    rows = work.con.execute(f"""
        SELECT {", ".join(names)} FROM review_evidence
        JOIN links USING (person_id, member_row) ORDER BY member_row""").fetchall()
    reviewed = work.con.execute(
        "SELECT count(*) FROM links WHERE band = 'review'"
    ).fetchall()[0][0]
    assert len(rows) == reviewed
    return [dict(zip(names, row, strict=True)) for row in rows]


def test_the_parts_of_a_pair_add_up_and_a_missing_employer_says_nothing():
    members = [{**SITI, "kpj": "77", "nik": None}]
    [found] = told([NAMELESS, TWIN], members)
    assert found["employer_level"] == "missing"
    assert found["employer_weight"] == 0
    parts = sum(found[field] for field in FIELDS)
    assert found["prior"] + parts + found["rivals_weight"] == pytest.approx(
        found["weight"], abs=0.002
    )


def test_rivals_take_away_and_equal_values_speak_for_the_pair():
    [found] = told([NAMELESS, TWIN], [{**SITI, "kpj": "77", "nik": None}])
    assert found["rivals_weight"] <= -1
    assert found["name_weight"] > 0
    assert found["birth_weight"] > 0
    assert found["nik_weight"] == 0


def test_what_is_linked_or_let_go_is_not_told_apart():
    assert told([SITI], [{**SITI, "kpj": "77"}]) == []
