"""Minutes of the invented meeting: put forward once and approved at every desk that met."""

from typing import Final

from django.db import transaction

from naungan.casework.accounts import scope
from naungan.casework.accounts.desks import DESKS, VILLAGE
from naungan.casework.accounts.models import Institution
from naungan.casework.coordination import gathering
from naungan.casework.coordination.actions import minutes
from naungan.casework.coordination.demonstration import furnishing
from naungan.casework.coordination.models import Event, Minutes
from naungan.casework.intake.models import Publication
from naungan.web.pages.minutes.agreed import agreed_at


KEEPER: Final = "kacab"
SIGNERS: Final = {
    "kacab": "Kepala Kantor Cabang",
    "jaksa": "Kepala Seksi Perdata dan Tata Usaha Negara",
    "sekda": "Sekretaris Daerah",
    "dpmd": "Kepala DPMD",
    "dpmptsp": "Kepala DPMPTSP",
}
"""Who approves, in which position; the keeper of the record is asked as well."""


def furnish(publication: Publication, is_last: bool) -> None:
    """Let the parties approve the minutes of the meeting that the branch held."""
    if not is_last or not VILLAGE.startswith(f"{publication.region_code}."):
        return
    with transaction.atomic():
        at = furnishing.desks()
        if not at:
            return
        by = at[KEEPER]
        scope.enter(by)
        ours = Event.objects.filter(institution_id=by.institution_id)
        if Minutes.objects.filter(event__in=ours).exists():
            return  # what is held now, somebody holds who tries the office out
        event = ours.filter(state="held").order_by("held_on").first()
        if event is None:
            return
        numbers = [at[desk].institution_id for desk in SIGNERS]
        version = minutes.put_forward(
            by=by,
            event=event,
            kind="minutes",
            content=gathering.minutes_content(event, agreed_at(by, event)),
            signers=list(Institution.objects.filter(pk__in=numbers)),
        )
        people = {one.address: one.person for one in DESKS}
        for desk, position in SIGNERS.items():
            scope.enter(at[desk])
            minutes.approve(
                by=at[desk],
                minutes=version,
                official_name=people[desk],
                official_position=position,
            )
