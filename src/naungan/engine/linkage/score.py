"""Weigh every pair that a key brings together, and keep those with a chance."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import duckdb
import numpy as np
import numpy.typing as npt

from naungan.engine.linkage.block import Key, keys
from naungan.engine.linkage.compare import code, compared, nik_level
from naungan.engine.linkage.naming.words import settle_names
from naungan.engine.linkage.pairs import Columns, Ints, Pairs, left_sheet, right_sheet
from naungan.engine.linkage.residual import MEMBER, MILLI, WORKER
from naungan.engine.linkage.tiles import AT_ONCE, Tiles, spans
from naungan.engine.linkage.weighing.weigh import BEYOND_RARITY, Weights


FLOOR: Final = -4 * MILLI  # pairs below one chance in sixteen are forgotten
CHANCES: Final = {
    "side": "UTINYINT",
    "left_row": "BIGINT",
    "right_row": "BIGINT",
    "name_level": "UTINYINT",
    "birth_level": "UTINYINT",
    "sex_level": "UTINYINT",
    "place_level": "UTINYINT",
    "employer_level": "UTINYINT",
    "nik_level": "UTINYINT",
    "shares": "UTINYINT",
    "name_bits": "INTEGER",
    "prior": "INTEGER",
    "unnamed": "INTEGER",  # the weight of all but the name
    "left_word": "INTEGER",
    "right_word": "INTEGER",
}
BESIDE: Final = 2  # slices of pairs compared at one time
PLAIN: Final = ("birth", "sex", "employer", "place")


@dataclass(frozen=True)
class Scales:
    """The weights of both kinds of pairs as arrays: [kind, level …]."""

    name: Ints
    near_alone: Ints
    plain: dict[str, Ints]
    nik: Ints

    def named(self, side: Ints, seen: Columns) -> Ints:
        """Weigh names; an open one without a word in common can only be near."""
        level = seen["name_level"]
        alone = (level == code("name", "open")) & (seen["shares"] == 0)
        weight: Ints = np.where(alone, self.near_alone[side], self.name[side, level])
        return weight + seen["name_bits"]

    def unnumbered(self, pair: Pairs, seen: Columns) -> Ints:
        """Weigh all fields but name and number, with the prior.

        Equal rare dates and small employers say more. Who works for one employer
        mostly lives near it, so there an equal place says nothing besides.
        """
        weight = {
            field: self.plain[field][pair["a_side"], seen[f"{field}_level"]]
            for field in PLAIN
        }
        for field in BEYOND_RARITY:
            same = seen[f"{field}_level"] == code(field, "same")
            weight[field] = weight[field] + np.where(same, pair[f"a_bits_{field}"], 0)
        colleagues = seen["employer_level"] == code("employer", "same")
        place = np.where(colleagues, np.minimum(weight["place"], 0), weight["place"])
        total: Ints = np.add.reduce(
            [pair["a_prior"], place, *(weight[field] for field in PLAIN[:-1])]
        )
        return total

    def numbered(self, side: Ints, seen: Columns, level: Ints) -> Ints:
        """Weigh numbers, given place and birth date."""
        same = (seen["birth_level"] == code("birth", "same")).astype(np.uint8)
        weight: Ints = self.nik[side, level, seen["place_level"], same]
        return weight

    def best_number(self, pair: Pairs, seen: Columns) -> Ints:
        """Return the most a number can still add, given place and birth date."""
        same = (seen["birth_level"] == code("birth", "same")).astype(np.uint8)
        best = self.nik[:, : code("nik", "missing")].max(axis=1)
        weight = best[pair["a_side"], seen["place_level"], same]
        return np.where(pair["a_nik"] == 0, 0, weight)


def scales_of(weights: dict[int, Weights]) -> Scales:
    """Lay the learnt weights out for looking up."""
    both = (weights[WORKER], weights[MEMBER])

    def laid(rows: list[object]) -> npt.NDArray[np.int32]:
        return np.array(rows, dtype=np.int32)

    return Scales(
        name=laid([one.of_names() for one in both]),
        near_alone=laid([one.milli("name", "near_alone") for one in both]),
        plain={field: laid([one.of(field) for one in both]) for field in PLAIN},
        nik=laid([one.of_numbers() for one in both]),
    )


def survivors(pair: Pairs, scales: Scales) -> Columns:
    """Compare a batch of pairs on every field and keep those with a chance.

    Numbers, the dearest to compare, are looked at last.
    """
    seen = compared(pair)
    unnamed = scales.unnumbered(pair, seen)
    named = scales.named(pair["a_side"], seen)
    kept = np.flatnonzero(named + unnamed + scales.best_number(pair, seen) >= FLOOR)
    seen = {name: values[kept] for name, values in seen.items()}
    left = pair.only(kept)
    level = nik_level(left["a_nik"], left["b_nik"])
    unnamed = unnamed[kept] + scales.numbered(left["a_side"], seen, level)
    likely = np.flatnonzero(named[kept] + unnamed >= FLOOR)
    whole = {
        "side": left["a_side"],
        "left_row": left["a_row_id"],
        "right_row": left["b_row_id"],
        "prior": left["a_prior"],
        **seen,
        "nik_level": level,
        "unnamed": unnamed,
    }
    return {name: whole[name][likely] for name in CHANCES}


def meet(con: duckdb.DuckDBPyConnection, key: Key, tiles: Tiles) -> None:
    """Put the pairs that one key brings together into their tiles."""
    con.execute(f"""CREATE OR REPLACE TEMP TABLE met AS
        SELECT a.place::INTEGER AS a, b.{key.place}::INTEGER AS b
        FROM {key.lefts} a JOIN {key.rows} b ON {key.condition}
        WHERE a.side = {MEMBER} OR a.row_id <> b.row_id""")
    for some in spans(_count(con, "met"), AT_ONCE):
        met = con.execute(
            f"SELECT a, b FROM met WHERE {some.sql('rowid')}"
        ).fetchnumpy()
        tiles.add(met["a"], met["b"])


def look_at(con: duckdb.DuckDBPyConnection, tiles: Tiles, scales: Scales) -> None:
    """Add the pairs with a chance to `chances`, tile by tile."""
    for column, right in enumerate(tiles.rights):
        sheet = right_sheet(con, f"WHERE {right.sql('rowid')}")
        for row, left in enumerate(tiles.lefts):
            if not tiles.is_empty(row, column):
                lefts = left_sheet(con, f"WHERE {left.sql('rowid')}")
                for a, b in tiles.of(row, column):
                    keep_chances(con, Pairs(lefts, sheet, a, b), scales)


def keep_chances(con: duckdb.DuckDBPyConnection, pairs: Pairs, scales: Scales) -> None:
    """Add those of some pairs that have a chance to `chances`.

    Columns are compared outside Python's lock, so slices go side by side.
    """
    with ThreadPoolExecutor(BESIDE) as beside:
        found = list(beside.map(partial(survivors, scales=scales), pairs.slices()))
    arrived = {name: np.concatenate([one[name] for one in found]) for name in CHANCES}
    con.register("arrived", arrived)
    con.execute(f"INSERT INTO chances SELECT {', '.join(CHANCES)} FROM arrived")
    con.unregister("arrived")


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    return int(con.execute(f"SELECT count(*) FROM {table}").fetchall()[0][0])


def no_chances() -> str:
    """Start with an empty table of pairs that may be matches."""
    columns = ", ".join(f"{name} {kind}" for name, kind in CHANCES.items())
    return f"CREATE OR REPLACE TEMP TABLE chances ({columns})"


def weighed(weights: dict[int, Weights]) -> str:
    """Put the settled names in and weigh each pair once and for all."""
    named = f"""(CASE WHEN side = {MEMBER} THEN {weights[MEMBER].plain_sql("name")}
        ELSE {weights[WORKER].plain_sql("name")} END)"""
    return f"""
        CREATE OR REPLACE TEMP TABLE scored_pairs AS
        SELECT * FROM (
            SELECT * EXCLUDE (unnamed, left_word, right_word),
                   (unnamed + name_bits + {named})::INTEGER AS weight
            FROM (SELECT c.* REPLACE (coalesce(s.name_level, c.name_level) AS name_level)
                  FROM (SELECT DISTINCT * FROM chances) c
                  LEFT JOIN settled s USING (side, left_row, right_row)))
        WHERE weight >= {FLOOR}"""


def score(
    con: duckdb.DuckDBPyConnection,
    weights: dict[int, Weights],
    rare: int,
    scratch: Path,
) -> None:
    """Make scored_pairs from the rows of `residual` against all worker rows."""
    con.execute(no_chances())
    sizes = _count(con, "residual"), _count(con, "worker_keys")
    with Tiles(*sizes, scratch) as tiles:
        for key in keys(rare):
            meet(con, key, tiles)
        con.execute("DROP TABLE met")
        look_at(con, tiles, scales_of(weights))
    settle_names(con, "chances", "settled")
    con.execute(weighed(weights))
    for table in ("chances", "settled"):
        con.execute(f"DROP TABLE {table}")
