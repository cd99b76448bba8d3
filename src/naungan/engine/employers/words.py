"""Names of firms as numbered words, each worth as many bits as it is rare.

Every distinct written token is normalised once (`naungan.lib.company_names`). A
word's bits say how unlikely a second firm would carry it by chance, given the
rarer words beside it: after SAKIT the word RUMAH says almost nothing. Bits are
whole thousandths, so that sums do not depend on the order of adding.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

import duckdb
import numpy as np
from numpy.typing import NDArray

from naungan.lib import company_names


Objects = NDArray[np.object_]
Typed = tuple[dict[str, str], dict[str, Objects]]

RAW_FORMS = {"raw": "VARCHAR", "word": "INTEGER", "legal": "VARCHAR"}
WORD_FORMS = {
    "word": "INTEGER",
    "form": "VARCHAR",
    "key": "BIGINT",
    "common": "BOOLEAN",
}
MILLI = 1000
KEY_BITS = 56
BACKGROUND = 500  # rows' worth of general knowledge, which rules small lists
COMMON_SHARE = 0.015
OTHER_SHARE = 0.0005
TIED = 10  # rows' worth of doubt that a word depends on its neighbour
TELLING = 1.3  # times beyond chance from which a neighbour foretells a word
SHORTEST_JOINED, SHORTEST_PIECE = 8, 4
MOST_PIECES = 4
FREQUENT = 3


def make_words(con: duckdb.DuckDBPyConnection) -> None:
    """Create `employer_words(node, word, key, letters, bits)` and `employer_names`.

    `employer_names`: node, words and letters (how many), name_key (order-free),
    bits (of all words), legal form or NULL. `word_forms(word, form)`
    leads from a word's number to its letters.
    """
    con.execute(_raw_sql())
    written = con.sql("SELECT raw, times FROM distinct_raw ORDER BY raw").fetchall()
    forms, words = _dictionaries(dict(written))
    for name, (types, rows) in (("raw_forms", forms), ("word_forms", words)):
        con.register("arrived", rows)
        columns = ", ".join(
            f"{column}::{kind} AS {column}" for column, kind in types.items()
        )
        con.execute(
            f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT {columns} FROM arrived"
        )
        con.unregister("arrived")
    con.execute(_node_words_sql())
    con.execute(_counts_sql())
    con.execute("DROP TABLE node_words")
    con.execute(_ties_sql())
    con.execute(_words_sql())
    con.execute(_names_sql())
    for name in (
        "raw_words",
        "distinct_raw",
        "raw_forms",
        "counted_words",
        "word_ties",
    ):
        con.execute(f"DROP TABLE {name}")


def _raw_sql() -> str:
    return f"""CREATE OR REPLACE TEMP TABLE raw_words AS
            SELECT node, unnest(raws) AS raw, generate_subscripts(raws, 1) AS pos
            FROM (SELECT node, {company_names.raw_tokens_sql("name")} AS raws
                FROM employer_nodes JOIN employer_in_rows USING (row_id));
        CREATE OR REPLACE TEMP TABLE distinct_raw AS
            SELECT raw, count(*) AS times FROM raw_words GROUP BY raw"""


def _dictionaries(times: dict[str, int]) -> tuple[Typed, Typed]:
    """Return (raw, word, legal), one line per word,, and (word, form, key)."""
    spoken: Counter[str] = Counter()
    for raw, count in times.items():
        spoken[raw.upper()] += count
    lines: list[tuple[str, str | None, str | None]] = []
    for raw in times:
        legal = company_names.legal_form_of_token(raw) or None
        found = [w for piece in pieces(raw, spoken) for w in _forms(piece)]
        lines += [(raw, word, legal) for word in found] or [(raw, None, legal)]
    every = sorted({word for _, word, _ in lines if word is not None})
    number = {word: place for place, word in enumerate(every)}
    forms: dict[str, Sequence[object]] = {
        "raw": [raw for raw, _, _ in lines],
        "word": [number.get(word or "") for _, word, _ in lines],
        "legal": [legal for _, _, legal in lines],
    }
    words: dict[str, Sequence[object]] = {
        "word": list(range(len(every))),
        "form": every,
        "key": [company_names.token_id(word) % (1 << KEY_BITS) for word in every],
        "common": [company_names.is_common(word) for word in every],
    }
    return (RAW_FORMS, _objects(forms)), (WORD_FORMS, _objects(words))


def _objects(columns: Mapping[str, Sequence[object]]) -> dict[str, Objects]:
    """Return columns as DuckDB scans them; Arrow would import pandas where it can."""
    return {name: np.array(some, dtype=np.object_) for name, some in columns.items()}


def _forms(raw: str) -> list[str]:
    return company_names.token_form(raw).split()


def pieces(raw: str, spoken: Counter[str]) -> list[str]:
    """Part a word that these lists also write apart: SUMBERJAYA, SUMBER JAYA.

    Every piece must be a frequent word, and more frequent than the whole; the
    fewest pieces win, then the most frequent, then the alphabet.
    """
    whole = raw.upper()
    if len(whole) < SHORTEST_JOINED or not whole.isascii() or not whole.isalpha():
        return [raw]
    least = max(FREQUENT, 2 * spoken[whole])
    found = _split(whole, spoken, least, MOST_PIECES)
    return min(
        found, key=lambda p: (len(p), -min(spoken[w] for w in p), p), default=[raw]
    )


def _split(text: str, spoken: Counter[str], least: int, most: int) -> list[list[str]]:
    found: list[list[str]] = []
    for at in range(SHORTEST_PIECE, len(text) - SHORTEST_PIECE + 1):
        head, rest = text[:at], text[at:]
        if spoken[head] < least:
            continue
        if spoken[rest] >= least:
            found.append([head, rest])
        if most > 2:
            found += [[head, *more] for more in _split(rest, spoken, least, most - 1)]
    return found


def _node_words_sql() -> str:
    return """CREATE OR REPLACE TEMP TABLE node_words AS
        SELECT DISTINCT node, word FROM raw_words JOIN raw_forms USING (raw)
        WHERE word IS NOT NULL"""


def _counts_sql() -> str:
    """Words of nodes with how many names hold them, and their chance share.

    The share mixes in general knowledge and leaves out the two rows being
    compared: they would speak for themselves. Rank rises with frequency.
    """
    return f"""CREATE OR REPLACE TEMP TABLE counted_words AS
        WITH counts AS (SELECT word, count(*) AS times FROM node_words GROUP BY word),
        shares AS (
            SELECT word, times, key, length(form) AS letters, row_number() OVER (ORDER BY times, word)::INTEGER AS rank,
                (greatest(times - 2, 0) + {BACKGROUND}
                    * CASE WHEN common THEN {COMMON_SHARE} ELSE {OTHER_SHARE} END)
                / ((SELECT count(DISTINCT node) FROM node_words) + {BACKGROUND}) AS share
            FROM counts JOIN word_forms USING (word))
        SELECT node, word, key, letters, times, rank, share FROM node_words JOIN shares USING (word)"""


def _ties_sql() -> str:
    """Pairs of words of which the rarer foretells the other far beyond chance."""
    return f"""CREATE OR REPLACE TEMP TABLE word_ties AS
        WITH pairs AS (
            SELECT s.word AS rarer, t.word AS word, any_value(s.times) AS times,
                any_value(t.share) AS alone, count(*) AS together
            FROM counted_words s JOIN counted_words t USING (node)
            WHERE s.rank < t.rank AND s.times > 2
            GROUP BY s.word, t.word HAVING count(*) > 2)
        SELECT rarer, word, (together - 2 + {TIED} * alone)
            / (greatest(times - 2, 0) + {TIED}) AS tied_share
        FROM pairs WHERE tied_share > {TELLING} * alone"""


def _words_sql() -> str:
    return f"""CREATE OR REPLACE TEMP TABLE employer_words AS
        WITH foretold AS (
            SELECT s.node, t.word, max(tied_share) AS tied_share
            FROM counted_words s JOIN word_ties t ON t.rarer = s.word
            SEMI JOIN counted_words o ON o.node = s.node AND o.word = t.word
            GROUP BY s.node, t.word)
        SELECT node, word, key, letters,
            round(-{MILLI} * log2(greatest(share, coalesce(tied_share, 0))))::INTEGER AS bits
        FROM counted_words LEFT JOIN foretold USING (node, word)"""


def _names_sql() -> str:
    return """CREATE OR REPLACE TEMP TABLE employer_names AS
        WITH stated AS (
            SELECT node, arg_min(legal, pos) AS legal FROM raw_words
            JOIN (SELECT DISTINCT raw, legal FROM raw_forms WHERE legal IS NOT NULL)
                USING (raw) GROUP BY node),
        worded AS (
            SELECT node, count(*)::INTEGER AS words, sum(key)::BIGINT AS name_key,
                sum(bits)::INTEGER AS bits, sum(letters)::INTEGER AS letters
            FROM employer_words GROUP BY node)
        SELECT node, coalesce(words, 0) AS words, name_key, bits, letters, legal
        FROM employer_nodes LEFT JOIN worded USING (node) LEFT JOIN stated USING (node)"""
