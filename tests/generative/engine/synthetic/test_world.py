"""Worlds are pure functions of their seed and agree with their truth."""

import filecmp

import duckdb
import numpy as np
import pyarrow as pa
import pytest

from naungan.engine.synthetic.chunk import make, spans_of
from naungan.engine.synthetic.clerks.error_model import KINDS, rates_for
from naungan.engine.synthetic.generate import write_world
from naungan.engine.synthetic.truth import FINDINGS, STATUSES
from naungan.engine.synthetic.world import World
from naungan.lib.errors import InputRefused


APRIL = 2026 * 12 + 3
RECIPE = {
    "region": "16.04",
    "workers": 12_000,
    "seed": 4,
    "first_month": APRIL,
    "last_month": APRIL,
}


def world(**changes):
    return World(**{**RECIPE, **changes})


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    out = tmp_path_factory.mktemp("world")
    return out, write_world(world(workers=40_000), out)


@pytest.fixture(scope="module")
def months(tmp_path_factory):
    out = tmp_path_factory.mktemp("months")
    write_world(world(last_month=APRIL + 6, error_model="b"), out)
    return out


def files(folder):
    return sorted(p.relative_to(folder) for p in folder.rglob("*") if p.is_file())


def values(sql):
    return [row[0] for row in duckdb.sql(sql).fetchall()]


@pytest.mark.parametrize("form", ["parquet", "csv", "xlsx", "office"])
@pytest.mark.parametrize("model", ["a", "b"])
def test_the_same_seed_gives_the_same_bytes(tmp_path, form, model):
    one, two = tmp_path / "one", tmp_path / "two"
    for out in (one, two):
        write_world(world(workers=1_500, error_model=model), out, form=form)
    assert files(one) == files(two)
    differing = filecmp.cmpfiles(one, two, files(one), shallow=False)[1]
    assert not differing


def test_another_seed_gives_other_people(tmp_path):
    found = set()
    for seed in (1, 2):
        out = tmp_path / str(seed)
        write_world(world(workers=500, seed=seed), out)
        path = out / "2026-04" / "workers-village.parquet"
        found.add(tuple(values(f"SELECT name FROM '{path}'")))
    assert len(found) == 2


def test_processes_change_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("naungan.engine.synthetic.chunk.PEOPLE_IN_CHUNK", 3_000)
    one, two = tmp_path / "one", tmp_path / "two"
    assert len(spans_of(world())) > 3
    write_world(world(covered=1_500), one, processes=1)
    write_world(world(covered=1_500), two, processes=2)
    assert not filecmp.cmpfiles(one, two, files(one), shallow=False)[1]


@pytest.mark.parametrize("model", ["a", "b"])
def test_the_size_of_chunks_changes_no_row(model):
    recipe = world(error_model=model, last_month=APRIL + 4, region="16")
    small = [make(recipe, span) for span in spans_of(recipe, 400)]
    large = [make(recipe, span) for span in spans_of(recipe, 10**9)]
    assert len(small) > len(large)
    for month in recipe.months:
        for stem in small[0].files[month]:
            cut, whole = (
                pa.concat_tables(c.files[month][stem] for c in chunks)
                for chunks in (small, large)
            )
            assert cut.equals(whole)
            told, known = (
                pa.concat_tables(c.truths[month][stem] for c in chunks)
                for chunks in (small, large)
            )
            assert told.equals(known)


def test_every_row_of_every_file_has_its_truth(written):
    out, rows = written
    for kind in ("worker_rows", "member_rows", "employer_rows"):
        told = duckdb.sql(
            f"""SELECT month || '/' || file, count(*), min("row"), max("row"),
                count(DISTINCT "row") FROM '{out}/truth/{kind}.parquet' GROUP BY ALL"""
        ).fetchall()
        assert told
        for path, count, first, last, distinct in told:
            assert (count, first, last, distinct) == (rows[path], 1, rows[path], count)


