"""Two PostgreSQL servers that must serve an office alike: ours and Debian's."""

import os
import secrets
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg

from naungan.office import postgres, roles
from naungan.office.home import Home


OF_DEBIAN = Path("/usr/lib/postgresql")
SYSTEM_USER = "postgres"
ADMINISTRATOR = "uji_pengelola"
APPLICATION = "uji_aplikasi"
OWNER = "uji_pemilik"
HASTE = ["-c", "fsync=off", "-c", "listen_addresses="]


@dataclass(frozen=True)
class Server:
    """Where a database is: as the application, as the owner, as its administrator."""

    application: str
    owner: str
    administrator: str


@contextmanager
def embedded(folder):
    """Run the embedded server in a folder."""
    cluster = postgres.cluster(Home(folder))
    cluster.start()
    try:
        roles.ensure(cluster)
        yield Server(
            roles.url(cluster, roles.APPLICATION),
            roles.url(cluster, roles.OWNER),
            roles.url(cluster, postgres.SUPERUSER),
        )
    finally:
        cluster.stop()


def programs_of_debian():
    """Find the newest server that Debian installed, or None."""
    found = [one for one in OF_DEBIAN.glob("*/bin") if (one / "initdb").exists()]
    return max(found, key=lambda one: int(one.parent.name), default=None)


@contextmanager
def debian(folder):
    """Run a private cluster of Debian's server in a folder; the system's is left alone."""
    programs = programs_of_debian()
    runs_as = {}
    if os.geteuid() == 0:
        shutil.chown(folder, SYSTEM_USER)
        runs_as = {"user": SYSTEM_USER, "group": SYSTEM_USER, "extra_groups": []}
    else:
        os.environ.setdefault("PGUSER", ADMINISTRATOR)

    def run(program, *options):
        subprocess.run(
            [programs / program, *options],
            check=True,
            capture_output=True,
            cwd=folder,
            **runs_as,
        )

    data = folder / "data"
    run("initdb", "-D", data, "-U", ADMINISTRATOR, "--auth=trust", "-E", "UTF8", "-N")
    options = " ".join([*HASTE, "-k", str(folder)])
    run("pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
    try:
        yield _prepared(folder)
    finally:
        run("pg_ctl", "-D", data, "-w", "-m", "fast", "stop")


def _prepared(folder):
    """Do what the how-to asks of an administrator: two roles, one database."""

    def url(role, database="kantor"):
        return f"postgresql://{role}:{password}@{quote(str(folder), safe='')}:5432/{database}"

    password = secrets.token_hex(8)
    with psycopg.connect(url(ADMINISTRATOR, "postgres"), autocommit=True) as con:
        for role in (OWNER, APPLICATION):
            con.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")
        con.execute(f"CREATE DATABASE kantor OWNER {OWNER}")
    with psycopg.connect(url(ADMINISTRATOR), autocommit=True) as con:
        con.execute(f"ALTER SCHEMA public OWNER TO {OWNER}")
    return Server(url(APPLICATION), url(OWNER), url(ADMINISTRATOR))
