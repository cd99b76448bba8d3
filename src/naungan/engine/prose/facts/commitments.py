"""What was said will be done: agreed, planned, ordered, asked, hoped, or already done.

How firm a sentence is follows from its verb. A benefit that "akan diterima" is no
commitment: only verbs of offices count, and a hope only when it names a result that
somebody can put on the table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from naungan.engine.prose.draft import Participant, Promise, Quoted
from naungan.engine.prose.facts.clauses import (
    anchor,
    clause,
    doer,
    doer_of_point,
    due,
    due_day,
)
from naungan.engine.prose.facts.intents import is_effect, is_meant, is_of_itself
from naungan.engine.prose.lexicon import lexicon
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence


_CONDITION: Final = re.compile(
    r"\b(jika|apabila|bila|kalau|seandainya|ketika|agar\s+tidak)\b(?:[^,]*|[^.]*,\s*maka\s*)$",
    re.IGNORECASE,
)
# "Hari ini kita akan melakukan …" tells of the event itself.
_ITSELF: Final = re.compile(r"\b(hari|pagi|siang|malam) ini\b[^.;]*$", re.IGNORECASE)
_BY_LAW: Final = re.compile(
    r"\b(presiden|inpres|undang-undang|peraturan|perpres|permen\w*)\b", re.IGNORECASE
)
_AS_LAW: Final = re.compile(
    r"\b(?:sesuai|berdasarkan|menurut|sebagaimana)\b[^.;]{0,40}\b(?:undang-undang|uu|pp|per\w+|inpres|ketentuan|amanat)\b",
    re.IGNORECASE,
)
_LAW_WORDS: Final = re.compile(
    r"(?:untuk\s+|agar\s+|supaya\s+)*mengambil\s+langkah", re.IGNORECASE
)
_DONE_HEADING: Final = re.compile(
    r"^(?:[IVX\d]+[.)]\s*)?(?:kesimpulan|hasil(?: rapat| pembahasan| kesepakatan)?|tindak lanjut|rencana (?:aksi|tindak lanjut)(?: \(rtl\))?|rtl|rekomendasi|kesepakatan|keputusan(?: rapat)?)\b[^.]{0,60}:?$",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z])[.)]|[-•*–])\s*")
_AGENDA: Final = re.compile(
    r"\b(agenda|(?<!akan )dibahas|membahas|(?<!hasil )pembahasan)\b", re.IGNORECASE
)
_GOES_ON: Final = re.compile(
    r"^(kemudian|selanjutnya|serta|lalu|kedua|ketiga|keempat|terakhir|selain itu)\b",
    re.IGNORECASE,
)


# "Kolaborasi Pemkab dan BPJS diharapkan memperkuat …" asks nobody.
_ASKED_OF: Final = re.compile(r"\b(?:diharapkan|didorong)\b", re.IGNORECASE)
_CENTRAL: Final = re.compile(r"\bpemerintah pusat\s*$", re.IGNORECASE)
_JOINT: Final = re.compile(r"(?:,?\s+(?:dan|serta|lalu|kemudian)|,)\s+(?:juga\s+)?$")


LEAST_BETWEEN: Final = 3  # blanks in the first of two promises that "dan" joins
MOST_BETWEEN: Final = 5  # words between the verb of promising and what is promised
_WITHOUT_VERB: Final = frozenset({"hoped", "requested", "assigned", "agreed", "agenda"})


@dataclass(frozen=True, slots=True)
class _Sign:
    """A status and the words that say it; `what` is the part that is promised."""

    status: str
    pattern: re.Pattern[str]


def read_promises(
    report: Report, people: tuple[Participant, ...], organisers: tuple[str, ...]
) -> tuple[Promise, ...]:
    """Return what was promised, each once, in the order it was told."""
    found: list[Promise] = []
    for promise in _all(report, people, organisers):
        beside = [known for known in found if _overlaps(promise, known)]
        if len(beside) == 1 and (parted := _parted(report, beside[0], promise)):
            found.remove(beside[0])
            found += parted
        elif not beside:
            found.append(promise)
    return tuple(sorted(found, key=lambda promise: promise.words.start))


def _all(
    report: Report, people: tuple[Participant, ...], organisers: tuple[str, ...]
) -> Iterator[Promise]:
    on_agenda = False
    in_list = False
    for sentence in report.told:
        text = sentence.text
        in_list = _in_list(text, in_list)
        on_agenda = bool(_AGENDA.search(text)) or (
            on_agenda and bool(_GOES_ON.match(text))
        )
        if in_list and _is_point(text):
            yield _listed(report, sentence, organisers)
            continue
        for status, match in _signs(text, on_agenda):
            if " " in clause(text, match.start("what")):  # not "akan disusun" alone
                yield _promise(report, sentence, status, match, people, organisers)


def _is_point(text: str) -> bool:
    """Tell a point of a list from a heading that is numbered too."""
    return bool(_ITEM.match(text)) and not _DONE_HEADING.match(text.strip())


def _in_list(text: str, was: bool) -> bool:
    if _DONE_HEADING.match(text.strip()):
        return True
    return was and bool(_ITEM.match(text))


def _signs(text: str, on_agenda: bool) -> Iterator[tuple[str, re.Match[str]]]:
    for sign in _patterns():
        if sign.status == "agenda" and not on_agenda:
            continue
        for match in sign.pattern.finditer(text):
            before = text[: match.start()]
            if _CONDITION.search(before) or _ITSELF.search(before):
                continue
            if sign.status == "assigned" and _is_of_law(text, match):
                continue
            if _is_no_plan(sign.status, text, match):
                continue
            yield _status(sign.status, on_agenda=on_agenda), match


def _status(status: str, *, on_agenda: bool) -> str:
    """What is only on the agenda is not agreed yet; who will do it has planned it."""
    if on_agenda and status == "agreed":
        return "agenda"
    return "planned" if status == "will" else status


def _is_no_plan(status: str, text: str, match: re.Match[str]) -> bool:
    """Tell whether "akan" says what will follow of itself and nobody will do."""
    what = match.start("what")
    if status == "requested" and _ASKED_OF.search(match[0]):
        return is_of_itself(text[: match.start()])
    if status == "planned" and _CENTRAL.search(text[: match.start()]):
        return True
    if status == "will":
        return not is_meant(text, match.start(), what)
    return status == "planned" and is_effect(text, match.start(), what)


def _is_of_law(text: str, match: re.Match[str]) -> bool:
    """Tell whether a law gave the task, which binds without this meeting."""
    return bool(
        _BY_LAW.search(text[: match.end()])
        or _AS_LAW.search(clause(text, match.start("what")))
        or _LAW_WORDS.match(text, match.start("what"))
    )


def _promise(
    report: Report,
    sentence: Sentence,
    status: str,
    match: re.Match[str],
    people: tuple[Participant, ...],
    organisers: tuple[str, ...],
) -> Promise:
    start = match.start("what")
    what = clause(sentence.text, start)
    who = doer(report, sentence, match.start(), start, status, people, organisers)
    # What is hoped, asked or agreed is quoted without the verb of hoping or asking.
    is_far = sentence.text.count(" ", match.start(), start) > MOST_BETWEEN
    begin = start if status in _WITHOUT_VERB or is_far else match.start()
    quoted = Quoted(
        anchor(sentence.text[begin : start + len(what)]), sentence.start + begin
    )
    when = due(what)
    return Promise(who, what, when, status, quoted, due_day(when))


def _listed(report: Report, sentence: Sentence, organisers: tuple[str, ...]) -> Promise:
    """A numbered line under "Tindak lanjut" is an agreement of the meeting."""
    mark = _ITEM.match(sentence.text)
    start = mark.end() if mark else 0
    what = sentence.text[start:].strip().rstrip(".;")
    line_end = report.body.find("\n", sentence.start)
    rest = report.body[sentence.start : line_end if line_end > 0 else None]
    who = doer_of_point(report, sentence, start, organisers)
    when, words = due(rest), Quoted(what, sentence.start + start)
    return Promise(who, what, when, "agreed", words, due_day(when))


def _overlaps(one: Promise, other: Promise) -> bool:
    return one.words.start < other.words.end and other.words.start < one.words.end


def _parted(
    report: Report, known: Promise, promise: Promise
) -> tuple[Promise, Promise] | None:
    """Cut "berkomitmen untuk A dan menargetkan B" into two; None where it is one."""
    if "agenda" in (known.status, promise.status):
        return None  # the points of an agenda are told in one breath
    first, last = sorted((known, promise), key=lambda one: one.words.start)
    before = report.body[first.words.start : last.words.start]
    joint = _JOINT.search(before)
    if joint is None or before[: joint.start()].count(" ") < LEAST_BETWEEN:
        return None
    words = Quoted(before[: joint.start()], first.words.start)
    what = first.what.partition(last.words.surface.partition(",")[0])[0]
    what = _JOINT.sub("", what) if what != first.what else words.surface
    when = due(what)
    first = replace(first, what=what, when=when, words=words, due_on=due_day(when))
    return first, last


@cache
def _patterns() -> tuple[_Sign, ...]:
    data = lexicon("promises")
    verbs = "|".join(data["verbs"]["acts"].split())
    results = "|".join(data["results"]["nouns"])
    asked = "|".join(data["asked"]["nouns"])
    return tuple(
        _Sign(
            entry["status"],
            re.compile(
                entry["says"]
                .replace("VERBS", rf"(?:{verbs})")
                .replace("RESULTS", rf"(?:{results})")
                .replace("ASKED", rf"(?:{asked})"),
                re.IGNORECASE,
            ),
        )
        for entry in data["sign"]
    )
