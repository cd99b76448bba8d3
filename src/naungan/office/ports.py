"""Ports of this machine: whether one is free, and which comes next."""

import errno
import socket
from typing import Final

from naungan.lib.errors import RoomRefused, reason_of


NEIGHBOURS: Final = 50


def require(host: str, port: int) -> None:
    """Refuse a port on which we cannot listen, with the reason."""
    error = _hindrance(host, port)
    if error is None:
        return
    if error.errno == errno.EADDRINUSE:
        raise RoomRefused(
            f"Port {port} sudah dipakai program lain; pilih lain dengan --port."
        )
    raise RoomRefused(
        f"Tidak dapat mendengar di {host} port {port} ({reason_of(error)}); pilih "
        "lain dengan --host dan --port."
    )


def first_free(host: str, port: int) -> int:
    """Give the port itself or the next one that is free."""
    for one in range(port, min(port + NEIGHBOURS, 65_536)):
        if _hindrance(host, one) is None:
            return one
    raise RoomRefused(
        f"Port {port} sampai {port + NEIGHBOURS - 1} terpakai; pilih dengan --port."
    )


def _hindrance(host: str, port: int) -> OSError | None:
    """Try to listen; the server listens the same way, so what hinders us hinders it."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, kind, protocol, _, address = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen(1)
    except OSError as error:
        return error
    return None
