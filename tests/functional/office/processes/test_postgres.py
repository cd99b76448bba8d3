"""An office on our server and on Debian's: the same tables, the same limits."""

import os
import tempfile
from pathlib import Path

import psycopg
import pytest
from tests.functional.office.processes import servers
from tests.functional.office.processes.running import Running

from naungan.lib.errors import InputRefused, RoomRefused
from naungan.office import external, postgres, schema


EVERYONE = "SELECT set_config('naungan.every_institution', 'on', true)"
ACT = """
    INSERT INTO audit_act (at, verb, noun, noun_id, details)
    VALUES (clock_timestamp(), 'uji', 'uji', '1', '{}')
"""
LOOK = """
    INSERT INTO audit_look (at, noun, noun_id, purpose, unmasked, rows)
    VALUES (clock_timestamp(), 'uji', '1', 'uji', false, 1)
"""
LOGS = ["audit_act", "audit_look", "audit_seal"]


@pytest.fixture(scope="module", params=["embedded", "debian"])
def server(request):
    """An office's tables on one of the servers, with one act and one sealed look."""
    if request.param == "debian" and servers.programs_of_debian() is None:
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("Debian's PostgreSQL is not installed; `./naungan test` installs it")
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory(prefix="naungan-") as folder,
    ):
        patch.setitem(postgres.SETTINGS, "fsync", "off")
        Path(folder).chmod(0o711)
        with getattr(servers, request.param)(Path(folder)) as running:
            lay(running, folder)
            yield running


def lay(running, folder):
    external.prepare(running.application, running.owner)
    environment = {
        "DJANGO_SETTINGS_MODULE": "naungan.config.settings",
        "NAUNGAN_HOME": folder,
        "NAUNGAN_SECRET_KEY": "uji",
        "NAUNGAN_MODE": "test",
        "DATABASE_URL": running.owner,
    }
    assert schema.bring_up(environment)
    assert not schema.bring_up(environment)
    external.require_held(running.application)
    with psycopg.connect(running.application) as con:
        con.execute(ACT)
        con.execute(LOOK)
        con.execute("SELECT audit_seal_looks()")


def asked(url, *statements):
    with psycopg.connect(url) as con:
        for statement in statements:
            answer = con.execute(statement)
        return answer.fetchone()[0]


def test_the_log_is_empty_to_whoever_said_no_scope(server):
    count = "SELECT count(*) FROM audit_act"
    assert asked(server.application, count) == 0
    assert asked(server.application, EVERYONE, count) == 1
    assert asked(server.owner, count) == 1


@pytest.mark.parametrize("log", LOGS)
@pytest.mark.parametrize(
    "act", ["DELETE FROM {}", "UPDATE {} SET at = at", "TRUNCATE {}"]
)
@pytest.mark.parametrize("role", ["application", "owner"])
def test_no_role_changes_a_log(server, log, act, role):
    with psycopg.connect(getattr(server, role)) as con:
        if role == "application":
            con.execute(EVERYONE)
        try:
            touched = con.execute(act.format(log)).rowcount
        except psycopg.errors.InsufficientPrivilege:
            return
    assert role == "application"
    assert touched == 0  # row-level security shows nothing to change


@pytest.mark.parametrize(
    "wish",
    [
        "ALTER TABLE audit_act DISABLE TRIGGER ALL",
        "ALTER TABLE accounts_user DISABLE ROW LEVEL SECURITY",
        "CREATE TABLE mine (id int)",
        "SET ROLE {owner}",
        "SELECT audit_seal_text(1, 1)",
    ],
)
def test_the_application_cannot_loosen_what_holds_it(server, wish):
    with psycopg.connect(server.owner) as con:
        owner = con.info.user
    with (
        psycopg.connect(server.application) as con,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        con.execute(wish.format(owner=owner))


def test_looks_are_sealed_by_the_application_without_reading_them(server):
    with psycopg.connect(server.application) as con:
        con.execute(LOOK)
        assert con.execute("SELECT audit_seal_looks()").fetchone()[0] >= 1


def test_tables_of_a_later_naungan_are_refused(server):
    with psycopg.connect(server.owner) as con:
        con.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('audit', '9999_besok', now())"
        )
    try:
        with pytest.raises(RoomRefused, match="9999_besok"):
            schema.require_known(server.owner)
    finally:
        with psycopg.connect(server.owner) as con:
            con.execute("DELETE FROM django_migrations WHERE name = '9999_besok'")


@pytest.fixture
def altered(server):
    """Change the application's role for a moment, as a careless administrator."""
    undo = []

    def alter(change, back):
        with psycopg.connect(server.application) as con:
            names = {"application": con.info.user}
        with psycopg.connect(server.owner) as con:
            names["owner"] = con.info.user
        with psycopg.connect(server.administrator) as con:
            con.execute(change.format(**names))
        undo.append(back.format(**names))
        return server

    yield alter
    with psycopg.connect(server.administrator) as con:
        for statement in undo:
            con.execute(statement)


@pytest.mark.parametrize(
    ("change", "back", "why"),
    [
        (
            "ALTER ROLE {application} SUPERUSER",
            "ALTER ROLE {application} NOSUPERUSER",
            "superuser",
        ),
        (
            "ALTER ROLE {application} BYPASSRLS",
            "ALTER ROLE {application} NOBYPASSRLS",
            "BYPASSRLS",
        ),
        (
            "GRANT {owner} TO {application}",
            "REVOKE {owner} FROM {application}",
            "pemilik tabel",
        ),
        (
            "ALTER TABLE audit_act OWNER TO {application}",
            # The new owner's grants went up in its ownership: give them back.
            """ALTER TABLE audit_act OWNER TO {owner};
            GRANT SELECT, INSERT, UPDATE, DELETE ON audit_act TO {application}""",
            "pemilik tabel audit_act",
        ),
    ],
    ids=["superuser", "bypass", "member", "owner"],
)
def test_a_role_that_policies_do_not_hold_is_refused(altered, change, back, why):
    server = altered(change, back)
    with pytest.raises(InputRefused, match=why):
        external.require_held(server.application)


def test_one_role_for_both_is_refused(server):
    with pytest.raises(InputRefused, match=r"peran yang sama|pemilik tabel"):
        external.prepare(server.owner, server.owner)


def test_a_server_that_does_not_answer_is_named(server):
    gone = server.application.replace(":5432/", ":5999/")
    with pytest.raises(InputRefused, match="DATABASE_URL tidak menjawab"):
        external.require_held(gone)


@pytest.mark.enable_socket
def test_an_office_opens_on_a_named_server(server):
    with tempfile.TemporaryDirectory(prefix="naungan-") as folder:
        office = Running(
            folder,
            DATABASE_URL=server.application,
            DATABASE_OWNER_URL=server.owner,
        )
        try:
            office.start()
            assert office.stop() == 0
        finally:
            office.end()
        assert not (Path(folder) / "postgres").exists()
        lonely = Running(folder, DATABASE_URL=server.application).naungan("up")
        assert lonely.returncode == InputRefused.exit_code
        assert "DATABASE_OWNER_URL" in lonely.stderr
