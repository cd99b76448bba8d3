"""The tables of the office: laid and brought up to date by the owner's role.

A fingerprint of all migrations is kept in the database itself, so that a start
with nothing to do costs nothing, and a copy put back tells its own state.
"""

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql

from naungan.lib.errors import RoomRefused


LIBRARIES: Final = ("allauth", "axes", "django", "django_tasks_db")
OURS: Final = "naungan.casework"
STEPS: Final = "migrate --noinput", "createcachetable"
# Several steps in one process: setting the framework up takes longer than most.
SEVERAL: Final = """
import sys, django
from django.core.management import call_command
django.setup()
for step in sys.argv[1:]:
    call_command(*step.split(), verbosity=0)
"""
LAID: Final = "SELECT to_regclass('django_migrations') IS NOT NULL"
NOTED: Final = "SELECT obj_description('django_migrations'::regclass, 'pg_class')"
APPLIED: Final = "SELECT app || '/' || name FROM django_migrations ORDER BY id"


def bring_up(environment: dict[str, str]) -> bool:
    """Migrate when anything changed since the last time; tell whether it did."""
    url = environment["DATABASE_URL"]
    now = fingerprint()
    if state(url) == now:
        return False
    require_known(url)
    run_django(environment, *STEPS)
    with psycopg.connect(url) as con:
        con.execute(
            sql.SQL("COMMENT ON TABLE django_migrations IS {}").format(sql.Literal(now))
        )
    return True


def state(url: str) -> str | None:
    """Give the fingerprint of the tables that are there; None before the first."""
    with psycopg.connect(url) as con:
        laid = con.execute(LAID).fetchone()
        if not (laid and laid[0]):
            return None
        noted = con.execute(NOTED).fetchone()
    return (noted and noted[0]) or ""


def require_known(url: str) -> None:
    """Refuse tables that a later Naungan laid: going back would lose what they hold."""
    known = _own_migrations()
    apps = {name.partition("/")[0] for name in known}
    with psycopg.connect(url) as con:
        laid = con.execute(LAID).fetchone()
        applied = con.execute(APPLIED).fetchall() if laid and laid[0] else []
    later = [
        name
        for (name,) in applied
        if name.partition("/")[0] in apps and name not in known
    ]
    if later:
        raise RoomRefused(
            f"Basis data ini memuat langkah {later[-1]} dari Naungan yang lebih baru; "
            "pasang versi itu, atau pulihkan salinan yang lebih lama dengan restore."
        )


def run_django(environment: dict[str, str], *steps: str) -> str:
    """Run commands of the web framework; a failure is refused with its words."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", SEVERAL, *steps],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        start_new_session=True,  # a Ctrl+C lets the step end; then we stop
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["tanpa keterangan"])[-1]
        raise RoomRefused(f"Langkah {steps[0]} gagal: {last}")
    return done.stdout


def fingerprint() -> str:
    """Hash every migration of ours and of the libraries that have tables."""
    digest = hashlib.sha256()
    for package in ("naungan", *LIBRARIES):
        root = _root(package)
        for file in sorted(root.rglob("migrations/*")):
            if file.suffix in (".py", ".sql"):
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


def has_people(url: str) -> bool:
    """Tell whether anybody can sign in already."""
    with psycopg.connect(url) as con:
        found = con.execute("SELECT EXISTS (SELECT 1 FROM accounts_user)").fetchone()
    return bool(found and found[0])


def _own_migrations() -> set[str]:
    """Name our migrations as the database names them: app and step."""
    files = _root(OURS).glob("*/migrations/0*.py")
    return {f"{file.parent.parent.name}/{file.stem}" for file in files}


def _root(package: str) -> Path:
    found = find_spec(package)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent
