"""The process that does background work: `python -m naungan.config.jobs`."""

import os
import uuid
from typing import Final

import django


POLITENESS: Final = 5  # pages come first
INTERVAL: Final = 0.2  # seconds between looks into an empty queue


def main() -> None:
    """Take up what a dead worker left, then work until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naungan.config.settings")
    os.nice(POLITENESS)
    django.setup()
    # Imported here: the models exist once the framework is set up.
    from django.conf import settings
    from django.core.management import call_command

    from naungan.casework.intake import tasks
    from naungan.casework.intake.running import pruning, queue

    worker = uuid.uuid4().hex
    with queue.lease(worker):
        queue.resume()
        tasks.mend()
        pruning.tidy()
        if settings.DEMO:
            _prepare_demonstration()
        call_command(
            "db_worker", worker_id=worker, interval=INTERVAL, startup_delay=False
        )


def _prepare_demonstration() -> None:
    from naungan.casework.accounts.demonstration import people_desks
    from naungan.casework.intake.tasks import enqueue_demonstration

    people_desks()
    enqueue_demonstration()


if __name__ == "__main__":
    main()
