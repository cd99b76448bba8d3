"""What officers claim beside what the snapshot measures: both are shown, neither wins.

A visit speaks of its day. A snapshot measures it when it judges that month or a
later one and was published after the visit was recorded; an older one says nothing.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.utils.translation import gettext_noop as _

from naungan.casework.fieldwork.models import Visit
from naungan.casework.fieldwork.outcomes import OUTCOMES
from naungan.casework.intake.workers import COVERED


VERDICTS: Final = {
    "none": _("tidak mengklaim"),
    "waiting": _("menunggu potret berikutnya"),
    "agrees": _("cocok dengan potret"),
    "contradicted": _("bertentangan dengan potret"),
    "unseen": _("tidak ada lagi dalam potret"),
}
"""How a claim stands against the newest snapshot."""


@dataclass(frozen=True)
class Measured:
    """The newest snapshot about one worker: its month, when published, status, village.

    `status` is None where the person is in no list any more.
    """

    month: int
    published_at: datetime
    status: str | None
    village_code: str


def verdict(visit: Visit, measured: Measured, village_code: str) -> str:
    """Judge what a visit claims by the newest snapshot."""
    claim = OUTCOMES[visit.outcome].claim
    if not claim:
        return "none"
    if not _measures(visit, measured):
        return "waiting"
    if measured.status is None:
        return "agrees" if claim == "listed_no_more" else "unseen"
    if claim == "covered":
        return "agrees" if measured.status in COVERED else "contradicted"
    return "contradicted" if measured.village_code == village_code else "agrees"


def _measures(visit: Visit, measured: Measured) -> bool:
    seen_later = measured.published_at > visit.recorded_at
    return seen_later and measured.month >= month_of(visit.visited_on)


def month_of(day: date) -> int:
    """Give the month of a day as snapshots count months."""
    return day.year * 12 + day.month - 1
