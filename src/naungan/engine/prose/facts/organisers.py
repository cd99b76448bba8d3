"""Who held the event: the offices that stand as its subject, or after "digelar oleh"."""

import re
from collections.abc import Iterator
from typing import Final

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.names.institutions import Institution, institution_at
from naungan.engine.prose.names.places import place_at
from naungan.engine.prose.names.positions import position_at
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence, Word
from naungan.engine.prose.word_list import words_in


_ACTIVE: Final = words_in("""menggelar gelar melaksanakan laksanakan mengadakan adakan menyelenggarakan selenggarakan melakukan lakukan
    menandatangani teken meneken menyerahkan serahkan mensosialisasikan menyosialisasikan menginisiasi tandatangani menggandeng gandeng berkolaborasi meningkatkan membuka memimpin""")
_PASSIVE: Final = words_in(
    "digelar diselenggarakan dilaksanakan diadakan diinisiasi diprakarsai difasilitasi digagas dilakukan"
)
_WITH: Final = words_in(
    "wilayah cabang pengawas ketenagakerjaan jajaran tim pihak wasnaker seluruh para kantor bersama dengan menggandeng gandeng beserta & dan serta , kerja sama bekerja bekerjasama kerjasama bersinergi berkolaborasi berkoordinasi melibatkan sinergi"
)
_HELD: Final = re.compile(
    r"\b(rapat|rakor\w*|fgd|focus|forum|monev|monitoring|sosialisasi|penandatanganan|penyerahan|kegiatan|acara|pertemuan|diskusi|kerja\s*sama|mou|pks|nota|skk|surat kuasa|santunan|bimtek|audiensi|kartu|evaluasi|gandeng|menggandeng|me[nm]\w*sosialisasikan)\b",
    re.IGNORECASE,
)
_TELLING: Final = 4


def read_organisers(report: Report) -> tuple[tuple[str, Quoted], ...]:
    """Return the offices that held the event, in their order, each once."""
    first = report.told[0].number
    for sentence in report.sentences:
        if sentence.number - first > _TELLING:
            break
        offices = _of_sentence(sentence) if _HELD.search(sentence.text) else []
        if offices and sentence.number >= first:
            return _once(report, sentence.words, offices)
    if report.headline:
        offices = _of_sentence(report.sentences[0])
        return _once(report, report.sentences[0].words, offices)
    return ()


def _of_sentence(sentence: Sentence) -> list[Institution]:
    words = sentence.words
    for at, word in enumerate(words):
        if word.low == "sama" and (offices := _partners(words, at)):
            return offices
        if word.low == "antara" and (offices := [*_run(words, at + 1)])[1:]:
            return offices
        if word.low in _PASSIVE and (offices := _after_agent(words, at)):
            return offices
        if word.low in _ACTIVE:
            before = _ending_at(words, at)
            if before:
                return [*before, *_companions(words, at)]
    return []


def _partners(words: tuple[Word, ...], at: int) -> list[Institution]:
    """Read "kegiatan ini merupakan kerja sama X dengan Y"."""
    if (
        at < 2
        or words[at - 1].low != "kerja"
        or words[at - 2].low not in ("merupakan", "hasil")
    ):
        return []
    return [*_run(words, at + 1)]


def _after_agent(words: tuple[Word, ...], at: int) -> list[Institution]:
    """Read the offices after "digelar oleh", or right after "digelar"."""
    start = at + 1
    for skip in range(start, min(start + 6, len(words))):
        if words[skip].low == "oleh":
            return [*_run(words, skip + 1)]
        if words[skip].low in ("di", "pada", "untuk", ","):
            break
    return [*_run(words, start)]


def _run(words: tuple[Word, ...], at: int) -> Iterator[Institution]:
    """Yield offices joined by commas, "dan", "bersama", "bekerja sama dengan"."""
    while at < len(words):
        office = institution_at(words, at)
        if office:
            yield office
            at = office.last + 1
        elif words[at].low == "melalui":
            through = institution_at(words, at + 1) if at + 1 < len(words) else None
            if through is None:
                return
            at = through.last + 1  # it acts for the office before it
        elif words[at].low in _WITH:
            at += 1
        elif place := place_at(words, at):
            at = place.last + 1  # "Kejaksaan Negeri X, Kalimantan Timur, bersama …"
        else:
            return


def _ending_at(words: tuple[Word, ...], at: int) -> list[Institution]:
    """Return the offices that are the subject of the verb: they end just before it."""
    for start in range(at):
        if _inside_position(words, start):
            continue
        offices = [*_run(words, start)]
        if offices and _reaches(words, offices[-1].last, at):
            return offices
    return []


def _inside_position(words: tuple[Word, ...], at: int) -> bool:
    """Tell whether an office here belongs to a person: "Kepala BPJS … menggelar"."""
    back = at - 1
    return back >= 0 and any(
        (position := position_at(words, begin)) and position.last >= at
        for begin in range(max(0, at - 6), at)
    )


def _reaches(words: tuple[Word, ...], last: int, at: int) -> bool:
    """Let a few words stand between subject and verb: "setempat", "kembali", "(…)"."""
    between = words[last + 1 : at]
    if between and between[0].low == "melalui":
        return len(between) <= 16
    return len(between) <= 4 and all(word.text not in '.;“"”' for word in between)


def _companions(words: tuple[Word, ...], at: int) -> list[Institution]:
    """Return offices after "… bersama X dan Y" behind the verb."""
    for number in range(at + 1, min(at + 14, len(words) - 1)):
        if words[number].low == "dengan" and institution_at(words, number + 1):
            return [*_run(words, number + 1)]
        if words[number].low in ("bersama", "menggandeng", "gandeng") or (
            words[number].low == "dengan"
            and words[number - 1].low
            in ("sama", "kerjasama", "bekerjasama", "bersama", "bersinergi")
        ):
            return [*_run(words, number + 1)]
    return []


def _once(
    report: Report, words: tuple[Word, ...], offices: list[Institution]
) -> tuple[tuple[str, Quoted], ...]:
    found: dict[str, Quoted] = {}
    for office in offices:
        name = office.name
        if name.islower():
            continue  # "kejaksaan" is any of them
        shorter = [
            known for known in found if known.startswith(name) or name.startswith(known)
        ]
        if not shorter:
            found[name] = report.span(words[office.first], words[office.last])
    return tuple(found.items())
