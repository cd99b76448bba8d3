"""What a run asks of the machine, and in which order its steps stand."""

from naungan.engine import pipeline
from naungan.engine.work import Request


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
