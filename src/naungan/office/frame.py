"""The web framework inside a terminal command: set up once, with the right role."""

import contextlib
import logging
import os
from collections.abc import Iterator

from naungan.lib.errors import InputRefused
from naungan.office import roles, schema
from naungan.office.home import home
from naungan.office.lock import perhaps
from naungan.office.settings import OfficeSettings


@contextlib.contextmanager
def as_owner() -> Iterator[OfficeSettings]:
    """Let a command work on the office's tables with the owner's rights.

    The embedded server is started for it when it is not running, and stopped again.
    """
    settings = OfficeSettings(home(), "office")
    require_office(settings)
    with database(settings):
        found = schema.state(settings.database_url(owner=True))
        if found is None:
            raise InputRefused("Kantor ini belum pernah dijalankan; mulai dengan up.")
        if found != schema.fingerprint():
            raise InputRefused("Basis data perlu dinaikkan dahulu; jalankan upgrade.")
        set_up(settings)
        yield settings


def require_office(settings: OfficeSettings) -> None:
    """Refuse a home without an office, instead of founding one by a mistyped name."""
    cluster = settings.cluster
    if cluster is not None and not (cluster.data / "PG_VERSION").exists():
        raise InputRefused(
            f"Belum ada kantor di {settings.home.path}; mulai dengan up, atau "
            "pulihkan salinan dengan restore."
        )


def set_up(settings: OfficeSettings) -> None:
    """Set the framework up with the owner's rights, the database running."""
    os.environ.update(settings.environment(owner=True))
    logging.disable(logging.INFO)
    # Imported here: other commands start without the web framework.
    import django

    django.setup()


@contextlib.contextmanager
def database(settings: OfficeSettings, *, held: bool = False) -> Iterator[None]:
    """Have the embedded database running for a while; leave it as it was found.

    The lock is taken unless the office, or the caller (`held`), has it: an office
    that starts meanwhile would see its server stopped by us.
    """
    cluster = settings.cluster
    if cluster is None:
        yield
        return
    cluster.require_reach()
    lock = contextlib.nullcontext(True) if held else perhaps(settings.home)
    with lock as ours:
        cluster.start()
        if ours:
            roles.ensure(cluster)
        try:
            yield
        finally:
            if ours:
                cluster.stop()
