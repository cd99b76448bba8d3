"""Copies of the office's database: made whole, checked, and put back.

A copy is one file in PostgreSQL's own archive form, which any later version can
read. Putting back replaces everything, so the present state is copied first.
"""

import subprocess
from datetime import datetime
from pathlib import Path
from typing import Final

from naungan.lib.errors import InputRefused, RoomRefused
from naungan.office import roles
from naungan.office.home import Home
from naungan.office.postgres import SUPERUSER, Cluster


ENDING: Final = ".naungan-db"


def back_up(cluster: Cluster, at: datetime, to: Path | None = None) -> Path:
    """Copy the database to a file; an unfinished copy never has the file's name."""
    target = to or cluster.home.backups / f"{at:%Y%m%d-%H%M%S}{ENDING}"
    growing = target.with_name(f"{target.name}.growing")
    try:
        with growing.open("wb") as file:
            growing.chmod(0o600)
            _run(
                cluster, "pg_dump", "--format=custom", "--compress=gzip:6", output=file
            )
        _run(cluster, "pg_restore", "--list", input_file=growing, connect=False)
        growing.rename(target)
    finally:
        growing.unlink(missing_ok=True)
    return target


def restore(cluster: Cluster, copy: Path, at: datetime) -> Path:
    """Put a copy back in place of what is there; give the copy made just before."""
    check(cluster, copy)
    before = back_up(cluster, at)
    roles.recreate(cluster)
    try:
        _run(
            cluster,
            "pg_restore",
            "--exit-on-error",
            "--single-transaction",
            input_file=copy,
        )
    except RoomRefused:
        roles.recreate(cluster)
        _run(
            cluster,
            "pg_restore",
            "--exit-on-error",
            "--single-transaction",
            input_file=before,
        )
        raise
    (cluster.home.path / "schema-stamp").unlink(missing_ok=True)
    return before


def check(cluster: Cluster, copy: Path) -> None:
    """Refuse a copy that is missing or that cannot be read to its end."""
    if not copy.is_file():
        raise InputRefused(f"Salinan {copy} tidak ada; lihat {cluster.home.backups}.")
    _run(cluster, "pg_restore", "--list", input_file=copy, connect=False)


def copies(home: Home) -> list[Path]:
    """List the copies that are there, newest first."""
    return sorted(home.backups.glob(f"*{ENDING}"), reverse=True)


def _run(
    cluster: Cluster,
    program: str,
    *options: str,
    input_file: Path | None = None,
    output: object = None,
    connect: bool = True,
) -> None:
    """Run a program of the server as us: it reads and writes files of ours."""
    command = [str(cluster.program(program)), *options]
    if connect:
        command.append(f"--dbname={roles.url(cluster, SUPERUSER)}")
    stdin = input_file.open("rb") if input_file else subprocess.DEVNULL
    try:
        done = subprocess.run(
            command,
            stdin=stdin,
            stdout=output or subprocess.DEVNULL,  # type: ignore[call-overload]
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        if input_file:
            stdin.close()  # type: ignore[union-attr]
    if done.returncode:
        words = done.stderr.decode(errors="replace").strip().splitlines()
        raise RoomRefused(
            f"{program} gagal: {words[-1] if words else done.returncode}."
        )