def test_a_clean_row_says_what_is_true(written):
    out, _ = written
    disagreeing = values(
        f"""WITH clean AS (SELECT true_person, nik, name, birth_date, sex FROM
            (SELECT file_row_number + 1 AS "row", * FROM
                read_parquet('{out}/2026-04/workers-village.parquet',
                    file_row_number = true))
            JOIN (FROM '{out}/truth/worker_rows.parquet'
                WHERE file = 'workers-village.parquet' AND error_kinds = '')
            USING ("row")),
        member AS (SELECT true_person, nik, name, birth_date, sex
            FROM '{out}/2026-04/members.parquet'
            JOIN (FROM '{out}/truth/member_rows.parquet' WHERE error_kinds = '')
            USING (kpj))
        SELECT c.true_person FROM clean c JOIN member m USING (true_person)
        WHERE (c.nik, c.name, c.birth_date, c.sex)
            IS DISTINCT FROM (m.nik, m.name, m.birth_date, m.sex)"""
    )
    assert disagreeing == []


@pytest.mark.parametrize("kind", KINDS)
def test_mistakes_come_at_their_rate(written, kind):
    out, _ = written
    file = "payroll" if kind == "employer_missing" else "village"
    ((found, whole),) = duckdb.sql(
        f"""SELECT count(*) FILTER (list_contains(string_split(error_kinds, '+'),
            '{kind}')), count(*) FROM '{out}/truth/worker_rows.parquet'
        WHERE file = 'workers-{file}.parquet'"""
    ).fetchall()
    rate = rates_for("a", {})[kind]
    spread = 4 * np.sqrt(rate * (1 - rate) / whole)
    # Some names and dates cannot be spoiled in some ways, so fewer is possible.
    assert found / whole <= rate + spread
    assert found / whole >= rate * 0.3 - spread


def test_every_nik_in_every_file_is_invented(months):
    for path in months.glob("2026-*/*.parquet"):
        if path.stem.startswith(("workers", "members")):
            strangers = values(
                f"SELECT nik FROM '{path}' WHERE length(nik) = 16 AND nik[-4:] < '9000'"
            )
            assert strangers == []


def test_numbers_of_cards_and_permits_are_unlike_real_ones(written):
    out, _ = written
    real = values(
        f"SELECT kpj FROM '{out}/2026-04/members.parquet' WHERE kpj NOT LIKE '99_________'"
    )
    assert real == []
    permits = values(
        f"SELECT nib FROM '{out}/2026-04/employers-oss.parquet' WHERE length(nib) <> 13"
    )
    assert permits == []


def test_no_card_number_is_given_twice(written):
    out, rows = written
    (distinct,) = values(
        f"SELECT count(DISTINCT kpj) FROM '{out}/2026-04/members.parquet'"
    )
    assert distinct == rows["2026-04/members.parquet"]


def test_lists_hold_about_as_many_rows_as_there_are_people(written):
    _, rows = written
    workers = sum(n for path, n in rows.items() if path.startswith("2026-04/workers"))
    assert 0.95 < workers / 40_000 < 1.05
    assert 0.36 < rows["2026-04/members.parquet"] / 40_000 < 0.44


def test_the_world_changes_from_month_to_month(months):
    sizes = values(
        f"""SELECT count(*) FROM '{months}/truth/coverage.parquet'
        GROUP BY month ORDER BY month"""
    )
    assert len(sizes) == 7
    assert len(set(sizes)) > 1


def test_every_status_and_finding_occurs(months):
    found = values(f"SELECT DISTINCT status FROM '{months}/truth/coverage.parquet'")
    assert set(found) == set(STATUSES)
    codes = values(
        f"SELECT DISTINCT code FROM '{months}/truth/employer_findings.parquet'"
    )
    assert set(codes) == set(FINDINGS)


