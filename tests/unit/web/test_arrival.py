"""Files on their way in: streamed, hashed, bounded, and gone when nobody wants them."""

import hashlib
import os
import shutil
import time
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from naungan.web import arrival
from naungan.web.arrival import Refused, awaited, shown_name, sweep


NIK = "1604010101809001"  # from the invented range


def sent(*files, **rest):
    """Give a request that carries files under the name `files`."""
    carried = [SimpleUploadedFile(name, content, "text/csv") for name, content in files]
    return RequestFactory().post("/", {"files": carried, **rest})


def kept(folder):
    """Name what lies in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_a_file_lies_whole_on_disk_with_its_hash(tmp_path):
    content = os.urandom(3_000_001)
    request = sent(("a.csv", content), ("b.csv", b"nama\n"))
    with awaited(request, tmp_path) as coming:
        first, second = request.FILES.getlist("files")
        assert first.path.read_bytes() == content
        assert first.sha256 == hashlib.sha256(content).hexdigest()
        assert (first.size, second.size) == (3_000_001, 5)
        assert first.path.stat().st_mode & 0o777 == 0o600
        assert first.path.parent == tmp_path
        assert not coming.refused


def test_what_nobody_takes_over_is_removed(tmp_path):
    request = sent(("a.csv", b"nama\n"), ("b.csv", b"nama\n"))
    with awaited(request, tmp_path):
        taken = request.FILES.getlist("files")[0]
        taken.path.rename(tmp_path / "taken")
    assert kept(tmp_path) == ["taken"]


def test_what_fails_in_between_leaves_nothing(tmp_path):
    def fails(request):
        with awaited(request, tmp_path):
            assert request.FILES
            assert len(kept(tmp_path)) == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails(sent(("a.csv", b"nama\n")))
    assert not kept(tmp_path)


def test_a_file_that_grows_too_large_is_given_up_while_it_comes(tmp_path, monkeypatch):
    monkeypatch.setattr(arrival, "MOST_BYTES", 2 << 20)
    written = []
    honest = arrival.hashlib.sha256

    class Counting:
        def __init__(self):
            self.real = honest()

        def update(self, piece):
            written.append(len(piece))
            self.real.update(piece)

        def hexdigest(self):
            return self.real.hexdigest()

    monkeypatch.setattr(arrival.hashlib, "sha256", Counting)
    request = sent(("besar.csv", bytes(9 << 20)), ("kecil.csv", b"nama\n"))
    with awaited(request, tmp_path) as coming:
        (small,) = request.FILES.getlist("files")
        assert small.name == "kecil.csv"
        assert coming.refused == [Refused("besar.csv", arrival.TOO_LARGE)]
        assert len(kept(tmp_path)) == 1
    assert sum(written) <= (2 << 20) + 5


def test_a_request_announced_too_large_keeps_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(arrival, "MOST_TOGETHER", 100)
    request = sent(("a.csv", b"nama\n"))
    with awaited(request, tmp_path) as coming:
        assert not request.FILES
        assert [one.why for one in coming.refused] == [arrival.TOO_LARGE]


def test_more_files_than_allowed_are_refused_by_name(tmp_path, monkeypatch):
    monkeypatch.setattr(arrival, "MOST_FILES", 1)
    request = sent(("a.csv", b"x"), ("b.csv", b"y"))
    with awaited(request, tmp_path) as coming:
        assert [one.name for one in request.FILES.getlist("files")] == ["a.csv"]
        assert coming.refused == [Refused("b.csv", arrival.TOO_MANY)]


def test_a_disk_that_is_almost_full_takes_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1))
    request = sent(("a.csv", b"nama\n"))
    with awaited(request, tmp_path) as coming:
        assert not request.FILES
        assert coming.refused == [Refused("a.csv", arrival.NO_ROOM)]


@pytest.mark.parametrize("step", ["open", "fdopen", "fsync"])
def test_a_disk_that_fills_on_the_way_is_said_and_leaves_nothing(
    tmp_path, monkeypatch, step
):
    honest = os.fdopen

    def full(*_given, **_rest):
        raise OSError(28, "No space left on device")

    def opened(number, mode):
        file = honest(number, mode, buffering=0)

        class Full:
            write = staticmethod(full)
            close = staticmethod(file.close)

        return Full()

    monkeypatch.setattr(arrival.os, step, opened if step == "fdopen" else full)
    request = sent(("a.csv", b"nama\n"))
    with awaited(request, tmp_path) as coming:
        assert not request.FILES
        assert coming.refused == [Refused("a.csv", arrival.NO_ROOM)]
        monkeypatch.undo()
    assert not kept(tmp_path)


def test_a_sender_who_goes_away_leaves_no_half_file(tmp_path):
    request = sent(("a.csv", b"n" * 5_000), last="1")
    body = request.body[:2_000]
    cut = RequestFactory().generic(
        "POST", "/", body, content_type=request.META["CONTENT_TYPE"]
    )
    with awaited(cut, tmp_path):
        assert "last" not in cut.POST  # by which a form knows that it is cut
    assert not kept(tmp_path)


def test_what_a_killed_process_left_is_removed_a_day_later(tmp_path):
    old, new, other = (tmp_path / name for name in ("a.part", "b.part", "c"))
    for path in (old, new, other):
        path.write_bytes(b"x")
    long_ago = time.time() - 2 * arrival.FORGOTTEN_SECONDS
    os.utime(old, (long_ago, long_ago))
    os.utime(other, (long_ago, long_ago))
    sweep(tmp_path)
    assert kept(tmp_path) == ["b.part", "c"]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("data.csv", "data.csv"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\Data Desa.xlsx", "Data Desa.xlsx"),
        (f"KTP {NIK}.xlsx", "KTP 1604••••••••••••.xlsx"),
        ("a\u202excod.csv", "axcod.csv"),
        ("<b>x</b>.csv", "b>.csv"),
        ("x" * 300 + ".parquet", "x" * 112 + ".parquet"),
        ("x" * 300, "x" * 120),
        ("a." + "x" * 300, "a." + "x" * 118),
    ],
)
def test_the_name_that_is_shown(written, shown):
    assert shown_name(written) == shown
