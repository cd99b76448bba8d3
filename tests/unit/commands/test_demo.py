"""The demonstration as an office: which port, which accounts, whether a browser."""

import pytest
from click.testing import CliRunner

from naungan.casework.accounts import desks
from naungan.commands import demo
from naungan.office import ports


@pytest.fixture
def opened(monkeypatch, tmp_path):
    """Open offices only in name, and keep which pages a browser was sent to."""
    seen = []

    class Office:
        def __init__(self, settings, host, port, tell):
            assert settings.home.path == tmp_path / "demo"
            assert settings.mode == "demo"
            del host, port, tell

        def open(self, ready):
            ready()

    monkeypatch.setenv("NAUNGAN_HOME", str(tmp_path))
    monkeypatch.setattr(demo, "Office", Office)
    monkeypatch.setattr(demo, "_wait_for_people", lambda _settings: None)
    monkeypatch.setattr(demo.webbrowser, "open", seen.append)
    monkeypatch.setattr(ports, "first_free", lambda _host, port: max(port, 8001))
    return seen


def test_every_account_is_named_with_the_one_password(opened):
    said = CliRunner().invoke(demo.command, ["--port", "9000"]).output
    assert all(desks.address(desk) in said for desk in desks.DESKS)
    assert desks.PASSWORD in said
    assert "rekaan" in said
    assert opened == ["http://127.0.0.1:9000/"]


def test_a_taken_port_is_passed_over_and_that_is_said(opened):
    said = CliRunner().invoke(demo.command, ["--port", "8000", "--no-browser"]).output
    assert "Port 8000 sudah dipakai; peragaan memakai port 8001." in said
    assert "http://127.0.0.1:8001/" in said
    assert opened == []
