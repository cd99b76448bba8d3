"""What an agreement is worth: learnt from pairs that are matches beyond doubt.

For each field and level, *m* is how often matches look so, learnt from pairs
with one trusted number (and for the number itself from pairs with a rare name
and one birth date); *u* is how often two strangers look so, learnt from pairs
drawn without regard to anything. The weight is log2(m / u). Pairs are drawn by what
rows say, not by where they stand, so that rows that come and go leave the rest drawn.
"""

import math
from collections import Counter
from dataclasses import dataclass

import duckdb
import numpy as np

from naungan.engine.linkage.compare import LEVELS, compared, districts_slip, nik_level
from naungan.engine.linkage.naming.words import settle_names
from naungan.engine.linkage.pairs import Columns, Ints, Pairs, plain_sheet, right_sheet
from naungan.engine.linkage.residual import MEMBER, MILLI, WORKER, with_bits


MATCHES = 20_000  # pairs, at least, from which m is learnt
STRANGERS = 120_000  # pairs, at least, from which u is learnt
BOXED = 16_384  # rows of either file, at least, of whom strangers are drawn
PRIME = 2_147_483_647
LEFT, RIGHT = 0, 1
SCATTER = (
    (265_443_577, 340_573_321, 1_664_525),
    (179_424_691, 433_494_437, 1_103_515),
)  # odd numbers without a pattern: a row falls elsewhere as a right row than as a left
CERTAIN_BITS = 8.0  # by how much name and date must outweigh the number of rows


Ends = tuple[Ints, Ints]  # the left and the right rows of pairs


@dataclass(frozen=True)
class Look:
    """How some pairs look: the level of each field, and how many look so.

    `shares`: they have a word of the name in common; `slips`: their numbers'
    districts are one slip apart.
    """

    levels: dict[str, str]
    shares: bool
    slips: bool
    times: int


@dataclass(frozen=True)
class Seen:
    """Everything seen of one kind of pairs."""

    looks: tuple[Look, ...]

    def count(self, field: str, **given: str) -> Counter[str]:
        """Count the levels of a field among the pairs with the given levels."""
        counted: Counter[str] = Counter()
        for look in self.looks:
            if all(look.levels[other] == level for other, level in given.items()):
                counted[look.levels[field]] += look.times
        return counted

    def count_sharing(self, field: str) -> Counter[str]:
        """Count the levels of a field among the pairs that share a word."""
        sharing = tuple(look for look in self.looks if look.shares)
        return Seen(sharing).count(field)

    def count_slips(self) -> Counter[str]:
        """Count by place the pairs whose numbers' districts are one slip apart."""
        return Seen(tuple(look for look in self.looks if look.slips)).count("place")


