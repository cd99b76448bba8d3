"""Names as integers: every distinct written token is normalised once.

Three names in four are borne by others too, so each distinct name is cut once.
A million names hold some ten thousand distinct tokens. Python brings each to
its normal form (`naungan.lib.names`), gives it two integers, and SQL joins
them back: an eight-byte *key* whose sum over a name does not depend on word
order, and a dense *token* number that grows with frequency, so that the
smallest token of a name is its rarest word.
"""

import duckdb
import numpy as np
import numpy.typing as npt
import pyarrow as pa

from naungan.lib import names


Ints = npt.NDArray[np.int64]

PARTS = 6  # words looked up one by one; the rest of a longer name is one part
ENDS = 3  # letters at either end of a name that serve as its rough likeness
KEY_BITS = 56  # sums of up to 128 keys still fit a BIGINT


def parts_of(table: str, keep: str = "row_id") -> str:
    """Cut each written name into p1 … p6; the last part keeps what is left.

    Only dots and commas tie words of a name together ("S. Pd."), so the
    costly cut by regular expression is left to the names that hold one;
    whatever else a part holds, `forms_of` cuts further.
    """
    columns = ", ".join(f"split[{i}] AS p{i}" for i in range(1, PARTS))
    return f"""
        SELECT {keep}, {columns},
               CASE WHEN length(split) >= {PARTS}
                   THEN array_to_string(split[{PARTS}:], ' ') END AS p{PARTS}
        FROM (SELECT {keep}, CASE WHEN contains(name, '.') OR contains(name, ',')
                THEN {names.raw_tokens_sql("name")} ELSE string_split(name, ' ') END
              AS split FROM {table})"""


def cut_names() -> str:
    """Cut every distinct name of both files, and count the rows that bear it."""
    rows = "SELECT name FROM worker_rows UNION ALL SELECT name FROM member_rows"
    borne = f"""(SELECT name, count(*)::INTEGER AS borne
        FROM ({rows}) WHERE name IS NOT NULL GROUP BY name)"""
    return f"CREATE OR REPLACE TEMP TABLE cut_names AS {parts_of(borne, 'name, borne')}"


def name_keys() -> str:
    """Give each name its order-free key and its rarest and commonest token.

    A name of one word has no commonest one. `tok_mid` is what remains between
    the two: the third token of three, in longer names the negative sum of the
    others (equal sums mean equal words, but it is no token), else NULL.
    """
    each = range(1, PARTS + 1)
    lookups = " ".join(f"LEFT JOIN name_parts n{i} ON n{i}.part = p{i}" for i in each)
    sums = {
        name: " + ".join(f"coalesce(n{i}.{name}, 0)" for i in each)
        for name in ("key", "words", "tok_sum")
    }
    lists = {
        name: ", ".join(f"n{i}.{name}" for i in each)
        for name in ("tok_lo", "tok_hi", "head")
    }
    tails = ", ".join(f"n{i}.tail" for i in reversed(each))
    return f"""
        CREATE OR REPLACE TEMP TABLE name_keys AS
        SELECT name, name_key, head, tail, words::UTINYINT AS words, tok_lo,
               CASE WHEN words > 1 THEN tok_hi END AS tok_hi,
               CASE WHEN words = 3 THEN tok_sum - tok_lo - tok_hi
                    WHEN words > 3 THEN tok_lo + tok_hi - tok_sum - 1 END AS tok_mid
        FROM (SELECT name, {sums["key"]} AS name_key, {sums["words"]} AS words,
                     least({lists["tok_lo"]}) AS tok_lo,
                     greatest({lists["tok_hi"]}) AS tok_hi, {sums["tok_sum"]} AS tok_sum,
                     coalesce({lists["head"]}) AS head, coalesce({tails}) AS tail
              FROM cut_names {lookups})"""


