"""The day of the event: which of the days in a report it is, and how that is known.

A day is never invented. Printed whole, it is taken; printed without a year, the
year follows only when weekday and the years of the text leave exactly one; a lone
weekday counts only beside a printed day of publication. Otherwise the day stays
empty and only the year or month that the text gives to the event is kept.
"""

import re
from datetime import date, timedelta
from itertools import takewhile
from typing import Final

from naungan.engine.prose.draft import Quoted, When
from naungan.engine.prose.facts.days import (
    Day,
    day_or_none,
    days_in,
    lone_weekdays_in,
    months_in,
    stamp_day,
    years_in,
)
from naungan.engine.prose.lexicon import any_of
from naungan.engine.prose.page.report import ELSEWHERE, Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.lib.calendar_words import MONTH_OF_WORD, MONTHS, WEEKDAYS


_SAID_WITHIN: Final = timedelta(days=31)
FIRST_YEAR: Final = 2014  # BPJS Ketenagakerjaan works since 1 January 2014
# Before a day: it is the day of something else than the event.
_OTHER: Final = re.compile(
    r"\b(per|hingga|sampai(?: dengan)?|s/d|sejak|mulai|terhitung|paling lambat|sebelum|setelah|selambat-lambatnya|"
    r"pertanggal|data|tertanggal|ditandatangani|diteken|disepakati|dijalin|diundangkan|dikeluarkan|ditetapkan|diterbitkan|dikutip|diterima redaksi|berlaku|"
    r"mendatang|lahir|jatuh tempo|meninggal(?: dunia)?|akhir|masa kerja|periode|pasca\w*|sebelumnya|rapat sebelumnya|tanggal surat)\b"
    r"[^.;]{0,25}$|\b(?:setelah|menyusul|pasca)\b[^.;,]{0,60}$",
    re.IGNORECASE,
)
# The day a law was signed stands before its verb: "Presiden, Kamis (…), menandatangani Inpres".
_SIGNS_LAW: Final = re.compile(
    r"^[\s,)]*(?:telah\s+)?menan?da\s?tan\w+\s+(?:instruksi|inpres|peraturan|perpres|perda|perbup|undang)",
    re.IGNORECASE,
)
_TOLD_HELD: Final = re.compile(
    r"\b(?:rapat|rakor|pertemuan|kegiatan|acara|fgd|forum|monev|sosialisasi|kunjungan)\b[^.;]{0,60}?\b(?:digelar|dilaksanakan|diadakan|diselenggarakan|berlangsung)\b[^.;]{0,140}$",
    re.IGNORECASE,
)
_LASTING: Final = re.compile(
    r"\bselama\s+(?:\w+\s+){1,2}hari,?\s+(?:sejak|mulai|dari)\s*$", re.IGNORECASE
)
_REGULATION: Final = re.compile(
    r"(nomor|no\.?|tahun|pasal)\s*[\w./-]*\s*$", re.IGNORECASE
)
_EVENT: Final = re.compile(
    r"\b(rapat|rakor|rakord\w*|fgd|focus group|forum|sosialisasi|monev|monitoring|kegiatan|acara|pertemuan|penandatanganan|penyerahan|"
    r"digelar|menggelar|dilaksanakan|diselenggarakan|diadakan|berlangsung|bertempat|dibuka|dipimpin|menghadiri|dihadiri|kunjungan|audiensi|"
    r"hari/tanggal|hari, tanggal|waktu|menyerahkan|menandatangani|melaksanakan|mengadakan|menyelenggarakan|gelar)\b",
    re.IGNORECASE,
)
_SAYS: Final = re.compile(
    r"\b(kata|ujar|ujarnya|katanya|jelas|jelasnya|ungkap|tutur|ucap|terang|papar|tandas|sebut|imbuh|mengatakan|menjelaskan|menyampaikan|menyebut\w*|keterangan\w*)\b",
    re.IGNORECASE,
)
_EVENT_YEAR: Final = re.compile(
    r"\b(?:rapat|rakor|fgd|forum|monev|kegiatan|sosialisasi)[\w\s()]{0,60}?\btahun\s+(20\d\d)\b",
    re.IGNORECASE,
)
_FUTURE: Final = re.compile(
    r"\b(mendatang|target\w*|rencana\w*|hingga|sampai|menuju|depan|rpjm\w*|rpjp\w*|akan|perlambat|lambat)\b",
    re.IGNORECASE,
)
_UNTIL: Final = re.compile(r"\b(hingga|sampai)\b", re.IGNORECASE)
_DATA_MONTH: Final = re.compile(rf"\b(?:{any_of(MONTHS)})\s*$", re.IGNORECASE)
_LAW: Final = re.compile(
    r"\b(?:instruksi|inpres|peraturan|perpres|permen\w*|perda|perbup|perwal\w*|pergub|undang|uu|pp|surat|se|sk|keputusan)\b[^.;,]{0,70}?\b(?:tahun|/)\s*(20\d\d)",
    re.IGNORECASE,
)


