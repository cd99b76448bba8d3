import numpy as np
import pytest

from naungan.engine.synthetic.clerks import mistakes
from naungan.engine.synthetic.clerks.error_model import (
    BIT,
    KINDS,
    MISSING,
    MODELS,
    RATES_A,
    Cells,
    care_of,
    rates_for,
    without_columns,
)
from naungan.lib.errors import InputRefused


COUNT = 40_000
NONE = dict.fromkeys(KINDS, 0.0)


@pytest.fixture
def cells():
    key = np.arange(COUNT)
    return Cells(
        key=key,
        nik=1604011205759000 + key % 700,
        born=np.full(COUNT, 1957),
        born_known=np.full(COUNT, 2),
        women=np.zeros(COUNT, dtype=bool),
        village=np.zeros(COUNT, dtype=np.int64),
        care=np.ones(COUNT),
        kinds=np.zeros(COUNT, dtype=np.int64),
    )


def spoiled(cells, kind, rate=0.1):
    nobody = np.zeros(COUNT, dtype=bool)
    rates = {**NONE, kind: rate}
    done = mistakes.nik_mistakes(
        1, cells, rates, lambda rows: cells.nik[rows] + 1, nobody
    )
    done = mistakes.birth_mistakes(1, done, rates, nobody)
    return mistakes.other_mistakes(1, done, rates, 300)


@pytest.mark.parametrize(
    "kind", [k for k in KINDS if k.startswith(("nik_", "birth_", "sex_", "village_"))]
)
def test_each_kind_is_noted_exactly_where_something_changed(cells, kind):
    done = spoiled(cells, kind)
    changed = np.zeros(COUNT, dtype=bool)
    for name in ("nik", "born", "born_known", "women", "village"):
        changed |= getattr(done, name) != getattr(cells, name)
    assert ((done.kinds > 0) == changed).all()
    assert set(np.unique(done.kinds).tolist()) <= {0, BIT[kind]}
    assert 0.03 < changed.mean() < 0.12


@pytest.mark.parametrize(
    "kind", ["nik_substituted", "nik_transposed", "nik_misread", "nik_rounded"]
)
def test_no_mistake_leaves_the_invented_range(cells, kind):
    nik = spoiled(cells, kind, 1.0).nik
    assert (nik >= 10**15).all()
    assert (nik < 10**16).all()
    assert (nik % 10_000 >= 9_000).all()


def test_a_substitution_changes_one_digit(cells):
    done = spoiled(cells, "nik_substituted", 1.0)
    pairs = zip(cells.nik[:500].tolist(), done.nik[:500].tolist(), strict=True)
    for before, after in pairs:
        assert sum(a != b for a, b in zip(str(before), str(after), strict=True)) == 1


def test_a_truncated_nik_has_fifteen_digits_and_a_missing_one_none(cells):
    assert {len(str(n)) for n in spoiled(cells, "nik_truncated", 1.0).nik[:50]} == {15}
    assert (spoiled(cells, "nik_missing", 1.0).nik == MISSING).all()


def test_a_swapped_date_has_month_and_day_exchanged(cells):
    day = spoiled(cells, "birth_swapped", 1.0).born[0]
    assert str(np.datetime64(1957, "D")) == "1975-05-12"
    assert str(np.datetime64(int(day), "D")) == "1975-12-05"


def test_rates_can_be_replaced_one_by_one():
    rates = rates_for("a", {"name_typo": 0.5}, 0.4)
    assert rates["name_typo"] == 0.5
    assert rates["nik_missing"] == pytest.approx(RATES_A["nik_missing"] * 0.4)


@pytest.mark.parametrize(
    ("model", "chosen"), [("c", {}), ("a", {"typo": 0.1}), ("a", {"name_typo": 1.5})]
)
def test_unknown_models_kinds_and_rates_are_refused(model, chosen):
    with pytest.raises(InputRefused):
        rates_for(model, chosen)


def test_the_models_know_the_same_kinds_but_mix_them_differently():
    assert MODELS["a"].keys() == MODELS["b"].keys()
    only_b = [k for k, rate in MODELS["a"].items() if not rate and MODELS["b"][k]]
    assert len(only_b) >= 5


def test_in_model_b_clerks_differ_and_some_lists_lack_a_column():
    senders = np.arange(20_000)
    assert (care_of("a", 1, senders) == 1).all()
    assert len(np.unique(care_of("b", 1, senders))) == 3
    undated, numberless = without_columns("b", 1, senders)
    assert 0.05 < undated.mean() < 0.09
    assert 0.02 < numberless.mean() < 0.04
