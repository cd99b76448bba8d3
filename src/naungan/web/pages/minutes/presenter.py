"""Versions in words: their kind, how far the parties are, who signs."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.coordination.models import Approval, Minutes
from naungan.web.letters.facts import Party


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
    approval: Approval | None = None


@dataclass(frozen=True)
class Mine:
    """What one's own institution may still say of a version."""

    may_sign: bool
    is_asked: bool


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


def parties(minutes: Minutes) -> list[Answer]:
    """Give what each party that was asked said last."""
    last = {one.institution_id: one for one in minutes.approvals.order_by("pk")}
    asked = Institution.objects.filter(pk__in=minutes.signers).order_by("name")
    return [_answer(one, last.get(one.pk)) for one in asked]


def _answer(institution: Institution, said: Approval | None) -> Answer:
    if said is None:
        return Answer(institution.name, _("belum menjawab"), "")
    if said.verdict == "approve":
        return Answer(institution.name, _("menyetujui"), "good", said)
    return Answer(institution.name, _("berkeberatan"), "bad", said)


def mine(scope: Scope, minutes: Minutes) -> Mine:
    """Tell whether one may still approve a version, or object to it."""
    is_asked = scope.institution_id in minutes.signers
    done = minutes.approvals.filter(
        institution_id=scope.institution_id, verdict="approve"
    )
    open_still = is_asked and _newest(minutes) == minutes.version and not done.exists()
    return Mine(open_still and scope.may("sign_minutes"), is_asked)


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