def read_when(report: Report, read_on: date) -> When:
    """Find the day of the event; `read_on` bounds a year that must be inferred."""
    for chosen in _ranked(report):
        found = _settled(report, chosen, read_on)
        if found.on:
            return found
    return _by_weekday(report) or _by_month(report) or _by_year(report)


def _ranked(report: Report) -> list[Day]:
    """Days that may be the event's, the likeliest first."""
    scored = [
        (-_score(report, day), day.words.start, day)
        for sentence in takewhile(_is_here, report.told)
        for day in days_in(sentence)
    ]
    ranked = [day for score, _, day in sorted(scored, key=lambda s: s[:2]) if score < 0]
    held = [day for day in ranked if ranked[0].on and _is_held_before(day, ranked[0])]
    return held[:1] + ranked


def _is_held_before(day: Day, said: Day) -> bool:
    """Tell whether a meeting "digelar … tanggal X" came before words said on a later day."""
    before = day.sentence.text[: day.words.start - day.sentence.start]
    spoken = said.sentence.text[: said.words.start - said.sentence.start]
    if not (day.on and said.on and _SAYS.search(spoken) and _TOLD_HELD.search(before)):
        return False
    return timedelta() < said.on - day.on <= _SAID_WITHIN


def _is_here(sentence: Sentence) -> bool:
    """What is told from another occasion on has a day of its own."""
    return not ELSEWHERE.search(sentence.text)


def _score(report: Report, day: Day) -> int:
    before = day.sentence.text[: day.words.start - day.sentence.start]
    after = day.sentence.text[day.words.end - day.sentence.start :]
    is_other = _OTHER.search(before) and not _LASTING.search(before)
    if is_other or _SIGNS_LAW.search(after) or _REGULATION.search(before[-20:]):
        return -1
    lead = report.told[0].number
    near = max(0, 4 - (day.sentence.number - lead))
    score = 2 * near + (4 if day.weekday is not None else 0)
    score += 3 if _EVENT.search(day.sentence.text) else 0
    score += 2 if _SAYS.search(day.sentence.text) else 0
    score -= 3 if _in_quotes(day.sentence, day.words) else 0
    return score


def _in_quotes(sentence: Sentence, words: Quoted) -> bool:
    before = sentence.text[: words.start - sentence.start]
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return opened and not before.rstrip().endswith(",")


def _settled(report: Report, day: Day, read_on: date) -> When:
    if day.year:
        return _printed(day)
    return _inferred(report, day, read_on)


def _printed(day: Day) -> When:
    on = day.on
    if on is None:
        return When()
    if day.weekday is None:
        basis = "Tercetak lengkap, tanpa nama hari."
    elif day.weekday == on.weekday():
        basis = f"Tercetak lengkap; {WEEKDAYS[day.weekday]} cocok."
    else:
        right = WEEKDAYS[on.weekday()]
        basis = f"Tercetak lengkap, tetapi jatuh pada hari {right}, bukan {WEEKDAYS[day.weekday]}."
    return When(on=on, strict=on, basis=basis, words=day.words)


