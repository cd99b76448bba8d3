"""The body of a report: what is left when navigation, credits and bylines are gone.

A page of news carries much that is no fact of its event: "Baca juga" headlines,
photo credits, initials of the writer, comments. They are dropped here, once, so
that no reader after this one has to doubt where a number came from.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from naungan.engine.prose.page.dateline import Dateline, read_dateline
from naungan.engine.prose.page.wrapping import looks_wrapped, unwrapped


_BLANKS: Final = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t", " "),
        "℅": "%",
        "\u200b": "",
        "\ufeff": "",
        "\u00ad": "",
    }
)
# A line that begins so is a link, a credit or a button; the whole line goes.
_NAVIGATION: Final = re.compile(
    r"(baca\s*(juga|lainnya|selengkapnya|artikel)|bacajuga|baca\s*:|lihat juga|simak (juga|berita)|"
    r"(pos|berita|artikel|konten) (terkait|lainnya|sebelumnya)|tonton|"
    r"(foto|fotografer|editor|pewarta|penulis|reporter|wartawan|kontributor|laporan|sumber|kredit foto|"
    r"photo|rep|red|teks|tags?|label|kategori|topik berita|topik terkait)\s*:|"
    r"advertisement|iklan$|scroll|copyright|©|hak cipta|share|bagikan|whatsapp|facebook|twitter|telegram|"
    r"load more|selanjutnya$|halaman\b.*\d$|cek berita|dapatkan (berita|update)|ikuti|gabung|google news|follow|"
    r"news feed|leave a reply|please enter|discussion about|no comments|tidak ada komentar|komentar|"
    r"tinggalkan (komentar|balasan)|beranda\b|home\b|menu$|breadcrumb|[-–•]?\s*oleh\s+(mc|tim|admin|redaksi)\b|oleh\s*$|id\s+[a-z ,]+,[a-z ,]+$|"
    r"author\b|dibaca|views?\b|\d+\s*(views|kali dibaca)|warta terkait|populer|trending|headline news$|avatar$|sebarkan|ketgam|dokumentasi pimpinan|dok\b|views$|\d+$)",
    re.IGNORECASE,
)
# After one of these nothing of the report follows.
_END: Final = re.compile(
    r"(komentar|tidak ada komentar.*|leave a reply|(pos|artikel|berita|konten) terkait|"
    r"tinggalkan (komentar|balasan).*|discussion about.*|no comments.*|related posts?)[:.]?$",
    re.IGNORECASE,
)
_INSIDE_LINK: Final = re.compile(
    r"\(?\b(?:baca(?: juga)?|simak juga|lihat juga)\s*:.*$", re.IGNORECASE | re.DOTALL
)
_CREDIT: Final = re.compile(
    r"\s*\((?:foto|dok|ist|istimewa|antara|humas|sumber)\b[^)]*\)?\.?$|\s*[\[(][^()\[\]]*(?:\bfoto\b|\.com/|/[a-z]+\.com|\bist\b|\bdok\b)[^()\[\]]*[\])]\.?$",
    re.IGNORECASE,
)
_SIGNED: Final = re.compile(
    r"(?<=[.!?”\"])\s*[([][^()\[\]\d]{1,40}[)\]]\.?$|\s*\(\*+[^)]*\)\s*$"
)
_CAPTION: Final = re.compile(
    r"(foto|caption|keterangan foto|ket\.? foto|[A-Z]{4,}( [A-Z]{3,}){0,4} ?:)"
)
_STAMP: Final = re.compile(r"\b\d{1,2}[:.]\d{2}\s*(wib|wita|wit)?\b", re.IGNORECASE)
_DAY_IN_BRACKETS: Final = re.compile(r"\(\d{1,2}[/ ][\w/ ]+\)")
SHORTEST_BROKEN: Final = 60  # letters of a line broken at a comma
MOST_ABOVE: Final = 5  # lines that may stand between the title and the report
_ENDS: Final = (".", "!", "?", "”", '"')
_NAME_ONLY: Final = re.compile(r"(?:[A-Z][\w.'’]*\s*){1,4}$")


@dataclass(frozen=True, slots=True)
class Article:
    """Headline, dateline, and the paragraphs of the body, white space normalised.

    `stamp` is the line on which the outlet printed the day of publication, if any.
    """

    headline: str
    dateline: Dateline
    paragraphs: tuple[str, ...]
    stamp: str = ""


def read_article(text: str) -> Article:
    """Take a report as copied from anywhere and keep what the reporter wrote."""
    lines = [*_lines(text)]
    stamp = next((line for line in lines[:6] if _is_stamp(line)), "")
    kept = [
        line for line in _before_end(lines) if line != stamp and not _is_aside(line)
    ]
    headline, kept = _headline([*filter(None, map(_trimmed, kept))])
    kept = _without_byline(kept)
    dateline, kept = _dateline(kept)
    return Article(headline, dateline, tuple(filter(None, kept)), stamp)


def _lines(text: str) -> list[str]:
    plain = unicodedata.normalize("NFC", text).translate(_BLANKS)
    found = [" ".join(line.split()) for line in plain.splitlines()]
    if looks_wrapped(found):
        return unwrapped(found)
    return _joined([line for line in found if line])


def _joined(lines: list[str]) -> list[str]:
    """Go on after a line that ends in a comma: its sentence does."""
    found: list[str] = []
    for line in lines:
        if found and found[-1].endswith(",") and len(found[-1]) > SHORTEST_BROKEN:
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _before_end(lines: list[str]) -> list[str]:
    """Cut at the comments, which stand in the later half of a page."""
    for at, line in enumerate(lines):
        if at * 2 >= len(lines) and _END.match(line):
            return lines[:at]
    return lines


def _is_stamp(line: str) -> bool:
    return (
        len(line) < 80 and bool(_STAMP.search(line)) and not line.endswith((".", "”"))
    )


def _is_aside(line: str) -> bool:
    if _NAVIGATION.match(line) or not any(letter.isalnum() for letter in line):
        return True
    return len(line) < 300 and bool(_CAPTION.match(line)) and bool(_CREDIT.search(line))


def _trimmed(line: str) -> str:
    for pattern in (_INSIDE_LINK, _SIGNED, _CREDIT):
        line = pattern.sub("", line).rstrip()
    return line


def _headline(lines: list[str]) -> tuple[str, list[str]]:
    """Take the first line when it is a title: no full stop, no dateline, more follows."""
    if len(lines) < 2 or not _is_title(lines[0]):
        return "", lines
    title = lines[0]
    rest = lines[1:]
    while rest and (rest[0] == title or (len(rest) > 2 and _is_lone(rest[0]))):
        rest = rest[1:]
    return title, rest


def _is_title(line: str) -> bool:
    if len(line) > 220 or line.endswith(("”", '"', ",")) or ":" in line[:20]:
        return False
    if line.endswith(".") and not _is_capitalised(line):
        return False
    if line.endswith(".") and _DAY_IN_BRACKETS.search(line):
        return False
    return not read_dateline(line).length


def _is_capitalised(line: str) -> bool:
    """Tell whether most words are written as in a title."""
    words = line.split()
    return sum(word[0].isupper() for word in words) * 3 >= len(words) * 2


def _is_lone(line: str) -> bool:
    """Tell whether a line under the title is an outlet's or a writer's name."""
    return len(line) < 40 and not line.endswith((".", ":")) and len(line.split()) <= 4


def _without_byline(lines: list[str]) -> list[str]:
    while lines and (not lines[-1] or _NAME_ONLY.fullmatch(lines[-1])):
        lines = lines[:-1]
    return lines


def _dateline(lines: list[str]) -> tuple[Dateline, list[str]]:
    """Read the dateline off the first paragraph that has one.

    Captions, kickers and writers stand above it; only sentences are kept of that.
    """
    for at, line in enumerate(lines[:MOST_ABOVE]):
        found = read_dateline(line)
        if found.length:
            told = [above for above in lines[:at] if above.endswith(_ENDS)]
            return found, [*told, line[found.length :], *lines[at + 1 :]]
    return Dateline(), lines
