"""Who the database server runs as: never root.

PostgreSQL refuses to run as root, rightly. Started by root, the server gets a
system user of its own, which owns its data and can reach nothing else of ours.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from naungan.lib.errors import RoomRefused


USER: Final = "naungan-db"


@dataclass(frozen=True)
class Runner:
    """The user that runs the server: None for the one who is here."""

    uid: int | None = None
    gid: int | None = None

    @property
    def options(self) -> dict[str, Any]:
        """Give what `subprocess` needs to run a program as this user."""
        if self.uid is None:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Hand a file or folder that we made to this user."""
        if self.uid is not None and self.gid is not None:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)

    def require_reach(self, folder: Path) -> None:
        """Refuse a folder that this user cannot enter; we never open others' doors.

        Parents that are not there yet are made by us, passable.
        """
        if self.uid is None:
            return
        for parent in reversed(folder.parents):
            if not parent.exists():
                return
            found = parent.stat()
            enters = found.st_mode & 0o001 or (
                found.st_uid == self.uid and found.st_mode & 0o100
            )
            if not enters:
                raise RoomRefused(
                    f"Pengguna {USER} tidak dapat masuk ke {parent}, sedangkan "
                    f"basis data dijalankan olehnya; pilih NAUNGAN_HOME di luar "
                    "folder pribadi, mis. /var/lib/naungan."
                )


def runner() -> Runner:
    """Give the user to run the server as, making the system user when needed."""
    if os.geteuid() != 0:
        return Runner()
    try:
        found = pwd.getpwnam(USER)
    except KeyError:
        _make_user()
        found = pwd.getpwnam(USER)
    return Runner(found.pw_uid, found.pw_gid)


def _make_user() -> None:
    program = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if program is None:
        raise RoomRefused(
            f"Dijalankan sebagai root, tetapi pengguna {USER} tidak ada dan useradd "
            f"tidak ditemukan; buat pengguna sistem {USER}, atau jalankan sebagai "
            "pengguna biasa."
        )
    command = [program, "--system", "--user-group", "--no-create-home"]
    subprocess.run(
        [*command, "--shell", "/usr/sbin/nologin", USER],
        check=True,
        capture_output=True,
    )
