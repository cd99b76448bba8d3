"""The ladder as a case stands to it: what stands, what may follow, and why not the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, Final

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _, ngettext

from naungan.casework.compliance import kinds
from naungan.casework.compliance.letter_days import LIFTS
from naungan.casework.compliance.models import Case, StepTaken
from naungan.casework.compliance.rules import BESIDE, Proposal
from naungan.casework.compliance.states import COUNTED, RUNNING
from naungan.law.book import enacted
from naungan.law.step import Step, ladder
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown import law_cited


RETURNED: Final = "skk_returned"
"""The step that is taken by returning a mandate."""
LASTING: Final = (
    *kinds.MANDATE_OF,
    *(code for held in LIFTS.values() for code in held),
)
"""Steps that have their effect until they are lifted or returned."""
AFTER_THE_LAST: Final = "previous_term_ended"
"""Whence a term counts that runs on from the one before, whenever the step is taken."""


@dataclass(frozen=True)
class Rung:
    """One step of the ladder with what a case has to do with it."""

    title: str
    actor: str
    state: str
    badge: str
    tone: str = ""
    icon: str = ""
    until: str = ""
    notes: tuple[str, ...] = ()
    cited: str = ""
    doubt: str = ""
    address: str = ""
    is_next: bool = False
    is_beside: bool = False


@dataclass(frozen=True)
class Lane:
    """Steps that follow each other and are one actor's."""

    actor: str
    open: list[Rung]


@dataclass(frozen=True)
class Ladder:
    """The whole ladder of a case: what was or may be taken, and what is still shut."""

    version: str
    lanes: list[Lane]
    shut: list[Rung]


@dataclass(frozen=True)
class Drawn:
    """What one case's ladder is drawn from; `may` is the right to take steps."""

    case: Case
    taken: list[StepTaken]
    proposals: dict[str, Proposal]
    may: bool
    today: date

    def takes(self, found: Proposal) -> bool:
        """Tell whether whoever looks may take a proposed step."""
        return self.may and found.may and found.ours and found.step.code != RETURNED


def drawn(
    case: Case,
    taken: Iterable[StepTaken],
    proposals: Iterable[Proposal],
    *,
    may: bool,
    today: date,
) -> Drawn:
    """Gather what a ladder is drawn from."""
    by_code = {one.step.code: one for one in proposals}
    return Drawn(case, list(taken), by_code, may, today)


def draw(given: Drawn) -> Ladder:
    """Draw every step of the track in its order."""
    steps = ladder(enacted().steps, given.case.track)
    first = next_code(given)
    rungs = [rung for step in steps for rung in _rungs(given, step, first)]
    shown = [one for one in rungs if one.state != "shut"]
    return Ladder(
        version=_("tangga %(ladder)s") % {"ladder": given.case.ladder_version[:8]},
        lanes=[
            Lane(actor, list(own))
            for actor, own in groupby(shown, key=lambda one: one.actor)
        ],
        shut=[one for one in rungs if one.state == "shut"],
    )


def left(due: date, today: date) -> str:
    """Say how far a day is: ahead, today, or past."""
    days = (due - today).days
    if days == 0:
        return _("hari ini")
    if days > 0:
        said = ngettext("%(days)s hari lagi", "%(days)s hari lagi", days)
        return said % {"days": days}
    said = ngettext("lewat %(days)s hari", "lewat %(days)s hari", -days)
    return said % {"days": -days}


def day(on: date) -> str:
    """Write a day as lists do."""
    return date_format(on, "j M Y")


def is_plain(found: Proposal) -> bool:
    """Tell whether a step may be taken without giving a reason for its time or order."""
    return found.may and not found.asks_reason


def next_code(given: Drawn) -> str:
    """Choose the step that the page offers first: what must, then what may be taken.

    A step beside the ladder is offered first only where none was taken yet.
    """
    offered = [
        one
        for one in given.proposals.values()
        if given.takes(one)
        and is_plain(one)
        and (one.must or one.step.nature != BESIDE or not given.taken)
    ]
    order = sorted(
        offered,
        key=lambda one: (not one.must, one.step.nature == BESIDE, one.step.order),
    )
    return order[0].step.code if order else ""


def _rungs(given: Drawn, step: Step, first: str) -> list[Rung]:
    """Draw what was taken of a step, each time, and whether it may be taken now."""
    past = [_taken(given, one, step) for one in given.taken if one.step == step.code]
    found = given.proposals.get(step.code)
    if found is None or (past and not found.may):
        return past
    if is_plain(found):
        return [*past, _open(given, found, is_next=step.code == first)]
    return [*past, _shut(given, found)]


