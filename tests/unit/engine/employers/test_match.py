"""Employers across lists: who is one, who is registered, what awaits review."""

from pathlib import Path

import pytest
from tests.unit.engine.employers.lists import (
    VILLAGE,
    a_work,
    grouped,
    match_employers,
    registration,
    sha,
)


NIB = "9900000000017"
NPWP = "990000000000017"


def test_rows_with_one_nib_are_one_employer(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"employer_ref": "1", "nib": NIB, "name": "PT Rimba Gemilang"}],
        bpjs=[{"npp": "Z1", "nib": "9900.0000.00017", "name": "RIMBA GEMILANG"}],
    )
    match_employers(work)
    assert grouped(work) == {frozenset({"oss:1", "bpjs:1"})}
    links = work.con.sql("SELECT npp, band, method FROM employer_links").fetchall()
    assert links == [("Z1", "linked", "nib")]


def test_one_number_under_unlike_names_is_left_to_review(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"nib": NIB, "name": "PT Rimba Gemilang", "village_code": VILLAGE}],
        bpjs=[{"npp": "Z1", "nib": NIB, "name": "Toko Kue Melati"}],
    )
    match_employers(work)
    assert len(grouped(work)) == 2
    assert registration(work, "PT Rimba Gemilang") == ("review", None, "Z1")


def test_one_number_under_a_misspelt_name_is_one_employer(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"npwp": NPWP, "name": "CV Gemilang"}],
        bpjs=[{"npp": "Z1", "npwp": "0" + NPWP, "name": "CV Gemlang"}],
    )
    match_employers(work)
    called_as_registered = "CV Gemlang"
    assert registration(work, called_as_registered) == ("registered", "Z1", None)
    assert work.con.sql("SELECT method FROM employer_links").fetchall() == [("npwp",)]


@pytest.mark.parametrize("stand_in", ["0", "-", "000000", "9999999999999", ""])
def test_a_stand_in_for_a_number_joins_nobody(tmp_path: Path, stand_in: str) -> None:
    rows = [{"employer_ref": str(i), "nib": stand_in, "name": "Toko A"} for i in (1, 2)]
    work = a_work(tmp_path, oss=rows)
    match_employers(work)
    assert len(grouped(work)) == 2


def test_one_name_in_one_village_is_one_employer(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[
            {"employer_ref": "1", "name": "PT Rimba Gemilang", "village_code": VILLAGE}
        ],
        bpjs=[{"npp": "Z1", "name": "GEMILANG RIMBA, PT.", "village_code": VILLAGE}],
    )
    match_employers(work)
    assert grouped(work) == {frozenset({"oss:1", "bpjs:1"})}
    [(method, weight)] = work.con.sql(
        "SELECT method, weight FROM employer_links"
    ).fetchall()
    assert method == "scored"
    assert weight > 4


def test_two_equally_good_partners_go_to_review(tmp_path: Path) -> None:
    same = {"name": "PT Rimba Gemilang", "village_code": VILLAGE}
    work = a_work(
        tmp_path,
        oss=[{"employer_ref": "1", **same}],
        bpjs=[{"npp": "Z1", **same}, {"npp": "Z2", **same}],
    )
    match_employers(work)
    assert len(grouped(work)) == 3
    found = work.con.sql("""SELECT npp, band FROM employer_links
        WHERE band = 'review' ORDER BY npp""").fetchall()
    assert found == [("Z1", "review"), ("Z2", "review")]


def test_an_unlike_name_is_unregistered(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[
            {"employer_ref": "1", "name": "PT Rimba Gemilang", "village_code": VILLAGE}
        ],
        bpjs=[{"npp": "Z1", "name": "CV Mutiara Laut", "village_code": VILLAGE}],
    )
    match_employers(work)
    assert registration(work, "PT Rimba Gemilang") == ("unregistered", None, None)
    assert registration(work, "CV Mutiara Laut") == ("registered", "Z1", None)


def test_two_registrations_are_not_one_employer_by_name_alone(tmp_path: Path) -> None:
    same = {"name": "PT Rimba Gemilang", "village_code": VILLAGE}
    work = a_work(tmp_path, bpjs=[{"npp": "Z1", **same}], oss=[{"npp": "Z2", **same}])
    match_employers(work)
    assert len(grouped(work)) == 2


def test_one_list_names_an_employer_once(tmp_path: Path) -> None:
    same = {"name": "PT Rimba Gemilang", "village_code": VILLAGE}
    work = a_work(
        tmp_path, oss=[{"employer_ref": "1", **same}, {"employer_ref": "2", **same}]
    )
    match_employers(work)
    assert len(grouped(work)) == 2


def test_lists_without_registration_are_matched_too(tmp_path: Path) -> None:
    same = {"name": "PT Rimba Gemilang", "village_code": VILLAGE}
    work = a_work(
        tmp_path,
        oss=[{"employer_ref": "1", **same}],
        tax=[{"employer_ref": "9", **same}],
    )
    match_employers(work)
    assert grouped(work) == {frozenset({"oss:1", "tax:1"})}
    assert registration(work, "PT Rimba Gemilang") == ("unregistered", None, None)


def test_a_registration_only_the_extract_knows_is_an_employer(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        members=[{"kpj": "K1", "npp": "Z1"}, {"kpj": "K2", "npp": "Z1"}],
        payments=[{"npp": "Z2"}],
    )
    match_employers(work)
    found = work.con.sql("SELECT name, npp, registration FROM employers ORDER BY npp")
    assert found.fetchall() == [
        ("NPP Z1", "Z1", "registered"),
        ("NPP Z2", "Z2", "registered"),
    ]
    assert work.con.sql("SELECT count(*) FROM employer_members").fetchall() == [(2,)]


