import numpy as np
import pytest

from naungan.law.book import enacted
from naungan.law.columns.benefit import SURENESS, evaluate, plan_of
from naungan.law.reader import reader_of
from naungan.lib.errors import LawRefused


AT_WORK = {"programme": "JKK", "segment": "PU", "outcome": "death"}
DAY = {"event_date": "2024-05-01"}


def plan(**stated):
    return plan_of({**DAY, **stated}, reader_of(enacted()))


def pay(plans, key, **amounts):
    columns = {name: np.array(values) for name, values in amounts.items()}
    return evaluate(plans, np.array(key), columns)


def test_a_million_deaths_share_one_plan():
    one = plan(**AT_WORK, wage=1)
    paid = pay([one], np.zeros(1_000_000, dtype=np.int64), wage=[3_000_000] * 1_000_000)
    # 144m + 12m + 10m, a million times
    assert int(paid["total"].sum()) == 166_000_000 * 1_000_000


def test_the_floor_and_the_bands_hold_row_by_row():
    own = plan(programme="JKK", segment="BPU", outcome="death", income=1)
    paid = pay(
        [plan(**AT_WORK, wage=1), own],
        [0, 0, 1, 1, 1],
        wage=[416_666, 416_667, 0, 0, 0],
        income=[0, 0, 1_099_999, 1_100_000, 90_000_000],
    )
    expected = [20_000_000, 20_000_016, 48_000_000, 57_600_000, 993_600_000]
    assert paid["death"].tolist() == expected


def test_an_income_that_a_row_does_not_state_is_the_lowest():
    own = plan(programme="JKK", segment="BPU", outcome="death")
    assert pay([own], [0])["total"].tolist() == [70_000_000]


def test_flat_programmes_need_no_amount():
    jkm = plan(programme="JKM", segment="PU", contribution_months=36, children_count=1)
    paid = pay([jkm], [0, 0])
    assert paid["total"].tolist() == [42_000_000] * 2
    assert paid["scholarship_max"].tolist() == [87_000_000] * 2


def test_who_pays_follows_the_plan():
    late = plan(**AT_WORK, wage=1, arrears_months=4)
    none = plan(programme="JKK", segment="BPU", outcome="death", arrears_months=4)
    paid = pay([late, none], [0, 1], wage=[3_000_000, 0])
    assert paid["employer"].tolist() == [166_000_000, 0]
    assert paid["bpjs"].tolist() == [0, 0]


def test_total_disability_has_no_floor_and_no_funeral():
    plans = [plan(programme="JKK", segment="PU", outcome="total_disability", wage=1)]
    paid = pay(plans, [0], wage=[100_000])
    assert paid["disability"].tolist() == [5_600_000]
    assert paid["funeral"].tolist() == [0]


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (
            {"outcome": "recovered", "stmb_months": 1},
            "tanpa bentuk kolom; pilih: death",
        ),
        ({"outcome": "death", "reported_wage": 1}, "tanyakan satu per satu"),
        ({"outcome": "death", "stmb_days": 1}, "tanyakan satu per satu"),
    ],
)
def test_what_has_no_columns_is_refused(more, message):
    with pytest.raises(LawRefused, match=message):
        plan(programme="JKK", segment="PU", wage=1, **more)


def test_the_other_programmes_have_no_columns_here():
    with pytest.raises(LawRefused, match="JHT tanpa bentuk kolom"):
        plan(programme="JHT")


def test_a_row_is_as_sure_as_what_decided_it():
    own = plan(programme="JKK", segment="BPU", outcome="death", income=1)
    old = plan_of(
        {**AT_WORK, "wage": 1, "event_date": "2019-12-01"}, reader_of(enacted())
    )
    amounts = {
        "income": np.array([1, 3_000_000, 0, 0]),
        "wage": np.array([0, 0, 300_000, 400_000]),
    }
    key = np.array([0, 0, 1, 1])
    ranks = evaluate([own, old], key, amounts, confidence=True)["confidence"]
    # the lowest band is sure, a middle one rests on one source; so did the old floor
    assert [SURENESS[rank] for rank in ranks] == [
        "VERIFIED",
        "SINGLE",
        "SINGLE",
        "VERIFIED",
    ]
