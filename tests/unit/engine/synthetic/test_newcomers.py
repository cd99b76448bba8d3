"""The invented file that visitors of a demonstration send."""

import duckdb
import pytest
from tests.unit.engine.reading.desk import read

from naungan.engine.synthetic import newcomers
from naungan.engine.synthetic.generate import write_world
from naungan.engine.synthetic.world import World
from naungan.lib.dates import month_index, month_text


DECEMBER = month_index(2024, 12)


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    world = World(
        region="16.04.23",
        workers=600,
        seed=7,
        first_month=DECEMBER,
        last_month=DECEMBER,
        written=(DECEMBER,),
    )
    write_world(world, folder)
    return folder


def test_all_but_the_slips_are_people_whom_no_extract_knows(files, tmp_path):
    path = tmp_path / "baru.xlsx"
    newcomers.write_newcomers(files, path)
    desk = read(tmp_path, "members", path)
    lines, accepted, rejected, aside = desk.account
    assert (rejected, aside) == (2, 1)
    assert lines == accepted + 3
    assert len(desk.records("warnings")) == 2
    known = duckdb.execute(
        "SELECT nik::BIGINT FROM read_parquet($1) WHERE nik IS NOT NULL",
        [str(files / month_text(DECEMBER) / "members.parquet")],
    ).fetchall()
    named = [nik for nik in desk.rows("nik") if nik]
    assert len(named) > 50
    assert not {(nik,) for nik in named} & set(known)
