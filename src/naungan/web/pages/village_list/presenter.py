"""How a village's list is shown: lines in words, places against the quota."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.protection.actions import submissions
from naungan.casework.protection.models import Entry, Submission
from naungan.casework.protection.queries.beginning import Apart
from naungan.casework.protection.queries.people import masked
from naungan.casework.protection.states import FILLING, STATES, TAKEN, may
from naungan.lib import regions
from naungan.lib.dates import month_of
from naungan.lib.numbers import format_number
from naungan.web.figures.rupiah import Idr
from naungan.web.pages.village_list import words
from naungan.web.persons.nik import grouped


VILLAGE_PARTS: Final = 4
NOBODY: Final = Apart()


@dataclass(frozen=True)
class Line:
    """One person on the list as the page shows them."""

    number: int
    position: int
    name: str
    nik: str
    born: str
    work: str
    state: str
    tone: str
    icon: str
    found: tuple[str, ...]
    refusal: str
    may_correct: bool
    died: bool


def line(entry: Entry) -> Line:
    """Arrange one person; of whoever died and still stands that is said first."""
    died = entry.died_on is not None and entry.state in TAKEN
    tone = "bad" if died else words.tone(entry.state)
    return Line(
        number=entry.pk,
        position=entry.position,
        name=entry.name or _("tanpa nama"),
        nik=nik_of(entry),
        born=day(entry.birth_date),
        work=entry.occupation,
        state=words.state(entry.state),
        tone=tone,
        icon=words.ICONS.get(tone, ""),
        found=tuple(words.check(one) for one in entry.checks.all()),
        refusal=entry.refusal,
        may_correct=may(entry.state, "correct"),
        died=died,
    )


def nik_of(entry: Entry) -> str:
    """Write a NIK as lists show it, masked."""
    return grouped(masked(entry), unknown=_("tanpa NIK"))


def day(on: date | None) -> str:
    """Write a day shortly; a dash where there is none."""
    return date_format(on, "j M Y") if on else "–"


@dataclass(frozen=True)
class Month:
    """One month of a person: which fund, how much, and when it was paid."""

    month: str
    fund: str
    amount: Idr
    paid_on: date | None
    is_after_death: bool


def months(entry: Entry) -> list[Month]:
    """Arrange the months that funds were billed for, oldest first."""
    return [
        Month(
            month=words.month(one.month),
            fund=words.fund(one.fund),
            amount=Idr(one.amount_idr),
            paid_on=one.paid_on,
            is_after_death=entry.died_on is not None
            and one.month > month_of(entry.died_on),
        )
        for one in entry.months.all()
    ]


@dataclass(frozen=True)
class Ending:
    """Why and when a place ended, and who stood there before and stands there now."""

    why: str
    on: str
    before: Entry | None
    after: Entry | None


def ending(entry: Entry) -> Ending:
    """Arrange what became of a place."""
    why = words.PLACES_ENDED.get(entry.ended_reason) or words.ENDINGS.get(
        entry.ended_reason, ""
    )
    return Ending(
        why=_(why) if why else "",
        on=day(entry.ended_on) if entry.ended_on else "",
        before=entry.follows,
        after=getattr(entry, "followed_by", None),
    )


@dataclass(frozen=True)
class Places:
    """The places of a village: how many, how many are used, who waits."""

    quota: int | None
    listed: int
    reserve: int
    flagged: int
    covered: int
    apart: Apart

    @property
    def sentence(self) -> str:
        """Say how full the list is."""
        if self.quota is None:
            return ngettext(
                "%(n)s orang dalam daftar", "%(n)s orang dalam daftar", self.listed
            ) % {"n": format_number(self.listed)}
        return _("%(n)s dari %(quota)s tempat terisi") % {
            "n": format_number(min(self.listed, self.quota)),
            "quota": format_number(self.quota),
        }

    @property
    def per_cent(self) -> int:
        """Give how full the list is, for the bar; at most a hundred."""
        if not self.quota:
            return 100 if self.listed else 0
        return min(100, 100 * self.listed // self.quota)


def places(states: dict[str, int], quota: int | None, apart: Apart = NOBODY) -> Places:
    """Count places from people by state; who needs correction fills none."""
    return Places(
        quota=quota,
        listed=sum(states[one] for one in FILLING),
        reserve=states["reserve"],
        flagged=states["flagged"] + states["proposed"],
        covered=states["paid"] + states["active"] - apart.people,
        apart=apart,
    )


@dataclass(frozen=True)
class Tab:
    """One way to filter the list: a state, its words, how many."""

    code: str
    label: str
    people: str


def tabs(states: dict[str, int]) -> list[Tab]:
    """Give every state in which somebody is, in the order of the work."""
    return [
        Tab(code, words.state(code), format_number(states[code]))
        for code in STATES
        if states[code]
    ]


def name_of(code: str) -> str:
    """Name a region shortly; its code where nobody knows it."""
    region = regions.by_code(code)
    return region.name if region else code or _("Tanpa desa")


@dataclass(frozen=True)
class Step:
    """What comes next for a village's proposal, and who does it."""

    code: str
    said: str
    tone: str
    reason: str = ""
    may_prepare: bool = False
    may_forward: bool = False


def step(
    scope: Scope, found: Submission | None, states: Mapping[str, int]
) -> Step | None:
    """Say what comes next: the clerk writes, the head signs, the agency decides.

    Nothing does where everybody is decided and nobody new waits to be proposed.
    """
    writes = scope.may("propose_people") and is_village(scope)
    if found is None:
        if any(states[one] for one in TAKEN) and not states["valid"]:
            return None
        said = _(
            "Tuliskan berita acara musyawarah desa, lalu kepala desa meneruskannya."
        )
        return Step("none", said, "", may_prepare=writes)
    if found.state == "prepared":
        said = _("Berita acara disiapkan; kepala desa menandatangani dan meneruskan.")
        signs = scope.may("forward_lists")
        return Step("prepared", said, "warn", may_prepare=writes, may_forward=signs)
    if found.state == "returned":
        said = _("Usulan dikembalikan; perbaiki, lalu siapkan dan teruskan lagi.")
        return Step("returned", said, "bad", found.return_reason, may_prepare=writes)
    return _sent(found)


def _sent(found: Submission) -> Step:
    said = ngettext(
        "Diteruskan %(day)s dengan %(people)s orang; menunggu SK.",
        "Diteruskan %(day)s dengan %(people)s orang; menunggu SK.",
        found.people or 0,
    ) % {
        "day": day(clock.day_of(found.forwarded_at) if found.forwarded_at else None),
        "people": format_number(found.people or 0),
    }
    if submissions.is_changed(found):
        why = _("Daftarnya berubah sejak diteruskan.")
        return Step("forwarded", said, "warn", why)
    return Step("forwarded", said, "good")


def is_village(scope: Scope) -> bool:
    """Tell whether a village is at work: it has its own list."""
    return len(scope.region_code.split(".")) == VILLAGE_PARTS