def with_name_keys(source: str, keep: str) -> str:
    """Give each row the keys of its name; a row without one has no words.

    The columns `keep` of the source are passed on.
    """
    return f"""
        SELECT {keep}, coalesce(name_key, 0) AS name_key, head, tail,
               coalesce(words, 0)::UTINYINT AS words, tok_lo, tok_hi, tok_mid
        FROM {source} LEFT JOIN name_keys USING (name)"""


def forms_of(part: str) -> list[str]:
    """Return the normal words of one written part."""
    if part.isascii() and part.isalpha():
        return names.token_form(part).split()
    return [
        word for raw in names.split_raw(part) for word in names.token_form(raw).split()
    ]


def written_parts() -> str:
    """Count every distinct written part of the distinct names."""
    each = " UNION ALL ".join(
        f"SELECT p{i} AS part, borne FROM cut_names WHERE p{i} <> ''"
        for i in range(1, PARTS + 1)
    )
    return f"""
        SELECT part, sum(borne)::BIGINT AS times FROM ({each})
        GROUP BY part ORDER BY part"""


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


def token_tables(parts: list[str], times: Ints) -> tuple[pa.Table, pa.Table]:
    """Normalise the parts; return (part → integers) and (token → its form)."""
    plain = [part if part.isascii() and part.isalpha() else "" for part in parts]
    forms = [
        form.split() if one else forms_of(part)
        for part, one, form in zip(parts, plain, names.token_forms(plain), strict=True)
    ]
    lengths = np.fromiter(map(len, forms), np.int64, len(forms))
    words = [word for form in forms for word in form]
    ranked, number, counts = ranked_tokens(words, np.repeat(times, lengths))
    keys = np.fromiter(map(names.token_id, ranked), np.int64) % (1 << KEY_BITS)
    tokens = pa.table(
        {
            "token": np.arange(len(ranked), dtype=np.int32),
            "form": pa.array(ranked, pa.string()),
            "times": counts,
        }
    )
    held = lengths > 0
    ends = np.cumsum(lengths)[held]
    starts = ends - lengths[held]
    heads = np.fromiter((spelt_code(w[:ENDS]) for w in ranked), np.int16)
    tails = np.fromiter((spelt_code(w[-ENDS:]) for w in ranked), np.int16)
    lists = pa.ListArray.from_arrays(
        np.append(starts, len(number)).astype(np.int32), number.astype(np.int32)
    )
    lookup = pa.table(
        {
            "part": pa.array(parts, pa.string()).filter(pa.array(held)),
            "words": lengths[held].astype(np.int32),
            "key": _sums(keys[number], starts),
            "tok_lo": _each(np.minimum, number, starts).astype(np.int32),
            "tok_hi": _each(np.maximum, number, starts).astype(np.int32),
            "tok_sum": _sums(number, starts).astype(np.int32),
            "head": heads[number[starts]],
            "tail": tails[number[ends - 1]],
            "tokens": lists,
        }
    )
    return lookup, tokens


def _each(fold: np.ufunc, values: Ints, starts: Ints) -> Ints:
    """Fold each run of values that begins at `starts`; there may be none."""
    folded: Ints = fold.reduceat(values, starts) if len(starts) else values[:0]
    return folded


def _sums(values: Ints, starts: Ints) -> Ints:
    return _each(np.add, values, starts)


def normalise_names(con: duckdb.DuckDBPyConnection) -> None:
    """Look every written part up once.

    Makes name_parts (from a written part to its tokens), name_tokens (from a
    token to its form and how often it occurs) and name_keys (from a whole name
    to its integers).
    """
    con.execute(cut_names())
    written = con.sql(written_parts()).to_arrow_table()
    lookup, tokens = token_tables(
        written.column("part").to_pylist(), written.column("times").to_numpy()
    )
    for table, rows in (("name_parts", lookup), ("name_tokens", tokens)):
        con.register("arrived", rows)
        con.execute(f"CREATE OR REPLACE TEMP TABLE {table} AS SELECT * FROM arrived")
        con.unregister("arrived")
    con.execute(name_keys())
    con.execute("DROP TABLE cut_names")
