"""A process is started again when it dies, and takes what it started with it."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from naungan.office import children, process
from naungan.office.process import Process


SLEEPER = "import time; time.sleep(60)"
PARENT = (
    "import subprocess, sys, time; "
    f"child = subprocess.Popen([sys.executable, '-c', {SLEEPER!r}]); "
    "print(child.pid, flush=True); time.sleep(60)"
)
STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); "
    "print('siap', flush=True); time.sleep(60)"
)


@pytest.fixture
def made(tmp_path):
    kept = []

    def make(code, **rest):
        told = []
        one = Process(
            "uji",
            [sys.executable, "-c", code],
            {"NAUNGAN_HOME": str(tmp_path)},
            tmp_path / "uji.log",
            told.append,
            **rest,
        )
        kept.append(one)
        return one, told

    yield make
    for one in kept:
        one.patience = 0.1
        one.stop()


def lives(pid):
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]
    except OSError:
        return False


def until(question):
    deadline = time.monotonic() + 20
    while not question() and time.monotonic() < deadline:
        time.sleep(0.02)
    return question()


def test_what_dies_at_once_is_started_again_ever_later(made):
    one, told = made("raise SystemExit(3)")
    one.start()
    assert until(lambda: one.running.poll() is not None)
    one.watch()
    assert one.running is None
    assert told == ["uji berhenti (kode 3); dijalankan lagi."]
    one.watch()
    assert one.starts == 1  # not before the pause is over
    one._next_at = 0  # noqa: SLF001 (time passes)
    one.watch()
    assert one.starts == 2
    assert one._pause == 2 * process.FIRST_PAUSE  # noqa: SLF001


def test_a_program_that_cannot_start_is_tried_again(made, monkeypatch):
    def full(*_rest):
        raise OSError(28, "No space left on device")

    one, told = made(SLEEPER)
    monkeypatch.setattr(children, "launch", full)
    one.watch()
    assert told == ["uji berhenti (ruang habis); dijalankan lagi."]
    monkeypatch.undo()
    one._next_at = 0  # noqa: SLF001
    one.watch()
    assert one.running.poll() is None


def test_what_a_killed_program_left_behind_is_ended_before_it_starts_again(made):
    one, _ = made(PARENT)
    one.start()
    assert until(lambda: one.log.read_text().strip())
    child = int(one.log.read_text())
    os.kill(one.running.pid, signal.SIGKILL)
    assert until(lambda: one.running.poll() is not None)
    assert lives(child)
    one.watch()
    assert until(lambda: not lives(child))


def test_a_program_that_does_not_end_is_ended(made):
    one, _ = made(STUBBORN, patience=0.2)
    one.start()
    assert until(lambda: "siap" in one.log.read_text())
    one.stop()
    assert one.running.returncode == -signal.SIGKILL


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_only_what_is_ours_is_cleared(made, tmp_path):
    ours, _ = made(SLEEPER)
    ours.start()
    stranger = children.launch(
        [sys.executable, "-c", SLEEPER], {}, tmp_path / "asing.log"
    )
    number = tmp_path / "uji.pid"
    number.write_text(str(stranger.pid))
    ours.clear()
    assert stranger.poll() is None
    number.write_text(str(ours.running.pid))
    assert until(lambda: str(tmp_path) in environment(ours.running.pid))
    ours.clear()
    assert until(lambda: ours.running.poll() is not None)
    children.end_group(stranger.pid)
    stranger.wait()


def environment(pid):
    return Path(f"/proc/{pid}/environ").read_text()


def test_a_log_is_cut_in_place_and_its_end_is_kept(tmp_path):
    log = tmp_path / "web.log"
    with log.open("ab") as held:
        held.write(b"lama " * 50)
        held.flush()
        children.cut(log, 100)
        held.write(b"baru")
    assert log.read_bytes() == b"baru"
    assert (tmp_path / "web.log.1").read_bytes() == b"lama " * 20