def one_in(count: int, wanted: int) -> int:
    """Say of how many rows one is looked at so that at least `wanted` are.

    A power of two: more rows seldom change it, and then the sample keeps every other.
    """
    return 1 << max((count // wanted).bit_length() - 1, 0)


def scattered(of: int) -> str:
    """Write a number that what a row says scatters without a pattern (`of`: which one).

    Where the row stands does not matter, so other rows leave the samples as they are.
    """
    by_nik, by_name, by_birth = SCATTER[of]
    mixed = f"""(coalesce(nik, 0) % {PRIME} * {by_nik} + coalesce(born, 0)::BIGINT * {by_birth}
        + coalesce(name_key, 0) % {PRIME} * {by_name}) % {PRIME}"""
    return f"({mixed}) * ({mixed} + {by_nik}) % {PRIME}"


def draw_lefts(
    con: duckdb.DuckDBPyConnection, side: int, lefts: int, paired: int
) -> None:
    """Make drawn_lefts, the left rows that any of the samples may take, scattered once.

    Of powers of two the smallest divides all others.
    """
    sampled = min(
        one_in(paired, MATCHES), one_in(lefts, BOXED), one_in(lefts, 2 * MATCHES)
    )
    keys = "member_keys" if side == MEMBER else "worker_keys"
    con.execute(f"""CREATE OR REPLACE TEMP TABLE drawn_lefts AS
        SELECT *, {scattered(LEFT)} AS drawn FROM {keys} WHERE drawn % {sampled} = 0""")


def draw_rights(con: duckdb.DuckDBPyConnection, rights: int) -> None:
    """Make drawn_rights(row_id, drawn) of the worker rows that strangers are drawn from."""
    con.execute(f"""CREATE OR REPLACE TEMP TABLE drawn_rights AS
        SELECT row_id, {scattered(RIGHT)} AS drawn FROM worker_keys
        WHERE drawn % {one_in(rights, BOXED)} = 0""")


def matched_pairs(con: duckdb.DuckDBPyConnection, side: int, count: int) -> Ends:
    """Pick pairs with one number by what the left row says; there are `count` of them."""
    return _ends(
        con,
        f"""
        SELECT left_row, right_row FROM number_pairs JOIN (
            SELECT row_id AS left_row FROM drawn_lefts
            WHERE nik IS NOT NULL AND drawn % {one_in(count, MATCHES)} = 0)
            USING (left_row)
        WHERE side = {side}""",
    )


def strange_pairs(
    con: duckdb.DuckDBPyConnection, side: int, lefts: int, rights: int
) -> Ends:
    """Pair rows of both files that the scattering puts into one of many boxes.

    What rows say alike stands for one of them, so no name or number fills a box.
    """
    left, right = one_in(lefts, BOXED), one_in(rights, BOXED)
    boxes = one_in((lefts // left) * (rights // right), STRANGERS)
    return _ends(
        con,
        f"""
        SELECT l.row_id AS left_row, r.row_id AS right_row
        FROM ({_boxed("drawn_lefts", left, boxes)}) l
        JOIN ({_boxed("drawn_rights", right, boxes)}) r USING (box)
        WHERE {side} = {MEMBER} OR l.row_id <> r.row_id""",
    )


def _boxed(drawn: str, sampled: int, boxes: int) -> str:
    return f"""SELECT min(row_id) AS row_id, drawn // {sampled} % {boxes} AS box
        FROM {drawn} WHERE drawn % {sampled} = 0 GROUP BY drawn"""


def certain_pairs(
    con: duckdb.DuckDBPyConnection, side: int, count: int, rows: int
) -> Ends:
    """Pick pairs whose rare name and birth date outweigh any chance, unseen the number.

    `count` are the rows of the left file, `rows` those of both.
    """
    least = round(MILLI * (math.log2(max(rows, 2)) + CERTAIN_BITS))
    con.execute(f"""CREATE OR REPLACE TEMP TABLE sample AS
        SELECT {side}::UTINYINT AS side, row_id, name_key, words, tok_lo, tok_hi, tok_mid,
               head, tail, born, village_code, nik AS digits,
               NULL::BIGINT AS employer FROM drawn_lefts
        WHERE words > 1 AND drawn % {one_in(count, 2 * MATCHES)} = 0""")
    con.execute(with_bits("sample", "rare_sample", rows))
    found = _ends(
        con,
        f"""
        SELECT a.row_id AS left_row, b.row_id AS right_row
        FROM rare_sample a JOIN worker_keys b USING (name_key, born)
        WHERE a.bits_name + a.bits_birth >= {least}
          {"AND a.row_id > b.row_id" if side == WORKER else ""}""",
    )
    for table in ("sample", "rare_sample"):
        con.execute(f"DROP TABLE {table}")
    return found


def _ends(con: duckdb.DuckDBPyConnection, sql: str) -> Ends:
    found = con.execute(sql).fetchnumpy()
    return _distinct(found["left_row"], found["right_row"])


def _rising(rows: Ints) -> Ints:
    """Return the distinct rows in order, sorted: `unique` would hash them, which is slower."""
    rows = np.sort(rows)
    distinct: Ints = rows[np.append(True, np.diff(rows) != 0)[: len(rows)]]
    return distinct


def _distinct(left: Ints, right: Ints) -> Ends:
    order = np.lexsort((right, left))
    left, right = left[order], right[order]
    first = np.append(True, (np.diff(left) != 0) | (np.diff(right) != 0))
    return left[first[: len(left)]], right[first[: len(left)]]


LOOKED = (*(f"{field}_level" for field in LEVELS), "shares", "slips")


def looked_at(pair: Pairs) -> Columns:
    """Compare a slice of pairs on every field."""
    return {
        "side": pair["a_side"],
        "left_row": pair["a_row_id"],
        "right_row": pair["b_row_id"],
        **compared(pair),
        "nik_level": nik_level(pair["a_nik"], pair["b_nik"]),
        "slips": districts_slip(pair["a_nik"], pair["b_nik"]).astype(np.uint8),
    }


def look(con: duckdb.DuckDBPyConnection, side: int, asked: list[Ends]) -> list[Seen]:
    """Compare lists of pairs on every field and count how those of each list look."""
    left, right = (_rising(np.concatenate(rows)) for rows in zip(*asked, strict=True))
    for name, rows in (("left_rows", left), ("right_rows", right)):
        con.register(name, {"row_id": rows})
    lefts = plain_sheet(con, side, "SEMI JOIN left_rows USING (row_id) ORDER BY row_id")
    rights = right_sheet(con, "SEMI JOIN right_rows USING (row_id) ORDER BY row_id")
    for name in ("left_rows", "right_rows"):
        con.unregister(name)
    found = []
    for place, (a, b) in enumerate(asked):
        at = np.searchsorted(lefts["row_id"], a), np.searchsorted(rights["row_id"], b)
        for pair in Pairs(lefts, rights, *at).slices():
            of_list = {"asked": np.full(len(pair), place, np.uint8)}
            found.append(of_list | looked_at(pair))
    looks = counted(con, found) if found else []
    return [
        Seen(tuple(look for of, look in looks if of == place))
        for place in range(len(asked))
    ]


def counted(
    con: duckdb.DuckDBPyConnection, found: list[Columns]
) -> list[tuple[int, Look]]:
    """Settle the names left open and count how many pairs of each list look alike."""
    con.register(
        "looked",
        {name: np.concatenate([one[name] for one in found]) for name in found[0]},
    )
    settle_names(con, "looked", "settled")
    levels = ", ".join(LOOKED[1:])
    rows = con.execute(f"""
        SELECT asked, coalesce(s.name_level, l.name_level), {levels}, count(*)
        FROM looked l LEFT JOIN settled s USING (side, left_row, right_row)
        GROUP BY ALL ORDER BY ALL""").fetchall()
    con.unregister("looked")
    con.execute("DROP TABLE settled")
    return [
        (
            row[0],
            Look(
                {f: LEVELS[f][v] for f, v in zip(LEVELS, row[1:-3], strict=True)},
                shares=bool(row[-3]),
                slips=bool(row[-2]),
                times=row[-1],
            ),
        )
        for row in rows
    ]
