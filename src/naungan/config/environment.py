"""What the environment says, read strictly: a wrong word is refused, not guessed."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from naungan.lib.errors import InputRefused


Mode = Literal["demo", "office", "test"]
MODES: Final[tuple[Mode, ...]] = get_args(Mode)


@dataclass(frozen=True)
class Environment:
    """The switches of one office, each from one variable."""

    mode: Mode
    database_url: str
    secret_key: str
    hosts: tuple[str, ...]
    https: bool
    port: int
    mail_url: str
    home: str


def read(environ: Mapping[str, str] | None = None) -> Environment:
    """Read every variable; a missing or unknown one is named with its remedy."""
    found = os.environ if environ is None else environ
    return Environment(
        mode=_mode(found),
        database_url=_need(found, "DATABASE_URL"),
        secret_key=_need(found, "NAUNGAN_SECRET_KEY"),
        hosts=tuple(found.get("NAUNGAN_HOSTS", "localhost,127.0.0.1").split(",")),
        https=_switch(found, "NAUNGAN_HTTPS"),
        port=_port(found),
        mail_url=found.get("NAUNGAN_MAIL_URL", ""),
        home=_need(found, "NAUNGAN_HOME"),
    )


def _mode(found: Mapping[str, str]) -> Mode:
    named = found.get("NAUNGAN_MODE", "office")
    for mode in MODES:
        if mode == named:
            return mode
    raise InputRefused(
        f"NAUNGAN_MODE={named} tidak dikenal; pilih: {', '.join(MODES)}."
    )


def _need(found: Mapping[str, str], name: str) -> str:
    value = found.get(name, "")
    if not value:
        raise InputRefused(
            f"{name} belum diisi; jalankan lewat ./naungan up atau ./naungan demo, "
            "yang mengisinya sendiri."
        )
    return value


def _port(found: Mapping[str, str]) -> int:
    value = found.get("NAUNGAN_PORT", "8000")
    if not value.isdecimal():
        raise InputRefused(f"NAUNGAN_PORT={value} bukan angka.")
    return int(value)


def _switch(found: Mapping[str, str], name: str) -> bool:
    value = found.get(name, "0")
    if value not in ("0", "1"):
        raise InputRefused(f"{name}={value} tidak dikenal; isi 0 atau 1.")
    return value == "1"
