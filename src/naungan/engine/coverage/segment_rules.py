"""What the law says per segment: when a month is due, how long arrears may last.

The law names wage earners and non-wage earners. Construction workers, whom an
employer pays for, follow the wage earners here, and migrant workers, who pay
for themselves, the others: that reading is ours, and the manual says so.
"""

import functools
import operator

import duckdb

from naungan.engine.law_values import Law
from naungan.lib import programmes


PAYS_LIKE = {"PU": "pu", "JAKON": "pu", "BPU": "bpu", "PMI": "bpu"}
UNKNOWN_PAYS_LIKE = "pu"
"""A membership without a segment gets the later of the two due months."""

SCALES = ("micro", "small", "medium", "large")
STATE_BODY_CATEGORIES = ("non_asn", "village_officer", "rt_rw", "election_officer")
"""Wage earners of state bodies who are no civil servants."""


def due_offset(law: Law, like: str) -> int:
    """Give how many months after the contribution month it is due."""
    return law.number(f"contributions/due/{like}/month_offset")


def grace_months(law: Law, like: str) -> int:
    """Give the number of months in arrears that leave rights standing."""
    return law.number(f"participation/arrears/grace_months/{like}")


def mandatory(law: Law, group: str) -> int | None:
    """Give the mandatory programmes of a group as bits; None: the law is silent."""
    found = law.values.get(f"participation/mandatory_programmes/{group}")
    return None if found is None else programmes.mask_of(found)


def _owed_by_all(law: Law, groups: tuple[str, ...]) -> int:
    owed = [mask for group in groups if (mask := mandatory(law, group)) is not None]
    return functools.reduce(operator.and_, owed, programmes.ALL) if owed else 0


def of_every_scale(law: Law) -> int:
    """Give what every employer owes its workers, however small it is."""
    return _owed_by_all(law, tuple(f"pu_{scale}" for scale in SCALES))


def of_state_body(law: Law) -> int:
    """Give what state bodies owe; before they had a rule, what every employer owes."""
    own = mandatory(law, "non_asn")
    return of_every_scale(law) if own is None else own


def of_every_segment(law: Law) -> int:
    """Give what everyone who works owes, in whatever segment."""
    return of_every_scale(law) & _owed_by_all(law, ("bpu", "jakon", "pmi"))


def create_segment_rules(con: duckdb.DuckDBPyConnection, law: Law) -> None:
    """Create `segment_rules`: segment ('' when not said), due_offset, grace."""
    con.execute("""CREATE OR REPLACE TEMP TABLE segment_rules(
        segment VARCHAR, due_offset INTEGER, grace INTEGER)""")
    con.executemany(
        "INSERT INTO segment_rules VALUES (?, ?, ?)",
        [
            (segment, due_offset(law, like), grace_months(law, like))
            for segment, like in {**PAYS_LIKE, "": UNKNOWN_PAYS_LIKE}.items()
        ],
    )


def create_employer_rules(con: duckdb.DuckDBPyConnection, law: Law) -> None:
    """Create `employer_rules`: duty (a scale, 'state_body', 'JAKON' or ''), obliged."""
    con.execute("""CREATE OR REPLACE TEMP TABLE employer_rules(
        duty VARCHAR, obliged UTINYINT)""")
    owed = {scale: mandatory(law, f"pu_{scale}") for scale in SCALES}
    owed |= {
        "state_body": of_state_body(law),
        "JAKON": mandatory(law, "jakon"),
        "": of_every_scale(law),
    }
    con.executemany("INSERT INTO employer_rules VALUES (?, ?)", list(owed.items()))


def retired(row: str, month: str, retirement: str) -> str:
    """Write the SQL for having reached an age in a month, from a row's birth.

    Where only the year is known, the person is taken to have reached the age in
    that year; where nothing is known, not.
    """
    born = f"""coalesce(year({row}.birth_date) * 12 + month({row}.birth_date) - 1,
        {row}.birth_year * 12)"""
    return f"coalesce({month} - {born} >= {retirement} * 12, false)"
