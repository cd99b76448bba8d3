"""Where an office keeps everything that must not be lost: `NAUNGAN_HOME`.

What we make is ours alone to read; what was there before keeps its permissions. A
secret is made once, kept in a file of its own that only its owner reads.
"""

import os
import secrets
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from naungan.lib.errors import RoomRefused, reason_of


VARIABLE: Final = "NAUNGAN_HOME"
OF_ROOT: Final = Path("/var/lib/naungan")
SECRET_BYTES: Final = 48
PRIVATE: Final = 0o700
PASSABLE: Final = 0o711  # the database's user passes through and sees no names


@dataclass(frozen=True)
class Home:
    """The folder of one office and the places in it."""

    path: Path

    @property
    def postgres(self) -> Path:
        """The embedded database server and its data."""
        return self.path / "postgres"

    @property
    def snapshots(self) -> Path:
        """What runs of the engine wrote."""
        return self.path / "snapshots"

    @property
    def uploads(self) -> Path:
        """Files as they were handed in."""
        return self.path / "uploads"

    @property
    def papers(self) -> Path:
        """Letters as they were sent, and the papers of cases, by institution and hash."""
        return self.path / "papers"

    @property
    def backups(self) -> Path:
        """Copies of the database that `naungan backup` makes."""
        return self.path / "backups"

    @property
    def logs(self) -> Path:
        """What the processes say while they run."""
        return self.path / "logs"

    @property
    def letters(self) -> Path:
        """Letters that could not be sent, for want of a mail server."""
        return self.path / "letters"

    def make(self) -> None:
        """Make the folder and its places, readable by their owner alone."""
        own_folder(self.path, PASSABLE)
        for folder in (
            self.snapshots,
            self.uploads,
            self.papers,
            self.backups,
            self.logs,
            self.letters,
            self._secrets,
        ):
            own_folder(folder)

    def secret(self, name: str) -> str:
        """Give a secret of this office, made when first asked for."""
        file = self._secrets / name
        try:
            return file.read_text(encoding="ascii")
        except FileNotFoundError:
            made = secrets.token_urlsafe(SECRET_BYTES)
        own_folder(self._secrets)
        try:
            return _kept(file, made)
        except OSError as error:
            raise RoomRefused(
                f"Rahasia {file} tidak dapat disimpan ({reason_of(error)})."
            ) from error

    @property
    def _secrets(self) -> Path:
        return self.path / "secrets"


def home() -> Home:
    """Find the office's folder: `NAUNGAN_HOME`, else the usual place of this user."""
    named = os.environ.get(VARIABLE)
    if named is not None and not named.strip():
        raise RoomRefused(f"{VARIABLE} kosong; hapus atau isi dengan nama folder.")
    if named:
        return Home(Path(named).expanduser().absolute())
    if os.geteuid() == 0:
        return Home(OF_ROOT)
    data = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Home(Path(data).expanduser() / "naungan")


def own_folder(folder: Path, mode: int = PRIVATE) -> None:
    """Make a folder of ours; one that is there keeps the permissions it has."""
    try:
        for parent in reversed(folder.parents):
            if not parent.exists():
                parent.mkdir()
                parent.chmod(PASSABLE)
        folder.mkdir()
        folder.chmod(mode)
    except FileExistsError:
        if not folder.is_dir():
            raise RoomRefused(f"{folder} bukan folder; pindahkan.") from None
    except OSError as error:
        raise RoomRefused(
            f"Folder {folder} tidak dapat dibuat ({reason_of(error)}); "
            f"pilih tempat lain dengan {VARIABLE}."
        ) from error


def _kept(file: Path, made: str) -> str:
    """Keep a secret whole or not at all; whoever was first is believed."""
    descriptor, beside = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as kept:
            kept.write(made)
        os.link(beside, file)
    except FileExistsError:
        return file.read_text(encoding="ascii")
    finally:
        Path(beside).unlink()
    return made
