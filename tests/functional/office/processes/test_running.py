"""The office on real processes: each of them is killed, and nothing is lost."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import uuid
from http import HTTPStatus
from pathlib import Path

import psycopg
import pytest
from tests import laid_office
from tests.functional.office.processes.running import Running, until

from naungan.office import roles
from naungan.office.home import Home
from naungan.office.settings import OfficeSettings


pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
REFUSED = 5  # naungan.lib.errors.RoomRefused
TASK = "naungan.casework.intake.tasks.build_demonstration"
PUBLISHED = """
    INSERT INTO intake_publication (region_code, month, run, folder, published_at,
        invented, sample, remark, law_version)
    SELECT '18.10', month, month, 'uji/' || month, now(), true, true, '', 'uji'
    FROM unnest(%s::int[]) month
"""
BEGUN = """
    INSERT INTO django_tasks_database_dbtaskresult (id, status, enqueued_at, started_at,
        args_kwargs, priority, task_path, worker_ids, queue_name, backend_name,
        run_after, exception_class_path, traceback)
    VALUES (%s, 'RUNNING', now(), now(), '{"args": ["18.10"], "kwargs": {}}', 0, %s,
        %s::jsonb, 'default', 'default', '9999-01-01', '', '')
"""
LOOKED = """
    INSERT INTO audit_look (at, noun, noun_id, purpose, unmasked, rows)
    VALUES (clock_timestamp(), 'persons', '1', 'uji', false, 1)
"""


@pytest.fixture(scope="module")
def office():
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        Path(folder).chmod(0o711)
        laid_office.copy_to(Path(folder), in_haste=False)
        running = Running(folder)
        running.start()
        try:
            yield running
        finally:
            running.end()


@pytest.fixture
def opened(office):
    """The office as every test finds it: answering, started when it is not."""
    if office.supervisor.poll() is not None:
        office.start()
    assert until(office.answers)
    return office


def connected(office, role=roles.OWNER):
    # Whatever server the other tests use, this office has its own.
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        cluster = OfficeSettings(Home(Path(office.home)), "office").cluster
    return psycopg.connect(roles.url(cluster, role))


def kill(office, word):
    """End every process of the office that runs something, and see another."""
    before = until(lambda: office.find(word))
    assert before, office.said.read_text()
    for pid in before:
        os.kill(pid, signal.SIGKILL)
    assert until(lambda: office.find(word) and not set(before) & set(office.find(word)))
    assert until(office.answers), office.said.read_text()


def test_a_new_office_says_where_to_begin(opened):
    found = re.search(r"/mulai/\S+", opened.said.read_text())
    assert opened.get(found.group()) == HTTPStatus.OK
    assert opened.get("/mulai/salah") == HTTPStatus.NOT_FOUND


def test_only_whom_it_knows_by_name_is_answered(opened):
    assert opened.get(Host="jahat.example") == HTTPStatus.BAD_REQUEST


def test_a_second_office_in_the_same_home_is_refused(opened):
    second = opened.naungan("up", "--port", "1")
    assert second.returncode == REFUSED
    assert "sedang berjalan" in second.stderr


def test_a_taken_port_is_refused(opened):
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        Path(folder).chmod(0o711)
        other = Running(folder).naungan("up", "--port", str(opened.port))
        assert other.returncode == REFUSED
        assert "--port" in other.stderr
        assert not (Path(folder) / "postgres").exists()


@pytest.mark.parametrize("word", ["granian", "postgres -D", "naungan.config.jobs"])
def test_what_is_killed_comes_back_once(opened, word):
    many = len(until(lambda: opened.find(word)))
    kill(opened, word)
    assert until(lambda: len(opened.find(word)) == many)


def test_a_killed_worker_of_the_web_is_replaced(opened):
    main, *workers = opened.find("granian")
    for pid in workers:
        os.kill(pid, signal.SIGKILL)
    assert until(lambda: set(opened.find("granian")) - {main, *workers})
    assert until(opened.answers)
    assert main in opened.find("granian")


def test_work_that_died_with_its_worker_is_found_and_run_again(opened):
    number = uuid.uuid4()
    with connected(opened) as con:
        months = [2024 * 12 + month - 1 for month in (6, 9, 12)]
        con.execute(PUBLISHED, [months])
        con.execute(BEGUN, [number, TASK, '["mati"]'])
    kill(opened, "naungan.config.jobs")

    def done():
        with connected(opened) as con:
            return con.execute(
                "SELECT return_value, jsonb_array_length(worker_ids) "
                "FROM django_tasks_database_dbtaskresult WHERE id = %s AND status = 'SUCCESSFUL'",
                [number],
            ).fetchone()

    assert until(done) == (0, 2)


def test_a_copy_is_made_while_the_office_is_open(opened):
    made = opened.naungan("backup", "--json")
    assert made.returncode == 0, made.stderr
    assert Path(json.loads(made.stdout)["file"]).stat().st_mode & 0o077 == 0
    assert opened.answers()
    assert (
        opened.naungan(
            "restore", "--wet-run", json.loads(made.stdout)["file"]
        ).returncode
        == REFUSED
    )


def test_when_the_supervisor_is_killed_nothing_is_left_and_it_starts_again(opened):
    opened.supervisor.kill()
    opened.supervisor.wait()
    assert until(lambda: not opened.processes()), opened.processes()
    opened.start()
    assert opened.answers()


def test_an_orderly_stop_seals_the_looks_and_leaves_nothing(opened):
    with connected(opened, roles.APPLICATION) as con:
        con.execute(LOOKED)
    assert opened.memory() < 500_000_000
    assert opened.stop(signal.SIGINT) == 0
    assert "Kantor ditutup." in opened.said.read_text()
    assert not opened.processes()
    proof = json.loads(opened.naungan("verify-log", "--json").stdout)
    assert (proof["looks"], proof["unsealed"], proof["broken"]) == (1, 0, [])
    assert not opened.processes()


def test_production_settings_pass_the_frameworks_own_check(opened):
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        settings = OfficeSettings(
            Home(Path(opened.home)), "office", ("naungan.example.go.id",), https=True
        )
        told = settings.environment()
    done = subprocess.run(
        [
            sys.executable,
            "-P",
            "-m",
            "django",
            "check",
            "--deploy",
            "--fail-level",
            "WARNING",
        ],
        env={**opened.environment, **told},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout
