"""A name is found by its words in any order, in any spelling that a person's rows use."""

from tests.unit.engine.worlds import a_work, add_inputs, add_workers

from naungan.engine.identity import persons
from naungan.engine.identity.name_keys import SPAN, name_key


def index_of(tmp_path, *rows):
    """Gather rows to persons and give the index: which names lead to which person."""
    work = a_work(tmp_path)
    add_inputs(work, ("desa.csv", "a" * 64))
    add_workers(work, *rows)
    persons.gather(work)
    found = work.con.sql("SELECT name_key, person_id FROM person_names").fetchall()
    by_key: dict[int, list[int]] = {}
    for key, person in found:
        by_key.setdefault(key, []).append(person)
    return by_key


def test_order_case_titles_and_degrees_do_not_matter():
    keys = {name_key(one) for one in ("H. Budi Santoso, S.Pd.", "santoso BUDI")}
    assert len(keys) == 1
    assert name_key("Budi Santosa") not in keys


def test_a_name_without_a_word_has_no_key():
    assert name_key(" .,- 12") is None


def test_a_key_is_small_enough_to_cut_the_file_at_round_numbers():
    assert 0 <= name_key("Sari Wulandari") < SPAN


def test_people_of_one_name_are_found_together(tmp_path):
    found = index_of(tmp_path, {"name": "Sari Dewi"}, {"name": "DEWI SARI"})
    assert len(found[name_key("Sari Dewi")]) == 2


def test_every_spelling_of_a_person_leads_to_them_once(tmp_path):
    found = index_of(
        tmp_path,
        {"name": "Sari Dewi", "cluster": 0},
        {"name": "Sari", "cluster": 0},
        {"name": "Dewi Sari", "cluster": 0},
    )
    assert set(found) == {name_key("Sari Dewi"), name_key("Sari")}
    assert all(len(people) == 1 for people in found.values())


def test_a_row_without_a_name_is_in_no_index(tmp_path):
    assert index_of(tmp_path, {"name": None}, {"name": "?"}) == {}
