"""Names of firms and institutions brought to one form, token by token.

Works as `naungan.lib.names` does: one regular expression cuts a name into raw
tokens in SQL and Python alike, `token_form` turns each distinct token into zero,
one or several words, `legal_form` says which legal form a token states. All
rules are in company_names.toml.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from naungan.lib import names
from naungan.lib.names import sound_form, token_id, without_accents


__all__ = [
    "PLAIN_NAME",
    "RAW_TOKEN",
    "is_common",
    "legal_form",
    "legal_form_of_token",
    "normal_form",
    "raw_tokens_sql",
    "split_raw",
    "token_form",
    "token_id",
    "tokens",
]

LETTERS = "[A-Za-z0-9'`’‘ʼ]"
RAW_TOKEN = rf"{LETTERS}+(?:[ \t]*\.[. \t]*{LETTERS}+)*"
"""What a raw token looks like; dots glue: "P.T. Maju" is one raw token."""
PLAIN_NAME = "(?:[A-Za-z0-9]+ )*[A-Za-z0-9]+"
"""Names that a split at single spaces cuts in the same way."""

_RAW = re.compile(RAW_TOKEN)
_PART = re.compile(r"[A-Z]+|[0-9]+")
_APOSTROPHE = re.compile("['`’‘ʼ]")
_HUMP = re.compile(r"([a-z]{2})([A-Z][a-z]{2})")
_MOST_LETTERS = 4
_MOST_PASSES = 8


def raw_tokens_sql(column: str) -> str:
    """Return the DuckDB expression (VARCHAR[]) that equals `split_raw`."""
    return names.raw_tokens_sql(column, RAW_TOKEN, PLAIN_NAME)


def split_raw(name: str) -> list[str]:
    """Cut a name as written into raw tokens, case kept, accents removed."""
    return _RAW.findall(without_accents(name))


def token_form(token: str) -> str:
    """Return the words (space separated, perhaps none) a raw token stands for.

    Legal forms and joining words give none; KSU is a legal form and the words
    SERBA USAHA. Pure, and a form is its own form.
    """
    return " ".join(_words(token))


def legal_form_of_token(token: str) -> str:
    """Return the legal form a raw token states ("P.T. Maju" -> "PT"), or ""."""
    rules = _rules()
    stated = (rules.legal.get(part) for part in _parts(token))
    return next(filter(None, stated), "")


def tokens(name: str) -> tuple[str, ...]:
    """Return the words of a name without its legal form, in the order written."""
    return tuple(word for raw in split_raw(name) for word in _words(raw))


def legal_form(name: str) -> str:
    """Return the first legal form a name states, or ""."""
    stated = (legal_form_of_token(raw) for raw in split_raw(name))
    return next(filter(None, stated), "")


def normal_form(name: str) -> str:
    """Return the words of a name sorted and joined, without its legal form."""
    return " ".join(sorted(tokens(name)))


def is_common(word: str) -> bool:
    """Say whether a word of a form is so frequent everywhere that it tells little."""
    return word in _rules().common


@dataclass(frozen=True)
class _Rules:
    common: frozenset[str]
    legal: dict[str, str]
    dropped: frozenset[str]
    variants: dict[str, str]
    spelt_out: frozenset[str]
    prefixes: tuple[str, ...]
    suffixes: tuple[str, ...]
    min_rest: int


@cache
def _rules() -> _Rules:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
    variants = {way: word for word, ways in data["variants"].items() for way in ways}
    return _Rules(
        legal={way: form for form, ways in data["legal"].items() for way in ways},
        common=frozenset(data["words"]["common"]),
        dropped=frozenset(data["words"]["dropped"]),
        variants=variants,
        spelt_out=frozenset(chain.from_iterable(w.split() for w in data["variants"])),
        prefixes=tuple(data["joined"]["prefixes"]),
        suffixes=tuple(data["joined"]["suffixes"]),
        min_rest=data["joined"]["min_rest"],
    )


def _parts(raw: str) -> list[str]:
    """Cut a raw token at dots and humps (SumberJaya); join letters of a known form."""
    if raw.isascii() and raw.isalpha() and (raw.istitle() or raw.isupper()):
        return [raw.upper()]
    plain = _APOSTROPHE.sub("", without_accents(raw))
    parts = _PART.findall(_HUMP.sub(r"\1 \2", plain).upper())
    for size in range(min(_MOST_LETTERS, len(parts)), 1, -1):
        joined = "".join(parts[:size])
        if all(len(part) == 1 for part in parts[:size]) and _known(joined):
            return [joined, *parts[size:]]
    return parts


def _known(word: str) -> bool:
    rules = _rules()
    return word in rules.legal or word in rules.variants


def _words(raw: str) -> tuple[str, ...]:
    before: tuple[str, ...] = ()
    words = tuple(_parts(raw))
    for _ in range(_MOST_PASSES):
        before, words = words, tuple(f for w in words for f in _word_forms(w))
        if words == before:
            break
    return words


def _word_forms(word: str) -> list[str]:
    rules = _rules()
    if word in rules.dropped:
        return []
    known = rules.variants.get(word)
    if known is not None:
        return known.split()
    if word in rules.legal:
        return []
    if word in rules.spelt_out or word.isdigit():
        return [word]
    return [_spelt(part) for part in _apart(word)]


def _spelt(word: str) -> str:
    rules = _rules()
    if word in rules.variants or word in rules.spelt_out:
        return rules.variants.get(word, word)
    sounded = sound_form(word)
    return rules.variants.get(sounded, sounded)


def _apart(word: str) -> list[str]:
    """Part what is as often written joined: INDOJAYA is INDO JAYA."""
    rules = _rules()
    if word.startswith(rules.prefixes):
        for prefix in rules.prefixes:
            rest = word.removeprefix(prefix)
            if rest != word and len(rest) >= rules.min_rest:
                return [prefix, rest]
    if word.endswith(rules.suffixes):
        for suffix in rules.suffixes:
            rest = word.removesuffix(suffix)
            if rest != word and len(rest) >= rules.min_rest:
                return [rest, suffix]
    return [word]
