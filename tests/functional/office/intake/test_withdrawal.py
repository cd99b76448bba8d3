"""Two overlapping files, one withdrawn: exactly the effect of the other stays."""

import hashlib
from pathlib import Path

import duckdb
import pytest
from tests.functional.office.conftest import appointed
from tests.functional.small_world import EMPLOYERS, MEMBERS, PAYROLL, WORKERS

from naungan.casework.accounts import scope
from naungan.casework.intake import actions, ledger
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running import region
from naungan.lib.dates import month_index
from naungan.office.home import Home


pytestmark = pytest.mark.django_db
MONTH = month_index(2024, 10)
CODE = "16.04"
NUMBERED = {"person_id": "persons", "employer_id": "employers"}
CHAINED = {"person_lineage", "employer_lineage"}  # they speak of the run before
ROWS = WORKERS.splitlines(keepends=True)
FIRST = "".join([*ROWS[:5], *ROWS[6:]])
SECOND = (
    "".join([*ROWS[:2], *ROWS[3:7]])
    .replace("Budi Santoso", "BUDI SANTOSA")
    .replace("nelayan", "pedagang")
)


class Unwatched:
    """No thread beside the run: it would not see the transaction of a test."""

    def __init__(self, *_told):
        """Take what a watch takes."""

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        return None

    def tell(self, text, fraction):
        """Hear nothing."""

    def stopped(self):
        """Never stop."""
        return False


@pytest.fixture
def office(founder, settings, tmp_path, monkeypatch):
    """Three institutions of one regency and a home of their own."""
    monkeypatch.setattr(region, "Watch", Unwatched)
    monkeypatch.setattr(region, "lacks_members", lambda *_: False)
    home = Home(tmp_path / "kantor")
    home.make()
    settings.HOME = home
    made = {}
    for kind, role in (
        ("bpjs_branch", "examiner"),
        ("disnaker", "agency_officer"),
        ("dpmd", "agency_officer"),
    ):
        scope.enter(scope.of_appointment(founder))
        held, _ = appointed(role, f"kantor-{kind}", f"{kind}@contoh.id", kind)
        made[kind] = scope.of_appointment(held)
    return made


def send(by, name, kind, text, home):
    """Send a file and bring it into use; its trial is taken as done."""
    scope.enter(by)
    path = home.uploads / "datang.part"
    path.write_text(text, encoding="utf-8")
    batch = actions.receive(
        by=by,
        name=name,
        kind=kind,
        region_code=CODE,
        path=path,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        size=len(text.encode()),
        month=MONTH,
        label=name,
    )
    Batch.objects.filter(pk=batch.pk).update(state="tried", counts={"accepted": 1})
    return actions.submit(by=by, batch=batch)


def do_runs():
    """Do what waits, as the worker would; give the newest publication's folder."""
    scope.tell(None, None, every=True)
    for run in Run.objects.filter(state="queued").order_by("pk"):
        region.carry_out(run.pk)
        run.refresh_from_db()
        assert (run.state, run.fault) == ("published", "")
    newest = Publication.objects.filter(region_code=CODE).order_by("run").last()
    return newest.folder


def share(office, home):
    """Send what neither of the two overlapping senders has to do with."""
    send(office["bpjs_branch"], "peserta.csv", "members", MEMBERS, home)
    send(office["bpjs_branch"], "perusahaan.csv", "employers", EMPLOYERS, home)
    send(office["bpjs_branch"], "upah.csv", "workers", PAYROLL, home)


def start_anew():
    """Forget every file and every snapshot, as an office that never had any."""
    scope.tell(None, None, every=True)
    for model in (Run, Publication, Batch):
        model.objects.all().delete()


def contents(folder):
    """Give every table with numbers of ours replaced by where they were first seen."""
    con = duckdb.connect()
    for number, noun in NUMBERED.items():
        con.execute(
            f"""CREATE TABLE seen_{noun} AS SELECT {number},
            min(file || ' ' || "row") AS first_seen
            FROM '{folder}/{number.removesuffix("_id")}_rows.parquet' GROUP BY ALL"""
        )
    return {
        path.stem: table(con, path)
        for path in sorted(folder.iterdir())
        if path.suffix == ".parquet" or (path.is_dir() and list(path.glob("*.parquet")))
        if path.stem not in CHAINED
    }


