"""Which findings about people are true, told from the facts of the world.

Two funds that pay one person for the same month of the last twelve; somebody
outside the ages at which they may be enrolled; a running membership whose
holder stands on no list.
"""

import numpy as np
import pyarrow as pa

from naungan.engine.synthetic.draws import I64, Bools
from naungan.engine.synthetic.duties import Duties, duties_in
from naungan.engine.synthetic.memberships import FUNDERS, kpj_of
from naungan.engine.synthetic.people import BPU, CATEGORIES
from naungan.engine.synthetic.scene import Scene
from naungan.engine.synthetic.truth import IN_ARREARS, present, statuses


MONTHS_BACK = 11
NO_FUND = [FUNDERS.index(name) for name in ("self", "employer", "unknown")]
VULNERABLE = CATEGORIES.index("vulnerable")


def _paid_by_two(scene: Scene, month: int) -> I64:
    """List the people for whom two funds paid the same month."""
    held = scene.held
    first = np.maximum(held.start_month, month - MONTHS_BACK)
    last = np.minimum(held.paid_through(month), month)
    funded = ~np.isin(held.funder, NO_FUND) & (first <= last)
    found = []
    rows = np.flatnonzero(funded)
    for ahead in (1, 2):
        one, two = rows[:-ahead], rows[ahead:]
        same = held.person[one] == held.person[two]
        differ = held.funder[one] != held.funder[two]
        overlap = np.maximum(first[one], first[two]) <= np.minimum(last[one], last[two])
        found.append(held.person[one[same & differ & overlap]])
    return np.unique(np.concatenate(found))


def _outside(age_months: I64, funded: Bools, duties: Duties) -> Bools:
    """Say who is too old all month, or too young all month for a funded place."""
    old: Bools = age_months >= duties.vulnerable_below * 12 + 1
    young = funded & (age_months < duties.vulnerable_from * 12)
    return old | young


def _too_old_or_young(scene: Scene, duties: Duties, month: int) -> I64:
    """List the self-employed who are not covered and may not be enrolled."""
    people = scene.people
    born = people.born.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    age_months = month - 1970 * 12 - born
    bare = (people.segment == BPU) & (statuses(scene, month) < IN_ARREARS)
    outside = _outside(age_months, people.category == VULNERABLE, duties)
    return np.flatnonzero(bare & outside & present(scene, month))


def _on_no_list(scene: Scene, listed: Bools, month: int) -> I64:
    """List the running memberships whose holder stands on no list."""
    held = scene.held
    runs = held.held_in(month) & ~held.ended_in(month)
    return np.flatnonzero(runs & ~listed[held.person])


def person_findings(scene: Scene, listed: Bools, month: int) -> pa.Table:
    """Tell the true findings about people: of a person, or of a membership."""
    number = scene.people.number
    alone = _on_no_list(scene, listed, month)
    holder = number[scene.held.person[alone]]
    found = {
        "double_funded": number[_paid_by_two(scene, month)],
        "age_out_of_range": number[_too_old_or_young(scene, duties_in(month), month)],
    }
    parts = [
        (code, people, pa.nulls(len(people), pa.string()))
        for code, people in found.items()
    ]
    cards = pa.array(kpj_of(holder, scene.held.kind[alone])).cast(pa.string())
    parts.append(("not_on_any_list", holder, cards))
    return pa.concat_tables(
        pa.table(
            {
                "true_person": people,
                "kpj": kpj,
                "code": pa.repeat(pa.scalar(code), len(people)),
            }
        )
        for code, people, kpj in parts
    )
