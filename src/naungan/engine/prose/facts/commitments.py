"""What was said will be done: agreed, planned, ordered, asked, hoped, or already done.

How firm a sentence is follows from its verb. A benefit that "akan diterima" is no
commitment: only verbs of offices count, and a hope only when it names a result that
somebody can put on the table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from naungan.engine.prose.draft import Participant, Promise, Quoted
from naungan.engine.prose.facts.clauses import anchor, clause, doer, due
from naungan.engine.prose.lexicon import lexicon
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence


_CONDITION: Final = re.compile(
    r"\b(jika|apabila|bila|kalau|seandainya|ketika|agar\s+tidak)\b[^,]*$", re.IGNORECASE
)
# "Hari ini kita akan melakukan …" tells of the event itself.
_ITSELF: Final = re.compile(r"\b(hari|pagi|siang|malam) ini\b[^.;]*$", re.IGNORECASE)
_BY_LAW: Final = re.compile(
    r"\b(presiden|inpres|undang-undang|peraturan|perpres|permen\w*)\b", re.IGNORECASE
)
_LAW_WORDS: Final = re.compile(
    r"(?:untuk\s+)?mengambil\s+langkah-langkah", re.IGNORECASE
)
_DONE_HEADING: Final = re.compile(
    r"^(?:[IVX\d]+[.)]\s*)?(?:kesimpulan|hasil(?: rapat| pembahasan| kesepakatan)?|tindak lanjut|rencana (?:aksi|tindak lanjut)(?: \(rtl\))?|rtl|rekomendasi|kesepakatan|keputusan(?: rapat)?)\b[^.]{0,60}:?$",
    re.IGNORECASE,
)
_ITEM: Final = re.compile(r"^(?:\(?(?:\d{1,2}|[a-z])[.)]|[-•*–])\s*")
_AGENDA: Final = re.compile(r"\b(agenda|dibahas|membahas|pembahasan)\b", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r"^(kemudian|selanjutnya|serta|lalu|kedua|ketiga|keempat|terakhir|selain itu)\b",
    re.IGNORECASE,
)


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
        if not any(_overlaps(promise, known) for known in found):
            found.append(promise)
    return tuple(found)


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
        if in_list and _ITEM.match(text):
            yield _listed(report, sentence, organisers)
            continue
        for status, match in _signs(text, on_agenda):
            if " " in clause(text, match.start("what")):  # not "akan disusun" alone
                yield _promise(report, sentence, status, match, people, organisers)


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
            status = "agenda" if on_agenda and sign.status == "agreed" else sign.status
            yield status, match


def _is_of_law(text: str, match: re.Match[str]) -> bool:
    """Tell whether a law gave the task, which binds without this meeting."""
    return bool(
        _BY_LAW.search(text[: match.end()])
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
    who = doer(report, sentence, match.start(), status, people, organisers)
    # What is hoped, asked or agreed is quoted without the verb of hoping or asking.
    is_far = sentence.text.count(" ", match.start(), start) > MOST_BETWEEN
    begin = start if status in _WITHOUT_VERB or is_far else match.start()
    quoted = Quoted(
        anchor(sentence.text[begin : start + len(what)]), sentence.start + begin
    )
    return Promise(who, what, due(what), status, quoted)


def _listed(report: Report, sentence: Sentence, organisers: tuple[str, ...]) -> Promise:
    """A numbered line under "Tindak lanjut" is an agreement of the meeting."""
    mark = _ITEM.match(sentence.text)
    start = mark.end() if mark else 0
    what = sentence.text[start:].strip().rstrip(".;")
    line_end = report.body.find("\n", sentence.start)
    rest = report.body[sentence.start : line_end if line_end > 0 else None]
    who = doer(report, sentence, len(sentence.text), "agreed", (), organisers)
    return Promise(who, what, due(rest), "agreed", Quoted(what, sentence.start + start))


def _overlaps(one: Promise, other: Promise) -> bool:
    return one.words.start < other.words.end and other.words.start < one.words.end


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
