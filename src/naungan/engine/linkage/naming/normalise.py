"""Names as integers: every distinct written token is normalised once.

Python brings each raw token to its normal form (`naungan.lib.names`) and gives each
word of it two integers: an eight-byte *key* whose sum over a name does not depend on
word order, and a dense *token* number that grows with frequency, so that the
smallest token of a name is its rarest word. What a name amounts to is then folded
from the numbers of its tokens, column by column.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import duckdb
import numpy as np

from naungan.engine.linkage.naming.cut import Cut, Ints, Kept, cut_names
from naungan.lib import names


Columns = dict[str, np.ndarray[Any, Any]]

ENDS = 3  # letters at either end of a name that serve as its rough likeness
KEY_BITS = 56  # sums of up to 128 keys still fit a BIGINT
NO_TOKEN, NO_LETTERS = -(2**31), 0
NOTHING = {"tok_lo": NO_TOKEN, "tok_hi": NO_TOKEN, "tok_mid": NO_TOKEN} | {
    "head": NO_LETTERS,
    "tail": NO_LETTERS,
}


@dataclass(frozen=True)
class Tokens:
    """The words of all files: their letters and numbers, and which raw token means which.

    Raw token `r` means the words `number[starts[r]:starts[r + 1]]`, none for a title.
    """

    forms: list[str]
    times: Ints
    starts: Ints
    number: Ints

    @cached_property
    def keys(self) -> Ints:
        """Return for each word the number whose sum names a set of words."""
        return np.fromiter(map(names.token_id, self.forms), np.int64) % (1 << KEY_BITS)

    @cached_property
    def heads(self) -> Ints:
        """Return for each word the code of its first letters."""
        return np.fromiter((spelt_code(form[:ENDS]) for form in self.forms), np.int64)

    @cached_property
    def tails(self) -> Ints:
        """Return for each word the code of its last letters."""
        return np.fromiter((spelt_code(form[-ENDS:]) for form in self.forms), np.int64)


@cache
def spelt_code(letters: str) -> int:
    """Write up to three capital letters as one small integer."""
    number = 0
    for letter in letters:
        number = number * 27 + ord(letter) - ord("A") + 1
    return number


def ranked_tokens(words: list[str], times: Ints) -> tuple[list[str], Ints, Ints]:
    """Number the distinct words by rising frequency, then by alphabet.

    Returns the words in that order, the number of each given word, and how
    often each distinct word occurs. The numbers depend on the input alone.
    """
    first: dict[str, int] = {}
    seen = np.fromiter((first.setdefault(w, len(first)) for w in words), np.int64)
    counts = np.bincount(seen, weights=times, minlength=len(first)).astype(np.int64)
    listed = np.array(list(first), dtype=np.str_)
    order = np.lexsort((listed, counts))
    number = np.empty(len(first), dtype=np.int64)
    number[order] = np.arange(len(first))
    return listed[order].tolist(), number[seen], counts[order]


def normalised(raws: list[str], times: Ints) -> Tokens:
    """Bring raw tokens, each with how often it occurs, to their words."""
    forms = [form.split() for form in names.token_forms(raws)]
    lengths = np.fromiter(map(len, forms), np.int64, len(forms))
    words = [word for form in forms for word in form]
    ranked, number, counts = ranked_tokens(words, np.repeat(times, lengths))
    return Tokens(ranked, counts, np.concatenate([[0], np.cumsum(lengths)]), number)


def words_of(cut: Cut, tokens: Tokens) -> tuple[Ints, Ints]:
    """Return where the words of each distinct name begin, and all their numbers."""
    begins = tokens.starts[cut.raws]
    lengths = tokens.starts[cut.raws + 1] - begins
    ends = np.concatenate([[0], np.cumsum(lengths)])
    at = np.repeat(begins - ends[:-1], lengths) + np.arange(ends[-1])
    return ends[cut.starts], tokens.number[at]


def fold(cut: Cut, tokens: Tokens) -> Columns:
    """Give each row of a batch its order-free key and its rarest and commonest token.

    A name of one word has no commonest one. `tok_mid` is what remains between
    the two: the third token of three, in longer names the negative sum of the
    others (equal sums mean equal words, but it is no token). What a name lacks is
    written as `NOTHING` says.
    """
    starts, number = words_of(cut, tokens)
    words = np.diff(starts)
    some = words > 0
    begins = starts[:-1][some]
    folds = (np.minimum, np.maximum, np.add)
    lo, hi, total = (_each(one, number, begins) for one in folds)
    count = words[some]
    mid = np.where(count == 3, total - lo - hi, lo + hi - total - 1)
    columns = {
        "name_key": (_each(np.add, tokens.keys[number], begins), np.int64, 0),
        "words": (count, np.uint8, 0),
        "tok_lo": (lo, np.int32, NO_TOKEN),
        "tok_hi": (np.where(count > 1, hi, NO_TOKEN), np.int32, NO_TOKEN),
        "tok_mid": (np.where(count > 2, mid, NO_TOKEN), np.int32, NO_TOKEN),
        "head": (tokens.heads[number[begins]], np.int16, NO_LETTERS),
        "tail": (tokens.tails[number[begins + count - 1]], np.int16, NO_LETTERS),
    }
    folded = {}
    for name, (values, kind, nothing) in columns.items():
        each = np.full(len(words), nothing, kind)
        each[some] = values
        folded[name] = each[cut.bears]
    return folded


def _each(fold: np.ufunc, values: Ints, starts: Ints) -> Ints:
    """Fold each run of values that begins at `starts`; there may be none."""
    folded: Ints = fold.reduceat(values, starts) if len(starts) else values[:0]
    return folded


@dataclass(frozen=True)
class Batch:
    """Rows whose names are laid out in `batch_names`: of which file, from and to which."""

    side: str
    first: int
    last: int


def laid_out(
    con: duckdb.DuckDBPyConnection, side: str, cuts: Iterable[Cut], tokens: Tokens
) -> Iterator[Batch]:
    """Lay the names of a file out as integers with the ids of their rows, cut by cut.

    Each batch takes the place of the one before: a nation's are too many to lie side by side.
    """
    for cut in cuts:
        folded = {**fold(cut, tokens), "row_id": cut.rows}
        columns = ", ".join(
            f"nullif({name}, {NOTHING[name]}) AS {name}" if name in NOTHING else name
            for name in folded
        )
        con.register("arrived", folded)
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE batch_names AS SELECT {columns} FROM arrived"
        )
        con.unregister("arrived")
        yield Batch(side, int(cut.rows.min()), int(cut.rows.max()))


def keep_tokens(
    con: duckdb.DuckDBPyConnection, raws: list[str], tokens: Tokens
) -> None:
    """Make name_tokens(token, form, times) and raw_tokens(raw, place, token)."""
    lengths = np.diff(tokens.starts)
    tables: dict[str, Columns] = {
        "name_tokens": {
            "token": np.arange(len(tokens.forms), dtype=np.int32),
            "form": np.array(tokens.forms, dtype=np.object_),
            "times": tokens.times,
        },
        "raw_tokens": {
            "raw": np.repeat(np.array(raws, dtype=np.object_), lengths),
            "place": np.arange(len(tokens.number), dtype=np.int32),
            "token": tokens.number.astype(np.int32),
        },
    }
    for table, columns in tables.items():
        con.register("arrived", columns)
        con.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT * FROM arrived")
        con.unregister("arrived")


def normalise_names(con: duckdb.DuckDBPyConnection, scratch: Path) -> Iterator[Batch]:
    """Look every raw token up once; lay out the names of workers, then of members.

    Also makes name_tokens (from a token to its form and how often it occurs) and
    raw_tokens (from a raw token to its words). `scratch` takes what memory does not.
    """
    seen: dict[str, int] = {}
    times = np.zeros(0, np.int64)
    kept = {side: Kept(scratch) for side in ("worker", "member")}
    for side, cuts in kept.items():
        for cut in cut_names(con, f"{side}_rows", seen):
            times = cut.times(len(seen)) + np.pad(times, (0, len(seen) - len(times)))
            cuts.keep(cut)
    raws = list(seen)
    tokens = normalised(raws, times)
    keep_tokens(con, raws, tokens)
    for side, cuts in kept.items():
        yield from laid_out(con, side, cuts.taken(), tokens)