def _taken(given: Drawn, one: StepTaken, step: Step) -> Rung:
    runs = one.state in RUNNING and given.case.state == "open"
    stands = runs and not _is_passed(given, one)
    is_late = stands and one.ends_on is not None and one.ends_on < given.today
    until = ""
    if stands and one.ends_on is not None:
        until = _("Berlaku sampai %(day)s, %(left)s") % {
            "day": date_format(one.ends_on, "j F Y"),
            "left": left(one.ends_on, given.today),
        }
    tone = "bad" if is_late else words.tone("step", one.state)
    held = law_cited.kept(one.law)
    return Rung(
        title=words.say(step.title),
        actor=words.upper(words.term(step.actor)),
        state="standing" if stands else "taken",
        badge=_("Tenggang lewat") if is_late else _badge(one, stands=stands),
        tone=tone,
        icon="late" if is_late else words.ICON.get(tone, ""),
        until=until,
        notes=_about(one),
        cited=law_cited.sentence(held),
        doubt=law_cited.doubt(held),
        is_beside=step.nature == BESIDE,
    )


def _badge(one: StepTaken, *, stands: bool) -> str:
    if one.state == "standing" and not stands:
        return _("Sudah diambil")
    return words.upper(words.state("step", one.state))


def _is_passed(given: Drawn, one: StepTaken) -> bool:
    """Tell whether a step without a term and without lasting effect was followed."""
    if one.ends_on is not None or one.step in LASTING:
        return False
    later = [each for each in given.taken if (each.taken_on, each.pk) > _place(one)]
    return any(each.state in COUNTED for each in later)


def _place(one: StepTaken) -> tuple[date, int]:
    return one.taken_on, one.pk


def _about(one: StepTaken) -> tuple[str, ...]:
    lines = [
        _("Diambil %(day)s oleh %(institution)s")
        % {"day": day(one.taken_on), "institution": one.institution.name}
    ]
    if one.skipped:
        names = ", ".join(title(code) for code in one.skipped)
        lines.append(_("Melewati: %(steps)s") % {"steps": names})
    if one.reason:
        lines.append(_("Alasan: %(reason)s") % {"reason": one.reason})
    if one.closing_text:
        lines.append(one.closing_text)
    return tuple(lines)


def title(code: str) -> str:
    """Name a step; one that the law no longer holds keeps its code."""
    found = enacted().steps.get(code)
    return words.say(found.title) if found else code


def _open(given: Drawn, found: Proposal, *, is_next: bool) -> Rung:
    ours = given.takes(found)
    notes = [*_term(found)]
    if not ours:
        notes.append(_("Diambil oleh %(actor)s.") % {"actor": words.term(found.actor)})
    return Rung(
        **_common(given, found.step),
        state="must" if found.must else "may",
        badge=_("Wajib") if found.must else _("Boleh"),
        tone="warn" if found.must else "",
        icon="warn" if found.must else "",
        notes=tuple(notes),
        address=address(given.case, found.step.code) if ours else "",
        is_next=is_next,
    )


def _shut(given: Drawn, found: Proposal) -> Rung:
    """Draw a step that is not open, or open only with a reason."""
    return Rung(
        **_common(given, found.step),
        state="shut",
        badge=words.upper(words.term(found.actor)),
        notes=tuple(why_not(found)),
        address=address(given.case, found.step.code) if given.takes(found) else "",
    )


def why_not(found: Proposal) -> list[str]:
    """Say why a step is not simply open."""
    return [words.upper(words.say(found.why_not))] if found.why_not else []


def _common(given: Drawn, step: Step) -> dict[str, Any]:
    held = law_cited.bases(step, given.today)
    return {
        "title": words.say(step.title),
        "actor": words.upper(words.term(step.actor)),
        "cited": law_cited.sentence(held),
        "doubt": law_cited.doubt(held),
        "is_beside": step.nature == BESIDE,
    }


def address(case: Case, code: str) -> str:
    """Give the page on which a step is taken: of a mandate, where it is one's."""
    if code in kinds.MANDATE_OF:
        return reverse("cases.mandate", args=[case.pk, kinds.MANDATE_OF[code]])
    return reverse("cases.step", args=[case.pk, code])


def _term(found: Proposal) -> list[str]:
    if found.due_on is not None:
        return [_("Diambil paling lambat %s") % day(found.due_on), *_ends(found)]
    return _ends(found)


def _ends(found: Proposal) -> list[str]:
    if found.term is None:
        return []
    if found.ends_on is None:
        return [
            _("Tenggang %(term)s; harinya ditulis petugas")
            % {"term": words.say(found.term)}
        ]
    said = _("Tenggang %(term)s; bila diambil hari ini, berakhir %(day)s")
    if found.step.counts_from == AFTER_THE_LAST:
        said = _("Tenggang %(term)s sejak tenggang sebelumnya lewat, sampai %(day)s")
    return [said % {"term": words.say(found.term), "day": day(found.ends_on)}]