def table(con, path):
    source = f"'{path}'" if path.is_file() else f"'{path}/*.parquet'"
    columns = {name for (name, *_) in con.sql(f"DESCRIBE FROM {source}").fetchall()}
    joins, shown = [], []
    for number, noun in NUMBERED.items():
        if number in columns:
            joins.append(f"LEFT JOIN seen_{noun} USING ({number})")
            shown.append(f"seen_{noun}.first_seen")
    left = sorted(columns - set(NUMBERED) - {"file_id"})
    words = ", ".join([*shown, *(f't."{name}"' for name in left)])
    found = con.sql(f"SELECT {words} FROM {source} AS t {' '.join(joins)}").fetchall()
    return sorted(map(str, found))


def test_a_withdrawal_leaves_exactly_what_a_run_without_the_file_gives(
    office, settings, tmp_path
):
    home = settings.HOME
    share(office, home)
    first = send(office["disnaker"], "pekerja.csv", "workers", FIRST, home)
    send(office["dpmd"], "desa.csv", "workers", SECOND, home)
    with_both = contents(home.snapshots / do_runs())
    scope.enter(office["disnaker"])
    actions.withdraw(by=office["disnaker"], batch=first, reason="bukan wilayah kami")
    after = contents(home.snapshots / do_runs())

    start_anew()
    settings.HOME = Home(tmp_path / "lain")
    settings.HOME.make()
    share(office, settings.HOME)
    send(office["dpmd"], "desa.csv", "workers", SECOND, settings.HOME)
    never = contents(settings.HOME.snapshots / do_runs())

    assert after.keys() == never.keys()
    assert {name: after[name] for name in after if after[name] != never[name]} == {}
    assert with_both["persons"] != never["persons"]
    assert len(with_both["person_rows"]) > len(never["person_rows"])


def test_persons_keep_their_numbers_through_a_withdrawal(office, settings):
    home = settings.HOME
    share(office, home)
    first = send(office["disnaker"], "pekerja.csv", "workers", FIRST, home)
    send(office["dpmd"], "desa.csv", "workers", SECOND, home)
    before = numbers(home.snapshots / do_runs())
    scope.enter(office["disnaker"])
    actions.withdraw(by=office["disnaker"], batch=first, reason="salah kirim")
    after = numbers(home.snapshots / do_runs())
    assert after.items() <= before.items()


def numbers(folder):
    """Give the number of every person by NIK."""
    rows = duckdb.sql(
        f"SELECT nik, person_id FROM '{folder}/persons.parquet' WHERE nik IS NOT NULL"
    )
    return dict(rows.fetchall())


def test_the_same_inputs_publish_nothing_new(office, settings):
    home = settings.HOME
    share(office, home)
    folder = do_runs()
    scope.enter(office["dpmd"])
    batch = send(office["dpmd"], "desa.csv", "workers", SECOND, home)
    actions.withdraw(by=office["dpmd"], batch=batch, reason="keliru")
    assert do_runs() == folder
    assert Publication.objects.count() == 1
    assert [one.state for one in Run.objects.all()] == ["published", "published"]


def test_with_the_last_file_withdrawn_nothing_of_it_is_shown(office, settings):
    home = settings.HOME
    batch = send(office["dpmd"], "desa.csv", "workers", SECOND, home)
    do_runs()
    scope.enter(office["dpmd"])
    actions.withdraw(by=office["dpmd"], batch=batch, reason="keliru")
    assert ledger.current(CODE) == []
    assert contents(home.snapshots / do_runs())["persons"] == []


def test_files_have_owners_and_their_own_names(office, settings):
    home = settings.HOME
    share(office, home)
    send(office["dpmd"], "upah.csv", "workers", SECOND, home)
    folder = home.snapshots / do_runs()
    manifest = duckdb.sql(
        f"SELECT unnest(inputs, recursive := true) FROM '{folder}/manifest.json'"
    )
    found = {
        (row[columns(manifest, "file")], row[columns(manifest, "owner")])
        for row in manifest.fetchall()
    }
    assert ("peserta.csv", "kantor-bpjs_branch") in found
    named = {owner for name, owner in found if Path(name).stem.startswith("upah")}
    assert named == {"kantor-bpjs_branch", "kantor-dpmd"}


def columns(relation, name):
    return relation.columns.index(name)
