"""The head of a case's pages: who it is about, how it stands, what may be done."""

from dataclasses import dataclass
from datetime import date

from django.urls import NoReverseMatch, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Case
from naungan.lib import regions
from naungan.web.pages.cases import words


TABS = (
    ("case", "cases.one", gettext_lazy("Kasus")),
    ("money", "collection.case", gettext_lazy("Uang")),
)
"""The parts of a case: a code, the name of the page, its label."""


@dataclass(frozen=True)
class Badge:
    """A state in a word."""

    label: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Link:
    """A way to a page."""

    label: str
    address: str
    code: str = ""
    is_primary: bool = False


@dataclass(frozen=True)
class Head:
    """What every page about a case says of it."""

    number_id: int
    name: str
    meta: str
    badges: tuple[Badge, ...]
    actions: tuple[Link, ...]
    tabs: tuple[Link, ...]
    today_address: str


def present(
    case: Case,
    scope: Scope,
    actions: tuple[Link, ...] = (),
    *,
    is_denied: bool = False,
) -> Head:
    """Arrange the head; tabs lead to the parts that this scope may open.

    `is_denied` where the case was settled and later data show the contrary.
    """
    return Head(
        number_id=case.pk,
        name=case.name,
        meta=" · ".join(part for part in _meta(case) if part),
        badges=tuple(_badges(case, is_denied=is_denied)),
        actions=actions,
        tabs=tuple(_tabs(case)),
        today_address=_today(case, scope),
    )


def sibling(case: Case) -> Link:
    """Lead to another case of the same employer, by its track and how it stands."""
    track = words.upper(words.kind(kinds.TRACKS, case.track))
    state = words.state("case", case.state)
    return Link(f"{track}, {state}", reverse("cases.one", args=[case.pk]), case.number)


def where(case: Case) -> str:
    """Name the village and district of an employer, the nearer first."""
    code = case.village_code or case.region_code
    return ", ".join(one.name for one in reversed(regions.chain(code)[-2:]))


def _meta(case: Case) -> list[str]:
    opened = _("dibuka %(day)s") % {"day": date_format(case.opened_on, "j F Y")}
    track = words.upper(words.kind(kinds.TRACKS, case.track))
    return [case.number, track, where(case), opened]


def _badges(case: Case, *, is_denied: bool) -> list[Badge]:
    if is_denied:
        return [Badge(words.upper(words.denied()), "warn", "warn")]
    tone = words.tone("case", case.state)
    label = words.upper(words.state("case", case.state))
    return [Badge(label, tone, words.ICON.get(tone, ""))]


def _tabs(case: Case) -> list[Link]:
    found = []
    for code, name, label in TABS:
        try:
            found.append(Link(str(label), reverse(name, args=[case.pk]), code))
        except NoReverseMatch:
            continue
    return found if len(found) > 1 else []


def _today(case: Case, scope: Scope) -> str:
    """Give the employer's page in today's snapshot, where it has one."""
    if case.employer_id is None or not scope.may("see_employers"):
        return ""
    return reverse("employers.one", args=[case.employer_id])


def late(case: Case, today: date) -> bool:
    """Tell whether the term of an open case ran out."""
    return case.state == "open" and case.due_on is not None and case.due_on < today
