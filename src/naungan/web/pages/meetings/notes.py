"""What was written down at an event: one list by the clock, or in parts by what it is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from django.utils import timezone
from django.utils.translation import gettext as _

from naungan.casework import clock
from naungan.casework.accounts.scope import Scope
from naungan.casework.commitments import wording
from naungan.casework.commitments.models import Commitment
from naungan.casework.commitments.queries import meeting as promises
from naungan.casework.coordination.arithmetic import said_in
from naungan.casework.coordination.models import (
    Event,
    Figure,
    Obstacle,
    Quote,
    Recommendation,
    Statement,
)
from naungan.lib.numbers import format_number
from naungan.web.pages.meetings import words
from naungan.web.pages.promises.words import standing


SIGNS: Final = {
    "share": " ÷ ",
    "villages": " ÷ ",
    "sum": " + ",
    "difference": " → ",
}
"""What stands between the numbers of a reckoning; a product has a sign of its own."""
NO_SHARES: Final[Mapping[int, str]] = MappingProxyType({})


@dataclass(frozen=True)
class Badge:
    """A word beside a note, with its tone."""

    label: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True)
class Note:
    """One note: what it is, when it was written, in which words, by whom or for whom.

    `is_wrong`: its arithmetic, or that of the event, disagrees with what it says.
    """

    kind: str
    label: str
    key: int
    at: datetime
    text: str
    small: str
    badges: tuple[Badge, ...] = ()
    number: int | None = None
    is_quoted: bool = False
    is_incomplete: bool = False
    was_met: bool = False
    is_counted: bool = False
    is_wrong: bool = False
    state: str = ""

    @property
    def time(self) -> str:
        """Write the time of the day."""
        return f"{timezone.localtime(self.at):%H.%M}"


@dataclass(frozen=True)
class Part:
    """Notes of one kind, each with the words of a source from which it came."""

    kind: str
    title: str
    notes: list[tuple[Note, list[Quote]]]


def labels() -> dict[str, str]:
    """Name every kind of note."""
    return {
        "commitment": _("Komitmen"),
        "recommendation": _("Rekomendasi"),
        "figure": _("Angka"),
        "statement": _("Pernyataan"),
        "obstacle": _("Kendala"),
    }


@dataclass(frozen=True)
class Written:
    """The rows of an event, each kind read once."""

    commitments: list[Commitment]
    recommendations: list[Recommendation]
    figures: list[Figure]
    statements: list[Statement]
    obstacles: list[Obstacle]

    @property
    def notes(self) -> dict[str, list[Note]]:
        """Arrange them by kind, in the order in which they were written."""
        today = clock.today()
        used = {
            key: one.meaning
            for one in self.figures
            for key in (one.part_id, one.whole_id)
            if key is not None
        }
        return {
            "commitment": [commitment(one, today) for one in self.commitments],
            "recommendation": [recommendation(one) for one in self.recommendations],
            "figure": [figure(one, used) for one in self.figures],
            "statement": [statement(one) for one in self.statements],
            "obstacle": [obstacle(one) for one in self.obstacles],
        }


def written(scope: Scope, event: Event) -> Written:
    """Read everything that was written down at an event."""
    return Written(
        commitments=list(promises.of_event(scope, event).order_by("pk")),
        recommendations=list(event.recommendations.all()),
        figures=list(event.figures.select_related("attendance")),
        statements=list(event.statements.select_related("attendance", "about")),
        obstacles=list(event.obstacles.order_by("pk")),
    )


def latest(found: Written) -> list[Note]:
    """Give everything that was written down, the newest first."""
    every = [one for notes in found.notes.values() for one in notes]
    return sorted(every, key=lambda one: (one.at, one.key), reverse=True)


def parts(scope: Scope, event: Event) -> list[Part]:
    """Give everything by what it is, with the words of the sources; empty parts stay away."""
    quotes: dict[tuple[str, int], list[Quote]] = defaultdict(list)
    for one in event.quotes.select_related("source"):
        quotes[one.about_kind, one.about_id].append(one)
    return [
        Part(kind, labels()[kind], [(one, quotes[kind, one.key]) for one in notes])
        for kind, notes in written(scope, event).notes.items()
        if notes
    ]


def commitment(one: Commitment, today: date) -> Note:
    """Arrange a promise: whole, with what it lacks, or as it ended."""
    line = promises.line(one, today)
    due = _("batas %(day)s") % {"day": words.on(one.due_on)} if one.due_on else ""
    owner = "" if "owner" in line.lacks else wording.owner(one)
    wrong = _wrong_sum(one.what)
    return _note(
        "commitment",
        one.pk,
        one.made_at,
        one.what,
        (owner, due, wording.figure(one) if one.indicator else "", one.closing_text),
        badges=(*_standing(line), *wrong),
        is_wrong=bool(wrong),
        is_incomplete=line.is_open_ended,
        was_met=line.commitment.state == "open" and line.began_met,
    )


@lru_cache(maxsize=512)
def _reckoned_in(text: str) -> Mapping[str, Any]:
    """Reckon a sentence once, however often its page is shown."""
    return said_in(text)


def _wrong_sum(text: str) -> tuple[Badge, ...]:
    """Name a sum that a promise says wrongly, beside what comes out."""
    found = _reckoned_in(text)
    if found.get("agrees", True):
        return ()
    return _told(found, found["said"])


def _standing(line: promises.Line) -> list[Badge]:
    """Say how a promise stands: once it ended, what it lacked counts no more."""
    lacks = {
        "owner": _("Belum ada penanggung jawab"),
        "day": _("Belum ada tanggal"),
        "indicator": _("Belum ada ukuran"),
        "target": _("Belum ada sasaran"),
    }
    state = line.commitment.state
    if line.is_open_ended:
        found = [Badge(lacks[one], "warn", "warn") for one in line.lacks]
    elif state == "open" and not line.began_met:
        found = [Badge(_("Lengkap"), "good", "good")]
    elif state == "open":
        found = []
    else:
        tone = "good" if state == "kept" else ""
        found = [Badge(standing(state), tone, "good" if tone else "info")]
    if state == "open" and line.began_met:
        early = _("Sasaran sudah tercapai pada angka awalnya")
        found.append(Badge(early, "warn", "warn"))
    if line.is_contradicted:
        found.append(Badge(_("Bertentangan"), "bad", "bad"))
    if line.standing == "late":
        found.append(Badge(_("lewat"), "bad", "late"))
    return found


def recommendation(one: Recommendation) -> Note:
    """Arrange a recommendation."""
    tones = {"open": "warn", "taken_up": "good", "declined": ""}
    badge = Badge(words.advice_state(one.state), tones[one.state])
    return _note(
        "recommendation",
        one.pk,
        one.said_at,
        one.text,
        (one.addressee, words.word("themes", one.theme), one.reason),
        badges=(badge,),
        number=one.number,
        state=one.state,
    )


def figure(one: Figure, used: Mapping[int, str] = NO_SHARES) -> Note:
    """Arrange a number: in the words in which it was said, with what arithmetic says.

    `used` are the counts of which a share was said, with its sentence: what it proves,
    it proves of them, and the sentence that is theirs too is not said again.
    """
    said = one.words or words.amount(one)
    who = str(one.attendance) if one.attendance else ""
    is_beside = used.get(one.pk) == one.meaning
    is_whole = bool(one.words) and one.words in one.meaning and not is_beside
    shown = one.meaning if is_whole else said
    return _note(
        "figure",
        one.pk,
        one.said_at,
        shown,
        (words.amount(one), "" if is_whole or is_beside else one.meaning, who),
        badges=reckoned(one),
        is_quoted=bool(one.words),
        is_wrong=not one.checked.get("agrees", True),
        is_counted=one.pk in used,
    )


def reckoned(one: Figure) -> tuple[Badge, ...]:
    """Say what arithmetic makes of a number beside the others of its event."""
    found = one.checked
    return _told(found, words.amount(one)) if "agrees" in found else ()


def _told(found: Mapping[str, Any], written: str) -> tuple[Badge, ...]:
    """Say what comes out of a reckoning, beside what was written where it differs."""
    tone = "good" if found["agrees"] else "warn"
    sign = SIGNS.get(found["kind"], " × ")
    formula = sign.join(format_number(Decimal(part)) for part in found["of"])
    value = format_number(Decimal(found["value"]))
    if found["kind"] == "difference":
        value = _moved(found)
    if found["kind"] == "share":
        said = (
            _("Cocok: %(formula)s = %(value)s %%")
            if found["agrees"]
            else _("Tidak cocok: %(formula)s = %(value)s %%, tertulis %(said)s")
        )
    elif not found["agrees"]:
        said = _("Tidak cocok: %(formula)s = %(value)s, tertulis %(said)s")
    elif found["kind"] == "villages":
        said = _("Dihitung %(value)s desa: %(formula)s")
    else:
        said = _("Dihitung %(value)s: %(formula)s")
    told = said % {"value": value, "formula": formula, "said": written}
    return (Badge(told, tone, tone),)


def _moved(found: Mapping[str, Any]) -> str:
    """Write a difference in points or as a count, with its percent of the first."""
    value = Decimal(found["value"])
    unit = "percent_points" if found["points"] else ""
    said = words.counted(value, unit) if unit else format_number(value)
    share = found["share"]
    return f"{said} ({format_number(Decimal(share))} %)" if share else said


def statement(one: Statement) -> Note:
    """Arrange what somebody said."""
    who = str(one.attendance) if one.attendance else ""
    tone = words.STANCE_TONES[one.stance]
    badge = Badge(str(words.STANCES[one.stance]), tone, words.ICONS.get(tone, ""))
    answers = _("menanggapi: %s") % one.about.text[:80] if one.about else ""
    return _note(
        "statement",
        one.pk,
        one.said_at,
        one.text,
        (
            who,
            words.word("groups", one.group),
            words.word("themes", one.theme),
            answers,
        ),
        badges=(badge,) if one.stance != "neutral" else (),
        is_quoted=True,
    )


def obstacle(one: Obstacle) -> Note:
    """Arrange an obstacle."""
    over = Badge(_("teratasi"), "good", "good")
    return _note(
        "obstacle",
        one.pk,
        one.said_at,
        one.text,
        (words.word("obstacle_kinds", one.kind), one.resolution),
        badges=(over,) if one.resolved_on else (),
    )


def _note(
    kind: str,
    key: int,
    at: datetime,
    text: str,
    small: Iterable[str],
    *,
    badges: tuple[Badge, ...] = (),
    number: int | None = None,
    is_quoted: bool = False,
    is_incomplete: bool = False,
    was_met: bool = False,
    is_counted: bool = False,
    is_wrong: bool = False,
    state: str = "",
) -> Note:
    return Note(
        kind=kind,
        label=labels()[kind],
        key=key,
        at=at,
        text=text,
        small=" · ".join(one for one in small if one),
        badges=badges,
        number=number,
        is_quoted=is_quoted,
        is_incomplete=is_incomplete,
        was_met=was_met,
        is_counted=is_counted,
        is_wrong=is_wrong,
        state=state,
    )
