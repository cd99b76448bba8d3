"""What offices wrote, found by words: cases, mandates, promises, meetings, letters, schemes.

All kinds are asked for by one statement, each within what one may see of it, and every
row that is shown is a look on record.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Concat, Least, NullIf, TruncDate
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock, look
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import kinds, queries as promises
from naungan.casework.commitments.judging import late
from naungan.casework.compliance import states as of_cases
from naungan.casework.compliance.models import Skk
from naungan.casework.compliance.queries import lists as cases
from naungan.casework.coordination import states as of_events
from naungan.casework.coordination.queries import listing as meetings
from naungan.casework.correspondence import queries as letters
from naungan.casework.correspondence.states import STATES as OF_LETTERS
from naungan.casework.protection.models.scheme import SCHEME_STATES
from naungan.casework.protection.queries import schemes
from naungan.web.language import spoken


TEXT: Final = CharField()
CONTRADICTED: Final = "!"
"""What a promise's state ends in where the data contradict what is said of it."""
MOST: Final = 5
"""Of each kind; the list of the kind has all of them."""


@dataclass(frozen=True)
class Line:
    """One paper that was found."""

    title: str
    small: str
    on: date | None
    state: str
    address: str


@dataclass(frozen=True)
class Group:
    """The papers of one kind, and where all that fit are listed; "" where these are all."""

    code: str
    label: str
    lines: list[Line]
    more: str


@dataclass(frozen=True)
class Kind:
    """One kind of paper: who may find it, how, its page, its list, its states.

    `list_at` is the name of the page of all of them, `asks` how its address is told
    what to look for.
    """

    label: Promise | str
    power: str
    find: Callable[[Scope, str], QuerySet[Any, Any]]
    page: str
    list_at: str
    asks: str
    state: Callable[[str], str]


def _cases(scope: Scope, words: str) -> QuerySet[Any, Any]:
    sought = cases.Sought(text=words, state="")
    found = cases.sift(cases.cases(scope), scope, sought, clock.today())
    return _row(
        found.order_by("-opened_on", "-pk"), "case", "name", "number", "opened_on"
    )


def _mandates(scope: Scope, words: str) -> QuerySet[Any, Any]:
    here = scope.institution_id
    found = Skk.objects.filter(Q(institution_id=here) | Q(to_id=here))
    named = Q(number__icontains=words) | Q(registered_number__icontains=words)
    found = found.filter(named).order_by("-issued_on", "-pk")
    return _row(found, "mandate", "number", "case__name", "issued_on", number="case_id")


def _promises(scope: Scope, words: str) -> QuerySet[Any, Any]:
    sought = promises.Sought(text=words)
    found = promises.sift(promises.sights(scope), sought, clock.today())
    owner = Coalesce(
        "commitment__owner_institution__name",
        NullIf("commitment__owner_name", Value("")),
        Value(""),
    )
    return _row(
        found.order_by(F("due_on").asc(nulls_last=True), "commitment_id"),
        "commitment",
        "commitment__what",
        owner,
        "due_on",
        number="commitment_id",
        state=Concat(
            Case(
                When(late(clock.today()), then=Value("late")),
                When(state="open", then=Value("running")),
                default="state",
                output_field=TEXT,
            ),
            Case(
                When(is_contradicted=True, then=Value(CONTRADICTED)),
                default=Value(""),
                output_field=TEXT,
            ),
        ),
    )


def _standing(code: str) -> str:
    """Say where a promise stands, and whether the data contradict what is said of it."""
    known = kinds.label(kinds.STANDINGS, code.removesuffix(CONTRADICTED), spoken())
    return f"{known}, {_('bertentangan')}" if code.endswith(CONTRADICTED) else known


def _meetings(scope: Scope, words: str) -> QuerySet[Any, Any]:
    found = meetings.events(scope, meetings.Sought(word=words))
    return _row(found, "event", "title", "institution__name", "sort_on")