def _inferred(report: Report, day: Day, read_on: date) -> When:
    """Infer the year from the weekday and the years that the text names."""
    published = stamp_day(report)
    if published:
        return _beside_stamp(day, published)
    earliest = _earliest_year(report)
    fits = [
        on
        for year in range(earliest, read_on.year + 1)
        if (on := day_or_none(year, day.month, day.day)) and on <= read_on
        if day.weekday in (None, on.weekday())
    ]
    named = _named_years(report)
    # The newest year that the text speaks of as present or past is its own year.
    likely = [on for on in fits if on.year in named]
    if day.weekday is not None and len(fits) == 1:
        return _because(
            fits[0],
            day,
            f"tahun sejak {earliest} yang cocok dengan harinya hanya {fits[0].year}",
        )
    if day.weekday is not None and len(likely) == 1:
        return _because(
            likely[0],
            day,
            f"dari tahun yang disebut teks hanya {likely[0].year} cocok dengan harinya",
        )
    return When()


def _because(on: date, day: Day, why: str) -> When:
    return When(on=on, basis=f"Tercetak tanpa tahun; {why}.", words=day.words)


def _beside_stamp(day: Day, published: date) -> When:
    for year in (published.year, published.year - 1):
        on = day_or_none(year, day.month, day.day)
        if on and on <= published and day.weekday in (None, on.weekday()):
            return _because(on, day, f"berita terbit {published:%d/%m/%Y}")
    return When()


def _earliest_year(report: Report) -> int:
    """The event cannot be older than a law it cites or a month it names as past."""
    cited = [int(found[1]) for found in _LAW.finditer(report.body)]
    dated = [
        day.year
        for s in report.told
        for day in days_in(s)
        if day.year and not _is_future(s, day.words)
    ]
    months = [
        year
        for s in report.told
        for year, _, words in months_in(s)
        if not _is_future(s, words)
    ]
    return max([FIRST_YEAR, *cited, *(year for year in [*dated, *months] if year)])


def _named_years(report: Report) -> set[int]:
    return {
        year
        for sentence in report.sentences
        for year, words in years_in(sentence)
        if not _is_future(sentence, words)
    }


def _is_future(sentence: Sentence, words: Quoted) -> bool:
    at = words.start - sentence.start
    before = sentence.text[max(0, at - 30) : at]
    # "hingga Februari 2024" says as of when, "hingga 2029" until when.
    if _DATA_MONTH.search(before) or words.surface.split()[0].lower() in MONTH_OF_WORD:
        before = _UNTIL.sub("", before)
    after = sentence.text[at : at + len(words.surface) + 12]
    return bool(_FUTURE.search(f"{before} {after}"))


def _by_weekday(report: Report) -> When | None:
    """A lone weekday is a day only beside a printed day of publication."""
    published = stamp_day(report)
    if published is None:
        return None
    for sentence in report.told[:6]:
        for weekday, words in lone_weekdays_in(sentence):
            on = published - timedelta(days=(published.weekday() - weekday) % 7)
            basis = f"Hari {WEEKDAYS[weekday]} sebelum atau pada hari terbit {published:%d/%m/%Y}."
            return When(on=on, basis=basis, words=words)
    return None


def _by_month(report: Report) -> When | None:
    for sentence in report.lead:
        if not _EVENT.search(sentence.text):
            continue
        for year, month, words in months_in(sentence):
            before = sentence.text[: words.start - sentence.start]
            told = not _OTHER.search(before) and not _REGULATION.search(before)
            if told and not _in_quotes(sentence, words):
                basis = f"Hanya bulan yang tercetak: {MONTHS[month - 1]} {year}."
                return When(year=year, month=month, basis=basis, words=words)
    return None


def _by_year(report: Report) -> When:
    """Keep the year that the text gives to the event itself."""
    found = _EVENT_YEAR.search(report.body)
    if found:
        words = report.quote(found.start(), found.end())
        basis = "Hanya tahun yang tercetak pada kegiatannya; hari tidak diketahui."
        return When(year=int(found[1]), basis=basis, words=words)
    published = stamp_day(report)
    if published:
        return When(
            year=published.year,
            basis=f"Hari tidak tercetak; berita terbit {published:%d/%m/%Y}.",
        )
    return When(basis="Tidak ada hari kegiatan yang dapat dipastikan dari teks.")
