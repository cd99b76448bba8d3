import pytest

from naungan.engine.snapshot import Sought


def everyone(snapshot, scope, number):
    """Turn every page of the workers of an employer."""
    rows, after = [], None
    while page := snapshot.employer_workers(scope, number, after=after, limit=3):
        rows += page
        after = page[-1]["key"]
    return rows


@pytest.fixture
def large(snapshot, reach):
    """The number of the employer with most people concerned."""
    sought = Sought(code="partial_workers")
    found = snapshot.employers_found(reach(), sought, order="people", limit=1)
    return found[0]["employer_id"]


def test_the_ranking_has_every_employer_with_findings_once(snapshot, reach, slowly):
    found = snapshot.employers_found(reach(), limit=5_000)
    numbers = [row["employer_id"] for row in found]
    wanted = {n for (n,) in slowly("SELECT employer_id FROM employer_findings")}
    assert sorted(numbers) == sorted(wanted)
    assert [row["rank"] for row in found] == list(range(1, len(found) + 1))
    for row in found:
        points = [value for name, value in row.items() if name.endswith("_points")]
        assert sum(points) == row["score"]


def test_people_count_once_and_rupiah_of_all_findings(snapshot, reach, slowly):
    rows = slowly("""SELECT employer_id, sum(monthly_idr), max(people),
        list(DISTINCT code ORDER BY code) FROM employer_findings GROUP BY ALL""")
    named = dict(
        slowly("""SELECT employer_id, count(DISTINCT coalesce(person_id::VARCHAR, kpj))
        FROM finding_evidence GROUP BY ALL""")
    )
    found = {
        r["employer_id"]: r for r in snapshot.employers_found(reach(), limit=5_000)
    }
    for number, monthly, people, codes in rows:
        assert found[number]["monthly_idr"] == monthly
        assert found[number]["people"] == max(people, named.get(number, 0))
        assert found[number]["codes"] == codes


@pytest.mark.parametrize(
    "sought",
    [
        Sought(code="unregistered_employer"),
        Sought(scale="micro"),
        Sought(region="16.04.10"),
        Sought(name="ja"),
        Sought(code="partial_workers", scale="small"),
    ],
)
def test_what_is_sought_is_kept_and_counted_alike(snapshot, reach, sought):
    everything = snapshot.employers_found(reach(), limit=5_000)
    wanted = [row for row in everything if _fits(row, sought)]
    assert snapshot.employers_found(reach(), sought, limit=5_000) == wanted
    counted = snapshot.employers_counted(reach(), sought)
    assert counted["employers"] == len(wanted)
    assert counted["people"] == sum(row["people"] for row in wanted)
    by_finding = snapshot.employers_by_finding(reach(), sought)
    for code, count in by_finding.items():
        assert count == sum(code in row["codes"] for row in wanted)
    by_scale = snapshot.employers_by_scale(reach(), sought)
    assert sum(by_scale.values()) == len(wanted)


def _fits(row, sought):
    place = str(row["village_code"] or "")
    return (
        (sought.code is None or sought.code in row["codes"])
        and (sought.scale is None or row["scale"] == sought.scale)
        and place.startswith(sought.region.replace(".", ""))
        and sought.name.lower() in row["name"].lower()
    )


def test_a_part_of_a_name_is_text_and_no_query(snapshot, reach):
    assert snapshot.employers_found(reach(), Sought(name="'; DROP"), limit=5) == []
    assert snapshot.employers_found(reach(), Sought(code="'x' OR true"), limit=5) == []


def test_employers_outside_the_scope_are_neither_listed_nor_counted(snapshot, reach):
    assert snapshot.employers_found(reach("18"), limit=5) == []
    assert snapshot.employers_counted(reach("18"))["employers"] == 0
    assert snapshot.employers_by_finding(reach("18")) == {}
    assert snapshot.employers_by_district(reach("18")) == {}
    assert snapshot.employers_known(reach("18")) == 0
    number = snapshot.employers_found(reach(), limit=1)[0]["employer_id"]
    assert snapshot.employer_ranked(reach("18"), number) is None
    assert snapshot.employer_workers(reach("18"), number, limit=5) == []
    assert snapshot.employer_workers_counted(reach("18"), number)["people"] == 0


def test_all_workers_come_once_those_concerned_first(snapshot, reach, slowly, large):
    rows = everyone(snapshot, reach(), large)
    there = slowly(f"SELECT person_id FROM employer_people WHERE employer_id = {large}")
    assert sorted(row["person_id"] for row in rows) == sorted(n for (n,) in there)
    settled = [row["is_settled"] for row in rows]
    assert settled == sorted(settled)
    concerned = {
        n
        for (n,) in slowly(f"""SELECT person_id FROM finding_evidence
            WHERE employer_id = {large} AND person_id IS NOT NULL""")
    } & {n for (n,) in there}
    assert {row["person_id"] for row in rows if row["codes"]} == concerned
    counted = snapshot.employer_workers_counted(reach(), large)
    assert (counted["people"], counted["concerned"]) == (len(rows), len(concerned))


def test_workers_are_named_by_their_owners_masked_hidden_and_told(
    snapshot, reach, in_files_of, owner, looks, large
):
    everybody = {row["person_id"] for row in everyone(snapshot, reach(), large)}
    for codes in (("disnaker",), ("dpmd",), ()):
        scope = reach(owners=tuple(owner(code) for code in codes), sees_nik=False)
        rows = everyone(snapshot, scope, large)
        assert {row["person_id"] for row in rows} == everybody & in_files_of(*codes)
        assert not any(isinstance(row["nik"], int) for row in rows)
        shown = snapshot.employer_workers_counted(scope, large)["shown"]
        assert shown == len(rows)
    assert looks[-1].table == "employer_workers"
    snapshot.hidden = frozenset(sorted(everybody)[:2])
    left = {row["person_id"] for row in everyone(snapshot, reach(), large)}
    assert left == everybody - snapshot.hidden


def test_findings_are_read_for_many_employers_at_once(snapshot, reach, slowly):
    rows = slowly(
        "SELECT employer_id, code, people, monthly_idr FROM employer_findings"
    )
    numbers = sorted({number for number, *_ in rows})
    found = snapshot.findings_of(reach(), [*numbers, 999_999_999])
    told = sorted(
        (row["employer_id"], row["code"], row["people"], row["monthly_idr"])
        for row in found
        if row["asked"] == row["employer_id"]
    )
    assert told == sorted(tuple(row) for row in rows)
    assert {row["asked"] for row in found} == set(numbers)
    assert snapshot.findings_of(reach(), []) == []
