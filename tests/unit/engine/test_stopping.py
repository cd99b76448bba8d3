"""A run that is told to end does so, within long statements too."""

import contextlib
import threading
import time

import duckdb
import pytest

from naungan.engine.stopping import Watch, never
from naungan.lib.errors import InputRefused, RunStopped


ENDLESS = "SELECT count(*) FROM range(100_000_000_000) a WHERE hash(a.range) = 1"


def test_a_long_statement_is_interrupted():
    told = threading.Event()
    threading.Timer(0.2, told.set).start()
    with (
        duckdb.connect() as con,
        pytest.raises(RunStopped, match="hasil terakhir tetap utuh"),
        Watch().over(con, told.is_set),
    ):
        con.execute(ENDLESS).fetchall()


def test_a_cursor_is_interrupted_with_its_connection():
    told, watch = threading.Event(), Watch()
    threading.Timer(0.2, told.set).start()
    with (
        duckdb.connect() as con,
        pytest.raises(RunStopped),
        watch.over(con, told.is_set),
        watch.cursor(con) as cursor,
    ):
        cursor.execute(ENDLESS).fetchall()
    assert watch.connections == []


def until_told(watch):
    """Wait until a watch has heard that its run is to end."""
    with contextlib.suppress(RunStopped):
        while True:
            watch.check()
            time.sleep(0.01)


def test_what_was_told_before_the_end_is_heard_at_the_end():
    watch = Watch()
    with (
        duckdb.connect() as con,
        pytest.raises(RunStopped),
        watch.over(con, lambda: True),
    ):
        until_told(watch)


def test_between_steps_it_is_heard_from_then_on():
    watch = Watch()
    watch.check()
    with (
        duckdb.connect() as con,
        pytest.raises(RunStopped),
        watch.over(con, lambda: True),
    ):
        until_told(watch)
    with pytest.raises(RunStopped):
        watch.check()


def test_other_errors_stay_what_they_are():
    with (
        duckdb.connect() as con,
        pytest.raises(duckdb.CatalogException),
        Watch().over(con, lambda: False),
    ):
        con.execute("FROM nowhere")


def test_nobody_is_asked_where_nobody_can_stop_it():
    before = threading.active_count()
    with duckdb.connect() as con, Watch().over(con, never):
        assert threading.active_count() == before


def refuse_once_told(watch):
    until_told(watch)
    msg = "berkas rusak"
    raise InputRefused(msg)


def test_what_a_reader_made_of_an_interruption_does_not_count():
    watch = Watch()
    with (
        duckdb.connect() as con,
        pytest.raises(RunStopped),
        watch.over(con, lambda: True),
    ):
        refuse_once_told(watch)
