"""One employer as its page shows it: who it is, findings, workers, and since when."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _, ngettext

from naungan.casework.intake.employers import One, Seen
from naungan.lib.dates import month_text
from naungan.lib.numbers import format_number
from naungan.web.figures import month_words
from naungan.web.pages.employers import words
from naungan.web.pages.employers.presenter import Badge, badge, place, reasons, rupiah
from naungan.web.persons.born import born
from naungan.web.persons.nik import grouped


Row = dict[str, Any]


@dataclass(frozen=True)
class Finding:
    """A finding about the employer in the newest run."""

    badge: Badge
    people: str
    monthly: str
    grades: str
    basis: str


@dataclass(frozen=True)
class Worker:
    """A worker of the employer, NIK masked, with what concerns them."""

    number: int
    name: str
    nik: str
    born: str
    place: str
    status: str
    tone: str
    findings: tuple[Badge, ...]


@dataclass(frozen=True)
class Event:
    """What a run changed about a finding."""

    month: str
    run: int
    text: str
    is_open: bool


@dataclass(frozen=True)
class OnePage:
    """Everything that the page of one employer shows."""

    number: int
    name: str
    place: str
    facts: list[tuple[str, str]]
    score: int | None
    reasons: tuple[tuple[str, int], ...]
    people: str
    monthly: str
    known: str
    concerned: int
    findings: list[Finding]
    workers: list[Worker]
    workers_shown: int
    history: list[tuple[Badge, list[Event]]]


def present(one: One) -> OnePage:
    """Arrange everything about one employer."""
    employer, ranked = one.employer, one.ranked
    return OnePage(
        number=employer["employer_id"],
        name=employer["name"] or "–",
        place=place(employer["village_code"]),
        facts=_facts(employer),
        score=ranked["score"] if ranked else None,
        reasons=reasons(ranked) if ranked else (),
        people=format_number(ranked["people"]) if ranked else "0",
        monthly=rupiah(ranked["monthly_idr"]) if ranked else "–",
        known=format_number(one.counted["people"]),
        concerned=one.counted["concerned"],
        findings=[_finding(row) for row in one.findings],
        workers=[worker(row) for row in one.workers],
        workers_shown=one.counted["shown"],
        history=[(badge(code), _events(seen)) for code, seen in one.history.items()],
    )


def worker(row: Row) -> Worker:
    """Arrange one worker."""
    status = words.STATUS.get(row["status"], ("–", ""))
    return Worker(
        number=row["person_id"],
        name=row["name"] or "–",
        nik=grouped(row["nik"]),
        born=born(row),
        place=place(row["village_code"]),
        status=str(status[0]),
        tone=status[1],
        findings=tuple(badge(code) for code in (row["codes"] or "").split("+") if code),
    )


def _facts(employer: Row) -> list[tuple[str, str]]:
    """Say who the employer is, as far as its rows do."""
    kbli = (
        f"{employer['kbli']} ({employer['kbli_version'] or '–'})"
        if employer["kbli"]
        else None
    )
    said = {
        _("NIB"): employer["nib"],
        _("NPP"): employer["npp"] or employer["registered_npp"],
        _("Skala"): words.word(words.SCALE, employer["scale"] or "unknown"),
        _("KBLI"): kbli,
        _("Pendaftaran"): words.word(words.REGISTRATION, employer["registration"]),
    }
    return [(label, str(value)) for label, value in said.items() if value]


def _finding(row: Row) -> Finding:
    grades = _("berat %(severity)s, keyakinan %(confidence)s") % {
        "severity": words.word(words.GRADE, row["severity"]),
        "confidence": words.word(words.GRADE, row["confidence"]),
    }
    people = format_number(row["people"])
    return Finding(badge(row["code"]), people, rupiah(row["monthly_idr"]), grades, row["legal_basis"])  # fmt: skip


def _events(seen: list[Seen]) -> list[Event]:
    """Tell, newest first, in which run a finding came, changed, and went."""
    events = []
    for now, before in zip(seen, [*seen[1:], None], strict=True):
        text = _change(now, before)
        if text:
            month = month_words(month_text(now.publication.month))
            events.append(
                Event(month, now.publication.run, text, now.finding is not None)
            )
    return events


def _change(now: Seen, before: Seen | None) -> str:
    """Say in words what changed from one run to the next; nothing where nothing did."""
    there = now.finding
    past = before.finding if before else None
    if there is None:
        return _("Tidak ditemukan lagi") if past else ""
    people = {"people": format_number(there["people"])}
    if past is None:
        return (
            ngettext(
                "Ditemukan: %(people)s orang",
                "Ditemukan: %(people)s orang",
                there["people"],
            )
            % people
        )
    change = {**people, "before": format_number(past["people"])}
    if there["people"] == past["people"]:
        return (
            ngettext(
                "Ditemukan kembali, tetap %(people)s orang",
                "Ditemukan kembali, tetap %(people)s orang",
                there["people"],
            )
            % people
        )
    if there["people"] > past["people"]:
        return (
            ngettext(
                "Ditemukan kembali, naik dari %(before)s menjadi %(people)s orang",
                "Ditemukan kembali, naik dari %(before)s menjadi %(people)s orang",
                there["people"],
            )
            % change
        )
    return (
        ngettext(
            "Ditemukan kembali, turun dari %(before)s menjadi %(people)s orang",
            "Ditemukan kembali, turun dari %(before)s menjadi %(people)s orang",
            there["people"],
        )
        % change
    )
