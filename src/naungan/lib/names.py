"""Person names brought to one form for comparison, token by token.

A name is cut into raw tokens by one regular expression that DuckDB and Python
read alike (`RAW_TOKEN`), so the engine cuts millions of names in SQL, asks
`token_form` once per distinct token and joins the answers back. A raw token
keeps what decides its meaning: a comma before it (degrees follow a comma) and
dots inside it ("S. Pd." and "H.Ahmad" are one raw token each). Its form is
zero, one or several words separated by one space: "S. Pd." -> "", "H.Ahmad" ->
"AHMAD", "Abdurrahman" -> "ABDUL RAHMAN".

A form serves comparison only; it is never shown. All rules are in names.toml.
"""

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from pathlib import Path

from naungan.lib.sql_text import literal


LETTERS = "[A-Za-z'`’‘ʼ]"
RAW_TOKEN = rf"(?:,[ \t]*)?{LETTERS}+(?:[ \t]*\.[. \t]*{LETTERS}+)*\.?"
"""What a raw token looks like; the same pattern in Python `re` and RE2."""

PLAIN_NAME = "(?:[A-Za-z]+ )*[A-Za-z]+"
"""Names that a split at single spaces cuts in the same way, five times faster."""

_RAW = re.compile(RAW_TOKEN)
_PART = re.compile(r"[A-Z]+")
_DOUBLED = re.compile(r"([A-Z])\1+")
_LONGEST_DEGREE = 4
_MOST_PASSES = 8


def raw_tokens_sql(column: str, raw: str = RAW_TOKEN, plain: str = PLAIN_NAME) -> str:
    """Return the DuckDB expression (VARCHAR[]) that equals `split_raw`.

    `raw` and `plain` are patterns like those of this module.
    """
    return (
        f"CASE WHEN regexp_full_match({column}, {literal(plain)})"
        f" THEN string_split({column}, ' ')"
        f" ELSE regexp_extract_all(strip_accents({column}), {literal(raw)}) END"
    )


def split_raw(name: str) -> list[str]:
    """Cut a name as written into raw tokens, case kept, accents removed."""
    return _RAW.findall(without_accents(name))


def without_accents(text: str) -> str:
    """Return the text without combining marks, as DuckDB's strip_accents does."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    kept = "".join(c for c in apart if not unicodedata.category(c).startswith("M"))
    return unicodedata.normalize("NFC", kept)


def token_form(token: str) -> str:
    """Return the words (space separated, perhaps none) a raw token stands for.

    Pure: the same token always gives the same words, and the form of a form
    is itself (but "I", an initial with a dot, is a Balinese article without).
    One-letter words are initials.
    """
    return " ".join(_words(token))


def token_forms(raws: Sequence[str]) -> list[str]:
    """Return `token_form` of each token, several times faster for many.

    Plain words run through the sound rules together, as lines of one text; only
    words that another rule touches are settled one by one.
    """
    rules = _rules()
    plain = [raw.upper() if raw.isascii() and raw.isalpha() else "" for raw in raws]
    sounds = _sounds_together([w if _is_sound_only(w) else "" for w in plain])
    return [
        sound
        if sound and _is_sound_only(sound) and sound not in rules.variants
        else token_form(raw)
        for raw, sound in zip(raws, sounds, strict=True)
    ]


def tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name in the order written."""
    return tuple(word for raw in split_raw(name) for word in _words(raw))


def normal_form(name: str) -> str:
    """Return the words of a name sorted and joined: order no longer matters."""
    return " ".join(sorted(tokens(name)))


def is_initial(word: str) -> bool:
    """Say whether a word of a form is a single letter: compatible, not equal."""
    return len(word) == 1


