"""What an agreement is worth: learnt from pairs that are matches beyond doubt.

For each field and level, *m* is how often matches look so, learnt from pairs
with one trusted number (and for the number itself from pairs with a rare name
and one birth date); *u* is how often two strangers look so, learnt from pairs
drawn without regard to anything. The weight is log2(m / u).
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


MATCHES = 30_000  # pairs from which m is learnt
STRANGERS = 120_000  # pairs from which u is learnt
SCATTER = 2_654_435_761  # a large prime: walks over the rows without a pattern
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


def matched_pairs(con: duckdb.DuckDBPyConnection, side: int) -> Ends:
    """Pick pairs with one number, evenly over the rows."""
    return _ends(
        con,
        f"""
        SELECT left_row, right_row FROM number_pairs
        WHERE side = {side} AND left_row * {SCATTER} % greatest((
            SELECT count(*) FROM number_pairs WHERE side = {side}) // {MATCHES}, 1) = 0""",
    )


def strange_pairs(lefts: int, rights: int) -> Ends:
    """Pair rows of both files at a stride that knows nothing of them."""
    count = min(STRANGERS, lefts * rights, 20 * (lefts + rights))
    at = np.arange(count, dtype=np.int64)
    left = (at * SCATTER + at // max(lefts, 1)) % max(lefts, 1)
    right = (at * SCATTER // 7 + at // 3) % max(rights, 1)
    return _distinct(left, right)


def certain_pairs(con: duckdb.DuckDBPyConnection, side: int, rows: int) -> Ends:
    """Pick pairs whose rare name and birth date outweigh any chance, unseen the number.

    `rows` counts those of both files.
    """
    name = "member" if side == MEMBER else "worker"
    least = round(MILLI * (math.log2(max(rows, 2)) + CERTAIN_BITS))
    con.execute(f"""CREATE OR REPLACE TEMP TABLE sample AS
        SELECT {side}::UTINYINT AS side, row_id, name_key, words, tok_lo, tok_hi, tok_mid,
               head, tail, born, village_code, nik AS digits,
               NULL::BIGINT AS employer FROM {name}_keys
        WHERE words > 1 AND (row_id * {SCATTER}) % greatest((
            SELECT count(*) FROM {name}_keys) // {2 * MATCHES}, 1) = 0""")
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
    seen = []
    for a, b in asked:
        at = np.searchsorted(lefts["row_id"], a), np.searchsorted(rights["row_id"], b)
        found = [looked_at(pair) for pair in Pairs(lefts, rights, *at).slices()]
        seen.append(Seen(tuple(counted(con, found) if found else ())))
    return seen


def counted(con: duckdb.DuckDBPyConnection, found: list[Columns]) -> list[Look]:
    """Settle the names left open and count how many pairs look alike."""
    con.register(
        "looked",
        {name: np.concatenate([one[name] for one in found]) for name in found[0]},
    )
    settle_names(con, "looked", "settled")
    levels = ", ".join(LOOKED[1:])
    rows = con.execute(f"""
        SELECT coalesce(s.name_level, l.name_level), {levels}, count(*)
        FROM looked l LEFT JOIN settled s USING (side, left_row, right_row)
        GROUP BY ALL ORDER BY ALL""").fetchall()
    con.unregister("looked")
    con.execute("DROP TABLE settled")
    return [
        Look(
            {f: LEVELS[f][v] for f, v in zip(LEVELS, row[:-3], strict=True)},
            shares=bool(row[-3]),
            slips=bool(row[-2]),
            times=row[-1],
        )
        for row in rows
    ]
