"""Scores of a tiny snapshot whose right answers can be counted by hand."""

import duckdb
import pytest

from naungan.engine.scoring import score
from naungan.lib.errors import InputRefused


M = "'2026-10'"
WORKERS = [  # row, true person, kinds, person given
    (1, 10, "", 100),
    (2, 10, "name_typo", 100),
    (3, 20, "", 200),
    (4, 20, "nik_missing", 300),
    (5, 30, "", 400),
    (6, 40, "", 400),
]
MEMBERS = [("K1", 10), ("K2", 20), ("K3", 30), ("K4", 99)]
LINKS = [
    (100, "K1", "linked", "nik", 30.0),
    (200, "K2", "linked", "nik_repaired", 20.0),
    (400, "K4", "linked", "scored", 12.0),
    (400, "K3", "review", "scored", 6.0),
]
STATUSES = {10: "active", 20: "lapsed", 30: "active", 40: "unregistered"}


def write(path, sql):
    path.parent.mkdir(parents=True, exist_ok=True)
    duckdb.sql(sql).write_parquet(str(path))


def rows(values):
    return ", ".join(
        "(" + ", ".join("NULL" if v is None else repr(v) for v in row) + ")"
        for row in values
    )


@pytest.fixture
def sides(tmp_path):
    run, world = tmp_path / "run", tmp_path / "world"
    now, truth = run / "current", world / "truth"
    file = "w.parquet"
    given = rows([(p, f"/x/{file}", r) for r, _, _, p in WORKERS])
    write(
        now / "person_rows.parquet", f'FROM (VALUES {given}) t(person_id, file, "row")'
    )
    write(
        now / "links.parquet",
        f"FROM (VALUES {rows(LINKS)}) t(person_id, kpj, band, method, weight)",
    )
    said = rows([(100, "active"), (200, "active"), (300, "lapsed"), (400, "active")])
    write(
        now / "coverage.parquet",
        f"SELECT *, {M} AS month FROM (VALUES {said}) t(person_id, status)",
    )
    firms = rows([(1, "e.parquet", 1, None), (1, "e.parquet", 2, "Z1")])
    write(
        now / "employer_rows.parquet",
        f'FROM (VALUES {firms}) t(employer_id, file, "row", npp)',
    )
    write(
        now / "employer_links.parquet",
        "SELECT 1 AS employer_id, 'Z1' AS npp, 'linked' AS band",
    )
    write(
        now / "employer_findings.parquet",
        "SELECT 1 AS employer_id, unnest(['partial_workers', 'wrong']) AS code",
    )
    true = rows([(file, r, t, k) for r, t, k, _ in WORKERS])
    write(
        truth / "worker_rows.parquet",
        f"""SELECT {M} AS month, * FROM (VALUES {true})
            t(file, "row", true_person, error_kinds)""",
    )
    write(
        truth / "member_rows.parquet",
        f"""SELECT {M} AS month, *, '' AS error_kinds
            FROM (VALUES {rows(MEMBERS)}) t(kpj, true_person)""",
    )
    write(
        truth / "employer_rows.parquet",
        f"""SELECT {M} AS month, 'e.parquet' AS file, unnest([1, 2]) AS "row",
            7 AS true_employer, '' AS error_kinds""",
    )
    write(
        truth / "coverage.parquet",
        f"""SELECT {M} AS month, * FROM (VALUES {rows(STATUSES.items())})
            t(true_person, status)""",
    )
    write(
        truth / "employer_findings.parquet",
        f"""SELECT {M} AS month, 7 AS true_employer, true AS evident,
            unnest(['partial_workers', 'underreported_wage']) AS code""",
    )
    people = rows([(100, None, "double_funded"), (None, "K4", "not_on_any_list")])
    write(
        now / "person_findings.parquet",
        f"FROM (VALUES {people}) t(person_id, kpj, code)",
    )
    true = rows([(20, None, "double_funded"), (99, "K4", "not_on_any_list")])
    write(
        truth / "person_findings.parquet",
        f"SELECT {M} AS month, * FROM (VALUES {true}) t(true_person, kpj, code)",
    )
    return run, world


def counts(line):
    return line.right, line.found, line.hit, line.wanted


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("dedupe", (1, 2, 1, 2)),
        ("exact", (1, 1, 1, 3)),
        ("repaired", (1, 1, 1, 2)),
        ("scored", (0, 1, 0, 2)),
        ("residual", (1, 2, 1, 2)),
        ("linked", (2, 3, 2, 3)),
        ("linked_or_review", (3, 4, 3, 3)),
        ("employers", (1, 1, 1, 1)),
        ("coverage", (3, 4, 3, 4)),
        ("findings", (1, 2, 1, 2)),
        ("finding:partial_workers", (1, 1, 1, 1)),
        ("person:double_funded", (0, 1, 0, 1)),
        ("person:not_on_any_list", (1, 1, 1, 1)),
        ("coverage:lapsed", (1, 1, 1, 2)),
    ],
)
def test_each_step_is_counted_as_by_hand(sides, step, expected):
    assert counts(score(*sides).line(step)) == expected


def test_each_kind_of_mistake_has_its_line(sides):
    found = score(*sides)
    assert counts(found.line("kind:name_typo")) == (1, 1, 1, 1)
    assert counts(found.line("kind:nik_missing")) == (0, 0, 0, 1)


def test_the_best_threshold_leaves_the_wrong_link_out(sides):
    best = score(*sides).threshold
    assert best["f1"] == pytest.approx(0.8, abs=1e-6)
    assert best["weight"] == 6.0


def test_a_month_without_truth_is_refused(sides):
    with pytest.raises(InputRefused, match="2020-01"):
        score(*sides, month="2020-01")


def test_a_missing_snapshot_is_refused(sides, tmp_path):
    with pytest.raises(InputRefused, match="tidak ada"):
        score(tmp_path / "nowhere", sides[1])


def test_a_score_speaks_json(sides):
    told = score(*sides).as_json()
    assert told["month"] == "2026-10"
    assert {line["step"] for line in told["lines"]} >= {"dedupe", "linked"}
