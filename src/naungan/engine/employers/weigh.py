"""What each agreement between two rows is worth, learned from the lists themselves.

Fellegi-Sunter: how often a field agrees when rows are one employer (m) is
counted on pairs that a trusted number made one; how often it agrees by chance
(u) is the frequency of that very word, legal form or place. Evidence is in
whole thousandths of a bit.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import duckdb
import numpy as np

from naungan.engine.employers.words import BACKGROUND, MILLI


Levels = Mapping[str, float]

# What is expected before any pair was seen; worth TRUST pairs.
TRUST = 10
USUAL_NAME = {"exact": 0.72, "subset": 0.1, "near": 0.08, "partial": 0.07, "none": 0.03}
USUAL_PLACE = {"village": 0.8, "district": 0.1, "regency": 0.07, "elsewhere": 0.03}
USUAL_LEGAL = {"same": 0.85, "different": 0.15}
# One employer has one NIB; branches have tax numbers of their own.
NIB_DIFFERS, NPWP_DIFFERS = -5_600, -2_300
# Chance agreement of places and forms; in a short list this rules.
USUAL_SHARE = {"village": 0.002, "district": 0.02, "regency": 0.2, "legal": 0.3}
DIVISORS = {"village": 1, "district": 10_000, "regency": 1_000_000}
LEAST_SHARE = 0.0005


@dataclass(frozen=True)
class Learned:
    """The m-probability of each level of each field."""

    name: Levels
    place: Levels
    legal: Levels


def learn(con: duckdb.DuckDBPyConnection, described: str) -> Learned:
    """Count the levels on the described pairs of trusted numbers."""
    return Learned(
        name=_shares(con, described, "name_level", USUAL_NAME),
        place=_shares(con, described, "place_level", USUAL_PLACE),
        legal=_shares(con, described, "legal_level", USUAL_LEGAL),
    )


def _shares(
    con: duckdb.DuckDBPyConnection, described: str, field: str, usual: Levels
) -> Levels:
    query = f"SELECT {field}, count(*) FROM {described} GROUP BY {field}"
    seen = dict(con.sql(query).fetchall())
    every = sum(seen.get(level, 0) for level in usual) + TRUST
    return {k: (seen.get(k, 0) + TRUST * share) / every for k, share in usual.items()}


def make_shares(con: duckdb.DuckDBPyConnection) -> None:
    """Create the tables of chance agreement by place and by legal form."""
    for level, divisor in DIVISORS.items():
        con.execute(f"""CREATE OR REPLACE TEMP TABLE {level}_shares AS
            SELECT village_code // {divisor} AS code,
                (count(*) + {BACKGROUND * USUAL_SHARE[level]})
                / ((SELECT count(village_code) FROM employer_nodes) + {BACKGROUND}) AS share
            FROM employer_nodes WHERE village_code IS NOT NULL GROUP BY code""")
    con.execute(f"""CREATE OR REPLACE TEMP TABLE legal_shares AS
        SELECT legal, (count(*) + {BACKGROUND * USUAL_SHARE["legal"]})
            / ((SELECT count(legal) FROM employer_names) + {BACKGROUND}) AS share
        FROM employer_names WHERE legal IS NOT NULL GROUP BY legal""")


def make_weights(
    con: duckdb.DuckDBPyConnection, described: str, learned: Learned
) -> None:
    """Create `pair_weights(a, b, weight)` for the described pairs."""
    con.execute(f"""CREATE OR REPLACE TEMP TABLE pair_weights AS
        SELECT a, b, (name_bits + {_name_sql(learned.name)} + {_place_sql(learned.place)}
            + {_legal_sql(learned.legal)}
            + CASE WHEN nib_differs THEN {NIB_DIFFERS} ELSE 0 END
            + CASE WHEN npwp_differs THEN {NPWP_DIFFERS} ELSE 0 END)::INTEGER AS weight
        FROM {described} p
        LEFT JOIN village_shares v ON v.code = p.village_code
        LEFT JOIN district_shares d ON d.code = p.village_code // {DIVISORS["district"]}
        LEFT JOIN regency_shares r ON r.code = p.village_code // {DIVISORS["regency"]}
        LEFT JOIN legal_shares g ON g.legal = p.legal""")


def _name_sql(m: Levels) -> str:
    """The words in common have their bits already; the level adds how usual it is."""
    bits = {level: round(MILLI * float(np.log2(share))) for level, share in m.items()}
    lines = " ".join(f"WHEN '{level}' THEN {value}" for level, value in bits.items())
    return f"CASE name_level {lines} END"


def _place_sql(m: Levels) -> str:
    return f"""CASE place_level
        WHEN 'village' THEN {_evidence(m["village"], "v.share")}
        WHEN 'district' THEN {_evidence(m["district"], "d.share - v.share")}
        WHEN 'regency' THEN {_evidence(m["regency"], "r.share - d.share")}
        WHEN 'elsewhere' THEN {_evidence(m["elsewhere"], "1 - r.share")} ELSE 0 END"""


def _legal_sql(m: Levels) -> str:
    return f"""CASE legal_level
        WHEN 'same' THEN {_evidence(m["same"], "g.share")}
        WHEN 'different' THEN {_evidence(m["different"], "1 - g.share")} ELSE 0 END"""


def _evidence(m: float, u: str) -> str:
    return f"round({MILLI} * log2({m!r} / greatest({u}, {LEAST_SHARE})))"
