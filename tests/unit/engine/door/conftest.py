"""A small invented district whose files belong to three offices, reconciled once."""

import os

import pytest

from naungan.engine import pipeline
from naungan.engine.snapshot import EVERYWHERE, Owner, Scope, Snapshot
from naungan.engine.synthetic.generate import write_world
from naungan.engine.synthetic.world import World
from naungan.engine.work import Request


MONTH = 2026 * 12 + 9
DISTRICT = "16.04"
OWNERS = {"workers-village": "dpmd", "workers-payroll": "disnaker", "members": "bpjs"}


def owner_of(name):
    """Say whose an invented file is; employers and trades belong to nobody."""
    return next((code for part, code in OWNERS.items() if name.startswith(part)), None)


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    """A snapshot of some thousand people, its files owned by three offices."""
    home = tmp_path_factory.mktemp("door")
    world = World(
        region=DISTRICT, workers=1_500, seed=7, first_month=MONTH, last_month=MONTH
    )
    write_world(world, home / "berkas", processes=os.cpu_count() or 1)
    files = sorted((home / "berkas" / "2026-10").iterdir())
    given = {
        kind: tuple(path for path in files if path.name.startswith(kind))
        for kind in ("workers", "members", "employers", "universe")
    }
    owners = {path.name: owner for path in files if (owner := owner_of(path.name))}
    request = Request(month=MONTH, out=home / "hasil", owners=owners, **given)
    return pipeline.run(request).folder


@pytest.fixture
def looks():
    return []


@pytest.fixture
def snapshot(folder, looks):
    return Snapshot.open(folder, looks.append)


@pytest.fixture
def reach():
    """Make a scope: regions, and whose rows it may see (None: everybody's)."""

    def make(*regions, owners=None, sees_nik=True):
        return Scope(
            institution="uji",
            regions=regions or EVERYWHERE,
            purpose="uji",
            sees_nik=sees_nik,
            owners=owners,
        )

    return make


@pytest.fixture
def slowly(snapshot):
    """Ask the tables themselves, past the door: what answers are held against."""

    def ask(query):
        return snapshot._con.sql(query).fetchall()  # noqa: SLF001

    return ask


@pytest.fixture
def in_files_of(slowly):
    """Name the persons of whom a row stands in a file of one of these offices."""

    def find(*codes):
        files = [f"'{path}'" for path, owner in _owned(slowly) if owner in codes]
        listed = ", ".join(files) or "''"
        rows = slowly(f"""SELECT person_id FROM person_rows WHERE file IN ({listed})
            UNION SELECT person_id FROM links WHERE band = 'linked' AND file IN ({listed})""")
        return {person_id for (person_id,) in rows}

    return find


def _owned(slowly):
    return [(file, owner_of(file)) for (file,) in slowly("SELECT file FROM inputs")]


@pytest.fixture
def owner():
    return Owner
