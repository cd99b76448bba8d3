"""Background work of promises: read after a publication and each day, and reminders sent.

All of it may be done twice with the effect of once.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Any, Final

from django.core.mail import get_connection
from django.db.models import Q, QuerySet
from django.dispatch import receiver
from django.utils import timezone
from django_tasks import task
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from naungan.casework import act, clock
from naungan.casework.act import Doer
from naungan.casework.commitments import mailing, measuring, reminding, states
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries.lists import ORDER
from naungan.casework.commitments.record_days import inside
from naungan.casework.coordination.models import Minutes
from naungan.casework.intake import door
from naungan.casework.intake.models import Publication
from naungan.casework.intake.running.database import whole_office
from naungan.casework.intake.running.publishing import published


EVERY: Final = timedelta(days=1)
WAIT: Final = timedelta(minutes=15)
MOST_TRIES: Final = 8
AT_A_TIME: Final = 200
"""Promises measured in one transaction."""
AT_ONCE: Final = 200
"""Promises read again after an act; more would keep other work waiting."""


@task()
def measure_publication(number: int) -> None:
    """Read a publication for every promise whose figure comes from snapshots."""
    with whole_office():
        publication = Publication.objects.filter(pk=number).first()
        found = [] if publication is None else _of_snapshots(publication)
    measure_all(found, clock.today())


def _of_snapshots(publication: Publication) -> list[int]:
    """Give the promises of a region that this publication is the newest of."""
    codes = [code for code, one in all_indicators().items() if one.of_snapshot]
    found = Commitment.objects.filter(
        inside(publication.region_code, "region_code"),
        state__in=states.MEASURED,
        indicator__in=codes,
    )
    places = {
        code: _reads(code, publication)
        for code in set(found.order_by().values_list("region_code", flat=True))
    }
    rows = found.order_by("pk").values_list("pk", "region_code")
    return [number for number, code in rows if places[code]]


def _reads(code: str, publication: Publication) -> bool:
    last = door.newest(code)
    return last is not None and last.region_code == publication.region_code


@receiver(published)
def _after_publication(publication: Publication, **_rest: Any) -> None:
    """Have promises measured once the publication stands."""
    measure_publication.enqueue(publication.pk)


def measure_all(numbers: Iterable[int], today: date) -> int:
    """Measure promises by their numbers, some in each transaction; give how many moved."""
    numbers, moved = list(numbers), 0
    for start in range(0, len(numbers), AT_A_TIME):
        with whole_office():
            some = Commitment.objects.select_for_update(of=("self",)).filter(
                pk__in=numbers[start : start + AT_A_TIME], state__in=states.MEASURED
            )
            for one in some.select_related("reads_as").order_by("pk"):
                added = measuring.measure(one, by_id=one.institution_id, today=today)
                moved += added is not None
    return moved


@task()
def begin_day() -> None:
    """Read the records of the day, note and send reminders, and ask for the next day."""
    today = clock.today()
    with whole_office():
        found = list(of_records())
    measure_all(found, today)
    with whole_office():
        reminding.note(today)
    send_reminders.enqueue()
    begin_day.using(run_after=timezone.now() + EVERY).enqueue()


def of_records() -> Iterable[int]:
    """Give the promises whose figure comes from the records of institutions."""
    codes = [code for code, one in all_indicators().items() if not one.of_snapshot]
    return _measured_by(codes).order_by("pk").values_list("pk", flat=True)


def _measured_by(codes: Iterable[str]) -> QuerySet[Commitment]:
    return Commitment.objects.filter(state__in=states.MEASURED, indicator__in=codes)


@task()
def measure_moved(noun: str, institution: int) -> None:
    """Read the records again for the promises that an act of an institution may move.

    Those that it keeps, owes, is read for or met for, the first due first; the rest is
    read with the next day.
    """
    with whole_office():
        found = _measured_by(movers()[noun]).filter(_concerns(institution))
        numbers = list(found.order_by(*ORDER).values_list("pk", flat=True)[:AT_ONCE])
    measure_all(numbers, clock.today())


def _concerns(institution: int) -> Q:
    return (
        Q(institution_id=institution)
        | Q(owner_institution_id=institution)
        | Q(reads_as_id=institution)
        | Q(event__institution_id=institution)
        | Q(event__parties__contains=[institution])
    )


@cache
def movers() -> dict[str, list[str]]:
    """Give the nouns whose acts move figures, each with the codes of these."""
    found: dict[str, list[str]] = {}
    for code, one in all_indicators().items():
        for noun in one.moved_by:
            found.setdefault(noun, []).append(code)
    return found


@receiver(act.recorded)
def _after_act(by: Doer | None, noun: str, **_rest: Any) -> None:
    """Have promises read again once the act stands; many acts are followed once."""
    if by is None or by.institution_id is None or noun not in movers():
        return
    here = by.institution_id
    if not _waiting(measure_moved, args_kwargs__args=[noun, here]).exists():
        measure_moved.enqueue(noun, here)


@task()
def remind() -> None:
    """Note and send what today's day asks for, as a day does when it begins."""
    with whole_office():
        reminding.note(clock.today())
    send_reminders.enqueue()


@receiver(act.recorded)
def _after_promise(by: Doer | None, noun: str, **_rest: Any) -> None:
    """Remind at once in a story, whose day never ends: the next one would not come."""
    is_promise = by is not None and noun == "commitment"
    if is_promise and clock.stands_still() and not _waiting(remind).exists():
        remind.enqueue()


@task()
def send_reminders() -> None:
    """Send what was noted; a fault of the mail server leaves the rest to the next day."""
    today = clock.today()
    with whole_office():
        waiting = reminding.unsent()
    for reminder in waiting:
        with whole_office():
            reminding.send(reminder, today)


@task()
def mail_minutes(number: int, site: str, tried: int = 1) -> None:
    """Send a version of minutes to whoever has a part in it, once.

    A fault of the mail server lets it be tried again a while later.
    """
    with whole_office():
        row = Minutes.objects.filter(pk=number, mailed_at=None).first()
        letters = [] if row is None else mailing.letters(row, clock.today(), site)
    if row is None:
        return
    try:
        get_connection().send_messages(letters)
    except OSError:
        if tried < MOST_TRIES:
            again = mail_minutes.using(run_after=timezone.now() + WAIT)
            again.enqueue(number, site, tried + 1)
        raise
    with whole_office():
        mailing.note(row, len(letters))


def keep_days() -> None:
    """Begin the day at once where no worker waits for the next one."""
    if not _waiting(begin_day).exists():
        begin_day.enqueue()


def _waiting(wanted: Any, **given: Any) -> QuerySet[Any]:
    return DBTaskResult.objects.filter(
        task_path=wanted.module_path, status=TaskResultStatus.READY, **given
    )
