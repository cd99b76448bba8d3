"""What handing a case over does to its ladder, by what is asked of the institution."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from naungan.casework.compliance import kinds, passing
from naungan.casework.compliance.models import Case, StepTaken
from naungan.casework.compliance.rules import Proposal
from naungan.web.pages.cases import words
from naungan.web.pages.cases.shown import ladder


@dataclass(frozen=True)
class Road:
    """One way of handing over: the step that it takes, or why it cannot be gone."""

    kind: str
    text: str
    badge: str = ""
    tone: str = ""
    address: str = ""
    label: str = ""


def roads(case: Case, proposals: Iterable[Proposal]) -> list[Road]:
    """Say of everything that may be asked which step of the case it takes today."""
    taken = list(case.steps.all())
    by_code = {one.step.code: one for one in proposals}
    return [_road(case, one.code, taken, by_code) for one in kinds.HAND_OVERS]


def _road(
    case: Case, kind: str, taken: list[StepTaken], proposals: dict[str, Proposal]
) -> Road:
    name = words.upper(words.kind(kinds.HAND_OVERS, kind))
    if kind not in kinds.ASKED:
        return Road(name, _("Tidak mengambil langkah; kasusnya dibaca bersama."))
    steps = passing.steps_for(kind, case.track)
    if not steps:
        return Road(name, _("Tidak ada pada jalur kasus ini."), _("Tidak dapat"))
    if passing.is_taken(steps, taken):
        return Road(name, _("Langkahnya sudah diambil; kasusnya tinggal dikirim."))
    open_ones = [proposals[one.code] for one in steps if proposals[one.code].may]
    found = open_ones[0] if open_ones else proposals[steps[0].code]
    return _of_step(case, name, found)


def _of_step(case: Case, name: str, found: Proposal) -> Road:
    title = words.say(found.step.title)
    if not (found.may and found.ours):
        why = "; ".join(ladder.why_not(found)) or _("Diambil oleh %(actor)s.") % {
            "actor": words.term(found.actor)
        }
        return Road(name, why, _("Belum dapat"), "warn")
    if found.step.code in kinds.MANDATE_OF:
        return Road(
            name,
            _("Surat kuasa yang dicatat mengirim kasusnya sekaligus."),
            address=ladder.address(case, found.step.code),
            label=_("Catat %(step)s") % {"step": title},
        )
    if found.asks_reason:
        text = _("Mengambil langkah %(step)s; tulis alasannya. %(why)s")
        why = "; ".join(ladder.why_not(found))
        return Road(
            name, text % {"step": title, "why": why}, _("Dengan alasan"), "warn"
        )
    return Road(name, _("Mengambil langkah %(step)s hari ini.") % {"step": title})
