"""What an agreement is worth: learnt from pairs that are matches beyond doubt.

For each field and level, *m* is how often matches look so, learnt from pairs
with one trusted number (and for the number itself from pairs with a rare name
and one birth date); *u* is how often two strangers look so, learnt from pairs
drawn without regard to anything. The weight is log2(m / u).
"""

from collections import Counter
from dataclasses import dataclass

import duckdb

from naungan.engine.linkage.compare import LEVELS, compared, one_slip
from naungan.engine.linkage.residual import MEMBER, WORKER, with_bits, without_bits
from naungan.engine.linkage.words import settle_names


MATCHES = 30_000  # pairs from which m is learnt
STRANGERS = 120_000  # pairs from which u is learnt
SCATTER = 2_654_435_761  # a large prime: walks over the rows without a pattern
CERTAIN_BITS = 8.0  # by how much name and date must outweigh the number of rows

DISTRICTS_SLIP = f"""coalesce(digits // 10000000000 <> nik // 10000000000
    AND {one_slip("digits // 10000000000", "nik // 10000000000")}, false)"""


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


def matched_pairs(side: int) -> str:
    """Pick pairs with one number, evenly over the rows."""
    return f"""
        SELECT left_row, right_row FROM number_pairs
        WHERE side = {side} AND left_row * {SCATTER} % greatest((
            SELECT count(*) FROM number_pairs WHERE side = {side}) // {MATCHES}, 1) = 0"""


def strange_pairs(side: int, lefts: int, rights: int) -> str:
    """Pair rows of both files at a stride that knows nothing of them."""
    count = min(STRANGERS, lefts * rights, 20 * (lefts + rights))
    return f"""
        SELECT (i * {SCATTER} + i // {lefts}) % {lefts} AS left_row,
               (i * {SCATTER} // 7 + i // 3) % {rights} AS right_row
        FROM range({count}) r(i)"""


def certain_pairs(side: int, rows: int) -> str:
    """Pick pairs whose rare name and birth date outweigh any chance, unseen the number."""
    name = "member" if side == MEMBER else "worker"
    return f"""
        SELECT a.row_id AS left_row, b.row_id AS right_row
        FROM {name}_keys a JOIN worker_keys b USING (name_key, born_on)
        WHERE a.words > 1 AND (a.row_id * {SCATTER}) % greatest({rows} // {4 * MATCHES}, 1) = 0
          {"AND a.row_id > b.row_id" if side == WORKER else ""}"""


def look(
    con: duckdb.DuckDBPyConnection, side: int, pairs: str, rows: int, least: int = 0
) -> Seen:
    """Compare the given pairs on every field and count how they look."""
    name = "member" if side == MEMBER else "worker"
    village = "NULL::BIGINT" if side == MEMBER else "village_code"
    con.execute(
        f"CREATE OR REPLACE TEMP TABLE chosen AS SELECT DISTINCT * FROM ({pairs})"
    )
    con.execute(f"""CREATE OR REPLACE TEMP TABLE chosen_rows AS
        SELECT {side}::UTINYINT AS side, row_id, name_key, words, tok_lo, tok_hi, tok_mid,
               head, tail, born_on, birth_year, woman, {village} AS village_code, nik AS digits
        FROM {name}_keys WHERE row_id IN (SELECT left_row FROM chosen)""")
    con.execute(
        with_bits("chosen_rows", "chosen_bits", rows)
        if least
        else without_bits("chosen_rows", "chosen_bits")
    )
    joined = """FROM chosen JOIN chosen_bits a ON a.row_id = left_row
        JOIN worker_keys b ON b.row_id = right_row"""
    con.execute(f"CREATE OR REPLACE TEMP TABLE looked AS {compared(joined)}")
    settle_names(con, "looked", "settled")
    found = con.execute(f"""
        SELECT coalesce(s.name_level, l.name_level), birth_level, sex_level,
               place_level, nik_level, shares, {DISTRICTS_SLIP} AS slips, count(*)
        FROM looked l LEFT JOIN settled s USING (side, left_row, right_row)
        WHERE name_bits + birth_bits >= {least}
        GROUP BY ALL ORDER BY ALL""").fetchall()
    for table in ("chosen", "chosen_rows", "chosen_bits", "looked", "settled"):
        con.execute(f"DROP TABLE {table}")
    return Seen(
        tuple(
            Look(
                {f: LEVELS[f][v] for f, v in zip(LEVELS, row[:5], strict=True)},
                shares=row[5],
                slips=row[6],
                times=row[7],
            )
            for row in found
        )
    )
