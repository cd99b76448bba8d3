import errno
from dataclasses import replace

import duckdb
import pytest

from naungan.engine import store
from naungan.engine.parquet import files_of
from naungan.engine.table import Table, all_tables
from naungan.lib.errors import RoomRefused, SnapshotRefused


NUMBERS = Table(
    name="numbers",
    meaning="Some numbers.",
    columns={"a": "a number"},
    query="SELECT a FROM numbers",
    order_by=("a",),
)


def a_snapshot(out, text):
    folder = store.begin(out)
    store.write_json(folder, "manifest.json", {"text": text})
    return store.publish(out, store.next_number(out))


def test_current_is_the_newest_and_the_old_stays_as_it_was(tmp_path):
    first = a_snapshot(tmp_path, "satu")
    a_snapshot(tmp_path, "dua")
    assert "dua" in (tmp_path / "current" / "manifest.json").read_text()
    assert "satu" in (first / "manifest.json").read_text()


def test_a_run_killed_while_writing_leaves_the_last_good_snapshot(tmp_path):
    a_snapshot(tmp_path, "satu")
    folder = store.begin(tmp_path)
    (folder / "persons.parquet").write_text("half")
    with store.only_run(tmp_path):
        a_snapshot(tmp_path, "dua")
    assert "dua" in (tmp_path / "current" / "manifest.json").read_text()
    assert not (tmp_path / "current" / "persons.parquet").exists()


def test_two_runs_into_one_folder_at_once_are_refused(tmp_path):
    with (
        store.only_run(tmp_path),
        pytest.raises(SnapshotRefused, match="sedang dipakai"),
        store.only_run(tmp_path),
    ):
        pass


def test_a_full_disk_is_a_sentence_and_not_a_traceback(tmp_path):
    with (
        pytest.raises(RoomRefused, match="hasil terakhir tetap utuh"),
        store.room_watched(tmp_path),
    ):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_other_accidents_are_not_dressed_up_as_a_full_disk(tmp_path):
    with pytest.raises(PermissionError), store.room_watched(tmp_path):
        raise PermissionError(errno.EACCES, "denied")


def test_a_table_has_the_same_bytes_whatever_order_its_rows_came_in(tmp_path):
    con = duckdb.connect()
    written = []
    for name, order in (("up", "ASC"), ("down", "DESC")):
        con.execute(
            f"CREATE OR REPLACE TABLE numbers AS SELECT range AS a "
            f"FROM range(300_000) ORDER BY a {order}"
        )
        folder = tmp_path / name
        folder.mkdir()
        assert store.write_table(con, NUMBERS, folder) == 300_000
        written.append((folder / "numbers.parquet").read_bytes())
    assert written[0] == written[1]


def test_words_kept_as_codes_have_the_same_bytes_in_every_run(tmp_path):
    kinds = Table(
        name="kinds",
        meaning="Some words.",
        columns={"a": "a number", "kind": "a word"},
        query="SELECT a, kind FROM kinds",
        order_by=("a",),
        row_group=2_048,
    )
    con = duckdb.connect(config={"threads": 2})
    con.execute("""CREATE TABLE kinds AS SELECT a,
        ['BPU', 'JK', 'PMI', 'PU'][a // 10000 + 1]::ENUM ('BPU', 'JK', 'PMI', 'PU') AS kind
        FROM range(40000) r(a) ORDER BY hash(a)""")
    path, written = tmp_path / "kinds.parquet", set()
    for _ in range(12):
        store.write_table(con, kinds, tmp_path)
        written.add(path.read_bytes())
    assert len(written) == 1
    found = con.execute("FROM read_parquet(?)", [str(path)]).fetchall()
    assert (
        found == con.execute("SELECT a, kind::VARCHAR FROM kinds ORDER BY a").fetchall()
    )


def test_every_table_of_the_shelf_has_a_name_and_a_meaning_for_each_column():
    tables = all_tables()
    assert len(tables) == len({table.name for table in tables})
    for table in tables:
        assert all(table.columns.values()), table.name


def test_pruning_keeps_the_newest_runs_and_never_the_current_one_away(tmp_path):
    runs = [a_snapshot(tmp_path, str(number)) for number in range(4)]
    assert store.prune(tmp_path, keep=2) == runs[:2]
    assert (tmp_path / "current" / "manifest.json").exists()


def test_a_file_where_the_folder_should_be_is_said_in_words(tmp_path):
    (tmp_path / "hasil").write_text("")
    for out in (tmp_path / "hasil", tmp_path / "hasil" / "lagi"):
        with pytest.raises(RoomRefused, match="bukan folder"), store.only_run(out):
            pass


def test_a_folder_that_cannot_be_made_is_said_in_words(tmp_path):
    out = tmp_path / ("x" * 300)
    with pytest.raises(RoomRefused, match="tidak dapat dibuat"), store.only_run(out):
        pass


def test_a_table_put_in_order_slice_by_slice_is_whole_and_in_order(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(store, "SLICE_ROWS", 7)
    con = duckdb.connect()
    con.execute("""CREATE TABLE numbers AS
        SELECT CASE WHEN i % 9 = 0 THEN NULL ELSE i * 37 % 50 END AS a
        FROM range(40) t(i)""")
    table = replace(NUMBERS, part_rows=3, row_group=2048, slice_span=10)
    assert store.write_table(con, table, tmp_path) == 40
    parts = sorted((tmp_path / "numbers").iterdir())
    written = [
        row
        for part in parts
        for (row,) in con.sql(f"FROM read_parquet('{part}')").fetchall()
    ]
    wanted = con.sql("FROM numbers ORDER BY a NULLS FIRST").fetchall()
    assert written == [row for (row,) in wanted]
    assert len(parts) > 14  # every slice ends its own last part


def test_a_looked_up_table_without_rows_is_one_empty_part(tmp_path):
    con = duckdb.connect()
    con.execute("CREATE TABLE numbers(a BIGINT)")
    table = replace(NUMBERS, part_rows=3)
    assert store.write_table(con, table, tmp_path) == 0
    assert [part.name for part in (tmp_path / "numbers").iterdir()] == ["00000.parquet"]


def test_a_large_table_is_written_in_pieces_that_read_as_one(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "LARGE_SLICE_ROWS", 12)
    con = duckdb.connect()
    con.execute("CREATE TABLE numbers AS SELECT i * 37 % 50 AS a FROM range(40) t(i)")
    table = replace(NUMBERS, slice_span=5, sliced_by="SELECT a FROM numbers")
    assert store.write_table(con, table, tmp_path) == 40
    assert len(list((tmp_path / "numbers").iterdir())) > 3
    whole = con.sql(f"FROM read_parquet('{files_of(tmp_path, 'numbers')}')").fetchall()
    assert whole == con.sql("FROM numbers ORDER BY a").fetchall()
    assert store.count_rows(con, table, tmp_path) == 40


def test_a_table_of_ordinary_size_stays_one_file(tmp_path):
    con = duckdb.connect()
    con.execute("CREATE TABLE numbers AS SELECT range AS a FROM range(40)")
    table = replace(NUMBERS, slice_span=5, sliced_by="SELECT a FROM numbers")
    assert store.write_table(con, table, tmp_path) == 40
    assert (tmp_path / "numbers.parquet").is_file()
