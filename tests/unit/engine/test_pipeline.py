"""What a run asks of the machine, and in which order its steps stand."""

import time
from dataclasses import dataclass

import duckdb

from naungan.engine import pipeline
from naungan.engine.work import Request, Work


def limit_mib(tmp_path, size):
    """Return the memory that a run over a file of so many bytes may take."""
    path = tmp_path / "workers.parquet"
    with path.open("wb") as file:
        file.truncate(size)
    request = Request(month=2026 * 12 + 9, out=tmp_path, workers=(path,))
    with pipeline.open_database(request, tmp_path) as con:
        return con.execute("SELECT current_setting('memory_limit')").fetchall()[0][0]


def test_memory_grows_with_the_files_from_one_gib_on(tmp_path):
    assert limit_mib(tmp_path, 1) == "1.0 GiB"
    assert limit_mib(tmp_path, 2**28) == "2.0 GiB"


def test_no_run_takes_the_whole_machine(tmp_path, monkeypatch):
    pages = {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": 2**20}
    monkeypatch.setattr(pipeline.os, "sysconf", pages.__getitem__)
    assert limit_mib(tmp_path, 2**30) == "2.0 GiB"  # of 4 GiB


def test_what_does_not_fit_comes_to_lie_in_a_file_of_the_run(tmp_path):
    limit_mib(tmp_path, pipeline.IN_MEMORY_UP_TO + 1)
    assert (tmp_path / "work.duckdb").exists()


def test_a_step_waits_only_for_steps_that_begin_before_it():
    names = [step.name for step in pipeline.STEPS]
    for place, step in enumerate(pipeline.STEPS):
        assert set(step.after) <= set(names[:place])
    assert len(set(names)) == len(names)


def test_coverage_waits_for_the_employers_that_it_reads():
    coverage = next(step for step in pipeline.STEPS if step.name == "coverage")
    assert {"law", "employers", "placements"} <= set(coverage.after)


@dataclass(frozen=True)
class Played:
    """When steps begin and end, as a run that does nothing else tells."""

    told: list[str]

    def slow(self, work):
        time.sleep(0.05)
        self.told.append("slow")

    def quick(self, work):
        self.told.append("quick")


def order_of_steps(tmp_path, monkeypatch, on_disk):
    """Return which step ended first: a large one beside, or the one after it."""
    played = Played([])
    monkeypatch.setattr(
        pipeline.Step, "function", lambda step: getattr(played, step.name)
    )
    steps = (
        pipeline.Step("slow", "", "", beside=True, large=True),
        pipeline.Step("quick", "", ""),
    )
    monkeypatch.setattr(pipeline, "STEPS", steps)
    monkeypatch.setattr(pipeline, "is_on_disk", lambda _request: on_disk)
    request = Request(month=2026 * 12 + 9, out=tmp_path)
    with duckdb.connect() as con:
        pipeline._steps(Work(con, request, tmp_path))  # noqa: SLF001
    return played.told


def test_large_steps_have_a_database_on_disk_to_themselves(tmp_path, monkeypatch):
    assert order_of_steps(tmp_path, monkeypatch, on_disk=True) == ["slow", "quick"]
    assert order_of_steps(tmp_path, monkeypatch, on_disk=False) == ["quick", "slow"]
