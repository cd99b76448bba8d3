"""The rows of one chunk as they stand in the files, with their mistakes.

Columns whose name begins with an underscore are for the writers of files only.
"""

from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from naungan.engine.synthetic.clerks.error_model import (
    BIT,
    BRANCH,
    KINDS,
    MEMBERS_SCALE,
    MISSING,
    Cells,
    care_of,
    rates_for,
    without_columns,
)
from naungan.engine.synthetic.clerks.misspelling import write_names
from naungan.engine.synthetic.clerks.mistakes import (
    birth_mistakes,
    nik_mistakes,
    other_mistakes,
)
from naungan.engine.synthetic.draws import I64, Bools, happens
from naungan.engine.synthetic.employers import Employers, nib_of, npp_of
from naungan.engine.synthetic.memberships import FUNDERS, kpj_of
from naungan.engine.synthetic.niks import identities
from naungan.engine.synthetic.people import (
    BPU,
    CATEGORIES,
    JAKON,
    PU,
    SEGMENTS,
    WOMEN,
)
from naungan.engine.synthetic.scene import Scene
from naungan.lib import dates, programmes


LISTS = ("village", "payroll", "profession")
VILLAGE, PAYROLL, PROFESSION = range(3)
KEYS_PER_PERSON = 9
MEMBER_KEY = 6
PAYROLL_FILES = 6
NOT_OF_MEMBERS = BIT["village_moved"] | BIT["village_missing"]


@dataclass(frozen=True)
class Written:
    """Rows of one kind of file, with what is known about them.

    `people` indexes the chunk; `kinds` holds mistake bits. `columns` are the
    cells that stay the same from month to month.
    """

    people: I64
    kinds: I64
    columns: dict[str, pa.Array]


def kinds_text(kinds: I64) -> pa.Array:
    """Write mistake bits as `nik_missing+name_typo`."""
    distinct, place = np.unique(kinds, return_inverse=True)
    texts = ["+".join(k for k in KINDS if bits & BIT[k]) for bits in distinct.tolist()]
    return pa.array(texts, pa.string()).take(pa.array(place))


def months_text(months: I64, hidden: Bools | None = None) -> pa.Array:
    """Write month indices as `2026-04`, hidden ones as empty cells."""
    distinct, place = np.unique(months, return_inverse=True)
    texts = pa.array([dates.month_text(m) for m in distinct.tolist()], pa.string())
    return texts.take(pa.array(place, mask=hidden))


def _numbers(values: I64) -> pa.Array:
    """Write numbers as text, MISSING as an empty cell."""
    return pc.cast(pa.array(values, mask=values == MISSING), pa.string())


def _labels(labels: tuple[str, ...], index: I64) -> pa.Array:
    return pa.array(labels).take(pa.array(index, mask=index < 0))


def _partner_niks(scene: Scene, rows: I64) -> I64:
    """Find the NIK of the household's other adult: the neighbour by number."""
    seed = scene.world.seed
    other = np.minimum(scene.people.number[rows] ^ 1, scene.slots.people - 1)
    women = happens(seed, "woman", other, WOMEN)
    return identities(seed, scene.slots, other, women)[0]


def identity_columns(
    scene: Scene, rows: I64, key: I64, senders: I64, rates: dict[str, float]
) -> tuple[Cells, dict[str, pa.Array]]:
    """Write who a row is about, with mistakes: the cells and their columns."""
    people, seed, model = scene.people, scene.world.seed, scene.world.error_model
    undated, numberless = without_columns(model, seed, senders)
    cells = Cells(
        key=key,
        nik=people.nik[rows],
        born=people.born[rows],
        born_known=np.full(len(rows), 2),
        women=people.women[rows],
        village=people.village[rows],
        care=care_of(model, seed, senders),
        kinds=np.zeros(len(rows), dtype=np.int64),
    )
    cells = nik_mistakes(
        seed, cells, rates, lambda some: _partner_niks(scene, rows[some]), numberless
    )
    cells = birth_mistakes(seed, cells, rates, undated)
    cells = other_mistakes(seed, cells, rates, len(scene.places.codes))
    names, kinds = write_names(seed, cells, people.words[rows], rates)
    days = cells.born.astype("datetime64[D]")
    years = days.astype("datetime64[Y]").astype(np.int64) + 1970
    columns = {
        "nik": _numbers(cells.nik),
        "_nik_rounded": pa.array((cells.kinds & BIT["nik_rounded"]) > 0),
        "name": names,
        "birth_date": pa.array(days, mask=cells.born_known < 2),
        "_birth_year": pa.array(years, mask=cells.born_known != 1),
        "sex": _labels(("M", "F"), cells.women.astype(np.int64)),
    }
    return replace(cells, kinds=kinds), columns


