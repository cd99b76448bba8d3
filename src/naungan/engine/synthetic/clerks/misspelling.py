"""How names are written wrongly: letters, spellings, titles, order, initials."""

from collections.abc import Callable

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from naungan.engine.synthetic.clerks.error_model import BIT, NAME_KINDS, Cells, befallen
from naungan.engine.synthetic.draws import I64, bits
from naungan.engine.synthetic.names import NONE, corpus, spell


Words = list[str]
Change = Callable[[Words, int], Words]

NEAR = {
    "a": "sqe", "b": "vn", "c": "xvk", "d": "sft", "e": "wri", "f": "dgv", "g": "fhk",
    "h": "gjn", "i": "uoe", "j": "hky", "k": "jlg", "l": "kr", "m": "n", "n": "mb",
    "o": "ipu", "p": "ob", "q": "wk", "r": "etl", "s": "adz", "t": "ryd", "u": "iyo",
    "v": "bf", "w": "qe", "x": "zs", "y": "tui", "z": "sx",
}  # fmt: skip
SPELLINGS = (
    ("u", "oe"), ("j", "dj"), ("c", "tj"), ("y", "j"), ("sy", "sj"), ("kh", "ch"),
    ("i", "y"), ("f", "p"), ("v", "f"), ("z", "s"), ("dh", "d"), ("k", "q"), ("a", "o"),
    ("sy", "s"), ("h", ""), ("o", "u"), ("ai", "ae"), ("ah", "a"), ("rr", "r"),
)  # fmt: skip
MUHAMMADS = (
    "Muhamad", "Mohammad", "Mohamad", "Muh.", "Moh.", "M.", "Md", "Mochamad",
    "Moch.", "Mhd", "Muhammed",
)  # fmt: skip
OTHER_FORMS = {
    "Siti": ("Sitti", "St.", "Sti"), "Abdul": ("Abd.", "Abd", "Abdoel"),
    "Ahmad": ("Achmad", "Akhmad", "Ahmat"), "Nur": ("Noor", "Nor", "Noer"),
    "Yusuf": ("Jusuf", "Yusup", "Yoesoef"), "Agus": ("Agoes",), "Sri": ("Sry",),
    "Wahyu": ("Wahju", "Wahyoe"), "Rizki": ("Rizky", "Risky", "Riski"),
    "Rizky": ("Rizki", "Risky"), "Dwi": ("Dwie",), "Putri": ("Puteri",),
}  # fmt: skip
SOUNDS = (
    ("f", "p"), ("v", "p"), ("z", "j"), ("sy", "s"), ("e", "i"), ("o", "u"),
    ("ng", "n"), ("d", "t"), ("b", "p"), ("y", "i"), ("ai", "e"), ("au", "o"),
    ("ia", "iya"), ("ua", "uwa"), ("r", "l"), ("h", ""), ("k", ""), ("tt", "t"),
    ("i", "e"), ("u", "o"), ("a", "ha"),
)  # fmt: skip
SHAPES = (
    ("rn", "m"), ("m", "rn"), ("l", "i"), ("i", "l"), ("o", "0"), ("cl", "d"),
    ("u", "v"), ("h", "b"), ("e", "c"), ("n", "ri"), ("a", "o"), ("g", "q"),
    ("s", "5"), ("t", "f"), ("y", "v"),
)  # fmt: skip
TITLES = ("H. ", "Hj. ", "Drs. ", "Ir. ", "Bpk ", "Ibu ", "dr. ", "KH. ")
DEGREES = (", S.Pd", ", SE", ", S.H.", " SPd", ", S.Kom", ", A.Md", ", S.Sos", ", M.Pd")
EXTRA = ("Putra", "Sari", "Saputra", "Wati", "bin Ali", "binti Hasan", "Jaya", "Putri")


def _pick(options: tuple[str, ...] | str, luck: int) -> str:
    return options[luck % len(options)]


def typo(words: Words, luck: int) -> Words:
    """Slip on the keyboard: a letter left out, doubled, swapped or hit beside."""
    which = luck % len(words)
    word, luck = words[which], luck // 7
    at = luck % len(word)
    sort, luck = luck // 13 % 4, luck // 61
    letter = word[at]
    if sort == 0 and len(word) > 3:
        wrong = word[:at] + word[at + 1 :]
    elif sort == 1:
        wrong = word[:at] + letter + word[at:]
    elif sort == 2 and at + 1 < len(word):
        wrong = word[:at] + word[at + 1] + letter + word[at + 2 :]
    else:
        wrong = word[:at] + _pick(NEAR.get(letter.lower(), "x"), luck) + word[at + 1 :]
    return [*words[:which], wrong.capitalize(), *words[which + 1 :]]


