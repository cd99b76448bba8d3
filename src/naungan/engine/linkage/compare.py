"""Two rows side by side: on which level each field agrees, pair by pair in columns.

Pairs come as plain integer columns (`pairs`), so that a level costs a few
instructions a pair. Levels are small integers; their names stand in `LEVELS`, which
also fixes their order. A name whose words do not settle the matter is `open` until
`words` has looked at the letters.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from naungan.engine.linkage.pairs import Columns, Ints, Pairs


Flags = npt.NDArray[np.bool_]

LEVELS: Final[dict[str, tuple[str, ...]]] = {
    "name": (
        "exact",
        "subset",
        "near",
        "initial",
        "partial",
        "near_alone",
        "none",
        "missing",
        "open",
    ),
    "birth": (
        "same",
        "swapped",
        "year_off",
        "defaulted",
        "two_parts",
        "same_year",
        "differs",
        "missing",
    ),
    "sex": ("same", "differs", "missing"),
    "place": ("village", "district", "regency", "differs", "missing"),
    "employer": ("same", "differs", "missing"),
    "nik": (
        "exact",
        "slip_serial",
        "slip_head",
        "cell",
        "area",
        "differs",
        "missing_there",
        "missing",
    ),
}

POWERS: Final = 10 ** np.arange(16, dtype=np.int64)
NEW_YEAR: Final = 101  # the first of January as month and day
NO_WORD: Final = -1


def code(field: str, level: str) -> int:
    """Return the integer that stands for a level."""
    return LEVELS[field].index(level)


def level_name(field: str, column: str) -> str:
    """Return the SQL that turns the integer of a level back into its word."""
    listed = ", ".join(f"'{name}'" for name in LEVELS[field])
    return f"([{listed}])[{column} + 1]"


def chosen(field: str, *cases: tuple[Flags, str], otherwise: Ints | str) -> Ints:
    """Return the level of the first case that holds, as small integers."""
    rest = otherwise if not isinstance(otherwise, str) else code(field, otherwise)
    found: Ints = np.select(
        [holds for holds, _ in cases],
        [np.uint8(code(field, level)) for _, level in cases],
        rest,
    )
    return found.astype(np.uint8)


def shared_words(pair: Pairs) -> Columns:
    """Say for the rarest, commonest and middle word of `a` whether `b` has it."""
    ends = ("lo", "hi", "mid")
    found = {}
    for end in ends:
        word = pair[f"a_{end}"]
        known = word == pair["b_lo"]
        for other in ends[1:]:
            known |= word == pair[f"b_{other}"]
        found[end] = known
    return found


def name_level(pair: Pairs, shared: Ints) -> Ints:
    """Same words, or all words of the shorter name, or nothing alike at all.

    A slip of the pen spares the first or the last three letters of a name;
    where both differ and no word is shared the names are two. Else open.
    """
    ends_differ = (pair["a_head"] != pair["b_head"]) & (
        pair["a_tail"] != pair["b_tail"]
    )
    fewest = np.minimum(pair["a_words"], pair["b_words"])
    return chosen(
        "name",
        (fewest == 0, "missing"),
        (pair["a_name_key"] == pair["b_name_key"], "exact"),
        (shared >= fewest, "subset"),
        ((shared == 0) & ends_differ, "none"),
        otherwise="open",
    )


def birth_level(pair: Pairs) -> Ints:
    """Compare two birth dates (YYYYMMDD), or their years where a date is not known."""
    a, b = pair["a_born"], pair["b_born"]
    a_day, b_day = a % 10_000, b % 10_000
    year = pair["a_year"] == pair["b_year"]
    crossed = (a_day % 100 == b_day // 100) & (a_day // 100 == b_day % 100)
    day, month = a_day % 100 == b_day % 100, a_day // 100 == b_day // 100
    unknown = (pair["a_year"] == 0) | (pair["b_year"] == 0)
    apart = abs(pair["a_year"].astype(np.int32) - pair["b_year"])
    of_year = chosen(
        "birth",
        (crossed, "swapped"),
        ((a_day == NEW_YEAR) | (b_day == NEW_YEAR), "defaulted"),
        (day | month, "two_parts"),
        otherwise="same_year",
    )
    other = chosen(
        "birth",
        (unknown, "missing"),
        ((a == 0) | (b == 0) | ~(day & month), "differs"),
        (apart == 1, "year_off"),
        otherwise="two_parts",
    )
    dated = (a != 0) & (b != 0)
    found = np.where(year & dated, of_year, other)
    found[year & ~dated & ~unknown] = code("birth", "same_year")
    found[dated & (a == b)] = code("birth", "same")
    return found


def sex_level(pair: Pairs) -> Ints:
    """Compare the sexes as written."""
    a, b = pair["a_woman"], pair["b_woman"]
    return chosen(
        "sex", ((a < 0) | (b < 0), "missing"), (a == b, "same"), otherwise="differs"
    )


def place_level(pair: Pairs) -> Ints:
    """Compare where two rows live; of a member only the NIK's regency is known."""
    a, b = pair["a_village"], pair["b_village"]
    return chosen(
        "place",
        ((pair["a_regency"] == 0) | (b == 0), "missing"),
        (a == b, "village"),
        ((a != 0) & (a // 10_000 == b // 10_000), "district"),
        (pair["a_regency"] == b // 1_000_000, "regency"),
        otherwise="differs",
    )


def employer_level(pair: Pairs) -> Ints:
    """Compare whom two rows work for, however their lists name the employer."""
    a, b = pair["a_employer"], pair["b_employer"]
    return chosen(
        "employer",
        ((a == 0) | (b == 0), "missing"),
        (a == b, "same"),
        otherwise="differs",
    )


def one_slip(x: Ints, y: Ints) -> Flags:
    """One digit wrong or two neighbours swapped, told from the difference.

    A wrong digit changes a number by k * 10^p, a swap by 9k * 10^p: the difference
    is nothing but its first one or two digits.
    """
    gap = abs(x - y)
    digits = np.searchsorted(POWERS, gap, side="right")
    unit = POWERS[np.maximum(digits - 2, 0)]
    first = gap // unit
    plain = (first < 10) | (first % 10 == 0) | ((first % 9 == 0) & (first <= 81))
    slip: Flags = (gap > 0) & (gap % unit == 0) & plain
    return slip


def slips_among(some: Flags, x: Ints, y: Ints) -> Flags:
    """Look for slips only where `some` holds, for digits are dear to compare."""
    found = np.zeros(len(some), np.bool_)
    at = np.flatnonzero(some)
    found[at] = one_slip(x[at], y[at])
    return found


def nik_level(x: Ints, y: Ints) -> Ints:
    """Compare two numbers (0: none): equal, one slip apart, neighbours in a cell, others.

    A slip spares the serial or the twelve digits before it.
    """
    x_head, y_head = x // 10_000, y // 10_000
    cell = (x_head == y_head) & (x != 0) & (y != 0)
    serial = (x - x_head * 10_000 == y - y_head * 10_000) & (x != 0) & (y != 0)
    slip = slips_among((cell | serial) & (x != y), x, y)
    return chosen(
        "nik",
        (x == 0, "missing"),
        (y == 0, "missing_there"),
        (x == y, "exact"),
        (cell & slip, "slip_serial"),
        (cell, "cell"),
        (slip, "slip_head"),
        (x_head // 1_000_000 == y_head // 1_000_000, "area"),
        otherwise="differs",
    )


def districts_slip(x: Ints, y: Ints) -> Flags:
    """Say whether the districts of two numbers (0: none) are one slip apart."""
    known = (x != 0) & (y != 0)
    return slips_among(known, x // 10**10, y // 10**10)


def only_other_word(pair: Pairs, row: str, shared: Ints, words: Ints) -> Ints:
    """Return the one word of up to three that is not shared, told by subtraction."""
    ends = [pair[f"{row}_{end}"] for end in ("lo", "hi", "mid")]
    total = np.add.reduce([np.where(end < 0, 0, end) for end in ends])
    short = (pair["a_words"] <= 3) & (pair["b_words"] <= 3)
    alone = short & (pair[f"{row}_words"] == shared + 1)
    found: Ints = np.where(alone, total - words, NO_WORD).astype(np.int32)
    return found


def compared(pair: Pairs) -> Columns:
    """Return every level but the number's, and how rare what the names share is.

    `name_bits` in thousandths; `shares`: a word in common; `left_word` and
    `right_word`: what is left over where that is one word, else `NO_WORD`.
    """
    known = shared_words(pair)
    shared = np.add.reduce([one.astype(np.uint8) for one in known.values()])
    words, bits = (
        np.add.reduce(
            [np.where(has, pair[f"a_{of}{end}"], 0) for end, has in known.items()]
        )
        for of in ("", "bits_")
    )
    level = name_level(pair, shared)
    exact = level == code("name", "exact")
    return {
        "name_level": level,
        "birth_level": birth_level(pair),
        "sex_level": sex_level(pair),
        "place_level": place_level(pair),
        "employer_level": employer_level(pair),
        "name_bits": np.where(
            exact, pair["a_bits_name"], np.minimum(bits, pair["a_bits_most"])
        ),
        "shares": (shared > 0).astype(np.uint8),
        "left_word": only_other_word(pair, "a", shared, words),
        "right_word": only_other_word(pair, "b", shared, words),
    }