def token_id(form: str) -> int:
    """Return a stable signed 64-bit number for a word, the same on any machine."""
    digest = blake2b(form.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@dataclass(frozen=True)
class _Rules:
    titles: frozenset[str]
    titles_before_a_name: frozenset[str]
    particles: frozenset[str]
    degrees_bare: frozenset[str]
    degrees_dotted: frozenset[str]
    variants: dict[str, str]
    joined_prefixes: tuple[str, ...]
    joined_min_rest: int
    assimilated: dict[str, str]
    old_mark: re.Pattern[str]
    old: tuple[tuple[str, str], ...]
    not_old: frozenset[str]
    alike: tuple[tuple[re.Pattern[str], str], ...]
    any_alike: re.Pattern[str]
    any_rule: re.Pattern[str]
    listed: frozenset[str]


@cache
def _rules() -> _Rules:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    joined, spelling = data["joined"], data["spelling"]
    alike = "|".join(a for a, _ in spelling["alike"])
    marks = "|".join(spelling["marks"])
    prefixes = "|".join(f"^{prefix}" for prefix in joined["prefixes"])
    return _Rules(
        titles=frozenset(data["titles"]["always"]),
        titles_before_a_name=frozenset(data["titles"]["before_a_name"]),
        particles=frozenset(data["titles"]["particles"]),
        degrees_bare=frozenset(data["degrees"]["bare"]),
        degrees_dotted=frozenset(data["degrees"]["dotted"]),
        variants={w: k for k, ways in data["variants"].items() for w in ways},
        joined_prefixes=tuple(joined["prefixes"]),
        joined_min_rest=joined["min_rest"],
        assimilated=joined["assimilated"],
        old_mark=re.compile(marks),
        old=tuple((a, b) for a, b in spelling["old"]),
        not_old=frozenset(spelling["not_old"]),
        alike=tuple(
            (re.compile(a, re.MULTILINE), _python_groups(b))
            for a, b in spelling["alike"]
        ),
        any_alike=re.compile(alike),
        any_rule=re.compile(rf"(.)\1|{alike}|{marks}|{prefixes}".replace("([", "(?:[")),
        listed=frozenset(
            (*data["titles"]["always"], *data["titles"]["particles"])
            + (*data["degrees"]["bare"], *joined["assimilated"])
            + tuple(way for ways in data["variants"].values() for way in ways)
        ),
    )


def _python_groups(replacement: str) -> str:
    return re.sub(r"\$\{?(\d)\}?", r"\\g<\1>", replacement)


def _words(raw: str) -> list[str]:
    if raw.isascii() and raw.isalpha():
        return list(_settled(raw.upper(), dotted=False))
    after_comma = raw.startswith(",")
    letters = without_accents(raw).upper()
    parts = _PART.findall(re.sub("['`’‘ʼ]", "", letters))
    parts = _without_titles(_without_degrees(parts, after_comma))
    dotted = len(parts) > 1 or raw.endswith(".")
    return [word for part in parts for word in _settled(part, dotted)]


def _without_degrees(parts: list[str], after_comma: bool) -> list[str]:
    """Cut degrees off the end: "AHMAD.S.PD" keeps AHMAD; "M.A.RAHMAN" stays."""
    rules = _rules()
    kept = list(parts)
    while kept:
        for size in range(min(_LONGEST_DEGREE, len(kept)), 0, -1):
            joined = "".join(kept[-size:])
            sure = size > 1 or after_comma
            if joined in rules.degrees_bare or (
                sure and joined in rules.degrees_dotted
            ):
                del kept[-size:]
                break
        else:
            break
    return kept


def _without_titles(parts: list[str]) -> list[str]:
    rules = _rules()
    kept = list(parts)
    while len(kept) > 1 and (kept[0] in rules.titles_before_a_name | rules.titles):
        del kept[0]
    return [part for part in kept if part not in rules.titles]


def _settled(word: str, dotted: bool) -> tuple[str, ...]:
    """Apply the word rules until nothing changes, so that forms are fixed points."""
    rules = _rules()
    if word not in rules.listed and not rules.any_rule.search(word):
        return (word,)  # most words: no rule can touch them
    if word in rules.particles:
        return (word,) if dotted and is_initial(word) else ()
    before: tuple[str, ...] = ()
    words: tuple[str, ...] = (word,)
    for _ in range(_MOST_PASSES):
        before, words = words, tuple(f for w in words for f in _word_forms(w))
        if words == before:
            break
    return tuple(w for w in words if w not in rules.particles)


def _is_sound_only(word: str) -> bool:
    """Say whether no rule but those of sound can touch a capital word."""
    rules = _rules()
    return (
        len(word) > 1
        and word not in rules.listed
        and not word.startswith(rules.joined_prefixes)
        and not rules.old_mark.search(word)
    )


def _sounds_together(words: list[str]) -> list[str]:
    """Apply the sound rules to all words at once until nothing changes."""
    rules = _rules()
    text = "\n".join(words)
    for _ in range(_MOST_PASSES):
        before = text
        text = _DOUBLED.sub(r"\1", text)
        for pattern, replacement in rules.alike:
            text = pattern.sub(replacement, text)
        text = _DOUBLED.sub(r"\1", text)
        if text == before:
            break
    return text.split("\n") if words else []


def _word_forms(word: str) -> tuple[str, ...]:
    rules = _rules()
    if word in rules.titles or word in rules.degrees_bare:
        return ()
    known = rules.variants.get(word)
    if known is not None:
        return (known,)
    apart = rules.assimilated.get(word)
    return tuple(apart.split()) if apart else tuple(map(_spelt, _apart(_modern(word))))


def _modern(word: str) -> str:
    """Read the spelling before 1972; a J alone is Y only in a word so written."""
    rules = _rules()
    if word in rules.not_old or not rules.old_mark.search(word):
        return word
    word = word.replace("DJ", "\0")
    for old, new in rules.old:
        word = word.replace(old, new)
    return word.replace("J", "Y").replace("\0", "J")


def _apart(word: str) -> list[str]:
    """Part what is as often written joined: NURHAYATI is NUR HAYATI."""
    rules = _rules()
    for prefix in rules.joined_prefixes:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= rules.joined_min_rest:
            return [prefix, rest]
    return [word]


def sound_form(word: str) -> str:
    """Return a capital word in modern spelling, letters that sound alike made one."""
    rules = _rules()
    word = _DOUBLED.sub(r"\1", _modern(word))
    if rules.any_alike.search(word):
        for pattern, replacement in rules.alike:
            word = pattern.sub(replacement, word)
        word = _DOUBLED.sub(r"\1", word)
    return word


def _spelt(word: str) -> str:
    rules = _rules()
    if is_initial(word) or word in rules.variants:
        return rules.variants.get(word, word)
    word = sound_form(word)
    return rules.variants.get(word, word)
