"""Numbers of employers: what keeps them, what gives a new one."""

from pathlib import Path

from tests.unit.engine.employers.lists import VILLAGE, Row, a_work, match_employers, sha

from naungan.engine.identity.source_ids import file_key
from naungan.engine.table import all_tables
from naungan.engine.work import Work


NIB = "9900000000017"
OTHER = "9900000000025"
KEPT = ("employers", "employer_rows", "employer_lineage")


def keep(work: Work, number: int = 1) -> Path:
    """Store what the numbering reads from the previous snapshot."""
    folder = work.request.out / str(number)
    folder.mkdir(parents=True)
    queries = {t.name: t.query for t in all_tables() if t.name in KEPT}
    for name, query in {**queries, "inputs": "FROM inputs"}.items():
        work.con.execute(f"COPY ({query}) TO '{folder / name}.parquet'")
    return folder


def numbers(work: Work) -> dict[str, int]:
    """Return the number of each employer by its name."""
    return dict(work.con.sql("SELECT name, employer_id FROM employers").fetchall())


def rerun(tmp_path: Path, before: list[Row], after: list[Row]) -> tuple[Work, Work]:
    """Run with one list, keep it, and run with a corrected list of another hash."""
    first = a_work(tmp_path, oss=before)
    match_employers(first)
    second = a_work(tmp_path, tax=after)
    match_employers(second, keep(first))
    return first, second


def test_a_new_employer_is_numbered_by_its_first_row(tmp_path: Path) -> None:
    work = a_work(tmp_path, oss=[{"nib": NIB, "name": "PT Rimba"}])
    match_employers(work)
    assert numbers(work) == {"PT Rimba": file_key(sha("oss")) + 1}


def test_a_nib_carries_the_number_to_another_list(tmp_path: Path) -> None:
    first, second = rerun(
        tmp_path, [{"nib": NIB, "name": "PT Rimba"}], [{"nib": NIB, "name": "PT Rimbo"}]
    )
    assert numbers(second)["PT Rimbo"] == numbers(first)["PT Rimba"]


def test_a_registration_carries_the_number(tmp_path: Path) -> None:
    first, second = rerun(
        tmp_path,
        [{"npp": "Z1", "name": "PT Rimba"}],
        [{"npp": "Z-1", "name": "PT Rimbo"}],
    )
    assert numbers(second)["PT Rimbo"] == numbers(first)["PT Rimba"]


def test_a_name_nobody_else_has_in_the_village_carries_the_number(
    tmp_path: Path,
) -> None:
    row: Row = {"employer_ref": "1", "name": "PT Rimba", "village_code": VILLAGE}
    first, second = rerun(tmp_path, [row], [{**row, "employer_ref": "9"}])
    assert numbers(second) == numbers(first)


def test_a_name_that_two_have_carries_no_number(tmp_path: Path) -> None:
    row: Row = {"employer_ref": "1", "name": "PT Rimba", "village_code": VILLAGE}
    first, second = rerun(tmp_path, [row, row], [row])
    assert not set(numbers(second).values()) & set(numbers(first).values())


def test_the_same_rows_keep_their_numbers_when_a_list_is_added(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"employer_ref": "1", "name": "PT Rimba"},
        {"employer_ref": "2", "name": "CV Laut"},
    ]
    first = a_work(tmp_path, oss=rows)
    match_employers(first)
    second = a_work(tmp_path, members=[], oss=rows)
    match_employers(second, keep(first))
    assert numbers(second) == numbers(first)
    assert second.con.sql("FROM employer_lineage").fetchall() == []


def test_a_merge_is_recorded_and_stays_on_record(tmp_path: Path) -> None:
    apart: list[Row] = [
        {"nib": NIB, "name": "PT Rimba"},
        {"npp": "Z1", "name": "PT Rimba Raya"},
    ]
    first = a_work(tmp_path, oss=apart)
    match_employers(first)
    assert len(numbers(first)) == 2
    one: list[Row] = [{"nib": NIB, "npp": "Z1", "name": "PT Rimba Raya"}]
    second = a_work(tmp_path, tax=one)
    match_employers(second, keep(first, 1))
    old = numbers(first)
    expected = [(old["PT Rimba"], old["PT Rimba Raya"], "merge", 2)]
    assert second.con.sql("FROM employer_lineage").fetchall() == expected
    third = a_work(tmp_path, tax=one)
    match_employers(third, keep(second, 2))
    assert third.con.sql("FROM employer_lineage").fetchall() == expected


def test_a_split_is_recorded(tmp_path: Path) -> None:
    one: list[Row] = [{"nib": NIB, "npp": "Z1", "name": "PT Rimba Raya"}]
    apart: list[Row] = [
        {"nib": NIB, "name": "PT Rimba"},
        {"npp": "Z1", "name": "PT Rimba Raya"},
    ]
    first, second = rerun(tmp_path, one, apart)
    now, before = numbers(second), numbers(first)["PT Rimba Raya"]
    assert now["PT Rimba"] == before
    assert second.con.sql("FROM employer_lineage").fetchall() == [
        (now["PT Rimba Raya"], before, "split", 2)
    ]


def test_a_number_goes_to_the_first_claimant_only(tmp_path: Path) -> None:
    first, second = rerun(
        tmp_path,
        [{"nib": NIB, "npwp": "990000000000017", "name": "PT Rimba"}],
        [
            {"nib": NIB, "name": "PT Rimba"},
            {"nib": OTHER, "npwp": "990000000000017", "name": "PT Laut"},
        ],
    )
    assert numbers(second)["PT Rimba"] == numbers(first)["PT Rimba"]
    assert numbers(second)["PT Laut"] != numbers(first)["PT Rimba"]


def test_the_previous_snapshot_of_the_output_folder_is_found(tmp_path: Path) -> None:
    first = a_work(tmp_path, oss=[{"nib": NIB, "name": "PT Rimba"}])
    match_employers(first)
    (tmp_path / "current").symlink_to(keep(first))
    second = a_work(tmp_path, tax=[{"nib": NIB, "name": "PT Rimba"}])
    match_employers(second)
    assert numbers(second) == numbers(first)
