"""What is true of invented people and employers, told without reading any file.

Statuses are judged from the facts of the world by the law of the month, never
from the rows that were written about them. One membership is paid up, in
arrears within the grace the law leaves, or lapsed; the best one counts, and the
programmes of all paid memberships together are held.
"""

import numpy as np
import pyarrow as pa

from naungan.engine.synthetic.draws import I64, Bools
from naungan.engine.synthetic.duties import PENSION, Duties, duties_in, rates_in
from naungan.engine.synthetic.employers import GOVERNMENT
from naungan.engine.synthetic.people import PU
from naungan.engine.synthetic.rows import Written
from naungan.engine.synthetic.scene import Scene


STATUSES = ("unregistered", "lapsed", "in_arrears", "partial_programmes", "active")
COVERED = ("active", "partial_programmes")
UNREGISTERED, LAPSED, IN_ARREARS, PARTIAL, ACTIVE = range(5)
FINDINGS = (
    "unregistered_employer",
    "partial_workers",
    "underreported_wage",
    "missing_programmes",
    "contributions_in_arrears",
)


def standing(scene: Scene, duties: Duties, month: int) -> I64:
    """Judge each membership by itself, as an index into STATUSES (never PARTIAL)."""
    held = scene.held
    last_paid = np.maximum(held.paid_through(month), held.start_month - 1)
    behind = month - duties.due[held.segment] - last_paid
    level = np.where(behind > 0, IN_ARREARS, ACTIVE)
    level = np.where(behind > duties.grace[held.segment], LAPSED, level)
    level = np.where(held.ended_in(month), LAPSED, level)
    return np.where(held.held_in(month), level, UNREGISTERED)


def obliged(scene: Scene, duties: Duties, month: int) -> I64:
    """Say which programmes the law demands for each person, as bits."""
    people, employers = scene.people, scene.employers
    at = people.employer
    by_work = duties.by_scale[employers.scale[at]]
    first_day = np.datetime64(f"{month // 12:04d}-{month % 12 + 1:02d}", "M")
    age_months = first_day.astype(np.int64) - people.born.astype(
        "datetime64[D]"
    ).astype("datetime64[M]").astype(np.int64)
    retired = age_months >= duties.retirement_age * 12
    by_work = np.where(retired, by_work & ~PENSION, by_work)
    by_work = np.where(employers.kind[at] == GOVERNMENT, duties.state_body, by_work)
    found: I64 = np.where(
        people.segment == PU, by_work, duties.by_segment[people.segment]
    )
    return found


def statuses(scene: Scene, month: int) -> I64:
    """Judge every person of a chunk in a month, as an index into STATUSES."""
    duties, held = duties_in(month), scene.held
    level = standing(scene, duties, month)
    best = np.full(len(scene.people.number), UNREGISTERED)
    np.maximum.at(best, held.person, level)
    paid = level == ACTIVE
    programmes = np.zeros(len(best), dtype=np.int64)
    np.bitwise_or.at(programmes, held.person[paid], held.programmes[paid])
    owed = obliged(scene, duties, month)
    short = (best == ACTIVE) & ((programmes & owed) != owed)
    return np.where(short, PARTIAL, best)


def present(scene: Scene, month: int) -> Bools:
    """Say who is alive and at work in a month."""
    people = scene.people
    there: Bools = (people.works_from <= month) & (people.died_month > month)
    return there


def coverage_truth(scene: Scene, listed: Bools, month: int) -> pa.Table:
    """Tell the true status of everyone at work in a month, and who is on a list."""
    there = np.flatnonzero(present(scene, month))
    found = statuses(scene, month)
    return pa.table(
        {
            "true_person": scene.people.number[there],
            "status": pa.array(STATUSES).take(pa.array(found[there])),
            "listed": pa.array(listed[there]),
        }
    )


def employer_sums(scene: Scene, payroll: Written, month: int) -> dict[str, I64]:
    """Count per employer of the regency what its findings rest on.

    `workers` and `members` are all there are, `uninsured` those who are no
    members; `listed`, `left_out` and `both` the same of those on its payroll. `billed`
    is what all members' programmes cost in a month.
    """
    people, held, count = scene.people, scene.held, len(scene.employers.number)
    level = standing(scene, duties_in(month), month)
    mine = (held.employer >= 0) & (level > UNREGISTERED) & ~held.ended_in(month)
    at = held.employer[mine]
    member_of = np.full(len(people.number), -1)
    member_of[held.person[mine]] = at
    who = np.unique(payroll.people)
    who = who[present(scene, month)[who]]
    where = people.employer[who]
    left_out = where[member_of[who] != where]
    hired = np.flatnonzero((people.employer >= 0) & present(scene, month))
    work = people.employer[hired]
    bills = rates_in(month).billed(
        held.reported_wage[mine], held.programmes[mine], scene.employers.risk[at]
    )
    billed = np.bincount(at, weights=bills, minlength=count)
    return {
        "listed": np.bincount(where, minlength=count),
        "left_out": np.bincount(left_out, minlength=count),
        "both": np.bincount(where[member_of[who] == where], minlength=count),
        "workers": np.bincount(work, minlength=count),
        "uninsured": np.bincount(work[member_of[hired] != work], minlength=count),
        "members": np.bincount(at, minlength=count),
        "billed": billed.astype(np.int64),
    }
