"""Background work of cases: notes after a publication, terms that ran out."""

from typing import Any

from django.dispatch import receiver
from django_tasks import task

from naungan.casework import clock
from naungan.casework.compliance import noting
from naungan.casework.compliance.actions import steps
from naungan.casework.intake.models import Publication
from naungan.casework.intake.running.database import whole_office
from naungan.casework.intake.running.publishing import published


@task()
def note_publication(number: int) -> None:
    """Note on cases what a publication says of them; done twice it notes once."""
    with whole_office():
        publication = Publication.objects.filter(pk=number).first()
        if publication is not None:
            noting.note(publication)
            steps.lapse(today=clock.today())


def lapse_terms() -> int:
    """Note the terms that ran out by today; give how many."""
    with whole_office():
        return steps.lapse(today=clock.today())


@receiver(published)
def _after_publication(publication: Publication, **_rest: Any) -> None:
    """Have cases noted once the publication stands."""
    note_publication.enqueue(publication.pk)
