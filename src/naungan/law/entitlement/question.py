"""What seems due and was never claimed, or what would make a claim fail.

With the day of an event the question looks back: what was due, less what was
claimed. Without one it looks ahead: if it happened on the day asked about, what
would stand against the claim, and what would be paid.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from naungan.law.answer import Answer, Draft
from naungan.law.benefit import programmes
from naungan.law.benefit_fields import BIRTH_DATE, EVENT_DATE
from naungan.law.claim.case import Case, distinct
from naungan.law.entitlement.risks import risks
from naungan.law.entitlement.unclaimed import CLAIMED, unclaimed
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.words import Words, day, words
from naungan.lib.dates import month_of
from naungan.lib.errors import LawRefused


CAUSE: Final = Field(
    "cause",
    "choice",
    words("sebab kejadian", "cause of the event"),
    ("work", "other"),
)
AS_OF: Final = Field(
    "as_of", "day", words("tanggal penilaian", "day on which this is asked")
)
_OF_CLAIMS: Final = ("claimed_on", "complete_on", "paid_on", "memberships")
_PROGRAMME: Final = {"work": "JKK", "other": "JKM"}


def _fields() -> tuple[Field, ...]:
    """Take the fields of both programmes, but what only a running claim has."""
    joined = {field.name: field for field in (CAUSE, AS_OF, EVENT_DATE, BIRTH_DATE)}
    for code in _PROGRAMME.values():
        for field in programmes()[code].FIELDS:
            if field.name not in _OF_CLAIMS:
                joined.setdefault(field.name, field)
    return (*joined.values(), CLAIMED)


FIELDS: Final = _fields()


def answer(facts: Facts, reader: Reader) -> Answer:
    """Answer what was missed, or what would fail on the day asked about."""
    as_of = facts.need("as_of", date)
    reader.refuse_outside(month_of(as_of))
    if facts.has("event_date"):
        return _look_back(facts, reader, as_of)
    return _look_ahead(facts, reader, as_of)


def _look_back(facts: Facts, reader: Reader, as_of: date) -> Answer:
    event_on = facts.need("event_date", date)
    if event_on > as_of:
        facts.refuse("event_date", "sesudah as_of, tanggal penilaian")
    because = words(
        "karena tidak disebut; bila karena kerja, JKK membayar lebih banyak",
        "as it was not stated; if it came from work, JKK pays more",
    )
    code = _PROGRAMME[facts.assume("cause", "other", because)]
    extra = {"claimed_on": as_of} if code == "JKK" else {}
    answered = _ask(code, facts, reader, extra)
    draft = Draft(notes=list(answered.notes))
    results = unclaimed(facts, answered, draft, as_of)
    title = words(
        "Yang tampaknya belum diklaim dari {programme} atas kejadian {day}",
        "What seems unclaimed from {programme} for {day}",
        programme=code,
        day=day(event_on),
    )
    if not draft.lines:
        draft.line("unclaimed", words("Tidak ada yang terlewat", "Nothing missed"), 0)
    return _closed(title, results, draft, facts, reader)


def _look_ahead(facts: Facts, reader: Reader, as_of: date) -> Answer:
    if facts.has("claimed"):
        facts.refuse("claimed", "hanya bersama event_date, tanggal kejadian")
    draft = Draft()
    case = Case("JKM", facts, reader, draft, as_of)
    found = risks(case)
    if not found:
        label = words("Tidak ada yang terlihat menggagalkan", "Nothing seen against it")
        draft.line("risk", label, None)
    title = words(
        "Yang dapat menggagalkan klaim bila terjadi pada {day}",
        "What would stand against a claim on {day}",
        day=day(as_of),
    )
    pays = {code: _would_pay(code, case) for code in _PROGRAMME.values()}
    results = {
        "risks": found,
        "would_pay": {
            code: amount for code, amount in pays.items() if amount is not None
        },
    }
    return _closed(title, results, draft, facts, reader)


def _would_pay(code: str, case: Case) -> int | None:
    """Write what a death on that day would pay; None where a fact is missing."""
    extra: dict[str, Any] = {"event_date": case.day}
    if code == "JKK":
        extra["outcome"] = "death"
    try:
        answered = _ask(code, case.facts, case.reader, extra)
    except LawRefused as refusal:
        reason = str(refusal)
        said = words("{code}: {reason}", "{code}: {reason}", code=code, reason=reason)
        case.draft.note(said)
        return None
    label = words(
        "Kematian pada hari itu, {code}",
        "A death on that day, {code}",
        code=code,
    )
    total: int = answered.results["total"]
    used = distinct(line for line in answered.lines if line.amount_idr)
    return case.draft.line(f"would_pay.{code}", label, total, None, *used)


def _ask(code: str, facts: Facts, reader: Reader, extra: Mapping[str, Any]) -> Answer:
    """Ask a programme with what it reads of these facts."""
    module = programmes()[code]
    known = {field.name: field for field in module.FIELDS}
    stated = {name: value for name, value in facts.stated.items() if name in known}
    told = {"outcome", "losses", "stmb_months", "stmb_days"} & {*stated, *extra}
    if code == "JKK" and not told:
        because = words("karena tidak disebut", "as none was stated")
        asked = replace(facts, fields=known, stated=stated)
        stated["outcome"] = asked.assume("outcome", "death", because)
    return module.answer(
        replace(facts, fields=known, stated={**stated, **extra}), reader
    )


def _closed(
    title: Words, results: dict[str, Any], draft: Draft, facts: Facts, reader: Reader
) -> Answer:
    return Answer(
        "entitlement",
        title,
        results,
        tuple(draft.lines),
        tuple(facts.assumed),
        tuple(draft.notes),
        reader.book.version,
    )
