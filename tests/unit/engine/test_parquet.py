"""Tables of a folder as views, in one file or in parts."""

import duckdb
import pytest

from naungan.engine import parquet


@pytest.fixture
def folder(tmp_path):
    """Return a folder with a quote in its name, one whole table and one cut one."""
    folder = tmp_path / "Ma'ruf"
    (folder / "cut").mkdir(parents=True)
    for name, first in (("whole", 1), ("cut/00000", 10), ("cut/00001", 20)):
        path = str(folder / f"{name}.parquet").replace("'", "''")
        duckdb.sql(f"COPY (SELECT {first} AS n) TO '{path}'")
    (folder / "manifest.json").write_text("{}")
    (folder / "ditolak").mkdir()
    return folder


def test_every_table_becomes_a_view_and_nothing_else_does(folder):
    with duckdb.connect() as con:
        parquet.make_views(con, folder)
        views = con.execute(
            "SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY 1"
        ).fetchall()
        assert views == [("cut",), ("whole",)]
        assert con.execute("SELECT n FROM cut ORDER BY n").fetchall() == [(10,), (20,)]
        assert con.execute("SELECT n FROM whole").fetchall() == [(1,)]


def test_chosen_parts_are_read_alone(folder):
    chosen = parquet.source(folder / "cut" / "00001.parquet")
    assert duckdb.sql(f"SELECT n FROM {chosen}").fetchall() == [(20,)]


def test_the_previous_snapshot_is_opened_and_closed_by_name(folder):
    with duckdb.connect() as con:
        parquet.open_previous(con, folder, ["whole"])
        assert con.execute("SELECT n FROM old_whole").fetchall() == [(1,)]
        parquet.close_previous(con, ["whole"])
        with pytest.raises(duckdb.CatalogException):
            con.execute("FROM old_whole")


def test_two_connections_open_the_previous_snapshot_beside_each_other(folder):
    with duckdb.connect() as con, con.cursor() as beside:
        parquet.open_previous(con, folder, ["whole"])
        parquet.open_previous(beside, folder, ["whole"])
        parquet.close_previous(beside, ["whole"])
        assert con.execute("SELECT n FROM old_whole").fetchall() == [(1,)]