def test_villages_enrol_at_most_sixty_from_the_scheme_month_on(months):
    counts = duckdb.sql(
        f"""SELECT month, count(*) FROM (SELECT month, kpj FROM
                '{months}/truth/member_rows.parquet') t
        JOIN (SELECT DISTINCT kpj FROM read_parquet('{months}/2026-*/members.parquet')
            WHERE funder = 'village' AND start_month >= '2026-07') USING (kpj)
        GROUP BY month ORDER BY month"""
    ).fetchall()
    assert min(month for month, _ in counts) == "2026-07"
    assert counts[-1][1] > counts[0][1]
    most = values(
        f"""SELECT max(n) FROM (SELECT count(*) AS n
            FROM read_parquet('{months}/2026-10/members.parquet')
            WHERE funder = 'village' AND start_month >= '2026-07'
            GROUP BY nik[:6], start_month)"""
    )
    assert most[0] <= 60 * 40


def test_an_employer_registers_late(months):
    first, last = (
        set(values(f"SELECT npp FROM '{months}/2026-{month}/employers-bpjs.parquet'"))
        for month in ("04", "10")
    )
    assert first < last


def test_the_dead_leave_the_truth_but_not_all_lists(months):
    gone = values(
        f"""SELECT count(*) FROM '{months}/truth/worker_rows.parquet' w
        ANTI JOIN '{months}/truth/coverage.parquet' c USING (month, true_person)
        WHERE w.month = '2026-10'"""
    )
    assert gone[0] > 0


@pytest.mark.parametrize("region", ["16.04.01.2001", "16.04.01", "16"])
def test_any_region_can_be_invented(tmp_path, region):
    rows = write_world(world(region=region, workers=3_000), tmp_path)
    assert rows["truth/coverage.parquet"] == 3_000


def test_the_whole_country_is_made_regency_by_regency():
    recipe = world(region="00", workers=150_000_000)
    spans = spans_of(recipe)
    assert len({span.regency for span in spans}) == 514
    assert spans[0].low == 0
    assert spans[-1].high == 150_000_000
    assert max(span.high - span.low for span in spans) < 100_000
    last = make(recipe, spans[-1])
    assert len(last.truths[APRIL]["coverage"]) == spans[-1].high - spans[-1].low


@pytest.mark.parametrize("workers", [1, 2, 7])
def test_a_world_may_be_tiny(tmp_path, workers):
    rows = write_world(world(workers=workers), tmp_path)
    assert rows["truth/coverage.parquet"] == workers


def test_the_number_of_covered_people_can_be_fixed_to_the_last_one(tmp_path):
    recipe = world(covered=2_345, last_month=APRIL + 5, written=(APRIL, APRIL + 5))
    write_world(recipe, tmp_path)
    counted = dict(
        duckdb.sql(
            f"""SELECT month, count(*) FROM '{tmp_path}/truth/coverage.parquet'
            WHERE status IN ('active', 'partial_programmes') GROUP BY month"""
        ).fetchall()
    )
    assert set(counted) == {"2026-04", "2026-09"}
    assert counted["2026-04"] == 2_345


def test_more_covered_people_than_members_are_refused(tmp_path):
    with pytest.raises(InputRefused, match="kurang dari"):
        write_world(world(covered=11_000), tmp_path)


@pytest.mark.parametrize("form", ["xlsx", "office", "pdf"])
def test_a_form_that_cannot_hold_the_world_is_refused(tmp_path, form):
    with pytest.raises(InputRefused):
        write_world(world(workers=1_000_001), tmp_path, form=form)


def test_lists_can_be_made_to_reach_everybody(tmp_path):
    write_world(world(reach=1.0), tmp_path)
    listed = values(f"SELECT DISTINCT listed FROM '{tmp_path}/truth/coverage.parquet'")
    assert listed == [True]


def test_findings_about_people_occur_and_are_of_people_at_hand(months):
    path = f"{months}/truth/person_findings.parquet"
    codes = values(f"SELECT DISTINCT code FROM '{path}' ORDER BY code")
    assert codes == ["age_out_of_range", "double_funded", "not_on_any_list"]
    listed = values(
        f"""SELECT count(*) FROM '{path}' f JOIN '{months}/truth/coverage.parquet' c
        USING (month, true_person) WHERE code = 'not_on_any_list' AND listed"""
    )
    assert listed == [0]


def test_an_unknown_region_is_refused(tmp_path):
    with pytest.raises(InputRefused, match="tidak dikenal"):
        write_world(world(region="99.99"), tmp_path)
