"""Copies of an office: read to their end, put back elsewhere, and proved."""

import hashlib
import json
import tempfile
from pathlib import Path

import psycopg
import pytest
from tests import laid_office
from tests.functional.office.processes import servers
from tests.functional.office.processes.running import Running

from naungan.lib.errors import InputRefused, RoomRefused
from naungan.office import postgres, roles, schema
from naungan.office.home import Home


ACT = """
    INSERT INTO audit_act (at, verb, noun, noun_id, details)
    VALUES (clock_timestamp(), 'uji', 'uji', %s, '{"sebab": "uji"}')
"""


@pytest.fixture(scope="module", autouse=True)
def hasty():
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(postgres.SETTINGS, "fsync", "off")
        yield


@pytest.fixture(scope="module")
def place(hasty):
    """A home with an office in which three acts were done, closed."""
    del hasty
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        Path(folder).chmod(0o711)
        laid_office.copy_to(Path(folder))
        with servers.embedded(Path(folder)) as running:
            schema.bring_up(
                {
                    "DJANGO_SETTINGS_MODULE": "naungan.config.settings",
                    "NAUNGAN_HOME": folder,
                    "NAUNGAN_SECRET_KEY": "uji",
                    "NAUNGAN_MODE": "test",
                    "DATABASE_URL": running.owner,
                }
            )
            with psycopg.connect(running.application) as con:
                for number in "123":
                    con.execute(ACT, [number])
        yield Path(folder)


@pytest.fixture(scope="module")
def office(place):
    return Running(place)


@pytest.fixture(scope="module")
def copy(office):
    """A copy of the office and what the command said of it."""
    told = office.naungan("backup", "--json")
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


@pytest.fixture
def elsewhere():
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        Path(folder).chmod(0o711)
        yield Running(Path(folder) / "kantor lain")


def acts(home):
    cluster = postgres.cluster(Home(Path(home)))
    cluster.start()
    try:
        with psycopg.connect(roles.url(cluster, roles.OWNER)) as con:
            return con.execute("SELECT count(*) FROM audit_act").fetchone()[0]
    finally:
        cluster.stop()


def test_the_printed_hash_is_that_of_the_file(copy):
    content = Path(copy["file"]).read_bytes()
    assert copy["sha256"] == hashlib.sha256(content).hexdigest()
    assert copy["bytes"] == len(content)


def test_a_copy_never_replaces_another_file(office, copy):
    again = office.naungan("backup", copy["file"])
    assert again.returncode == InputRefused.exit_code
    assert "sudah ada" in again.stderr


def test_a_copy_cut_short_is_refused(office, copy, tmp_path):
    short = tmp_path / "terpotong.naungan-db"
    for size in (10, 20_000):
        short.write_bytes(Path(copy["file"]).read_bytes()[:-size])
        assert office.naungan("restore", str(short)).returncode == RoomRefused.exit_code


def test_without_wet_run_a_copy_is_only_read(office, copy, place):
    answer = office.naungan("restore", copy["file"], "--json")
    assert json.loads(answer.stdout)["restored"] is False
    assert json.loads(office.naungan("restore", "--json").stdout)["copies"] == [
        str(one) for one in sorted((place / "backups").iterdir(), reverse=True)
    ]


def test_another_office_puts_the_copy_back_with_its_own_passwords(
    copy, elsewhere, place
):
    answer = elsewhere.naungan("restore", copy["file"], "--wet-run", "--json")
    assert answer.returncode == 0, answer.stderr
    assert acts(elsewhere.home) == 3
    secrets = "secrets/postgres-naungan_app"
    assert (elsewhere.home / secrets).read_text() != (place / secrets).read_text()
    cluster = postgres.cluster(Home(elsewhere.home))
    cluster.start()
    try:
        with psycopg.connect(roles.url(cluster, roles.APPLICATION)) as con:
            con.execute(ACT, ["4"])
        with (
            psycopg.connect(roles.url(cluster, roles.APPLICATION)) as con,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            con.execute("ALTER TABLE audit_act DISABLE TRIGGER ALL")
    finally:
        cluster.stop()
    proof = json.loads(elsewhere.naungan("verify-log", "--json").stdout)
    assert (proof["acts"], proof["broken"]) == (4, [])


def test_what_is_no_office_is_refused_and_the_office_is_as_before(
    office, place, elsewhere
):
    with servers.embedded(elsewhere.home) as other, psycopg.connect(other.owner) as con:
        con.execute("CREATE TABLE lain AS SELECT 1")
    told = elsewhere.naungan("backup", "--json")
    assert told.returncode == 0, told.stderr
    answer = office.naungan("restore", json.loads(told.stdout)["file"], "--wet-run")
    assert answer.returncode == RoomRefused.exit_code
    assert "bukan salinan" in answer.stderr
    assert acts(place) == 3


def test_an_upgrade_says_what_it_would_do_then_copies_and_proves(office, place):
    with servers.embedded(place) as running, psycopg.connect(running.owner) as con:
        con.execute("COMMENT ON TABLE django_migrations IS 'lama'")
    refused = office.naungan("verify-log")
    assert refused.returncode == InputRefused.exit_code
    assert "upgrade" in refused.stderr
    dry = json.loads(office.naungan("upgrade", "--json").stdout)
    assert dry == {"needed": True, "upgraded": False}
    wet = json.loads(office.naungan("upgrade", "--wet-run", "--json").stdout)
    assert (wet["upgraded"], wet["acts"], wet["broken"]) == (True, 3, [])
    assert Path(wet["copy"]).is_file()
    again = json.loads(office.naungan("upgrade", "--wet-run", "--json").stdout)
    assert again == {"needed": False, "upgraded": False}


def test_an_auditor_follows_the_chain_without_us(office, tmp_path):
    file = tmp_path / "perbuatan.jsonl"
    assert office.naungan("export-log", str(file)).returncode == 0
    assert file.stat().st_mode & 0o077 == 0
    previous = "0" * 64
    lines = [json.loads(one) for one in file.read_text("utf-8").splitlines()]
    assert [one["id"] for one in lines] == [1, 2, 3]
    for one in lines:
        assert one["previous_hash"] == previous
        previous = hashlib.sha256((previous + one["hashed"]).encode()).hexdigest()
        assert one["hash"] == previous
    later = office.naungan("export-log", "--since", "2999-01-01")
    assert later.returncode == 0
    assert later.stdout == ""
    assert office.naungan("export-log", str(file)).returncode == InputRefused.exit_code


@pytest.mark.parametrize("command", ["backup", "verify-log", "export-log", "upgrade"])
def test_a_mistyped_home_founds_no_office(elsewhere, command):
    answer = elsewhere.naungan(command)
    assert answer.returncode == InputRefused.exit_code
    assert "Belum ada kantor" in answer.stderr
    assert not (elsewhere.home / "postgres").exists()
