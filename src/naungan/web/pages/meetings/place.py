"""Which event an address means, what somebody may do there, and who takes part."""

from dataclasses import dataclass
from typing import Final

from django.db.models import QuerySet
from django.http import Http404

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.access import SPOKEN, WRITTEN
from naungan.casework.coordination.models import Event
from naungan.casework.coordination.queries import listing
from naungan.casework.coordination.states import DRAFTED
from naungan.web.pages.meetings import words


SHORT_NAMES: Final = {
    "sekda": ("Sekda", "Setda", "Sekretaris Daerah", "Sekretariat Daerah"),
    "bappeda": ("Bappeda",),
    "disnaker": ("Disnaker", "Dinas Tenaga Kerja"),
    "dpmd": ("DPMD", "Dinas PMD"),
    "dpmptsp": ("DPMPTSP",),
    "dinsos": ("Dinsos", "Dinas Sosial"),
    "bpkad": ("BPKAD", "BKAD"),
    "kejari": ("Kejari", "Kejaksaan Negeri"),
    "kejati": ("Kejati", "Kejaksaan Tinggi"),
    "bpjs_branch": ("BPJS TK", "BPJS Ketenagakerjaan", "BPJAMSOSTEK"),
    "bpjs_region": ("Kanwil BPJS Ketenagakerjaan",),
    "inspectorate": ("Pengawas", "Wasnaker"),
    "kpu": ("KPU",),
}
"""How a room calls an institution of a kind."""


@dataclass(frozen=True)
class Place:
    """An event that somebody sees; `keeps` where their institution writes its record."""

    event: Event
    keeps: bool

    @property
    def may_write(self) -> bool:
        """Tell whether whom and what it is about can still be written."""
        return self.keeps and self.event.state in WRITTEN

    @property
    def may_note(self) -> bool:
        """Tell whether what is said can be written now."""
        return self.keeps and self.event.state in SPOKEN

    @property
    def may_reopen(self) -> bool:
        """Tell whether its minutes stand and may be opened again."""
        return self.keeps and self.event.state in DRAFTED

    @property
    def day(self) -> str:
        """Say when it is."""
        return words.day_of(self.event)

    @property
    def where(self) -> str:
        """Say where it is."""
        return ", ".join(one for one in (self.event.venue, self.event.city) if one)


def place_of(scope: Scope, number: int) -> Place:
    """Find an event; one that is not in sight is not there."""
    event = listing.event(scope, number)
    if event is None:
        raise Http404
    keeps = event.institution_id == scope.institution_id and scope.may("keep_meetings")
    return Place(event, keeps)


def kept(scope: Scope, number: int) -> Place:
    """Find an event that one's own institution keeps."""
    found = place_of(scope, number)
    if not found.keeps:
        raise Http404
    return found


def parties_of(event: Event) -> QuerySet[Institution]:
    """Give the institutions of this office that take part, the keeper too."""
    keys = [event.institution_id, *event.parties]
    return Institution.objects.filter(pk__in=keys).order_by("name")


def names_of(event: Event) -> list[tuple[int, str]]:
    """Give every way in which the room may name an institution that takes part."""
    found = []
    for one in parties_of(event):
        names = (one.name, *SHORT_NAMES.get(one.kind, ()))
        found += [(one.pk, name) for name in names]
    return found
