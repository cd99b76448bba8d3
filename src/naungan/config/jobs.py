"""The processes that do background work: `python -m naungan.config.jobs [QUEUE]`.

One for runs and what belongs to them, one for the queue of dry runs, which people wait
for: a run of a whole province would keep them waiting.
"""

import os
import sys
import uuid
from typing import Final

import django


POLITENESS: Final = 5  # pages come first
INTERVAL: Final = 0.2  # seconds between looks into an empty queue


def main(queue_name: str = "default") -> None:
    """Take up what a dead worker left, then work until told to stop."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "naungan.config.settings")
    os.nice(POLITENESS)
    django.setup()
    # Imported here: the models exist once the framework is set up.
    from django.conf import settings
    from django.core.management import call_command

    from naungan.casework.benefits.tasks import keep_days as keep_judging
    from naungan.casework.collection.tasks import keep_days
    from naungan.casework.commitments.tasks import keep_days as keep_measuring
    from naungan.casework.correspondence import papers
    from naungan.casework.intake import tasks
    from naungan.casework.intake.running import pruning, queue, region

    worker = uuid.uuid4().hex
    with queue.lease(worker):
        queue.resume()
        if queue_name == "default":
            region.prepare()
            tasks.mend()
            pruning.tidy()
            papers.tidy()
            keep_days()
            keep_judging()
            keep_measuring()
            if settings.DEMO:
                _prepare_demonstration()
        call_command(
            "db_worker",
            queue_name=queue_name,
            worker_id=worker,
            interval=INTERVAL,
            startup_delay=False,
        )


def _prepare_demonstration() -> None:
    from naungan.casework.accounts.demonstration import people_desks
    from naungan.casework.intake.tasks import enqueue_demonstration

    people_desks()
    enqueue_demonstration()


if __name__ == "__main__":
    main(*sys.argv[1:2])
