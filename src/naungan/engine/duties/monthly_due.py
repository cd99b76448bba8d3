"""What must be remitted each month for one worker's wage, in SQL over columns.

Rates are whole numbers of a hundred-millionth, so that every product is exact;
each payer's share of each programme is rounded to the rupiah on its own, half a
rupiah upwards. Reliefs are left out: they are for those who pay. A risk group
that is not known counts as the lowest, so the amount is never too high.
"""

from decimal import Decimal

import duckdb

from naungan.engine.law_values import Law
from naungan.lib.programmes import BITS


SCALE = 10**8
RISK_GROUPS = ("very_low", "low", "medium", "high", "very_high")
RATES = {
    "jkm": "contributions/jkm/employer_rate",
    "jht": "contributions/jht/employer_rate",
    "jht_worker": "contributions/jht/worker_rate",
    "jp": "contributions/jp/employer_rate",
    "jp_worker": "contributions/jp/worker_rate",
    "jakon_jkk": "contributions/jakon/jkk_rate",
    "jakon_jkm": "contributions/jakon/jkm_rate",
}


def create_contribution_rates(con: duckdb.DuckDBPyConnection, law: Law) -> None:
    """Create `contribution_rates`, one row per risk group, all of one month."""
    shared = {name: _whole(law, path) for name, path in RATES.items()}
    shared["jp_ceiling"] = law.number("contributions/jp/wage_ceiling")
    columns = ", ".join(f"{name} BIGINT" for name in shared)
    con.execute(f"""CREATE OR REPLACE TEMP TABLE contribution_rates(
        risk_group VARCHAR, jkk BIGINT, {columns})""")
    marks = ", ".join("?" for _ in range(len(shared) + 2))
    con.executemany(
        f"INSERT INTO contribution_rates VALUES ({marks})",
        [
            (group, _whole(law, f"contributions/jkk/employer_rate/{group}"))
            + tuple(shared.values())
            for group in RISK_GROUPS
        ],
    )


def _whole(law: Law, path: str) -> int:
    """Give a rate in hundred-millionths; a finer rate would not be exact."""
    scaled = Decimal(law.text(path)) * SCALE
    assert scaled == int(scaled), f"{path} is finer than 1/{SCALE}"
    return int(scaled)


def monthly_due(wage: str, programmes: str, *, segment: str = "segment") -> str:
    """Write the SQL for what a wage owes for a set of programmes (bits).

    The columns of `contribution_rates` must be in scope. A wage of NULL gives
    NULL.
    """
    shares = (
        ("JKK", wage, f"CASE WHEN {segment} = 'JAKON' THEN jakon_jkk ELSE jkk END"),
        ("JKM", wage, f"CASE WHEN {segment} = 'JAKON' THEN jakon_jkm ELSE jkm END"),
        ("JHT", wage, "jht"),
        ("JHT", wage, "jht_worker"),
        ("JP", f"least({wage}, jp_ceiling)", "jp"),
        ("JP", f"least({wage}, jp_ceiling)", "jp_worker"),
    )
    terms = (
        f"(({programmes}) & {BITS[code]} > 0)::BIGINT"
        f" * (({base} * ({rate}) + {SCALE // 2}) // {SCALE})"
        for code, base, rate in shares
    )
    return "(" + " + ".join(terms) + ")"
