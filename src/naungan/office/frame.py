"""The web framework inside a terminal command: set up once, with the right role."""

import contextlib
import logging
import os
from collections.abc import Iterator

from naungan.office import roles
from naungan.office.home import home
from naungan.office.settings import OfficeSettings


@contextlib.contextmanager
def as_owner() -> Iterator[OfficeSettings]:
    """Let a command work on the office's tables with the owner's rights.

    The embedded server is started for it when it is not running, and stopped again.
    """
    settings = OfficeSettings(home(), "office")
    with database(settings):
        os.environ.update(settings.environment(owner=True))
        logging.disable(logging.INFO)
        # Imported here: other commands start without the web framework.
        import django

        django.setup()
        yield settings


@contextlib.contextmanager
def database(settings: OfficeSettings) -> Iterator[None]:
    """Have the embedded database running for a while; leave it as it was found."""
    cluster = settings.cluster
    if cluster is None:
        yield
        return
    was_running = cluster.running()
    cluster.start()
    roles.ensure(cluster)
    try:
        yield
    finally:
        if not was_running:
            cluster.stop()
