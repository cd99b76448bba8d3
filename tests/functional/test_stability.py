"""A few rows more change the people they speak of, and nobody else; and the run says why."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner

from naungan.command import Naungan
from naungan.engine import pipeline
from naungan.engine.linkage.weighing import basis
from naungan.engine.work import Request


WORKERS, ADDED, MONTH = 3_000, 13, 2026 * 12 + 9
OTHER_STATUS = """
    SELECT person_id FROM '{0}/coverage.parquet' o JOIN '{1}/coverage.parquet' n
        USING (person_id) WHERE o.status <> n.status"""
LINKS = "SELECT person_id, kpj, band FROM '{}/links.parquet'"


@dataclass(frozen=True)
class World:
    """Files of an invented district, and thirteen rows of people of another one."""

    files: Path
    thirteen: Path

    def run(self, out, *more):
        workers = [*sorted(self.files.glob("workers-*.parquet")), *more]
        request = Request(
            month=MONTH,
            out=out,
            workers=tuple(workers),
            members=tuple(self.files.glob("members*.parquet")),
            employers=tuple(sorted(self.files.glob("employers-*.parquet"))),
        )
        return pipeline.run(request).folder


def invent(out, seed):
    chosen = {
        "--region": "16.04",
        "--workers": str(WORKERS),
        "--from": "2026-10",
        "--to": "2026-10",
        "--seed": str(seed),
        "--format": "parquet",
        "--out": str(out),
    }
    words = ["synth", *(word for pair in chosen.items() for word in pair)]
    CliRunner().invoke(Naungan(), words, catch_exceptions=False)
    return out / "2026-10"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("worlds")
    files, others = (invent(folder / str(seed), seed) for seed in (5, 77))
    thirteen = folder / "thirteen.parquet"
    duckdb.execute(f"""COPY (FROM '{others}/workers-village.parquet' LIMIT {ADDED})
        TO '{thirteen}' (FORMAT parquet)""")
    return World(files, thirteen)


@pytest.fixture(scope="module")
def first(world, tmp_path_factory):
    """Return the first run of a series that tests copy and go on with."""
    out = tmp_path_factory.mktemp("series") / "out"
    world.run(out)
    return out


def continued(first, out):
    """Make a folder in which that first run was done; return it."""
    (out / "runs").mkdir(parents=True)
    (out / "runs" / "0001").symlink_to(first / "runs" / "0001")
    (out / "current").symlink_to("runs/0001")
    return out


@pytest.fixture(scope="module")
def second(world, first, tmp_path_factory):
    """Return the folder of the run with thirteen rows more."""
    out = continued(first, tmp_path_factory.mktemp("second") / "out")
    return world.run(out, world.thirteen)


def manifest(folder):
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_thirteen_rows_more_change_nobody_elses_status_or_memberships(first, second):
    before = (first / "current").resolve()
    assert duckdb.sql(OTHER_STATUS.format(before, second)).fetchall() == []
    lost = f"{LINKS.format(before)} EXCEPT {LINKS.format(second)}"
    assert duckdb.sql(lost).fetchall() == []
    came = duckdb.sql(f"""SELECT count(*) FROM '{second}/persons.parquet'
        ANTI JOIN '{before}/persons.parquet' USING (person_id)""").fetchall()
    assert 0 < came[0][0] <= ADDED
    said = manifest(second)
    assert said["weighing"] == manifest(before)["weighing"]
    assert said["weights"] == manifest(before)["weights"]
    assert said["status_changes"] == {}


def test_the_same_files_after_the_same_run_give_the_same_bytes(
    world, first, second, tmp_path
):
    again = world.run(continued(first, tmp_path / "out"), world.thirteen)
    assert hash_of(again) == hash_of(second)


def test_what_thirteen_rows_teach_lies_near_what_was_learnt_without_them(
    world, first, tmp_path
):
    anew = world.run(tmp_path / "anew", world.thirteen)
    learnt = [basis.of_run(folder) for folder in (first / "current", anew)]
    assert basis.kept(*learnt) == (learnt[0], [])
    moved = [
        abs(row.milli - learnt[0].weights[side].milli(row.field, row.level))
        for side, weights in learnt[1].weights.items()
        for row in weights.rows
    ]
    assert max(moved) < basis.SINGLE
    assert sum(one == 0 for one in moved) > len(moved) / 2


def test_who_changed_because_the_run_weighed_anew_is_counted_and_listed(
    world, first, tmp_path, monkeypatch
):
    before = (first / "current").resolve()
    monkeypatch.setattr(
        "naungan.engine.linkage.dedupe.kept",
        lambda _before, fresh: (doubting(fresh), []),
    )
    after = world.run(continued(first, tmp_path / "out"))
    found = duckdb.sql(f"FROM '{after}/status_changes.parquet'").fetchall()
    changed = duckdb.sql(OTHER_STATUS.format(before, after)).fetchall()
    assert found
    assert {person for person, *_ in found} == {person for (person,) in changed}
    assert {cause for *_, cause in found} == {"weights"}
    assert manifest(after)["status_changes"] == {"weights": len(found)}


def doubting(fresh):
    """Take four bits from every prior: fewer pairs are joined."""
    less = {
        side: (number - 4000, none - 4000)
        for side, (number, none) in fresh.priors.items()
    }
    return replace(fresh, priors=less)


def hash_of(folder):
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != "seconds.json":
            total.update(path.relative_to(folder).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()
