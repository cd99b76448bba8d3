"""The launcher as a newcomer meets it: first start, later starts, and trouble.

A copy of the launcher stands alone in a folder with small locks; `uv` is a
script that does what the test needs, so that no test takes the network.
"""

import ast
import os
import resource
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest


# What a real `uv` does, as far as the launcher can see: an environment whose
# Python is a link, and a note of every sync.
GOOD_UV = f"""#!{sys.executable}
import os, pathlib, sys
words = sys.argv[1:]
if words == ["--version"]:
    print("uv 0.13.9")
elif words[0] == "venv":
    bin = pathlib.Path(words[-1], "bin")
    bin.mkdir(parents=True)
    (bin / "python").symlink_to(os.path.realpath({sys.executable!r}))
    (bin.parent / "pyvenv.cfg").write_text("home = " + {str(Path(sys.executable).resolve().parent)!r})
    major = "python%d.%d" % sys.version_info[:2]
    (bin.parent / "lib" / major / "site-packages").mkdir(parents=True)
else:
    assert "--require-hashes" in words
    with open(os.environ["SYNCS"], "a") as notes:
        lock = next(word for word in words if word.endswith(".txt"))
        print(pathlib.Path(lock).stem, os.environ.get("UV_DEFAULT_INDEX"), file=notes)
"""


@pytest.fixture
def house(root, tmp_path):
    """Return a folder with the launcher, two locks and a command that answers."""
    folder = tmp_path / "rumah kecil"
    package = folder / "src" / "naungan"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import sys; print('perintah', *sys.argv[1:]); sys.exit(len(sys.argv) - 1)"
    )
    shutil.copy(root / "naungan", folder / "naungan")
    (folder / "locks").mkdir()
    shutil.copy(root / "locks" / "uv.txt", folder / "locks")
    (folder / "locks" / "run.txt").write_text("satu==1\n")
    (folder / "locks" / "dev.txt").write_text("satu==1\ndua==2\n")
    (folder / "tools").mkdir()
    (folder / "tools" / "check.py").write_text("print('memeriksa')")
    return folder


@pytest.fixture
def environment(tmp_path):
    """Return environment variables that know no index and no tools of ours."""
    return {
        "PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin",
        "HOME": str(tmp_path),
        "SYNCS": str(tmp_path / "syncs"),
    }


@pytest.fixture
def put_uv(tmp_path):
    """Return a function that puts a `uv` of the test's own on PATH."""
    (tmp_path / "bin").mkdir()
    script = tmp_path / "bin" / "uv"

    def put_uv(text):
        script.write_text(text)
        script.chmod(0o755)

    return put_uv


