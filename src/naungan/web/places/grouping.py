"""Pages that belong together: one place of the navigation, with a row of their own."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from django.urls import resolve, reverse
from django.utils.translation import gettext_noop

from naungan.casework.accounts.scope import Scope
from naungan.web.audience import audience_of


@dataclass(frozen=True)
class Part:
    """One entry of a group's row: the name of its address, and its words there.

    A part that no page of the shelf counts or places is open to whoever its view
    lets in.
    """

    name: str
    label: str
    village_label: str = ""


@dataclass(frozen=True)
class Group:
    """Pages behind one place of the navigation.

    Only one of its parts open to somebody stands there by its own word. A loose group
    is taken apart where everything fits without it. For a village the parts stand in
    `village_first`, else in their own order.
    """

    icon: str
    label: str
    place: int
    parts: tuple[Part, ...]
    village_label: str = ""
    village_first: str = ""
    is_loose: bool = False

    def parts_for(self, *, village: bool) -> list[Part]:
        """Give the parts in the order of a village, or of everybody else."""
        first = self.village_first if village else ""
        return sorted(self.parts, key=lambda part: part.name != first)


GROUPS: Final = (
    Group(
        icon="cases",
        label=gettext_noop("Kasus"),
        place=35,
        parts=(
            Part("cases", gettext_noop("Hari saya")),
            Part("cases.list", gettext_noop("Semua kasus")),
            Part("visits", gettext_noop("Kunjungan")),
            Part("collection", gettext_noop("Penagihan")),
            Part("mandates", gettext_noop("SKK")),
            Part("pipeline", gettext_noop("Perkembangan")),
            Part("priorities", gettext_noop("Sasaran")),
            Part("ladders", gettext_noop("Tangga")),
            Part("evaluation", gettext_noop("Evaluasi")),
            Part("teams", gettext_noop("Tim")),
            Part("letters", gettext_noop("Surat")),
        ),
    ),
    Group(
        icon="schemes",
        label=gettext_noop("Perlindungan"),
        place=37,
        parts=(
            Part("schemes", gettext_noop("Skema")),
            Part("village_list", gettext_noop("Daftar desa")),
            Part("claims", gettext_noop("Klaim")),
        ),
        village_label=gettext_noop("Daftar desa"),
        village_first="village_list",
    ),
    Group(
        icon="meetings",
        label=gettext_noop("Koordinasi"),
        place=38,
        parts=(
            Part("meetings", gettext_noop("Rapat")),
            Part("promises", gettext_noop("Buku janji")),
            Part("plans", gettext_noop("Rencana bersama")),
            Part("obstacles", gettext_noop("Hambatan")),
            Part("policies", gettext_noop("Aturan daerah")),
        ),
    ),
    Group(
        icon="incoming",
        label=gettext_noop("Data"),
        place=40,
        parts=(
            Part("incoming", gettext_noop("Data masuk"), gettext_noop("Kirim")),
            Part("review", gettext_noop("Antrian tinjau")),
        ),
        is_loose=True,
    ),
    Group(
        icon="people",
        label=gettext_noop("Pengelolaan"),
        place=80,
        parts=(
            Part("people", gettext_noop("Orang")),
            Part("institutions", gettext_noop("Lembaga")),
            Part("sharing", gettext_noop("Berbagi data")),
            Part("tokens", gettext_noop("Kunci API")),
            Part("looks", gettext_noop("Jejak")),
            Part("processing", gettext_noop("Pemrosesan")),
        ),
        is_loose=True,
    ),
)
"""Every group; its place is among those of the pages."""
MORNING: Final = {
    "village": {"schemes": 2, "incoming": 3, "workers": 4},
    "casework": {"cases": 2},
    "": {},
}
"""Groups and pages that come right behind the first page, by what somebody's day is about."""


NARROW: Final = ("home", "cases", "schemes", "meetings")
"""The places at the bottom of a phone of whoever leads: what they come to decide."""


def narrow(reach: Scope | None, *, village: bool) -> tuple[str, ...]:
    """Name the places that a narrow screen keeps before others; else the first there are."""
    is_led = not village and "cases" not in morning(reach, village=village)
    return NARROW if is_led else ()


def morning(reach: Scope | None, *, village: bool) -> dict[str, int]:
    """Tell which groups and pages come first for whom.

    A village lists and sends people; whoever takes steps in cases and sets no targets
    lives in cases.
    """
    if village:
        return MORNING["village"]
    takes = reach is not None and reach.may("take_steps")
    sets = reach is not None and reach.may("set_targets")
    return MORNING["casework" if takes and not sets else ""]


def may_open(name: str, reach: Scope | None) -> bool:
    """Tell whether a scope may open an address without arguments."""
    power = _power(name)
    return reach is not None and (power is None or reach.may(power))


@cache
def _power(name: str) -> str | None:
    declared = audience_of(resolve(reverse(name)))
    return declared.power if declared else None
