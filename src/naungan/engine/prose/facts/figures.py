"""Figures of a report: value, unit, what they count, and the words they stand in.

A number is a figure only with a unit: rupiah, per cent, or something counted. What
belongs to a date, an article, a time or the number of a regulation is none.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from naungan.engine.prose.draft import Figure, Quoted
from naungan.engine.prose.facts.days import days_in
from naungan.engine.prose.lexicon import any_of, lexicon
from naungan.engine.prose.page.report import Report
from naungan.engine.prose.page.sentences import Sentence
from naungan.engine.prose.word_list import words_in
from naungan.lib.number_words import SINGLE_SCALES, WHOLE, value_of_words
from naungan.lib.numbers import parse_number


_NUM: Final = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_SCALE: Final = any_of(
    ("ribu", "rb", "juta", "jt", "miliar", "milyar", "triliun", "trilyun", "triliyun")
)
_WORDED: Final = any_of(
    [
        *WHOLE,
        *SINGLE_SCALES,
        "belas",
        "puluh",
        "ratus",
        "ribu",
        "juta",
        "miliar",
        "koma",
    ]
)
_MONEY: Final = re.compile(
    rf"\b(?:Rp|IDR)\.?\s*(?P<n>{_NUM})(?P<cents>,-|,00\b)?(?:\s*(?P<scale>{_SCALE}|[MT](?=\b)))?|"
    rf"(?<![\w.,/])(?P<n2>{_NUM})\s*(?:(?P<scale2>{_SCALE})\s+)?rupiah\b",
    re.IGNORECASE,
)
_PERCENT: Final = re.compile(
    rf"(?<![\w.,/])(?P<n>{_NUM})\s*(?:%|per\s?sen\b|prosen\b|pct\b)(?P<point>\s*poin\b)?|(?<![\w.,/])(?P<n2>{_NUM})\s*poin(?:\s*per\s?sen)?\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    rf"(?<![\w.,/:-])(?P<n>{_NUM})(?:-an)?(?:\s*(?P<scale>{_SCALE}))?(?:-?an)?\s+(?:lebih\s+|lainnya\s+|unit\s+|jenis\s+|buah\s+|calon\s+)?(?P<unit>[A-Za-z]\w*/ \w+|[A-Za-z][\w/-]*)",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    rf"(?<![\w-])(?P<n>(?:{_WORDED})(?:\s+(?:{_WORDED}))*)\s+(?:orang\s+|buah\s+|jenis\s+|unit\s+)?(?P<unit>[a-z][\w/-]*)",
    re.IGNORECASE,
)
_FILLED: Final = r"(?:total|sekitar|sebanyak|jumlah|potensi|target|keseluruhan|seluruh|kurang\s+lebih|lebih\s+kurang)\s+"
_OF: Final = re.compile(
    rf"(?<![\w.,/-])(?P<n>{_NUM})(?=\)?\s+(?:dari|di antara|atau|(?P<done>[a-z]+)\s+dari)\s+(?:{_FILLED})*(?P<whole>{_NUM})\s+(?P<unit>[A-Za-z][\w/-]*))",
    re.IGNORECASE,
)
# "51.398 pekerja dari total 239.799": the whole counts what the part counts.
_OUT_OF: Final = re.compile(
    rf"(?<![\w.,/-])(?P<part>{_NUM})\s+(?P<unit>[A-Za-z][\w/-]*)(?:\s+[a-z]+){{0,2}}?\s+dari\s+(?:{_FILLED})*(?P<n>{_NUM})(?=\s*(?:[.,;:()]|$|(?:atau|yang|yakni|yaitu)\b))",
    re.IGNORECASE,
)
# "33% pekerja terlindungi (72.298 dari 237.865)": the share says what both count.
_SHARE_OF: Final = re.compile(
    rf"(?:persen|%)\s+(?:dari\s+)?(?P<unit>[A-Za-z][\w/-]*)[^.;]*?(?<![\w.,/-])(?P<part>{_NUM})\s+dari\s+(?:{_FILLED})*(?P<n>{_NUM})(?=\s*(?:[.,;:()]|$))",
    re.IGNORECASE,
)
_SCALED: Final = re.compile(
    rf"\b(?:sebesar|senilai|mencapai|total|sejumlah|hingga|maksimal|yaitu|yakni|hanya|masing-masing)\s+(?P<n>{_NUM})\s*(?P<scale>juta|jt|miliar|milyar|triliun)\b(?!\s*(?:orang|jiwa|pekerja|peserta|tenaga|petani|hektar\w*|ton|unit|penduduk|warga|karyawan|buruh))",
    re.IGNORECASE,
)
# A number without a unit, behind one that has it.
_BARE: Final = re.compile(
    rf"\b(?:baru|hanya|sebanyak|sudah|telah|sisanya|tersisa|tinggal|masih)\s+(?:sekitar\s+|ada\s+|sebanyak\s+|kurang\s+lebih\s+|lebih\s+dari\s+)*"
    rf"(?P<n>{_NUM})(?:\s*(?P<scale>{_SCALE}))?(?=\s+(?:yang|sekian|di\s?antaranya|saja|terdaftar|terlindungi|ter[ck]over|terdata|belum|sudah|atau)\b|\s*[,.](?:\s|$)|\s*\()",
    re.IGNORECASE,
)
# "Dari total pekerja lebih kurang 110 ribu": the unit stands before the number.
_BEFORE: Final = re.compile(
    rf"\b(?:total|jumlah|seluruh)\s+(?P<unit>[a-z]\w*)\s+(?:\w+\s+){{0,1}}?(?:sekitar|kurang\s+lebih|lebih\s+kurang|sebanyak|mencapai|sejumlah)\s+"
    rf"(?P<n>{_NUM})(?:\s*(?P<scale>{_SCALE}))?(?=\s*(?:[.,;:()”\"]|$|(?:yang|dan|pada|di|atau)\b))",
    re.IGNORECASE,
)
_COUNTED: Final = frozenset({"orang", "perusahaan", "desa", "kasus", "opd"})
_NO_FIGURE: Final = re.compile(
    r"(?:\b(?:nomor|no|pasal|ayat|tahun|huruf|angka|asisten|komisi|tanggal|tgl|pukul|jam|lantai|tahap|jalan|jl|ke|bab|rt|rw|usia|umur|berusia|periode|kelas|tipe|gelombang|sesi|sp|halaman|sila|urutan|peringkat|covid)[\s.:-]*|[/–-])$",
    re.IGNORECASE,
)
# "3 Kepala Badan" are offices of a list, as "19 Menteri" are.
_OF_OFFICE: Final = re.compile(r"Kepala\s+(?:Badan|Lembaga)\b")
# "Dua dari tiga desa, atau 240 dari 360 desa" is a share in words, and no three villages.
_SAID_IN_DIGITS: Final = re.compile(
    r"[\s,(]*(?:atau|yakni|yaitu)\s[a-z\s]{0,20}\d", re.IGNORECASE
)
_PER: Final = re.compile(
    r"^[\w\s-]{0,28}?\b(?:per|setiap|tiap|(?:di|untuk|bagi) (?:setiap|tiap|masing-masing|satu)|tiap-tiap)[\s-]*(?P<base>bulan|tahun|desa|kecamatan|orang|pekerja|peserta|jiwa|kelurahan|pekon|hari|anak|desa/kelurahan|nagari|kampung)\b|^\s*/\s*(?P<base2>bulan|tahun|desa|orang|peserta)\b|^\s*(?P<monthly>setiap bulannya|sebulan|perbulan|per bulannya|tiap bulannya|setiap bulan)\b",
    re.IGNORECASE,
)
MOST_BEFORE, MOST_AFTER = 12, 10  # words beside a number that say what it counts
_LONE_BASE: Final = frozenset({"orang", "peserta", "pekerja", "jiwa"})
_SMALL: Final = frozenset(
    {
        "program",
        "anak",
        "desa",
        "kecamatan",
        "perusahaan",
        "SKK",
        "kasus",
        "orang",
        "kabupaten/kota",
        "provinsi",
    }
)


def read_figures(report: Report) -> tuple[Figure, ...]:
    """Return the figures told, each value and unit once, in order."""
    found: dict[tuple[int | float, str], Figure] = {}
    for sentence in report.told:
        for figure in _of_sentence(sentence):
            found.setdefault((figure.value, figure.unit.partition("/")[0]), figure)
    return tuple(found.values())


def _of_sentence(sentence: Sentence) -> list[Figure]:
    taken: list[range] = [
        range(day.words.start - sentence.start, day.words.end - sentence.start)
        for day in days_in(sentence)
    ]
    found: list[Figure] = []
    for reader in (_money, _percents, _parts, _named, _scaled, _counts, _spoken):
        for figure, span in reader(sentence):
            if not any(
                span.start in other or span.stop - 1 in other for other in taken
            ):
                taken.append(span)
                found += [figure] if figure else []
    found += _bare(sentence, found, taken)
    return sorted(found, key=lambda figure: figure.words.start)


def _bare(
    sentence: Sentence, found: list[Figure], taken: list[range]
) -> Iterator[Figure]:
    """Read "dari 239.799 pekerja, baru 51.398 yang terdaftar": it counts what they are."""
    for match in _BARE.finditer(sentence.text):
        start = sentence.start + match.start("n")
        before = [
            one for one in found if one.unit in _COUNTED and one.words.end <= start
        ]
        if not before or any(match.start("n") in other for other in taken):
            continue
        value = _scaled_value(_whole(match["n"], match["scale"]), match["scale"])
        last = max(before, key=lambda one: one.words.start)
        end = match.end("scale") if match["scale"] else match.end("n")
        figure, _ = _figure(sentence, match.start("n"), end, value, last.unit)
        if figure:
            yield figure


Found = Iterator[tuple[Figure | None, range]]


def _money(sentence: Sentence) -> Found:
    for match in _MONEY.finditer(sentence.text):
        value = _scaled_value(
            match["n"] or match["n2"], match["scale"] or match["scale2"]
        )
        base = _base(sentence.text[match.end() :])
        yield _figure(
            sentence,
            match.start(),
            match.end(),
            value,
            f"IDR/{base}" if base else "IDR",
        )


def _percents(sentence: Sentence) -> Found:
    for match in _PERCENT.finditer(sentence.text):
        value = parse_number(match["n"] or match["n2"], percent=True)
        unit = "percentage_point" if match["point"] or match["n2"] else "percent"
        yield _figure(sentence, match.start(), match.end(), value, unit)


def _parts(sentence: Sentence) -> Found:
    """Read "51.398 dari total 239.799 pekerja": the part counts what the whole counts."""
    text = sentence.text
    for match in _OF.finditer(text):
        unit = _unit(match["unit"])
        is_of_that = not (match["done"] and _unit(match["done"]))
        if unit and is_of_that and not _NO_FIGURE.search(text[: match.start()]):
            yield _numbered(sentence, match, "n", unit)
    for match in _OUT_OF.finditer(text):
        if (unit := _unit(match["unit"])) and _is_within(match):
            yield _numbered(sentence, match, "n", unit)
    for match in _SHARE_OF.finditer(text):
        if (unit := _unit(match["unit"])) and _is_within(match):
            yield _numbered(sentence, match, "part", unit)
            yield _numbered(sentence, match, "n", unit)


def _named(sentence: Sentence) -> Found:
    """Read "total pekerja sekitar 110 ribu", whose unit stands before the number."""
    for match in _BEFORE.finditer(sentence.text):
        if unit := _unit(match["unit"]):
            value = _scaled_value(_whole(match["n"], match["scale"]), match["scale"])
            end = match.end("scale") if match["scale"] else match.end("n")
            yield _figure(sentence, match.start("n"), end, value, unit)


def _numbered(
    sentence: Sentence, match: re.Match[str], group: str, unit: str
) -> tuple[Figure | None, range]:
    value = _scaled_value(match[group], None)
    return _figure(sentence, *match.span(group), value, unit)


def _is_within(match: re.Match[str]) -> bool:
    """Tell whether the first number may be a part of the second, which is no year."""
    part, whole = _scaled_value(match["part"], None), _scaled_value(match["n"], None)
    is_year = re.fullmatch(r"(?:19|20)\d\d", match["n"]) is not None
    return part is not None and whole is not None and part < whole and not is_year


def _scaled(sentence: Sentence) -> Found:
    """Read "sebesar 174 juta", which is money though no mark says so."""
    for match in _SCALED.finditer(sentence.text):
        value = _scaled_value(match["n"], match["scale"])
        yield _figure(sentence, match.start("n"), match.end(), value, "IDR")


def _counts(sentence: Sentence) -> Found:
    for match in _COUNT.finditer(sentence.text):
        unit = _unit(match["unit"])
        before = sentence.text[: match.start()]
        if not unit or _NO_FIGURE.search(before) or _is_year(match):
            continue
        if _OF_OFFICE.match(sentence.text, match.start("unit")):
            continue
        base = _base(sentence.text[match.end() :])
        if base and unit == "orang" and base not in _LONE_BASE:
            unit = f"orang/{base}"
        value = _scaled_value(_whole(match["n"], match["scale"]), match["scale"])
        yield _figure(sentence, match.start(), match.end(), value, unit)


def _whole(number: str, scale: str | None) -> str:
    """Read "2,715 TK" as thousands: what is counted one by one has no fractions."""
    is_english = scale is None and re.fullmatch(r"[1-9]\d{0,2},\d{3}", number)
    return number.replace(",", "") if is_english else number


def _spoken(sentence: Sentence) -> Found:
    for match in _SPOKEN.finditer(sentence.text):
        unit = _unit(match["unit"])
        value = _spoken_value(match["n"].lower().split())
        before = sentence.text[: match.start()]
        if (
            unit not in _SMALL
            or value is None
            or value < 2
            or _NO_FIGURE.search(before)
        ):
            continue
        if re.search(r"\b(ke|salah|pasal|hari|para)\s*$", before):
            continue
        if before.endswith("dari ") and _SAID_IN_DIGITS.match(
            sentence.text, match.end()
        ):
            continue
        yield _figure(sentence, match.start(), match.end(), value, unit)


def _figure(
    sentence: Sentence, start: int, end: int, value: Decimal | None, unit: str
) -> tuple[Figure | None, range]:
    """Make a figure; None for digits that are no number, such as "012.345.678"."""
    if value is None:
        return None, range(start, end)
    number = int(value) if value == value.to_integral_value() else float(value)
    quoted = Quoted(sentence.text[start:end], sentence.start + start)
    return Figure(number, unit, _meaning(sentence, start, end), quoted), range(
        start, end
    )


def _meaning(sentence: Sentence, start: int, end: int) -> str:
    """Return the words around a number as far as its clause goes; "…" where it is cut."""
    before = re.split(r"\.\s|[;“”\"()]|,\s", sentence.text[:start])[-1].split()
    after = re.split(r"\.(?:\s|$)|[;“”\"()]|,\s", sentence.text[end:])[0].split()
    front = ["…"] if len(before) > MOST_BEFORE else []
    back = ["…"] if len(after) > MOST_AFTER else []
    words = [*before[-MOST_BEFORE:], sentence.text[start:end], *after[:MOST_AFTER]]
    return " ".join([*front, *words, *back])


def _scaled_value(number: str, scale: str | None) -> Decimal | None:
    value = parse_number(number)
    scales = lexicon("units")["scales"]
    letters = {"m": scales["miliar"], "t": scales["triliun"]}
    factor = {**scales, **letters}[scale.lower()] if scale else 1
    return value * factor if value is not None else None


def _spoken_value(words: list[str]) -> Decimal | None:
    if len(words) == 1 and words[0] in WHOLE:
        return Decimal(WHOLE[words[0]])
    if len(words) == 2 and words[1] in ("belas", "puluh", "ratus"):
        small = WHOLE.get(words[0])
        base = {"belas": 10, "puluh": 10, "ratus": 100}[words[1]]
        return (
            None
            if small is None
            else Decimal(small + 10 if words[1] == "belas" else small * base)
        )
    return value_of_words(words)


def _base(after: str) -> str:
    match = _PER.match(after)
    if not match:
        return ""
    if match["monthly"]:
        return "bulan"
    return (match["base"] or match["base2"]).lower()


def _is_year(match: re.Match[str]) -> bool:
    """A bare 2024 before a word is a year, unless people are counted."""
    number = match["n"]
    return (
        re.fullmatch(r"(?:19|20)\d\d", number) is not None
        and not match["scale"]
        and (_unit(match["unit"]) != "orang")
    )


def _unit(word: str) -> str:
    low = word.lower().replace("/ ", "/")
    return _units().get(low) or _units().get(low.removesuffix("nya"), "")


@cache
def _units() -> dict[str, str]:
    data = lexicon("units")
    things = {word: unit for unit, words in data["things"].items() for word in words}
    return {**things, **dict.fromkeys(words_in(data["people"]["words"]), "orang")}