@pytest.fixture
def start(house, environment, put_uv):
    """Return a function that starts the launcher and waits for its end."""

    def start(*arguments, uv=GOOD_UV, folder=house, **variables):
        put_uv(uv)
        return subprocess.run(
            [sys.executable, str(folder / "naungan"), *arguments],
            env={**environment, **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )

    return start


def failing_uv(message):
    """Return a `uv` that lays an environment but cannot fill it."""
    return GOOD_UV.replace(
        'assert "--require-hashes" in words', f"sys.exit({message!r})"
    )


def syncs(tmp_path):
    """Return what was synced, one row a time."""
    notes = tmp_path / "syncs"
    return notes.read_text().splitlines() if notes.exists() else []


def test_the_first_start_lays_the_environment_and_runs_the_command(start, tmp_path):
    done = start("run", "--month", "2026-10")
    assert done.stdout == "perintah run --month 2026-10\n"
    assert done.returncode == 3
    assert "Menyiapkan lingkungan (run)" in done.stderr
    assert syncs(tmp_path) == ["run None"]


def test_later_starts_skip_the_sync_and_add_little_time(start, tmp_path):
    start("run")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = start("run")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    assert spent < 2.0, "half a second of the processor"
    assert done.stderr == ""
    assert len(syncs(tmp_path)) == 1


def test_a_changed_lock_is_synced_again(start, house, tmp_path):
    start("run")
    (house / "locks" / "run.txt").write_text("satu==2\n")
    start("run")
    assert len(syncs(tmp_path)) == 2


def test_a_developers_environment_also_serves_ordinary_commands(start, tmp_path):
    assert start("test").stdout == "memeriksa\n"
    start("run")
    assert syncs(tmp_path) == ["dev None"]


def test_an_environment_begun_but_not_finished_is_laid_anew(start, house, tmp_path):
    assert start("run", uv=failing_uv("killed")).returncode == 15
    (house / ".venv" / "half-written").touch()
    assert start("run").returncode == 1
    assert not (house / ".venv" / "half-written").exists()


def test_a_moved_folder_gets_a_new_environment(start, house):
    start("run")
    (house / ".venv" / "of-the-old-place").touch()
    moved = house.rename(house.with_name("pindah"))
    assert start("run", folder=moved).returncode == 1
    assert not (moved / ".venv" / "of-the-old-place").exists()


def test_two_starts_at_once_lay_the_environment_once(
    house, environment, put_uv, tmp_path
):
    put_uv(GOOD_UV.replace("import os,", "import time; time.sleep(0.5)\nimport os,"))
    command = [sys.executable, str(house / "naungan"), "run"]
    both = [
        subprocess.Popen(command, env=environment, stdout=subprocess.PIPE)
        for _ in range(2)
    ]
    assert [process.communicate()[0] for process in both] == [b"perintah run\n"] * 2
    assert syncs(tmp_path) == ["run None"]


@pytest.mark.parametrize(
    ("printed", "code", "said"),
    [
        ("error: No space left on device (os error 28)", 12, "Ruang disk habis"),
        ("error: error sending request for url (…)", 13, "tidak terjangkau"),
        ("error: dns error: failed to lookup address", 13, "tidak terjangkau"),
        ("error: Hash mismatch for `satu==1`", 14, "bukan paket yang tercatat"),
        ("error: something never seen before", 15, "tidak dapat disiapkan"),
    ],
)
def test_each_trouble_has_its_own_sentence_and_exit_code(start, printed, code, said):
    done = start("run", uv=failing_uv(printed))
    assert done.returncode == code
    assert said in done.stderr
    assert printed in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_network_what_uv_has_kept_is_used(start, tmp_path):
    stub = GOOD_UV.replace(
        'assert "--require-hashes" in words',
        'if "--offline" not in words: sys.exit("dns error")',
    )
    assert start("run", uv=stub).stdout == "perintah run\n"


def test_the_index_that_pip_was_told_to_use_is_passed_on(start, tmp_path):
    start("run", PIP_INDEX_URL="https://indeks.invalid/simple")
    assert syncs(tmp_path) == ["run https://indeks.invalid/simple"]


def test_the_index_of_pips_own_configuration_is_passed_on(start, tmp_path):
    settings = tmp_path / ".config" / "pip" / "pip.conf"
    settings.parent.mkdir(parents=True)
    settings.write_text("[global]\nindex-url = https://a%%b.invalid/s\nindex-url = x\n")
    start("run")
    assert syncs(tmp_path) == ["run x"]


def test_an_index_told_to_uv_goes_before_pips(start, tmp_path):
    start("run", PIP_INDEX_URL="https://satu.invalid", UV_DEFAULT_INDEX="https://dua")
    assert syncs(tmp_path) == ["run https://dua"]


def test_a_python_that_is_too_old_is_told_which_to_install(start, house):
    launcher = house / "naungan"
    text = launcher.read_text().replace("OLDEST = (3, 11)", "OLDEST = (3, 99)")
    launcher.write_text(text)
    done = start("run")
    assert done.returncode == 10
    assert "terlalu tua; Naungan memerlukan Python 3.11" in done.stderr


def test_an_old_python_can_read_the_launcher(root):
    source = (root / "naungan").read_text(encoding="utf-8")
    assert ast.parse(source, feature_version=(3, 8))


def test_a_python_without_venv_is_told_what_to_install(start, house):
    launcher = house / "naungan"
    text = launcher.read_text().replace('"ensurepip"', '"no_such_module"')
    launcher.write_text(text)
    done = start("run", uv="#!/bin/sh\nexit 1\n")
    assert done.returncode == 11
    assert "python3-venv" in done.stderr


def test_a_uv_that_is_too_old_is_not_used(start, house):
    (house / "locks" / "uv.txt").write_text("uv==0.13.9 --hash=sha256:00\n")
    done = start("run", uv="#!/bin/sh\necho uv 0.4.1\n", PIP_NO_INDEX="1")
    assert done.returncode == 13
    assert "Mengambil uv 0.13.9" in done.stderr


def test_a_folder_that_cannot_be_written_is_named(start, house):
    (house / ".uv").write_text("a file where a folder should be")
    done = start("run")
    assert done.returncode == 15
    assert "tidak dapat ditulisi" in done.stderr


def test_the_launcher_is_executable(root):
    assert (root / "naungan").stat().st_mode & stat.S_IXUSR
    assert os.access(root / ".ci" / "run", os.X_OK)