def test_members_stand_under_the_employer_of_their_registration(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"nib": NIB, "name": "PT Rimba"}],
        bpjs=[{"npp": "Z-1", "nib": NIB, "name": "PT Rimba"}],
        members=[{"kpj": "K1", "npp": "z1"}, {"kpj": "K2", "npp": "Z9"}, {"kpj": "K3"}],
    )
    match_employers(work)
    found = work.con.sql("""SELECT name, member_row FROM employer_members
        JOIN employers USING (employer_id) ORDER BY member_row""").fetchall()
    assert found == [("PT Rimba", 0), ("NPP Z9", 1)]


def test_workers_name_their_employer_by_any_of_its_ids(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"employer_ref": "A-7", "nib": NIB, "name": "PT Rimba"}],
        bpjs=[
            {"employer_ref": "12", "npp": "Z1", "nib": NIB, "name": "PT Rimba"},
            {"employer_ref": "13", "npp": "Z2", "name": "PT Lain Sekali"},
        ],
        workers=[{"employer_ref": ref} for ref in ("a7", NIB, "Z1", "13", "?", "77")],
    )
    match_employers(work)
    found = work.con.sql("""SELECT person_id, name FROM person_employers
        JOIN employers USING (employer_id) ORDER BY person_id""").fetchall()
    assert found == [
        (100, "PT Rimba"),
        (101, "PT Rimba"),
        (102, "PT Rimba"),
        (103, "PT Lain Sekali"),
    ]


def test_an_id_that_two_lists_give_to_different_employers_names_neither(
    tmp_path: Path,
) -> None:
    work = a_work(
        tmp_path,
        oss=[{"employer_ref": "1", "name": "PT Rimba"}],
        tax=[{"employer_ref": "1", "name": "CV Mutiara Laut"}],
        workers=[{"employer_ref": "1"}],
    )
    match_employers(work)
    assert work.con.sql("SELECT count(*) FROM person_employers").fetchall() == [(0,)]


def test_people_may_say_that_two_are_the_same(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"nib": NIB, "name": "PT Rimba Gemilang"}],
        bpjs=[{"npp": "Z1", "name": "Toko Kue Melati"}],
        decisions=[{"kind": "same_employer", "left": NIB, "right": "Z1", "at": "1"}],
    )
    match_employers(work)
    assert grouped(work) == {frozenset({"oss:1", "bpjs:1"})}
    links = work.con.sql("SELECT band, method, weight FROM employer_links").fetchall()
    assert links == [("linked", "decided", None)]


def test_people_may_say_that_two_are_different(tmp_path: Path) -> None:
    same = {"name": "PT Rimba Gemilang", "village_code": VILLAGE}
    lists = {"oss": [{"employer_ref": "1", **same}], "bpjs": [{"npp": "Z1", **same}]}
    left = f"{sha('oss')[:8]}:1"
    verdict = {"kind": "different_employer", "left": left, "right": "Z1", "at": "1"}
    work = a_work(tmp_path, **lists, decisions=[verdict])
    match_employers(work)
    assert len(grouped(work)) == 2
    assert work.con.sql("""SELECT count(*) FROM employer_links
        WHERE band = 'review'""").fetchall() == [(0,)]
    later = {**verdict, "kind": "same_employer", "at": "2"}
    work = a_work(tmp_path, **lists, decisions=[later, verdict])
    match_employers(work)
    assert len(grouped(work)) == 1


def test_rows_kept_apart_split_a_group_that_a_number_made(tmp_path: Path) -> None:
    rows = [{"nib": NIB, "name": f"PT Rimba {word}"} for word in ("A", "B")]
    work = a_work(
        tmp_path,
        oss=rows,
        bpjs=[{"npp": "Z1", "nib": NIB, "name": "PT Rimba"}],
        decisions=[
            {
                "kind": "different_employer",
                "left": f"{sha('oss')}:1",
                "right": f"{sha('oss')}:2",
            }
        ],
    )
    match_employers(work)
    assert len(grouped(work)) == 2
    assert not any({"oss:1", "oss:2"} <= group for group in grouped(work))


def test_a_verdict_on_rows_that_are_gone_changes_nothing(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"employer_ref": "1", "name": "PT Rimba"}],
        decisions=[
            {"kind": "same_employer", "left": "Z404", "right": "beef" * 4 + ":7"}
        ],
    )
    match_employers(work)
    assert len(grouped(work)) == 1


def test_the_first_row_that_says_something_is_kept(tmp_path: Path) -> None:
    work = a_work(
        tmp_path,
        oss=[{"nib": NIB, "name": "PT Rimba", "scale": None, "kbli": "01262"}],
        bpjs=[{"npp": "Z1", "nib": NIB, "name": "PT Rimba", "scale": "small"}],
    )
    match_employers(work)
    found = work.con.sql("SELECT npp, scale, kbli, nib FROM employers").fetchall()
    assert found == [("Z1", "small", "01262", NIB)]


def test_nothing_given_gives_empty_tables(tmp_path: Path) -> None:
    work = a_work(tmp_path)
    match_employers(work)
    for table in ("employers", "employer_rows", "employer_links", "employer_lineage"):
        assert work.con.sql(f"SELECT count(*) FROM {table}").fetchall() == [(0,)]


def test_the_same_file_given_twice_is_one_employer(tmp_path: Path) -> None:
    row = {"employer_ref": "1", "name": "PT Rimba"}
    work = a_work(tmp_path, oss=[row], tax=[row])
    work.con.execute("UPDATE inputs SET sha256 = repeat('ab', 32)")
    match_employers(work)
    assert grouped(work) == {frozenset({"oss:1", "tax:1"})}
