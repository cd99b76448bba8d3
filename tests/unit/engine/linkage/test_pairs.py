import duckdb
import numpy as np

from naungan.engine.linkage.pairs import Pairs, with_employers


def test_employers_find_their_rows_in_any_order():
    con = duckdb.connect()
    con.execute("""CREATE TABLE worker_employed AS
        SELECT * FROM (VALUES (3, 71), (0, 72), (9, 73)) v(row_id, employer_id)""")
    sheet = with_employers(con, "worker", {"row_id": np.array([3, 1, 0])})
    assert sheet["employer"].tolist() == [71, 0, 72]


def test_nobody_is_employed_where_nothing_is_known():
    con = duckdb.connect()
    con.execute("CREATE TABLE member_employed (row_id BIGINT, employer_id BIGINT)")
    sheet = with_employers(con, "member", {"row_id": np.array([], dtype=np.int64)})
    assert len(sheet["employer"]) == 0


def test_columns_are_gathered_by_side_and_kept_by_place():
    pairs = Pairs(
        {"nik": np.array([5, 6])},
        {"nik": np.array([7, 8])},
        np.array([0, 1, 1]),
        np.array([1, 0, 1]),
    )
    assert (pairs["a_nik"].tolist(), pairs["b_nik"].tolist()) == ([5, 6, 6], [8, 7, 8])
    assert pairs.only(np.array([2]))["b_nik"].tolist() == [8]
    assert [len(one) for one in pairs.slices()] == [3]
