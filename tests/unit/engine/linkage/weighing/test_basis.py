"""When a run keeps the weights of the run before, and what makes it weigh anew."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.oracles.linkage_rows import work_with

from naungan.engine import manifest
from naungan.engine.linkage.dedupe import dedupe
from naungan.engine.linkage.identify import identify
from naungan.engine.linkage.residual import MEMBER, WORKER
from naungan.engine.linkage.weighing.basis import Basis, Shift, Size, kept, of_run
from naungan.engine.linkage.weighing.weigh import Weights, learnt


def weights(same=0.94):
    rows = [
        learnt("birth", "same", same, 1.0),
        learnt("birth", "differs", 1 - same, 0.97),
        learnt("nik", "exact|village|same", 0.8, 1e-6),
        learnt("nik", "differs|village|same", 0.2, 0.9),
    ]
    return Weights(tuple(rows))


def a_basis(same=0.94, prior=-9000, workers=1000, learnt_in=1):
    both = {side: weights(same) for side in (WORKER, MEMBER)}
    priors = dict.fromkeys((WORKER, MEMBER), (prior, prior))
    return Basis(both, priors, Size(workers + 400, workers, 300), learnt_in)


def test_a_first_run_weighs_by_what_it_learnt():
    fresh = a_basis()
    assert kept(None, fresh) == (fresh, [])


def test_what_moved_a_little_leaves_the_basis_of_the_run_before():
    before, fresh = (
        a_basis(),
        a_basis(same=0.93, prior=-9050, workers=1030, learnt_in=2),
    )
    assert kept(before, fresh) == (before, [])


@pytest.mark.parametrize(
    ("fresh", "moved"),
    [
        (a_basis(prior=-9400), {"prior|number", "prior|no_number"}),
        (a_basis(same=0.75), {"birth"}),
        (a_basis(workers=1200, prior=-9250), {"rows", "workers"}),
    ],
)
def test_what_moved_materially_is_told_and_weighed_anew(fresh, moved):
    basis, shifts = kept(a_basis(), fresh)
    assert basis is fresh
    assert {shift.field for shift in shifts} == moved


def test_a_shift_says_by_how_many_bits():
    _, shifts = kept(a_basis(workers=1000), a_basis(workers=2000))
    assert Shift("files", "workers", 1.0) in shifts


def test_a_basis_of_other_levels_is_not_kept():
    before, fresh = a_basis(), a_basis()
    fewer = Weights(before.weights[WORKER].rows[1:])
    other = replace(before, weights={**before.weights, WORKER: fewer})
    assert kept(other, fresh) == (fresh, [])


PEOPLE = [
    {
        "name": f"{first} {last}",
        "born": f"19{70 + at}-0{1 + at % 9}-1{at % 9}",
        "nik": 160401 * 10**10 + (10 + at % 9) * 10**8 + at * 10**4 + 9000 + at,
        "village": 1604012001,
    }
    for at, (first, last) in enumerate(
        (one, two)
        for one in ("Siti", "Agus", "Dewi", "Joko")
        for two in ("Santoso", "Lestari", "Wijaya")
    )
]


def described(work):
    """Return the manifest as far as linkage fills it."""
    con = work.con
    return {
        "weights": manifest.as_dicts(con.sql("FROM link_weights ORDER BY ALL")),
        "weighing": manifest.as_dicts(con.sql("FROM link_basis"))[0],
    }


def test_a_run_reads_back_the_very_weights_it_kept(tmp_path):
    work = work_with(PEOPLE, PEOPLE[::2])
    identify(work)
    dedupe(work)
    (tmp_path / "manifest.json").write_text(json.dumps(described(work)))
    basis = of_run(tmp_path)
    rows = work.con.execute(
        """SELECT field, level, round(weight * 1000)::INTEGER FROM link_weights
        WHERE pair = 'member-worker' AND field <> 'prior'"""
    ).fetchall()
    found = {(w.field, w.level): w.milli for w in basis.weights[MEMBER].rows}
    assert found == {(field, level): milli for field, level, milli in rows}
    assert basis.size.workers == len(PEOPLE)
    assert kept(basis, basis) == (basis, [])


@pytest.mark.parametrize(
    "said", [{"weights": []}, {"weights": [], "weighing": {"version": 0}}]
)
def test_a_snapshot_of_an_earlier_form_has_no_basis(tmp_path, said):
    assert of_run(tmp_path / "none") is None
    (tmp_path / "manifest.json").write_text(json.dumps(said))
    assert of_run(tmp_path) is None


def test_a_folder_without_runs_is_no_series():
    assert of_run(Path("unused")) is None
