"""Copies of the office's database: made whole, checked, and put back.

A copy is one file in PostgreSQL's own archive form, which any later version can
read. It holds no passwords and no roles: an office elsewhere puts it back with
its own. Putting back replaces everything, so the present state is copied first.
"""

import hashlib
import os
import subprocess
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict

from naungan.lib.errors import InputRefused, RoomRefused, reason_of
from naungan.office import roles, schema, server_files
from naungan.office.home import Home
from naungan.office.postgres import Cluster


ENDING: Final = ".naungan-db"
CHUNK: Final = 1 << 20
COPIED: Final = ("--format=custom", "--compress=gzip:6")
PUT_BACK: Final = ("--exit-on-error", "--single-transaction", "--no-owner")
TOLD: Final = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
}
COUNTED: Final = "SELECT count(*) FROM audit_act"


@dataclass(frozen=True)
class Copy:
    """A copy that was read to its end: where it is, how large, and its hash."""

    file: Path
    size: int
    sha256: str


def back_up(cluster: Cluster, at: datetime, to: Path | None = None) -> Copy:
    """Copy the database to a file; an unfinished copy never has the file's name."""
    target = to or _free(cluster.home.backups, f"{at:%Y%m%d-%H%M%S}")
    if target.exists():
        raise InputRefused(f"{target} sudah ada; sebut nama lain.")
    growing = target.with_name(f"{target.name}.growing")
    try:
        growing.touch(0o600)
        url = roles.url(cluster, roles.OWNER)
        _run("pg_dump", *COPIED, f"--file={growing}", url=url)
        with growing.open("rb") as file:
            os.fsync(file.fileno())
        made = check(growing)
        growing.rename(target)
    except OSError as error:
        raise RoomRefused(
            f"Salinan {target} tidak dapat ditulis ({reason_of(error)})."
        ) from error
    finally:
        growing.unlink(missing_ok=True)
    return Copy(target, made.size, made.sha256)


def restore(cluster: Cluster, copy: Path, at: datetime) -> Copy:
    """Put a copy back in place of what is there; give the copy made just before."""
    check(copy)
    before = back_up(cluster, at)
    try:
        _put_back(cluster, copy)
        _require_office(cluster, copy)
    except RoomRefused:
        _put_back(cluster, before.file)
        raise
    return before


def check(copy: Path) -> Copy:
    """Read a copy to its end, every row unpacked; refuse one that is missing or cut."""
    if not copy.is_file():
        raise InputRefused(
            f"Salinan {copy} tidak ada; `naungan restore` menyebut yang ada."
        )
    with copy.open("rb") as file:
        _run("pg_restore", "--file=-", input_file=file)
    digest = hashlib.sha256()
    with copy.open("rb") as file:
        while chunk := file.read(CHUNK):
            digest.update(chunk)
    return Copy(copy, copy.stat().st_size, digest.hexdigest())


def copies(home: Home) -> list[Path]:
    """List the copies that are there, newest first."""
    return sorted(home.backups.glob(f"*{ENDING}"), reverse=True)


def _put_back(cluster: Cluster, copy: Path) -> None:
    """Put a copy into an empty database as its owner, who is no superuser."""
    roles.recreate(cluster)
    url = roles.url(cluster, roles.OWNER)
    with copy.open("rb") as file:
        _run("pg_restore", *PUT_BACK, url=url, input_file=file)


def _require_office(cluster: Cluster, copy: Path) -> None:
    """Refuse what was put back when it is no office, or a later one than ours."""
    url = roles.url(cluster, roles.OWNER)
    schema.require_known(url)
    try:
        with psycopg.connect(url) as con:
            con.execute(COUNTED)
    except psycopg.errors.UndefinedTable:
        raise RoomRefused(f"{copy} bukan salinan sebuah kantor Naungan.") from None


def _free(folder: Path, stem: str) -> Path:
    """Give a name that no copy of the same second has."""
    numbers = ("", *(f"-{number}" for number in range(2, 100)))
    names = (folder / f"{stem}{number}{ENDING}" for number in numbers)
    return next(name for name in names if not name.exists())


def _run(
    program: str,
    *options: str,
    url: str | None = None,
    input_file: IO[bytes] | None = None,
) -> None:
    """Run a program of the server as us: it reads and writes files of ours.

    Where to connect is told in the environment: a command line is seen by all.
    """
    place = conninfo_to_dict(url) if url else {}
    if place:
        options = (*options, f"--dbname={place['dbname']}")
    done = subprocess.run(
        [str(server_files.own_programs() / program), *options],
        stdin=input_file or subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={"LC_ALL": "C"}
        | {name: str(place[key]) for key, name in TOLD.items() if key in place},
        check=False,
    )
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        told = [one for one in words if "error" in one.lower()] or words
        raise RoomRefused(f"{program} gagal: {(told or [str(done.returncode)])[0]}")
