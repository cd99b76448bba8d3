"""The embedded server: where it lies, who runs it, how it comes back."""

import contextlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from naungan.lib.errors import RoomRefused
from naungan.office import postgres, postmaster, roles
from naungan.office.home import Home
from naungan.office.postgres import Cluster


ROOT = os.geteuid() == 0
ODD_NAMES = ["dengan spasi", "kutip ' satu", "koma, koma", "é", "panjang-" * 15]


def new_home(folder):
    """Make a home in a folder that the server's user may pass through."""
    folder.chmod(0o711)
    return Home(folder)


@pytest.fixture(scope="module", autouse=True)
def hasty():
    """Nothing here must survive a power cut, so nothing waits for the disk."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(postgres.SETTINGS, "fsync", "off")
        yield


@pytest.fixture(scope="module")
def template(hasty):
    """A folder of data made once, for tests to copy."""
    del hasty
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        cluster = postgres.cluster(new_home(Path(folder)))
        cluster.start()
        roles.ensure(cluster)
        cluster.stop()
        yield cluster


@pytest.fixture
def place():
    """A short temporary folder, since sockets have short paths."""
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@pytest.fixture
def copied(template, place):
    """Copy the template to a home and stop its server before the place is gone."""
    del place
    made = []

    def copy(path) -> Cluster:
        shutil.copytree(template.home.path / "secrets", path / "secrets")
        (path / "postgres").mkdir(mode=0o711)
        for name in os.listdir(template.home.postgres):  # noqa: PTH208 (names alone)
            one = template.home.postgres / name
            how = "-al" if name.startswith("server-") else "-a"
            if name not in ("run", "server.log"):
                subprocess.run(["cp", how, one, path / "postgres"], check=True)
        made.append(postgres.cluster(Home(path)))
        return made[-1]

    yield copy
    for cluster in made:
        cluster.stop()
        if cluster.socket_folder.parent == postgres.SHORT_PATHS:
            shutil.rmtree(cluster.socket_folder, ignore_errors=True)


@pytest.fixture
def stopped(copied, place):
    return copied(place)


@pytest.fixture
def started(stopped):
    stopped.start()
    return stopped


def asked(cluster, role, question="SELECT 1"):
    with psycopg.connect(roles.url(cluster, role)) as con:
        return con.execute(question).fetchone()[0]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_folder_of_any_name_holds_a_server(copied, place, name):
    (place / name).mkdir(mode=0o711)
    cluster = copied(place / name)
    cluster.start()
    assert asked(cluster, roles.APPLICATION) == 1


def test_the_application_is_nobody_special(started):
    rights = "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    assert asked(started, roles.APPLICATION, rights) is False
    assert asked(started, roles.OWNER, rights) is False
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        asked(started, roles.APPLICATION, "CREATE TABLE mine (id int)")


def test_every_role_is_asked_for_its_password(started):
    wrong = roles.url(started, postgres.SUPERUSER).replace("postgres:", "postgres:x")
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(wrong)
    hidden = "SELECT setting FROM pg_settings WHERE name = %s"
    with psycopg.connect(roles.url(started, roles.OWNER)) as con:
        assert con.execute(hidden, ["listen_addresses"]).fetchone()[0] == ""
    assert stat.S_IMODE(started.socket_folder.stat().st_mode) == 0o700


def test_a_running_server_is_used_again(started):
    first = started.pid()
    postgres.cluster(started.home).start()
    assert started.pid() == first


def test_a_server_of_an_earlier_version_is_started_anew(started, monkeypatch):
    first = started.pid()
    monkeypatch.setattr(postmaster, "program_of", lambda _number: "/lama/postgres")
    started.start()
    assert started.pid() != first
    assert asked(started, roles.APPLICATION) == 1


def test_a_killed_server_comes_back_with_its_data(started):
    with psycopg.connect(roles.url(started, roles.OWNER)) as con:
        con.execute("CREATE TABLE kept AS SELECT 7 AS number")
    started.kill()
    assert not started.running()
    started.start()
    assert asked(started, roles.OWNER, "SELECT number FROM kept") == 7


def test_a_number_that_another_program_got_meanwhile_does_not_hinder(started):
    started.kill()
    file = started.data / "postmaster.pid"
    stale = [str(os.getpid()), *file.read_text().split("\n")[1:]]
    file.write_text("\n".join(stale))
    assert not started.running()
    started.start()
    assert asked(started, roles.APPLICATION) == 1


def test_data_of_another_major_version_are_refused_with_the_way_out(stopped):
    (stopped.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(RoomRefused, match=r"PostgreSQL 17.*backup.*restore"):
        stopped.start()
    assert not stopped.running()


def test_a_socket_folder_of_somebody_else_is_refused(stopped, monkeypatch):
    monkeypatch.setattr(postgres, "LONGEST_SOCKET_PATH", 1)
    stranger = Path("/tmp/naungan-stranger")
    monkeypatch.setattr(Cluster, "socket_folder", stranger)
    with contextlib.suppress(OSError):
        stranger.unlink()
    if not ROOT:
        pytest.skip("only root can make a folder that belongs to somebody else")
    stranger.mkdir()
    os.chown(stranger, 65_534, 65_534)
    try:
        with pytest.raises(RoomRefused, match="milik orang lain"):
            stopped.start()
    finally:
        stranger.rmdir()


def test_an_unfinished_folder_of_data_is_made_again(place, template):
    home = Home(place)
    (place / "postgres" / "data.growing").mkdir(parents=True)
    (place / "postgres").chmod(0o711)
    (place / "postgres" / "data.growing" / "half").write_text("x")
    del template
    cluster = postgres.cluster(home)
    cluster.start()
    assert not (place / "postgres" / "data.growing").exists()
    cluster.stop()


@pytest.mark.skipif(not ROOT, reason="root alone runs the server as another user")
def test_a_home_that_the_servers_user_cannot_enter_is_refused_untouched(place):
    private = place / "rumah"
    private.mkdir(mode=0o700)
    with pytest.raises(RoomRefused, match=r"tidak dapat masuk ke .*rumah"):
        postgres.cluster(Home(private / "kantor")).start()
    assert stat.S_IMODE(private.stat().st_mode) == 0o700
    assert list(private.iterdir()) == []


@pytest.mark.skipif(not ROOT, reason="root alone runs the server as another user")
def test_run_by_root_the_server_owns_its_data_and_nothing_else(started):
    number = started.pid()
    assert Path(f"/proc/{number}").stat().st_uid == started.runner.uid
    owned = {one.name for one in started.home.postgres.iterdir() if one.stat().st_uid}
    assert owned == {"data", "run"}


@pytest.mark.skipif(not ROOT, reason="the server is not copied for ordinary users")
def test_a_name_that_a_shell_would_read_is_refused(place):
    (place / 'kutip"dua').mkdir(mode=0o711)
    with pytest.raises(RoomRefused, match="memuat tanda"):
        postgres.cluster(Home(place / 'kutip"dua')).start()


@pytest.mark.skipif(not ROOT, reason="only root mounts a small disk")
def test_a_full_disk_is_named_and_leaves_no_half_database(place):
    small = place / "kecil"
    small.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=70m,mode=0711", "tmpfs", small],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("this machine does not let us mount a disk")
    try:
        with pytest.raises(RoomRefused, match=r"(?i)no space|ruang"):
            postgres.cluster(Home(small)).start()
        left = [one.name for one in (small / "postgres").iterdir()]
        assert not [name for name in left if name.startswith("data")]
    finally:
        subprocess.run(["umount", small], check=True)


ORDINARY = """
import sys
from pathlib import Path
from naungan.office import postgres, roles
from naungan.office.home import Home
import psycopg
cluster = postgres.cluster(Home(Path(sys.argv[1])))
assert cluster.runner.uid is None
cluster.start()
try:
    roles.ensure(cluster)
    with psycopg.connect(roles.url(cluster, roles.APPLICATION)) as con:
        print(con.execute("SELECT current_user").fetchone()[0])
finally:
    cluster.stop()
"""
NOBODY = {"user": 65_534, "group": 65_534, "extra_groups": []}


def ordinary_python():
    """Find an interpreter that an ordinary user can run, with our packages."""
    path = os.pathsep.join(one for one in sys.path if one)
    for program in (sys.executable, "/usr/bin/python3"):
        try:
            done = subprocess.run(
                [program, "-P", "-c", "import naungan.office.roles, psycopg"],
                env={"PYTHONPATH": path},
                cwd="/",
                capture_output=True,
                check=False,
                **NOBODY,
            )
        except OSError:
            continue
        if done.returncode == 0:
            return program, path
    return None


@pytest.mark.skipif(not ROOT, reason="an ordinary user runs all the other tests")
def test_an_ordinary_user_runs_the_server_as_themselves(place):
    found = ordinary_python()
    if found is None:
        pytest.skip("no interpreter here can be run by an ordinary user")
    program, path = found
    os.chown(place, 65_534, 65_534)
    done = subprocess.run(
        [program, "-P", "-c", ORDINARY, str(place / "kantor")],
        env={"PYTHONPATH": path, "PATH": "/usr/bin:/bin"},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        **NOBODY,
    )
    assert done.stdout.strip() == roles.APPLICATION, done.stderr