def _on_list(scene: Scene) -> list[tuple[int, Bools]]:
    """Say for each list who is on it."""
    people, seed = scene.people, scene.world.seed
    paid = people.segment == PU
    own = people.segment == BPU
    village = np.where(paid, 0.36, np.where(own, 0.76, 0.40))
    sent = scene.employers.sends_payroll[people.employer]
    payroll = np.where(paid & sent, 0.97, 0.0)
    trade = np.where(own, 0.26, np.where(people.segment == JAKON, 0.35, 0.03))
    rates = ((VILLAGE, village), (PAYROLL, payroll), (PROFESSION, trade))
    on = [
        happens(seed, f"on {LISTS[kind]}", people.number, rate) for kind, rate in rates
    ]
    reached = happens(seed, "reached", people.number, scene.world.reach)
    on[VILLAGE] |= reached & ~(on[PAYROLL] | on[PROFESSION])
    return list(enumerate(on))


def worker_rows(scene: Scene) -> dict[str, Written]:
    """Write the worker lists of a chunk."""
    return {LISTS[kind]: _one_list(scene, kind, who) for kind, who in _on_list(scene)}


def _some_repeated(scene: Scene, kind: int, who: Bools, rate: float) -> tuple[I64, I64]:
    """List the rows of a list and their keys; some people stand there twice."""
    rows = np.flatnonzero(who)
    key = scene.people.number[rows] * KEYS_PER_PERSON + kind * 2
    again = happens(scene.world.seed, "repeated", key, rate)
    rows, key = (
        np.concatenate([rows, rows[again]]),
        np.concatenate([key, key[again] + 1]),
    )
    order = np.argsort(key, kind="stable")
    return rows[order], key[order]


def _senders(scene: Scene, kind: int, rows: I64) -> I64:
    """Number who wrote each row: the village, or the employer."""
    if kind == PAYROLL:
        return scene.employers.number[scene.people.employer[rows]] * 4 + PAYROLL
    return scene.places.codes[scene.people.village[rows]] * 4 + kind


def _part(scene: Scene, kind: int, rows: I64) -> I64:
    """Say which office's file a row goes to: of a district, a group of firms, a trade."""
    if kind == VILLAGE:
        codes = scene.places.codes[scene.people.village[rows]]
        small = len(scene.world.region.replace(".", "")) >= len("1604")
        return codes // (10_000 if small else 1_000_000)
    if kind == PAYROLL:
        at = scene.people.employer[rows]
        return scene.employers.number[at] % PAYROLL_FILES + 1
    return scene.people.category[rows] + 1


def _one_list(scene: Scene, kind: int, who: Bools) -> Written:
    people, seed = scene.people, scene.world.seed
    rates = rates_for(scene.world.error_model, scene.world.rates)
    rows, key = _some_repeated(scene, kind, who, rates["repeated"])
    senders = _senders(scene, kind, rows)
    cells, columns = identity_columns(scene, rows, key, senders, rates)
    at = people.employer[rows] if kind == PAYROLL else np.full(len(rows), -1)
    lost = (at >= 0) & happens(seed, "employer_missing", key, rates["employer_missing"])
    kinds = cells.kinds | np.where(lost, BIT["employer_missing"], 0)
    kinds |= np.where((key % KEYS_PER_PERSON) % 2 == 1, BIT["repeated"], 0)
    codes = np.where(
        cells.village == MISSING, MISSING, scene.places.codes[cells.village]
    )
    columns = {
        "source": pa.repeat(pa.scalar(LISTS[kind]), len(rows)),
        **columns,
        "village_code": _numbers(codes),
        "employer_ref": employer_refs(scene.employers).take(
            pa.array(np.where(lost, -1, at), mask=lost | (at < 0))
        ),
        "wage": pa.array(people.wage[rows], mask=np.full(len(rows), kind == VILLAGE)),
        "segment": _labels(SEGMENTS, people.segment[rows]),
        "category": _labels(CATEGORIES, people.category[rows]),
        "_part": pa.array(_part(scene, kind, rows)),
        "_strayed": pa.array(cells.village != people.village[rows]),
    }
    return Written(rows, kinds, columns)


def employer_refs(employers: Employers) -> pa.Array:
    """Name employers by NIB where the permit office knows them, else by NPP."""
    nib = _numbers(nib_of(employers.number))
    return pc.if_else(pa.array(employers.in_oss), nib, npp_of(employers.number))


def members_written(scene: Scene) -> Written:
    """Write what stays the same of a chunk's memberships."""
    held, employers = scene.held, scene.employers
    rates = rates_for(scene.world.error_model, scene.world.rates, MEMBERS_SCALE)
    number = scene.people.number[held.person]
    key = number * KEYS_PER_PERSON + MEMBER_KEY + held.kind
    branch = np.full(len(key), BRANCH)
    cells, columns = identity_columns(scene, held.person, key, branch, rates)
    sets = tuple(programmes.text_of(mask) for mask in range(programmes.ALL + 1))
    at = pa.array(held.employer, mask=held.employer < 0)
    columns = {
        "kpj": _numbers(kpj_of(number, held.kind)),
        **columns,
        "npp": npp_of(employers.number).take(at),
        "segment": _labels(SEGMENTS, held.segment),
        "programmes": _labels(sets, held.programmes),
        "reported_wage": pa.array(held.reported_wage),
        "start_month": months_text(held.start_month),
        "funder": _labels(FUNDERS, held.funder),
    }
    return Written(held.person, cells.kinds & ~NOT_OF_MEMBERS, columns)
