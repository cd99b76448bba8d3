"""Where the event was held: the room or building, and the town."""

import re
from typing import Final

from naungan.engine.prose.draft import Quoted
from naungan.engine.prose.names.places import place_at, sent_from
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.lib.calendar_words import WEEKDAYS


_HEADS: Final = (
    r"(?:salah satu (?:hotel|rumah makan|restoran|aula)|hotel|aula|lob[iy]|rujab|rumdis|gedung|ruang(?:an)?|kantor|pendopo|pendapa|balai|ballroom|"
    r"balairung|auditorium|wisma|rumah (?:makan|dinas|jabatan)|restoran|resto|cafe|kafe|gor|graha|convention|lapangan|masjid|kampus|"
    r"command center|mal pelayanan publik|sasana|baruga|lamin|bapendo|rupatama|oproom|op room|alun-alun|halaman|studio|taman|grand|novotel|aston|swiss-bel\w*)"
)
_STOP: Final = r"(?=\s*(?:,|\.(?:\s|$)|;|\(|\)|:|–|$|\b(?:pada|yang|ini|dan (?:dihadiri|dibuka|diikuti)|dengan|untuk|untuk|guna|tersebut|dalam rangka|dihadiri|dibuka|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|senin|tanggal|pukul|hari|kemarin|bersama|diikuti|serta|sekaligus|oleh|terkait|tentang|membahas|dipimpin|sebagai|kepada|turut|hadir|beberapa|baru-baru|usai|saat|adalah|berlangsung)\b))"
_VENUE: Final = re.compile(
    rf"(?:\b(?:bertempat|berlangsung|digelar|diadakan|dilaksanakan|dipusatkan|diselenggarakan|terpusat)\b[^.,;]{{0,60}}?)?"
    rf"\bdi\s+((?:lantai \w+ )?{_HEADS}\b[^.,;()]*?){_STOP}"
    rf"|\b(?:tempat|lokasi)\s*:\s*([^.;\n]+?)(?=\s*(?:;|\.(?:\s|$)|$))",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    rf"\bdi\s+((?:[A-Z][\w'’-]+\s+){{1,4}}(?:Hotel|Resort|Ballroom|Convention Center|Hall|Resto|Cafe)\b[^.,;()]*?){_STOP}"
)
_DAYS: Final = tuple(day.lower() for day in WEEKDAYS)


def read_venue(report: Report) -> tuple[Quoted | None, Quoted | None]:
    """Return venue and town; the town is the one beside the venue, else the dateline's."""
    for sentence in report.told:
        found = _NAMED.search(sentence.text) or _VENUE.search(sentence.text)
        if found and not _is_quoted(sentence, found.start()):
            group = 1 if found[1] else 2
            start = sentence.start + found.start(group)
            venue = Quoted(found[group].strip(), start)
            return venue, _town_after(
                report, sentence, start + len(venue.surface), len(venue.surface)
            ) or _town(report)
    return None, _town(report)


def _is_quoted(sentence: Sentence, at: int) -> bool:
    before = sentence.text[:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _town_after(
    report: Report, sentence: Sentence, at: int, size: int
) -> Quoted | None:
    """Read the town in "di Urban Azana Hotel, Pringsewu" or "di Aula X, di Kota Y"."""
    words = sentence.words
    inside = [n for n, w in enumerate(words) if at - size <= w.start < at]
    for number in inside:
        place = place_at(words, number)
        if place and place.last == inside[-1] and place.codes:
            return report.span(words[place.first], words[place.last])
    after = [number for number, word in enumerate(words) if word.start >= at]
    for number in after[:4]:
        if words[number].low in _DAYS:
            return None
        place = place_at(words, number)
        if place:
            return report.span(words[place.first], words[place.last])
    return None


def _town(report: Report) -> Quoted | None:
    """Fall back on "di X" in the lead, then on the dateline."""
    for sentence in report.lead:
        words = sentence.words
        for number, word in enumerate(words[:-1]):
            place = place_at(words, number + 1) if word.low == "di" else None
            if place and len(place.codes) and len(place.codes[0]) > 2:
                return report.span(words[place.first], words[place.last])
    if sent := sent_from(report.dateline.places):
        return Quoted(sent.title(), 0)
    return None
