"""An office with its tables laid and nobody in it, made once and copied where needed.

Laying the tables takes longer than most tests. A folder made once on this machine is
copied instead, as long as nothing that lays tables has changed since.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from naungan.casework.accounts import row_security
from naungan.office import postgres, roles, schema, server_files
from naungan.office.home import Home
from naungan.office.settings import OfficeSettings


PLACE = Path(tempfile.gettempdir()) / f"naungan-laid-{os.geteuid()}"
KEPT = 24 * 60 * 60  # seconds for which a folder that nobody copies is kept
LAY = Path(postgres.__file__).parent  # whatever makes servers, roles and tables
HASTE = "\nfsync = off\n"  # nothing in a test must survive a power cut


def copy_to(home: Path, *, in_haste: bool = True) -> None:
    """Give a home the laid tables; `in_haste` its server never waits for the disk.

    Passwords that the home has already are its own: `roles.ensure` sets them.
    """
    home.mkdir(exist_ok=True)
    home.chmod(0o711)  # the server's own user passes through
    (home / "secrets").mkdir(mode=0o700, exist_ok=True)
    (home / "postgres").mkdir(mode=0o711)
    with _alone():
        laid = _laid()
        for one in (laid / "secrets").glob("postgres-*"):
            if not (home / "secrets" / one.name).exists():
                shutil.copy2(one, home / "secrets")
        for one in (laid / "postgres").glob("server-*"):  # programs: shared, not copied
            _copy("-al", one, home / "postgres")
        _copy("-a", laid / "postgres" / "data", home / "postgres")
    if in_haste:
        with (home / "postgres/data/postgresql.conf").open("a") as settings:
            settings.write(HASTE)


def _copy(how: str, one: Path, into: Path) -> None:
    subprocess.run(["cp", how, one, into], check=True)


@contextmanager
def _alone():
    """Let one process at a time look for the folder, make it, and copy it."""
    PLACE.mkdir(mode=0o711, exist_ok=True)
    assert PLACE.stat().st_uid == os.geteuid(), f"{PLACE} belongs to somebody else"
    with (PLACE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _laid() -> Path:
    """Find the folder for the tables as they are now, or make it; forget old ones."""
    found = PLACE / _state()
    for one in PLACE.iterdir():
        if one.is_dir() and time.time() - one.stat().st_mtime > KEPT:
            shutil.rmtree(one, ignore_errors=True)
    if not found.exists():
        growing = Path(tempfile.mkdtemp(dir=PLACE))
        try:
            _lay(growing)
            growing.rename(found)
        finally:
            shutil.rmtree(growing, ignore_errors=True)
    os.utime(found)
    return found


def _lay(folder: Path) -> None:
    folder.chmod(0o711)
    cluster = postgres.cluster(Home(folder))
    settings = {**postgres.SETTINGS}
    postgres.SETTINGS["fsync"] = "off"
    try:
        cluster.start()
        roles.ensure(cluster)
        named = os.environ.pop("DATABASE_URL", None)
        try:
            owner = OfficeSettings(cluster.home, "test").environment(owner=True)
        finally:
            if named is not None:
                os.environ["DATABASE_URL"] = named
        schema.bring_up(owner)
    finally:
        cluster.stop()
        postgres.SETTINGS.clear()
        postgres.SETTINGS.update(settings)


def _state() -> str:
    """Hash whatever decides what the tables are."""
    digest = hashlib.sha256(schema.fingerprint().encode())
    digest.update(server_files.version().encode())
    for file in (Path(row_security.__file__), *sorted(LAY.glob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:24]
