"""What the processes of an office are told, each through its environment."""

import os
from dataclasses import dataclass
from typing import Final

from naungan.lib.errors import InputRefused
from naungan.office import roles
from naungan.office.home import Home
from naungan.office.postgres import Cluster, cluster as embedded


OWNER_URL: Final = "DATABASE_OWNER_URL"
APPLICATION_URL: Final = "DATABASE_URL"


@dataclass(frozen=True)
class OfficeSettings:
    """How one office runs: where, for whom, on which database."""

    home: Home
    mode: str
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1")
    https: bool = False

    @property
    def cluster(self) -> Cluster | None:
        """Give the embedded server, or None where another was named."""
        return None if os.environ.get(APPLICATION_URL) else embedded(self.home)

    def environment(self, *, owner: bool = False) -> dict[str, str]:
        """Give the variables of a process; only the owner's processes may migrate."""
        return {
            "DJANGO_SETTINGS_MODULE": "naungan.config.settings",
            "NAUNGAN_HOME": str(self.home.path),
            "NAUNGAN_MODE": self.mode,
            "NAUNGAN_HOSTS": ",".join(self.hosts),
            "NAUNGAN_HTTPS": "1" if self.https else "0",
            "NAUNGAN_SECRET_KEY": self.home.secret("application"),
            APPLICATION_URL: self.database_url(owner=owner),
            OWNER_URL: "",
        }

    def database_url(self, *, owner: bool = False) -> str:
        """Give the address of the database for the application or for the owner."""
        named = os.environ.get(APPLICATION_URL)
        if not named:
            role = roles.OWNER if owner else roles.APPLICATION
            return roles.url(embedded(self.home), role)
        if not owner:
            return named
        owned = os.environ.get(OWNER_URL)
        if not owned:
            raise InputRefused(
                f"{APPLICATION_URL} diisi tanpa {OWNER_URL}; sebut juga peran pemilik "
                "tabel, karena aplikasi tidak boleh memiliki tabelnya sendiri."
            )
        return owned
