"""How a village's list is shown: lines in words, places against the quota."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from naungan.casework.protection.models import Entry, Scheme
from naungan.casework.protection.queries.people import masked
from naungan.casework.protection.queries.schemes import Progress
from naungan.casework.protection.states import STATES, may
from naungan.lib import regions
from naungan.lib.numbers import format_number
from naungan.web.pages.village_list import words
from naungan.web.persons.nik import grouped


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
    may_correct: bool


def line(entry: Entry) -> Line:
    """Arrange one person."""
    tone = words.tone(entry.state)
    return Line(
        number=entry.pk,
        position=entry.position,
        name=entry.name or _("tanpa nama"),
        nik=grouped(masked(entry), unknown=_("tanpa NIK")),
        born=day(entry.birth_date),
        work=entry.occupation,
        state=words.state(entry.state),
        tone=tone,
        icon=words.ICONS.get(tone, ""),
        found=tuple(words.check(one) for one in entry.checks.all()),
        may_correct=may(entry.state, "correct"),
    )


def day(on: date | None) -> str:
    """Write a day shortly; a dash where there is none."""
    return date_format(on, "j M Y") if on else "–"


@dataclass(frozen=True)
class Places:
    """The places of a village: how many, how many are used, who waits."""

    quota: int | None
    listed: int
    reserve: int
    flagged: int
    covered: int

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


def places(states: dict[str, int], quota: int | None) -> Places:
    """Count places from people by state; who needs correction fills none."""
    using = ("valid", "decided", "budgeted", "enrolled", "paid", "active")
    return Places(
        quota=quota,
        listed=sum(states[one] for one in using),
        reserve=states["reserve"],
        flagged=states["flagged"] + states["proposed"],
        covered=states["paid"] + states["active"],
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


@dataclass(frozen=True)
class Row:
    """One village in the list of a scheme."""

    code: str
    name: str
    quota: str
    listed: str
    reserve: str
    flagged: str
    covered: str
    standing: str
    tone: str


def rows(found: list[Progress]) -> list[Row]:
    """Arrange the villages of a scheme."""
    return [_row(one) for one in found]


def _row(one: Progress) -> Row:
    said = {
        "short": (_("kurang"), "warn"),
        "room": (_("masih ada tempat"), ""),
        "met": (_("terpenuhi"), "good"),
        "over": (_("lebih, ada cadangan"), "warn"),
    }
    standing, tone = said[one.standing]
    return Row(
        code=one.village_code,
        name=name_of(one.village_code),
        quota="–" if one.quota is None else format_number(one.quota),
        listed=format_number(one.listed),
        reserve=format_number(one.states.get("reserve", 0)),
        flagged=format_number(one.states.get("flagged", 0)),
        covered=format_number(one.covered),
        standing=standing,
        tone=tone,
    )


def name_of(code: str) -> str:
    """Name a region shortly; its code where nobody knows it."""
    region = regions.by_code(code)
    return region.name if region else code or _("Tanpa desa")


def months_of(scheme: Scheme) -> str:
    """Say from which month to which a scheme pays."""
    first, last = (
        date_format(date(month // 12, month % 12 + 1, 1), "F Y")
        for month in (scheme.from_month, scheme.until_month)
    )
    return _("%(first)s sampai %(last)s") % {"first": first, "last": last}