def variant(words: Words, luck: int) -> Words:
    """Write a name in another accepted or old spelling."""
    for at, word in enumerate(words):
        if word == "Muhammad":
            return [*words[:at], _pick(MUHAMMADS, luck), *words[at + 1 :]]
        if word in OTHER_FORMS and luck % 4:
            return [*words[:at], _pick(OTHER_FORMS[word], luck // 4), *words[at + 1 :]]
    for step in range(len(SPELLINGS)):
        new, old = SPELLINGS[(luck + step * 5) % len(SPELLINGS)]
        for at, word in enumerate(words):
            if new in word.lower()[1:] or (new in word.lower() and old):
                written = word.lower().replace(new, old, 1).capitalize()
                return [*words[:at], written, *words[at + 1 :]]
    return words


def dropped(words: Words, luck: int) -> Words:
    """Leave a word of the name out, more often the last than the first."""
    if len(words) == 1:
        return words
    at = 0 if luck % 10 == 0 else len(words) - 1 - luck // 10 % (len(words) - 1)
    return words[:at] + words[at + 1 :]


def added(words: Words, luck: int) -> Words:
    """Add a word that is not on the identity card."""
    return [*words, _pick(EXTRA, luck)]


def initial(words: Words, luck: int) -> Words:
    """Shorten one word to its initial."""
    if len(words) == 1:
        return words
    at = luck % len(words)
    dot = "." if luck // 5 % 2 else ""
    return [*words[:at], words[at][0] + dot, *words[at + 1 :]]


def titled(words: Words, luck: int) -> Words:
    """Put a title before or a degree behind."""
    if luck % 2:
        return [_pick(TITLES, luck // 2) + words[0], *words[1:]]
    return [*words[:-1], words[-1] + _pick(DEGREES, luck // 2)]


def swapped(words: Words, luck: int) -> Words:
    """Write the words in another order."""
    turn = 1 + luck % max(1, len(words) - 1)
    return words[turn:] + words[:turn]


def joined(words: Words, luck: int) -> Words:
    """Write two words as one, or one long word as two."""
    if len(words) > 1:
        at = luck % (len(words) - 1)
        return [*words[:at], words[at] + words[at + 1].lower(), *words[at + 2 :]]
    word = words[0]
    cut = len(word) // 2
    return [word[:cut], word[cut:].capitalize()] if len(word) > 6 else words


def _rewritten(words: Words, luck: int, patterns: tuple[tuple[str, str], ...]) -> Words:
    """Replace one pattern in one word, the first that occurs from a random start."""
    for step in range(len(patterns)):
        old, new = patterns[(luck + step) % len(patterns)]
        for at, word in enumerate(words):
            place = word.lower().find(old, 1)
            if place > 0:
                wrong = word[:place] + new + word[place + len(old) :]
                return [*words[:at], wrong, *words[at + 1 :]]
    return words


def heard(words: Words, luck: int) -> Words:
    """Write a word as it sounds."""
    return _rewritten(words, luck, SOUNDS)


def misread(words: Words, luck: int) -> Words:
    """Take letters for others that look alike, as scanners do."""
    return _rewritten(words, luck, SHAPES)


def nickname(words: Words, luck: int) -> Words:
    """Give the name a person goes by: one word, or the end of one."""
    if len(words) > 1 and luck % 3:
        return [words[luck // 3 % len(words)]]
    word = words[0]
    return [word[-4:].capitalize()] if len(word) > 5 else words


CHANGES: dict[str, Change] = {
    "name_dropped": dropped,
    "name_nickname": nickname,
    "name_typo": typo,
    "name_variant": variant,
    "name_heard": heard,
    "name_misread": misread,
    "name_initial": initial,
    "name_swapped": swapped,
    "name_joined": joined,
    "name_added": added,
    "name_titled": titled,
}


def _changes_of(seed: int, cells: Cells, rates: dict[str, float]) -> I64:
    """Draw which changes befall which name, as bits."""
    drawn = np.zeros(len(cells.key), dtype=np.int64)
    for kind in NAME_KINDS:
        drawn[befallen(seed, kind, cells, rates)] |= BIT[kind]
    return drawn


def write_names(
    seed: int, cells: Cells, words: I64, rates: dict[str, float]
) -> tuple[pa.Array, I64]:
    """Spell all names, some of them wrongly: the names and the kinds of mistakes."""
    drawn = _changes_of(seed, cells, rates)
    names = spell(words)
    rows = np.flatnonzero(drawn)
    if not len(rows):
        return names, cells.kinds
    known = corpus().words
    luck = bits(seed, "slip", cells.key[rows]).tolist()
    made = np.zeros_like(drawn)
    wrong: list[str] = []
    for row, numbers, chance in zip(
        rows.tolist(), words[rows].tolist(), luck, strict=True
    ):
        before = [known[n] for n in numbers if n != NONE]
        done = 0
        for step, (kind, change) in enumerate(CHANGES.items()):
            if drawn[row] & BIT[kind]:
                after = change(before, chance >> step)
                done |= BIT[kind] if after != before else 0
                before = after
        made[row] = done
        wrong.append(" ".join(before))
    mask = np.zeros(len(names), dtype=bool)
    mask[rows] = True
    written = pc.replace_with_mask(names, pa.array(mask), pa.array(wrong, pa.string()))
    return written, cells.kinds | made
