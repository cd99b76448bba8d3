"""Versions in words: their kind, how far the parties are, who signs."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework import clock
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.queries import where_somebody_may
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.access import SPOKEN
from naungan.casework.coordination.models import Approval, Minutes
from naungan.web.language import spoken
from naungan.web.letters.facts import Consent, Party


SIGNS: Final = "sign_minutes"
KINDS: Final[dict[str, Promise | str]] = {
    "minutes": gettext_lazy("Notulen"),
    "action_plan": gettext_lazy("Rencana aksi"),
}


@dataclass(frozen=True)
class Line:
    """A version in a list: how many approved it, how it stands, whether all did."""

    minutes: Minutes
    kind: str
    said: str
    tone: str
    is_newest: bool
    is_whole: bool

    @property
    def icon(self) -> str:
        """Name the picture of its tone."""
        return {"good": "good", "bad": "bad", "warn": "late"}.get(self.tone, "")


@dataclass(frozen=True)
class Answer:
    """What one party said of a version, or that it has not answered."""

    institution: str
    said: str
    tone: str
    key: int
    approval: Approval | None = None


@dataclass(frozen=True)
class Mine:
    """What one's own institution may still say of a version.

    `waits` says why it is not this person who may: in which roles one may.
    """

    may_sign: bool
    waits: str = ""


def line(minutes: Minutes) -> Line:
    """Give a version as a list shows it."""
    said = list(minutes.approvals.all())
    approved = {one.institution_id for one in said if one.verdict == "approve"}
    objecting = {one.institution_id for one in said if one.verdict == "object"}
    given = len(approved & set(minutes.signers))
    asked = len(minutes.signers)
    newest = _newest(minutes) == minutes.version
    words = _("%(given)d dari %(asked)d pihak menyetujui") % {
        "given": given,
        "asked": asked,
    }
    tone = "good" if given == asked else "warn"
    if objecting - approved:
        words, tone = _("ada keberatan"), "bad"
    if not newest and given < asked:
        words, tone = _("digantikan versi yang lebih baru"), ""
    is_whole = given == asked
    return Line(minutes, str(KINDS[minutes.kind]), words, tone, newest, is_whole)


def _newest(minutes: Minutes) -> int:
    same = Minutes.objects.filter(event_id=minutes.event_id, kind=minutes.kind)
    newest = same.order_by("-version").values_list("version", flat=True).first()
    return newest or minutes.version


def parties(minutes: Minutes, able: Container[int] | None = None) -> list[Answer]:
    """Give what each party that was asked said last.

    Where `able` holds the institutions in which somebody may approve, the others are
    told apart from those that have not answered yet.
    """
    last = {one.institution_id: one for one in minutes.approvals.order_by("pk")}
    asked = Institution.objects.filter(pk__in=minutes.signers).order_by("name")
    return [
        _answer(one, last.get(one.pk), may=able is None or one.pk in able)
        for one in asked
    ]


def _answer(one: Institution, said: Approval | None, *, may: bool) -> Answer:
    if said is None and not may:
        waits = _("belum ada yang dapat menyetujui di lembaga ini; perannya: %s")
        return Answer(one.name, waits % roles_signing(one.kind), "warn", one.pk)
    if said is None:
        return Answer(one.name, _("belum menjawab"), "", one.pk)
    if said.verdict == "approve":
        return Answer(one.name, _("menyetujui"), "good", one.pk, said)
    return Answer(one.name, _("berkeberatan"), "bad", one.pk, said)


def consents(minutes: Minutes) -> tuple[Consent, ...]:
    """Give what each party that was asked said last, as papers tell it."""
    return tuple(_consent(one) for one in parties(minutes))


def _consent(one: Answer) -> Consent:
    said = one.approval
    if said is None:
        return Consent(one.institution)
    return Consent(
        one.institution,
        official=f"{said.official_name}, {said.official_position}",
        moment=clock.shown(said.approved_at),
        sha256=said.sha256,
        reason=said.reason,
    )


def able(institutions: Iterable[int]) -> set[int]:
    """Tell in which institutions somebody may approve minutes today."""
    return where_somebody_may(institutions, SIGNS, clock.today())


def roles_signing(kind: str) -> str:
    """Name the roles in which people of a kind of institution approve minutes."""
    found = [
        role.label_en if spoken() == "en" else role.label
        for role in ROLES.values()
        if kind in role.kinds and SIGNS in role.powers_in(kind)
    ]
    return ", ".join(found)


def mine(scope: Scope, minutes: Minutes, able: Container[int]) -> Mine:
    """Tell whether one may still approve a version, or object to it; if not, why."""
    here = scope.institution_id
    done = minutes.approvals.filter(institution_id=here, verdict="approve")
    is_newest = _newest(minutes) == minutes.version
    is_open = minutes.kind != "minutes" or minutes.event.state not in SPOKEN
    if here not in minutes.signers or not (is_newest and is_open) or done.exists():
        return Mine(may_sign=False)
    if scope.may(SIGNS):
        return Mine(may_sign=True)
    kind = Institution.objects.values_list("kind", flat=True).get(pk=here)
    why = _("Lembaga Anda diminta menyetujui versi ini. Yang dapat menyetujuinya: %s.")
    told = why % roles_signing(kind)
    if here not in able:
        told += " " + _("Lembaga Anda belum mempunyai akun dengan peran itu.")
    return Mine(may_sign=False, waits=told)


def signers(minutes: Minutes) -> tuple[Party | None, list[Party]]:
    """Give who signs for the keeper, where that is known, and who for the others.

    Whoever approved already is named; for the others a line is left.
    """
    said = {
        one.institution_id: one
        for one in minutes.approvals.all()
        if one.verdict == "approve"
    }
    names = dict(
        Institution.objects.filter(pk__in=minutes.signers).values_list("pk", "name")
    )
    own = said.get(minutes.institution_id)
    keeper = _party(own, names[minutes.institution_id]) if own else None
    return keeper, [
        _party(said.get(key), names[key])
        for key in minutes.signers
        if key != minutes.institution_id and key in names
    ]


def _party(said: Approval | None, institution: str) -> Party:
    """Name who signs above a line; the institution alone where nobody is known yet."""
    if said is None:
        return Party("", position=institution)
    return Party(
        said.official_name, position=f"{said.official_position}, {institution}"
    )
