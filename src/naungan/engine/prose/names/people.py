"""Names of people beside their positions: where they begin, end, and what is title."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from naungan.engine.prose.lexicon import (
    Phrases,
    is_office_word,
    lexicon,
    match_phrase,
    office_head,
    phrases_of,
)
from naungan.engine.prose.names.places import district_at, place_at
from naungan.engine.prose.page.sentences import Word
from naungan.engine.prose.word_list import words_in
from naungan.lib.calendar_words import MONTH_OF_WORD, WEEKDAY_OF_WORD


MOST_WORDS: Final = 6
MOST_BEFORE: Final = 12  # with degrees and the commas between them
_INITIAL: Final = re.compile(r"[A-Z](\.[A-Z])*$")
_NAME: Final = re.compile(
    r"[A-Z][a-z'’`]+(?:[A-Z][a-z'’`]+)?(?:[-/][A-Z][a-z]+)*$|[A-Z][a-z]*\.[A-Z][a-z]+$"
)
# Capitals alone are a name only when they can be spoken: "ZITT", but no "DKPPP".
_CAPITALS: Final = re.compile(r"(?=.*[AEIOU])(?!.*[^AEIOU]{4})[A-Z'’`]{4,}$")
_LEVELS: Final = frozenset({"Kota", "Kabupaten", "Provinsi", "Kab", "Prov"})
_PAIR: Final = re.compile(r"[A-Z]{2}$")
_CROWD: Final = re.compile(r"[Ss]e-?[A-Z]")  # "se-Aceh", "seKabupaten": all of a region
# Capitalised words of such reports that are nobody's name.
_NOT_NAMES: Final = words_in(
    """pada dalam dengan untuk yang dari oleh serta dan di ke itu ini juga akan telah sudah para seluruh sejumlah bersama
    sementara selain menurut hadir turut hal kegiatan acara rapat fgd focus group discussion inpres instruksi peraturan undang-undang
    surat program provinsi kabupaten kota kecamatan desa kelurahan pemerintah pemkab pemkot pemprov dinas badan kantor hotel
    aula gedung ruang pendopo pendapa rujab rumdis lobi lapangan alun-alun gor graha wisma masjid bpjs bpjamsostek kejari kejati kejaksaan jaminan universal coverage apbd ucj jkk jkm jht jp jkp wib wita wit
    ri republik indonesia forum tim komite satgas rt rw bhp bpd umkm pmi asn opd skpd skk pt cv senin selasa ad hoc
    mengatakan menyampaikan menjelaskan beliau ia dia mereka kami kita bapak presiden menteri mou pks nota perjanjian nomor no tahun pasal ayat mari semoga terima kasih
    beserta jajaran pihak direksi kab kec prov kel kepada agar karena namun saat ketika setelah usai sebelum selama adapun bahkan tamu undangan
    tokoh adat unsur kalangan pelaku usaha bank rsud rs puskesmas universitas yayasan koperasi pengadilan polri tni manajemen perusahaan karyawan
    pekerja buruh serikat perangkat warga petani nelayan pedagang sopir guru lembaga organisasi asosiasi himpunan persatuan ikatan gabungan majelis
    dewan komisi fraksi demikian sehingga sebab maka lalu kemudian selanjutnya terakhir pertama kedua ketiga masing-masing antara terkait tentang
    guna bagi demi atas bawah luar jalan jl lantai alhamdulillah insya allah assalamualaikum yth peduli pemprop propinsi mengapresiasi menegaskan menyebut menuturkan penggerak"""
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name without titles and degrees, and the words it stands in."""

    text: str
    first: int
    last: int
    after: int


def name_at(words: tuple[Word, ...], at: int) -> Name | None:
    """Return the name that begins at a word, titles before it skipped."""
    begin = at
    while begin < len(words) and (length := _title_length(words, begin)):
        begin += length
    end = begin
    while (
        end < len(words) and end - begin < MOST_WORDS and _continues(words, end, begin)
    ):
        end += 1
    while end > begin and words[end - 1].low in _inside():
        end -= 1
    if not any(_is_spoken(word) for word in words[begin:end]):
        return None
    if _is_degree(words[begin]) or _is_place(words, begin, end):
        return None
    text = " ".join(_printed(words, at) for at in range(begin, end))
    return Name(text, begin, end - 1, _after_degrees(words, end))


def name_before(words: tuple[Word, ...], at: int, floor: int) -> Name | None:
    """Return the name that ends just before a word: "Ade Suryaman selaku …".

    It begins no earlier than `floor`, where the words of somebody else end.
    """
    begin = at
    while (
        begin > floor
        and at - begin < MOST_BEFORE
        and (
            _continues(words, begin - 1, begin - 1)
            or _is_degree(words[begin - 1])
            or (
                words[begin - 1].text == "," and begin < at and _is_degree(words[begin])
            )
        )
    ):
        begin -= 1
    name = name_at(words, begin) if begin < at else None
    return name if name and name.last < at <= name.after + 1 else None


