"""Ports: taken ones are refused or passed over."""

import socket

import pytest

from naungan.lib.errors import RoomRefused
from naungan.office import ports


pytestmark = pytest.mark.enable_socket


@pytest.fixture
def taken():
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        held.listen()
        yield held.getsockname()[1]


def test_a_taken_port_is_refused_with_the_remedy(taken):
    with pytest.raises(RoomRefused, match="--port"):
        ports.require("127.0.0.1", taken)


def test_the_next_free_port_is_found(taken):
    found = ports.first_free("127.0.0.1", taken)
    assert found > taken
    ports.require("127.0.0.1", found)


def test_an_address_that_is_not_ours_is_refused():
    with pytest.raises(RoomRefused, match="--host"):
        ports.require("192.0.2.1", 8000)
