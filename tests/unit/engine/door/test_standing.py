import pytest


@pytest.fixture
def carried(slowly):
    """Every NIK of a person with a village, with the person and the village."""
    return slowly("""SELECT nik, min(person_id), min(village_code) FROM persons
        WHERE nik IS NOT NULL AND village_code IS NOT NULL
        GROUP BY nik HAVING count(*) = 1 ORDER BY nik""")


@pytest.fixture
def wage_earners(slowly):
    return {
        nik
        for (nik,) in slowly("""SELECT DISTINCT nik FROM members
            WHERE segment IN ('PU', 'JAKON', 'PMI') AND status = 'active'""")
    }


def test_every_known_number_is_answered_in_one_look(snapshot, reach, carried, looks):
    niks = [nik for nik, _, _ in carried]
    told = snapshot.standing_of(reach(), niks)
    assert [told[place]["person_id"] for place in range(len(niks))] == [
        person_id for _, person_id, _ in carried
    ]
    assert [look.table for look in looks] == ["standing"]
    assert set(looks[0].keys) == {person_id for _, person_id, _ in carried}


def test_a_status_is_that_of_the_coverage(snapshot, reach, carried, slowly):
    truth = dict(slowly("SELECT person_id, status FROM coverage"))
    told = snapshot.standing_of(reach(), [nik for nik, _, _ in carried])
    assert {row["person_id"]: row["status"] for row in told.values()} == {
        person_id: truth[person_id] for _, person_id, _ in carried
    }


def test_an_active_wage_earner_is_known_whatever_the_lists_say(
    snapshot, reach, slowly, wage_earners
):
    niks = [nik for (nik,) in slowly("SELECT DISTINCT nik FROM members WHERE nik > 0")]
    told = snapshot.standing_of(reach(), niks)
    found = {niks[place] for place, row in told.items() if row["wage_active"]}
    assert found == wage_earners & set(niks)
    assert found


def test_nobody_of_another_region_is_named(snapshot, reach, carried):
    village = carried[0][2]
    text = str(village)
    region = f"{text[:2]}.{text[2:4]}.{text[4:6]}.{text[6:]}"
    told = snapshot.standing_of(reach(region), [nik for nik, _, _ in carried])
    there = {row["village_code"] for row in told.values() if row["person_id"]}
    assert there == {village}


def test_whoever_is_hidden_is_not_known(snapshot, reach, carried):
    nik, person_id, _ = carried[0]
    snapshot.hidden = frozenset({person_id})
    told = snapshot.standing_of(reach(), [nik])
    assert told.get(0, {}).get("person_id") is None


def test_no_identity_leaves(snapshot, reach, carried):
    told = snapshot.standing_of(reach(), [nik for nik, _, _ in carried[:50]])
    columns = set().union(*told.values())
    assert not columns & {"nik", "name", "birth_date", "sex", "kpj", "wage"}


def test_asking_for_nobody_looks_at_nobody(snapshot, reach, looks):
    assert snapshot.standing_of(reach(), []) == {}
    assert not looks
