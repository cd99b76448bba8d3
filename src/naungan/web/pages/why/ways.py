"""From a figure of a region to what it counts: people, villages, employers, pairs, files."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.intake import figures
from naungan.casework.intake.models import Publication, Run
from naungan.lib import regions
from naungan.web.figures import Figure, children, present
from naungan.web.figures.region import OWN_LIST


VILLAGE_DOTS: Final = 3
DISTRICT_DOTS: Final = 2


@dataclass(frozen=True)
class Way:
    """One step down: what one finds there, how many at most, and its address."""

    label: str
    many: str
    says: str
    address: str


def ways(scope: Scope, publication: Publication, code: str) -> list[Way]:
    """Give every step down that this person may take."""
    steps: tuple[Callable[[Scope, Publication, str], Way | None], ...] = (
        _people,
        _employers,
        _pairs,
        _files,
    )
    made = (step(scope, publication, code) for step in steps)
    return [one for one in made if one is not None]


def parts(scope: Scope, publication: Publication, code: str) -> list[Figure]:
    """Give the figures of the regions just below, by name."""
    names = {one.code: one.name for one in regions.children(code)}
    found = children(figures.figures_of(publication, scope, code).below, names, None)
    return sorted(found, key=lambda one: one.name)


def _people(scope: Scope, publication: Publication, code: str) -> Way | None:
    if not scope.may("see_persons"):
        return None
    own = figures.figures_of(publication, scope, code).own
    whole = present(own, "", OWN_LIST).whole
    return Way(
        _("Pekerja yang belum terlindungi"),
        whole.gap if whole else "",
        _(
            "Orang demi orang per desa; setiap orang punya halamannya dengan baris sumbernya."
        ),
        reverse("workers.region", args=[code]),
    )


def _employers(scope: Scope, _publication: Publication, code: str) -> Way | None:
    if not scope.may("see_employers") or code.count(".") == VILLAGE_DOTS:
        return None
    narrowed = f"?kecamatan={code}" if code.count(".") == DISTRICT_DOTS else ""
    return Way(
        _("Pemberi kerja dengan temuan"),
        "",
        _("Setiap temuan dengan pekerjanya, buktinya, dan pasalnya."),
        reverse("employers") + narrowed,
    )


def _pairs(scope: Scope, _publication: Publication, _code: str) -> Way | None:
    if not scope.may("review"):
        return None
    return Way(
        _("Pasangan yang belum pasti"),
        "",
        _(
            "Selisih antara angka pasti dan angka paling banyak: menunggu putusan orang."
        ),
        reverse("review"),
    )


def _files(scope: Scope, publication: Publication, _code: str) -> Way | None:
    if not scope.may("see_incoming"):
        return None
    run = Run.objects.filter(publication=publication).order_by("-pk").first()
    return Way(
        _("Berkas yang dibaca"),
        "",
        _("Siapa mengirimnya, yang ditolak dengan sebabnya, dan potret sebelumnya."),
        reverse("incoming.run", args=[run.pk]) if run else reverse("incoming"),
    )