def _letters(scope: Scope, words: str) -> QuerySet[Any, Any]:
    found = letters.found(scope, letters.Sought(word=words))
    sent_to = Concat("number", Value(" · "), "addressee")
    return _row(found, "letter", "subject", sent_to, "issued_on")


def _schemes(scope: Scope, words: str) -> QuerySet[Any, Any]:
    found = schemes.schemes(scope).filter(name__icontains=words).order_by("-pk")
    made_on = Least(TruncDate("made_at"), Value(clock.today()))
    return _row(found, "scheme", "name", "institution__name", made_on)


def _row(
    found: QuerySet[Any, Any],
    kind: str,
    title: str,
    small: Any,
    on: Any,
    *,
    number: str = "pk",
    state: Any = "state",
) -> QuerySet[Any, Any]:
    """Give rows of every kind the same columns, so that one statement asks for all."""
    small, on, state = (
        F(one) if isinstance(one, str) else one for one in (small, on, state)
    )
    told = (Value(kind, TEXT), F(number), F(title), small, on, state)
    return found.values_list(*told)[: MOST + 1]


KINDS: Final = {
    "case": Kind(
        gettext_lazy("Kasus"),
        "see_cases",
        _cases,
        "cases.one",
        "cases.list",
        "nama",
        lambda code: of_cases.CASE.label(code, spoken()),
    ),
    "mandate": Kind(
        gettext_lazy("Surat kuasa khusus"),
        "see_cases",
        _mandates,
        "cases.one",
        "mandates",
        "",
        lambda code: of_cases.MANDATE.label(code, spoken()),
    ),
    "commitment": Kind(
        gettext_lazy("Janji"),
        "see_meetings",
        _promises,
        "promises.one",
        "promises",
        "kata",
        _standing,
    ),
    "event": Kind(
        gettext_lazy("Rapat"),
        "see_meetings",
        _meetings,
        "meetings.one",
        "meetings",
        "kata",
        lambda code: of_events.EVENT.label(code, spoken()),
    ),
    "letter": Kind(
        gettext_lazy("Surat"),
        "see_letters",
        _letters,
        "letters.letter",
        "letters",
        "cari",
        lambda code: _(OF_LETTERS[code]),
    ),
    "scheme": Kind(
        gettext_lazy("Skema perlindungan"),
        "see_schemes",
        _schemes,
        "schemes.one",
        "schemes",
        "",
        lambda code: _(SCHEME_STATES[code]),
    ),
}
"""Every kind by the noun under which its acts and looks are written."""


def finds(scope: Scope) -> bool:
    """Tell whether somebody may find any paper."""
    return any(scope.may(kind.power) for kind in KINDS.values())


def found(scope: Scope, words: str) -> list[Group]:
    """Find papers by words; each one shown is a look on record."""
    asked = [one.find(scope, words) for one in KINDS.values() if scope.may(one.power)]
    if not asked:
        return []
    rows = list(asked[0].union(*asked[1:], all=True)) if asked[1:] else list(asked[0])
    by_kind = {code: [row for row in rows if row[0] == code] for code in KINDS}
    groups = [_group(code, rows, words) for code, rows in by_kind.items() if rows]
    look.record_all(
        by=scope,
        looks=[
            look.Seen(code, str(row[1]), "search")
            for code, rows in by_kind.items()
            for row in rows[:MOST]
        ],
    )
    return groups


def _group(code: str, rows: list[Any], words: str) -> Group:
    kind = KINDS[code]
    more = reverse(kind.list_at) if len(rows) > MOST else ""
    if more and kind.asks:
        more = f"{more}?{urlencode({kind.asks: words})}"
    lines = [
        Line(
            title,
            small,
            on,
            kind.state(state),
            reverse(kind.page, args=[number]),
        )
        for _kind, number, title, small, on, state in rows[:MOST]
    ]
    return Group(code, str(kind.label), lines, more)
