"""Worker, web server and database are killed in the middle: nothing lost, nothing double."""

import contextlib
import http.client
import os
import re
import signal
import sys
import tempfile
import urllib.parse
from http.cookies import SimpleCookie
from pathlib import Path

import duckdb
import psycopg
import pytest
from tests import laid_office
from tests.functional.office.processes import desk
from tests.functional.office.processes.running import Running, until


pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
MANY = 20_000
RUNS = "SELECT id, state, attempt, fault, publication_id FROM intake_run ORDER BY id"
STEP = "SELECT fraction FROM intake_run WHERE state = 'running' AND fraction > 0"
PUBLISHED = """SELECT (SELECT count(*) FROM intake_publication),
    (SELECT count(*) FROM audit_act WHERE verb = 'publish')"""
HELD_OPEN = """SELECT count(*) FROM pg_stat_activity
    WHERE state LIKE 'idle in transaction%'"""
UPLOAD = "/data-masuk/unggah"
WEB, JOBS, DATABASE = "granian", "naungan.config.jobs", "postgres -D"


@pytest.fixture(scope="module")
def office():
    """An office with a desk from which files are sent."""
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        Path(folder).chmod(0o711)
        # What these files do to the figures is sharp; here nobody is there to look.
        (Path(folder) / "bounds.toml").write_text("[people]\nmost = 1000000\n")
        laid_office.copy_to(Path(folder), in_haste=False)
        running = Running(folder)
        running.start()
        try:
            desk.at_desk(running, "open")
            yield running
        finally:
            running.end()


def ask(office, query):
    """Ask the database as its owner; nothing while it is away."""
    with (
        contextlib.suppress(psycopg.Error),
        psycopg.connect(desk.owner_url(office), connect_timeout=5) as con,
    ):
        return con.execute(query).fetchall()
    return []


def send(office, tmp_path, label, serial, verb="send"):
    file = tmp_path / f"{label}.csv"
    file.write_text(desk.people(MANY, serial), encoding="utf-8")
    return desk.at_desk(office, verb, str(file), label)


def in_the_middle(office):
    """Wait until a run has done some of its steps."""
    assert until(lambda: ask(office, STEP)), ask(office, RUNS)


def over(office):
    """Wait until nothing waits or runs; give the last run."""

    def last():
        runs = ask(office, RUNS)
        busy = any(state in ("queued", "running") for _, state, *_ in runs)
        return runs[-1] if runs and not busy else None

    return until(last)


def published(office):
    """Give how many publications there are, once every one is proven single."""
    [(publications, acts)] = ask(office, PUBLISHED)
    assert publications == acts
    folders = list((Path(office.home) / "snapshots" / desk.CODE).glob("runs/*"))
    assert len(folders) == publications
    return publications


def rows(office):
    """Count the rows of people that the newest snapshot stands on, whatever came before."""
    folder = Path(office.home) / "snapshots" / desk.CODE / "current"
    if not folder.exists():
        return 0
    [(count,)] = duckdb.sql(
        f"SELECT count(*) FROM '{folder}/person_rows.parquet'"
    ).fetchall()
    return count


def kill(office, word):
    before = until(lambda: office.find(word))
    for pid in before:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    assert until(lambda: set(office.find(word)) - set(before))


def test_a_run_outlives_its_worker_and_is_published_once(office, tmp_path):
    before, known = published(office), rows(office)
    send(office, tmp_path, "pekerja", 0)
    in_the_middle(office)
    kill(office, JOBS)
    _, state, attempt, fault, publication = over(office)
    assert (state, attempt, fault) == ("published", 2, "")
    assert publication
    assert published(office) == before + 1
    assert rows(office) == known + MANY


def test_a_run_outlives_its_database_and_is_published_once(office, tmp_path):
    before, known = published(office), rows(office)
    send(office, tmp_path, "basis", 100)
    in_the_middle(office)
    kill(office, DATABASE)
    assert until(office.answers)
    assert over(office)[1] == "published"
    assert published(office) == before + 1
    assert rows(office) == known + MANY


