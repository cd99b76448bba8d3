"""Cases as a list shows them: how far each is, until when, for whom it waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext

from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Case
from naungan.lib.numbers import format_number
from naungan.web.pages.cases import words
from naungan.web.pages.cases.asked import Sieve
from naungan.web.pages.cases.shown import head
from naungan.web.pages.cases.shown.asking import idle
from naungan.web.pages.cases.shown.ladder import day, left, title


@dataclass(frozen=True)
class Line:
    """One case of the list."""

    name: str
    small: str
    address: str
    track: str
    stage: str
    since: str
    due: str
    late: str
    waits: str
    people: str


@dataclass(frozen=True)
class ListPage:
    """One page of cases, what it is filtered by, and where the next begins."""

    lines: list[Line]
    counted: str
    chosen: list[tuple[str, str]]
    after: str


def present(
    cases: Iterable[Case],
    total: int,
    after: object,
    sieve: Sieve,
    query: QueryDict,
    today: date,
) -> ListPage:
    """Arrange one page of the list."""
    said = ngettext("%(count)s kasus", "%(count)s kasus", total)
    return ListPage(
        lines=[line(one, today) for one in cases],
        counted=said % {"count": format_number(total)},
        chosen=chosen(sieve, query),
        after=str(after or ""),
    )


def line(case: Case, today: date) -> Line:
    """Arrange one case."""
    is_open = case.state == "open"
    due = case.due_on if is_open else None
    waits = words.waits(case)
    return Line(
        name=case.name,
        small=f"{case.number} · {head.where(case)}",
        address=reverse("cases.one", args=[case.pk]),
        track=words.upper(words.kind(kinds.TRACKS, case.track)),
        stage=title(case.stage) if case.stage else _("Belum ada langkah"),
        since=idle(case, today) if is_open else words.upper(words.of_case(case)),
        due=day(due) if due else "–",
        late=left(due, today) if due and due < today else "",
        waits=waits if is_open else "–",
        people=format_number(case.people),
    )


def chosen(sieve: Sieve, query: QueryDict) -> list[tuple[str, str]]:
    """Give each filter in words with the address that drops it."""
    found = []
    for name, value in sieve.wanted().items():
        options = dict(getattr(sieve.fields[name], "choices", ()))
        label = f"{sieve.fields[name].label}: {options.get(value, value)}"
        found.append((label, _without(query, name)))
    if query.get("milik") == "saya":
        found.append((_("Kasus saya"), _without(query, "milik")))
    if query.get("giliran") == "kami":
        found.append((_("Giliran lembaga Anda"), _without(query, "giliran")))
    return found


def _without(query: QueryDict, name: str) -> str:
    kept = query.copy()
    kept.pop(name, None)
    kept.pop("sesudah", None)
    return f"?{kept.urlencode()}"
