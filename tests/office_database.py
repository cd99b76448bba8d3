"""A real database server for tests of the office, one per test process.

Importing this module points the web framework at a server of its own in a
temporary folder; the first test that needs the database starts it. Tests run as
the application's role, so row-level security holds in them as it does in use.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import django
import pytest
from django.conf import settings as django_settings
from tests import laid_office

from naungan.office import postgres, roles, schema
from naungan.office.home import Home
from naungan.office.postgres import SUPERUSER
from naungan.office.settings import OfficeSettings


def _own_home() -> Home:
    folder = Path(tempfile.mkdtemp(prefix="naungan-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    folder.chmod(0o711)  # the server's own user passes through
    (folder / "static").mkdir()  # assets are collected when an office starts
    return Home(folder)


if not django_settings.configured:
    HOME = _own_home()
    OFFICE = OfficeSettings(HOME, "test")
    os.environ.pop("DATABASE_URL", None)  # the server here is our own
    os.environ.update(OFFICE.environment())
    del os.environ["DATABASE_OWNER_URL"]
    django.setup()
    # Test processes started by this one set up an office of their own.
    del os.environ["DJANGO_SETTINGS_MODULE"]


def _remove() -> None:
    cluster = _cluster()
    cluster.stop()
    shutil.rmtree(HOME.path, ignore_errors=True)


def _cluster():
    named = os.environ.pop("DATABASE_URL", None)
    try:
        cluster = OFFICE.cluster
    finally:
        if named is not None:
            os.environ["DATABASE_URL"] = named
    assert cluster is not None
    return cluster


def superuser_url() -> str:
    """Give the address under which whoever owns the machine enters the test database."""
    return roles.url(_cluster(), SUPERUSER)


def owner_url() -> str:
    """Give the address of the role that owns the tables."""
    return roles.url(_cluster(), roles.OWNER)


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """Start the server on tables laid before, and see that they are those of now."""
    if not HOME.postgres.exists():  # each folder of tests asks for itself
        laid_office.copy_to(HOME.path)
    postgres.SETTINGS["fsync"] = "off"  # nothing here must survive a power cut
    cluster = _cluster()
    cluster.start()
    atexit.register(_remove)
    roles.ensure(cluster)
    named = os.environ.pop("DATABASE_URL")
    owner = OFFICE.environment(owner=True)
    os.environ["DATABASE_URL"] = named
    schema.bring_up(owner)
    with django_db_blocker.unblock():
        yield