def test_a_run_outlives_the_office_being_closed(office, tmp_path):
    before, known = published(office), rows(office)
    number = send(office, tmp_path, "tutup", 200)
    in_the_middle(office)
    office.stop()
    office.start()
    assert over(office)[1] == "published"
    assert published(office) == before + 1
    desk.at_desk(office, "withdraw", str(number))
    assert over(office)[1] == "published"
    assert rows(office) == known


def test_a_cancelled_run_publishes_nothing_and_the_next_one_does(office, tmp_path):
    before, known = published(office), rows(office)
    number, state = send(office, tmp_path, "batal", 300, "send_and_cancel")
    assert state == "running"
    assert over(office)[:2] == (number, "cancelled")
    assert published(office) == before
    desk.at_desk(office, "start")
    assert over(office)[1] == "published"
    assert published(office) == before + 1
    assert rows(office) == known + MANY


class Browser:
    """Just enough of a browser to sign in and to send half a file."""

    def __init__(self, port):
        """Name the office."""
        self.port, self.jar = port, {}

    def ask(self, method, path, body=b"", **headers):
        """Ask for a page; give its status and its text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(connection):
            connection.request(method, path, body, self.headers(**headers))
            answer = connection.getresponse()
            for value in answer.headers.get_all("Set-Cookie", []):
                for name, one in SimpleCookie(value).items():
                    self.jar[name] = one.value
            return answer.status, answer.read().decode()

    def headers(self, **more):
        """Give the headers with which everything is asked."""
        cookies = "; ".join(f"{name}={value}" for name, value in self.jar.items())
        return {
            "Cookie": cookies,
            "X-CSRFToken": self.jar.get("csrftoken", ""),
            "Content-Type": "application/x-www-form-urlencoded",
            **more,
        }

    def sign_in(self):
        """Come in as whoever sits at the desk."""
        self.ask("GET", "/akun/login/")
        body = urllib.parse.urlencode(
            {"login": desk.ADDRESS, "password": desk.PASSWORD}
        )
        status, text = self.ask("POST", "/akun/login/", body.encode())
        assert status == http.HTTPStatus.FOUND, text

    def begin_upload(self, path, content, sent):
        """Begin to send a file and stop in the middle; give the open connection."""
        boundary = "batas"
        head = (
            f"--{boundary}\r\nContent-Disposition: form-data; "
            f'name="documents"; filename="setengah.csv"\r\nContent-Type: text/csv\r\n\r\n'
        ).encode()
        tail = f"\r\n--{boundary}--\r\n".encode()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest("POST", path)
        told = self.headers(
            **{
                "Content-Type": f"multipart/form-data; boundary={boundary}",
                "Content-Length": str(len(head) + len(content) + len(tail)),
            }
        )
        for name, value in told.items():
            connection.putheader(name, value)
        connection.endheaders()
        connection.send(head + content[:sent])
        return connection


def test_half_an_upload_leaves_no_entry_when_the_web_server_is_killed(office):
    entries = ask(office, "SELECT count(*) FROM intake_batch")
    browser = Browser(office.port)
    browser.sign_in()
    assert browser.ask("GET", UPLOAD)[0] == http.HTTPStatus.OK
    content = desk.people(3 * MANY, 400).encode()  # it is read by the megabyte
    arriving = Path(office.home) / "uploads" / "arriving"
    with contextlib.closing(browser.begin_upload(UPLOAD, content, len(content) // 2)):
        assert until(lambda: arriving.exists() and any(arriving.iterdir()))
        assert ask(office, HELD_OPEN) == [(0,)]
        kill(office, WEB)
    assert until(office.answers)
    assert ask(office, "SELECT count(*) FROM intake_batch") == entries
    kept = {path.name for path in (Path(office.home) / "uploads").iterdir()}
    known = {name for (name,) in ask(office, "SELECT sha256 FROM intake_batch")}
    assert {name for name in kept if re.fullmatch("[0-9a-f]{64}", name)} <= known
