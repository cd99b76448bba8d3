"""A run that is stopped at any step leaves the last snapshot and nothing else."""

import threading
import time

import pytest
from tests.functional import small_world

from naungan.engine import pipeline, store
from naungan.engine.work import Request
from naungan.lib.dates import month_index
from naungan.lib.errors import RunStopped


OCTOBER = month_index(2026, 10)
LABELS = ("Membaca berkas", "Membaca desa.csv", "Memeriksa NIK dan nama")
LATER = ("Memadankan dengan peserta", "Menghitung perlindungan", "Menulis potret")
ENDLESS = "SELECT count(*) FROM range(100_000_000_000) a WHERE hash(a.range) = 1"


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    folder = tmp_path_factory.mktemp("dunia")
    small_world.write(folder)
    files = {
        kind: tuple(folder / name for name in names)
        for kind, names in small_world.FILES.items()
    }
    pipeline.run(Request(month=OCTOBER, out=folder / "hasil", **files))
    return folder / "hasil", files


def names(out):
    return sorted(path.name for path in out.iterdir())


@pytest.mark.parametrize("label", [*LABELS, *LATER])
def test_the_last_snapshot_stays_and_no_scratch_is_left(world, label):
    out, files = world
    told, heard = threading.Event(), threading.Event()

    def stop():
        if told.is_set():
            heard.set()
        return told.is_set()

    def tell(text, _fraction):
        if text == label:
            told.set()
            assert heard.wait(60)
            time.sleep(0.05)  # what was heard is noted

    before = names(out), (out / "current").resolve()
    with pytest.raises(RunStopped, match="Dihentikan atas permintaan"):
        pipeline.run(Request(month=OCTOBER, out=out, stop=stop, **files), tell)
    assert (names(out), (out / "current").resolve()) == before
    assert not [one for one in names(out) if one.startswith((store.SCRATCH, ".buil"))]


def endless(work):
    work.con.execute(ENDLESS).fetchall()


@pytest.mark.parametrize("beside", [False, True])
def test_a_long_statement_is_cut_short(world, monkeypatch, beside):
    out, files = world
    home = f"{__name__}:endless"
    steps = [
        pipeline.Step(one.name, one.label, home, beside=beside)
        if one.name == "placements"
        else one
        for one in pipeline.STEPS
    ]
    monkeypatch.setattr(pipeline, "STEPS", tuple(steps))
    told = threading.Event()

    def tell(text, _fraction):
        if text == "Menempatkan orang":
            threading.Timer(0.5, told.set).start()

    before = store.next_number(out)
    with pytest.raises(RunStopped):
        pipeline.run(Request(month=OCTOBER, out=out, stop=told.is_set, **files), tell)
    assert store.next_number(out) == before


def test_the_next_run_goes_through(world):
    out, files = world
    number = store.next_number(out)
    outcome = pipeline.run(Request(month=OCTOBER, out=out, stop=lambda: False, **files))
    assert (outcome.number, (out / "current").resolve()) == (
        number,
        outcome.folder.resolve(),
    )