def _is_place(words: tuple[Word, ...], begin: int, end: int) -> bool:
    place = place_at(words, begin)
    if place is not None and place.last + 1 >= end:
        return True
    if begin + 1 < end:
        return False
    return _is_in_list_of_places(words, begin) or _is_of_office(words, end)


def _is_of_office(words: tuple[Word, ...], end: int) -> bool:
    """Tell a misspelt word of an office from a name: "… Tenaga Kera Kota Dumai"."""
    return (
        end < len(words)
        and words[end].text in _LEVELS
        and place_at(words, end + 1) is not None
    )


def _is_in_list_of_places(words: tuple[Word, ...], at: int) -> bool:
    """Tell "…, Ciputat dan Tangerang" from a person of one name."""
    joined = at + 1 < len(words) and words[at + 1].low in ("dan", ",")
    return joined and bool(district_at(words, at)) and bool(place_at(words, at + 2))


def is_name_word(word: Word) -> bool:
    """Tell whether a word may be part of a name: capital, and no word of offices."""
    if _CROWD.match(word.text):
        return False
    parts = word.low.split("/")
    known = _NOT_NAMES | _first_of_heads()
    if any(part in known or is_office_word(part) for part in parts):
        return False
    if word.low in MONTH_OF_WORD or word.low in WEEKDAY_OF_WORD:
        return False
    if office_head(word.low):
        return False
    return _is_spoken(word) or bool(_INITIAL.match(word.text) or _PAIR.match(word.text))


def _is_spoken(word: Word) -> bool:
    return bool(_NAME.match(word.text) or _CAPITALS.match(word.text))


def _continues(words: tuple[Word, ...], at: int, begin: int) -> bool:
    word = words[at]
    if at > begin and word.low in _inside() and word.text.islower():
        return at + 1 < len(words) and words[at + 1].is_name_like
    if at > begin and (_is_degree(word) or _degree_length(words, at)):
        return False
    if word.text == "I" and at == begin:  # "I Made …", and no Roman number
        return at + 1 < len(words) and is_name_word(words[at + 1])
    return is_name_word(word)


def _printed(words: tuple[Word, ...], at: int) -> str:
    """Give an initial the dot that stood behind it: "M. Contoh"."""
    word = words[at]
    is_dotted = at + 1 < len(words) and words[at + 1].start - word.end == len(". ")
    dot = "." if is_dotted and _INITIAL.match(word.text) else ""
    return _written(word.text) + dot


def _written(text: str) -> str:
    """Keep a name as it stands; "M.Teguh" gets its space back, "H.Teguh" sheds its title."""
    front, dot, rest = text.partition(".")
    if dot and rest and front.lower() in _titles():
        return _written(rest)
    return re.sub(r"^([A-Z][a-z]{0,2})\.(?=[A-Z][a-z])", r"\1. ", text)


def _after_degrees(words: tuple[Word, ...], at: int) -> int:
    """Return the place after "SH, MH" and the like."""
    end = at
    while end < len(words):
        skip = 1 if words[end].text == "," else 0
        length = _degree_length(words, end + skip)
        if length:
            end += skip + length
        else:
            break
    return end


def _degree_length(words: tuple[Word, ...], at: int) -> int:
    """Return how many words a degree takes here: "SH" one, "S Ag" two."""
    if at >= len(words):
        return 0
    if _is_degree(words[at]):
        return 1
    is_apart = words[at].text in ("S", "M", "A") and at + 1 < len(words)
    joined = words[at].text + words[at + 1].text if is_apart else ""
    return 2 if len(joined) > 2 and joined in _degrees() else 0


def _is_degree(word: Word) -> bool:
    bare = word.text.replace(".", "")
    known = _degrees() if bare == word.text else _dotted_degrees()
    return (bare if bare == word.text else bare.lower()) in known and word.is_name_like


def _is_glued_title(text: str) -> bool:
    """Tell "Drs.H", titles written in one."""
    parts = text.lower().split(".")
    return len(parts) > 1 and all(part in _titles() for part in parts)


def _title_length(words: tuple[Word, ...], at: int) -> int:
    if _is_glued_title(words[at].text):
        return 1
    known = match_phrase(words, at, _titles())
    if not known or words[at].text in ("h", "al"):
        return 0
    return known[0]


@cache
def _first_of_heads() -> frozenset[str]:
    """The words by which positions begin: "Kepala", "Bupati"; nobody's name."""
    data = lexicon("offices")
    heads = [*data["heads"].values(), *data["deputies"].values()]
    return frozenset(one.split()[0].lower() for group in heads for one in group)


@cache
def _titles() -> Phrases:
    return phrases_of({"title": lexicon("offices")["names"]["titles"]})


@cache
def _inside() -> frozenset[str]:
    return frozenset(lexicon("offices")["names"]["inside"])


@cache
def _dotted_degrees() -> frozenset[str]:
    """Degrees in small letters: with dots they are known however they are written."""
    return frozenset(degree.lower() for degree in _degrees())


@cache
def _degrees() -> frozenset[str]:
    return words_in(lexicon("offices")["names"]["degrees"])
