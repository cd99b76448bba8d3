"""Columns by hand: the names they have, and rows of several segments together."""

import numpy as np
import pytest

from naungan.law.book import Book, enacted
from naungan.law.columns.contribution import CHUNK, SURENESS, evaluate, plan_of
from naungan.law.reader import Reader, reader_of
from naungan.lib.errors import LawRefused


@pytest.fixture(scope="module")
def reader():
    return reader_of(enacted())


def counted(reader, *rows, **amounts):
    plans = [plan_of(row, reader) for row in rows]
    columns = {name: np.array(column) for name, column in amounts.items()}
    return evaluate(plans, np.arange(len(rows)), columns, confidence=True)


def test_columns_are_named_as_results_are(reader):
    made = counted(
        reader, {"segment": "PU", "month": "2026-06", "wage": 1}, wage=[5_000_000]
    )
    assert {name: int(column[0]) for name, column in made.items()} == {
        "jkk_employer": 12_000,
        "jkm_employer": 15_000,
        "jht_employer": 185_000,
        "jht_worker": 100_000,
        "jp_employer": 100_000,
        "jp_worker": 50_000,
        "jkp_government": 11_000,
        "jkp_from_jkk": 7_000,
        "jkp_from_jkm": 0,
        "jkk_kept": 5_000,
        "jkk_total": 12_000,
        "jkm_total": 15_000,
        "jht_total": 285_000,
        "jp_total": 150_000,
        "jkp_total": 18_000,
        "employer": 312_000,
        "worker": 150_000,
        "government": 11_000,
        "total": 473_000,
        "confidence": SURENESS.index("VERIFIED"),
    }
    assert list(made)[-2:] == ["total", "confidence"]


def test_segments_stand_beside_each_other(reader):
    made = counted(
        reader,
        {"segment": "PU", "month": "2026-06", "wage": 1, "programmes": "JKK"},
        {"segment": "BPU", "month": "2026-06", "income": 1, "payer": "apbd"},
        {"segment": "JAKON", "month": "2026-06", "contract_value": 1},
        {"segment": "PMI", "month": "2026-06", "contract_months": "24"},
        wage=[5_000_000, 0, 0, 0],
        income=[0, 1_000_000, 0, 0],
        contract_value=[0, 0, 180_000_000, 0],
    )
    assert made["total"].tolist() == [12_000, 16_800, 392_000, 370_000]
    assert made["jkk_total"].tolist() == [12_000, 10_000, 346_000, 0]
    assert made["jkk_jkm_total"].tolist() == [0, 0, 0, 370_000]


def test_a_daily_wage_counts_as_often_as_the_law_says(reader):
    row = {"segment": "PU", "month": "2026-06", "wage": 1, "wage_kind": "daily"}
    assert counted(reader, row, wage=[200_000])["employer"].tolist() == [312_000]


def test_a_pension_is_deferred_only_where_that_was_approved(reader):
    row = {"segment": "PU", "month": "2020-10", "wage": 1, "programmes": "JP"}
    made = counted(
        reader, row, {**row, "jp_deferred": "tidak"}, wage=[4_000_000, 4_000_000]
    )
    assert made["jp_now"].tolist() == [1_200, 0]
    assert made["jp_deferred"].tolist() == [118_800, 0]
    assert made["total"].tolist() == [120_000, 120_000]
    assert made["confidence"].tolist() == [0, 0]


def test_a_deferred_share_that_is_rounded_is_no_less_sure(reader):
    row = {"segment": "PU", "month": "2020-10", "wage": 1, "programmes": "JP"}
    # 2 % and 1 % of 4,000,100 are whole, 1 % of their sum 120,003 is not.
    made = counted(reader, row, wage=[4_000_100])
    assert made["jp_now"].tolist() == [1_200]
    assert SURENESS[made["confidence"][0]] == "VERIFIED"


def test_an_office_s_own_rounding_is_marked_where_it_decided(tmp_path):
    laid = tmp_path / "rounding" / "contribution.yaml"
    laid.parent.mkdir()
    laid.write_text(
        "overlay: Kantor Rekaan\nvalues:\n  - from: 2015-07-01\n    value: up\n",
        encoding="utf-8",
    )
    own = reader_of(Book(overlay=tmp_path))
    row = {"segment": "PU", "month": "2026-06", "wage": 1, "programmes": "JKM"}
    # 0.3 % of 1,000,100 is 3,000.3, of 1,000,000 it is 3,000.
    made = counted(own, row, row, wage=[1_000_100, 1_000_000])
    assert made["jkm_employer"].tolist() == [3_001, 3_000]
    assert [SURENESS[one] for one in made["confidence"]] == ["LOCAL", "VERIFIED"]


def test_more_rows_than_a_chunk_are_all_counted(reader):
    plan = plan_of(
        {"segment": "PU", "month": "2026-06", "wage": 1, "programmes": "JHT"}, reader
    )
    wage = np.arange(2 * CHUNK + 5) * 1000
    made = evaluate([plan], np.zeros(len(wage), dtype=np.int64), {"wage": wage})
    assert (made["jht_worker"] == wage // 50).all()
    assert "confidence" not in made


def test_a_plan_is_refused_as_the_question_is(reader):
    with pytest.raises(LawRefused, match="di luar hukum yang tercatat"):
        plan_of({"segment": "PU", "month": "2014-06", "wage": 1}, reader)


def test_no_rows_give_empty_columns(reader):
    plan = plan_of({"segment": "BPU", "month": "2026-06", "income": 1}, reader)
    made = evaluate(
        [plan], np.array([], dtype=np.int64), {"income": np.array([], np.int64)}
    )
    assert made["total"].tolist() == []


def test_an_unknown_rounding_rule_is_refused(tmp_path):
    laid = tmp_path / "rounding" / "contribution.yaml"
    laid.parent.mkdir(parents=True)
    laid.write_text(
        "overlay: Kantor Rekaan\nvalues:\n  - from: 2015-07-01\n    value: sideways\n",
        encoding="utf-8",
    )
    with pytest.raises(LawRefused, match="sideways"):
        plan_of(
            {"segment": "PU", "month": "2026-06", "wage": 1},
            Reader(Book(overlay=tmp_path)),
        )
