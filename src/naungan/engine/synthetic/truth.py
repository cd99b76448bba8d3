"""What is true of invented people and employers, told without reading any file.

The definitions are those of the contract's vocabulary, applied to the facts of
the world and never to the rows that were written about them.
"""

import numpy as np
import pyarrow as pa

from naungan.engine.synthetic.draws import I64, Bools
from naungan.engine.synthetic.employers import Employers
from naungan.engine.synthetic.memberships import BY_SCALE, TWO, Memberships
from naungan.engine.synthetic.people import People
from naungan.engine.synthetic.rows import Written


STATUSES = ("unregistered", "lapsed", "in_arrears", "partial_programmes", "active")
UNREGISTERED, LAPSED, IN_ARREARS, PARTIAL, ACTIVE = range(5)
ARREARS_FROM, LAPSED_FROM = 2, 4
FINDINGS = (
    "unregistered_employer",
    "partial_workers",
    "underreported_wage",
    "missing_programmes",
    "contributions_in_arrears",
)


def standing(held: Memberships, employers: Employers, month: int) -> I64:
    """Judge each membership by itself, as an index into STATUSES."""
    behind = month - held.paid_through(month)
    usual = np.where(held.employer >= 0, BY_SCALE[employers.scale[held.employer]], TWO)
    partial = (held.programmes & usual) != usual
    level = np.where(partial, PARTIAL, ACTIVE)
    level = np.where(behind >= ARREARS_FROM, IN_ARREARS, level)
    level = np.where(behind >= LAPSED_FROM, LAPSED, level)
    return np.where(held.held_in(month), level, UNREGISTERED)


def coverage_truth(
    people: People, employers: Employers, held: Memberships, listed: Bools, month: int
) -> pa.Table:
    """Tell the true status of everyone at work in a month, and who is on a list."""
    best = np.full(len(people.number), UNREGISTERED)
    np.maximum.at(best, held.person, standing(held, employers, month))
    there = np.flatnonzero((people.works_from <= month) & (people.died_month > month))
    return pa.table(
        {
            "true_person": people.number[there],
            "status": pa.array(STATUSES).take(pa.array(best[there])),
            "listed": pa.array(listed[there]),
        }
    )


def employer_sums(
    people: People,
    employers: Employers,
    held: Memberships,
    lists: dict[str, Written],
    month: int,
) -> dict[str, I64]:
    """Count per employer of the regency what its findings rest on."""
    count = len(employers.number)
    level = standing(held, employers, month)
    mine = (held.employer >= 0) & (level > LAPSED)
    at = held.employer[mine]
    member_of = np.full(len(people.number), -1)
    member_of[held.person[mine]] = at
    payroll = lists["payroll"].people
    who = np.unique(payroll)
    who = who[(people.works_from[who] <= month) & (people.died_month[who] > month)]
    where = people.employer[who]
    return {
        "listed": np.bincount(where, minlength=count),
        "left_out": np.bincount(where[member_of[who] != where], minlength=count),
        "members": np.bincount(at, minlength=count),
        "reported": np.bincount(
            at, weights=held.reported_wage[mine], minlength=count
        ).astype(np.int64),
    }
