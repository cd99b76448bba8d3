"""The tables of the office: laid and brought up to date by the owner's role.

The state is known by a fingerprint of all migrations, so that a start with
nothing to do costs nothing.
"""

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import psycopg

from naungan.lib.errors import RoomRefused


STAMP: Final = "schema-stamp"
LIBRARIES: Final = ("allauth", "axes", "django", "django_tasks_db")


def bring_up(environment: dict[str, str], stamp: Path) -> bool:
    """Migrate when anything changed since the last time; tell whether it did."""
    now = fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    for command in (("migrate", "--noinput"), ("createcachetable",)):
        run_django(environment, *command)
    stamp.write_text(now, encoding="ascii")
    return True


def run_django(environment: dict[str, str], *arguments: str) -> str:
    """Run a command of the web framework; a failure is refused with its words."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "django", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["tanpa keterangan"])[-1]
        raise RoomRefused(f"Langkah {arguments[0]} gagal: {last}")
    return done.stdout


def fingerprint() -> str:
    """Hash every migration of ours and of the libraries that have tables."""
    digest = hashlib.sha256()
    for package in ("naungan", *LIBRARIES):
        found = find_spec(package)
        assert found is not None
        assert found.origin is not None
        root = Path(found.origin).parent
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
