"""Lists against a snapshot, and sixty people of each of sixty villages at once."""

import contextlib
import os
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone
from tests.invented_scheme import person
from tests.unit.casework.protection.conftest import PLAN

from naungan.casework.accounts import scope
from naungan.casework.intake import actions as intake
from naungan.casework.protection.actions import enrolment, lists, schemes
from naungan.casework.protection.models import Check, Entry
from naungan.casework.protection.queries.schemes import progress, states_of
from naungan.engine import pipeline
from naungan.engine.snapshot import Snapshot
from naungan.engine.synthetic.generate import write_world
from naungan.engine.synthetic.world import World
from naungan.engine.work import Request
from naungan.lib.dates import month_index
from naungan.office.home import Home


MONTH = month_index(2024, 5)
VILLAGES, EACH = 60, 60
MOST_STATEMENTS = 25  # however many people there are


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A snapshot of some hundred invented people."""
    home = tmp_path_factory.mktemp("daftar")
    world = World(
        region="16.04", workers=600, seed=3, first_month=MONTH, last_month=MONTH
    )
    write_world(world, home / "berkas", processes=os.cpu_count() or 1)
    files = sorted((home / "berkas" / "2024-05").iterdir())
    given = {
        kind: tuple(path for path in files if path.name.startswith(kind))
        for kind in ("workers", "members", "employers", "universe")
    }
    request = Request(
        month=MONTH, out=home / "snapshots" / "uji", region="16.04", **given
    )
    return pipeline.run(request).folder


@pytest.fixture
def published(settings, folder, desks, office):
    """Publish the snapshot for the regency."""
    settings.HOME = Home(folder.parents[3])
    scope.enter(office)
    intake.publish(
        by=None,
        region_code="16.04",
        month=MONTH,
        folder=Path(folder),
        at=timezone.now(),
        law_version="0" * 16,
        invented=True,
    )
    scope.enter(desks.agency)
    return Snapshot.open(folder, lambda _look: None)


def known(snapshot):
    """Give the NIK of everybody in the snapshot, who is a wage earner, and where."""
    ask = snapshot._con.sql  # noqa: SLF001 - past the door: what answers are held against
    return ask("""SELECT nik, birth_date, sex, village_code, EXISTS (FROM members m
            WHERE m.nik = p.nik AND m.status = 'active' AND m.segment <> 'BPU') AS earns,
            EXISTS (FROM members m
            WHERE m.nik = p.nik AND m.status = 'active' AND m.segment = 'BPU') AS own
        FROM persons p WHERE nik IS NOT NULL AND birth_date IS NOT NULL
            AND nik_state = 'valid' AND village_code IS NOT NULL
            AND birth_date BETWEEN DATE '1960-01-01' AND DATE '2005-01-01'""").fetchall()


def dotted(code):
    text = str(code)
    return f"{text[:2]}.{text[2:4]}.{text[4:6]}.{text[6:]}"


@pytest.fixture
def opened(desks):
    made = schemes.make_scheme(by=desks.agency, plan=replace(PLAN, policy="at_least"))
    schemes.open_scheme(by=desks.agency, scheme=made)
    return made


def test_the_snapshot_says_who_is_insured_already(desks, published, opened):
    people = known(published)
    said = [
        lists.Proposed(
            nik=str(nik),
            name=f"Orang {place}",
            birth_date=born,
            sex=sex,
            village_code=dotted(village),
        )
        for place, (nik, born, sex, village, _, _) in enumerate(people)
    ]
    made = lists.add_people(by=desks.agency, scheme=opened, people=said)
    found = set(
        Check.objects.filter(code="wage_earner").values_list("entry_id", flat=True)
    )
    assert found == {
        entry.pk for entry, row in zip(made, people, strict=True) if row[4]
    }
    assert found
    assert all(entry.person_id for entry in made)
    covered = {entry.pk for entry in made if entry.covered_then}
    assert found <= covered


def test_the_extract_proves_who_is_active(desks, published, opened):
    people = [row for row in known(published) if row[5] and not row[4]][:3]
    said = [
        lists.Proposed(
            nik=str(nik), name="Orang", birth_date=born, sex=sex,
            village_code=dotted(village),
        )
        for nik, born, sex, village, _, _ in people
    ]  # fmt: skip
    made = lists.add_people(by=desks.agency, scheme=opened, people=said)
    numbers = [entry.pk for entry in made]
    Entry.objects.filter(pk__in=numbers).update(state="enrolled")
    stranger = lists.add_people(
        by=desks.agency, scheme=opened, people=[person(9001)],
        village_code="16.04.10.2003",
    )  # fmt: skip
    Entry.objects.filter(pk=stranger[0].pk).update(state="active")
    seen = enrolment.see_in_extract(by=desks.agency, scheme=opened)
    assert (seen.active, seen.lost) == (len(people), 1)
    assert Entry.objects.get(pk=stranger[0].pk).state == "enrolled"


def nested(plan):
    """Yield the joins of a plan that compare every row of one side with the other's."""
    if plan["Node Type"] == "Nested Loop" and "Join Filter" in plan:
        yield plan["Join Filter"]
    for part in plan.get("Plans", ()):
        yield from nested(part)


@contextlib.contextmanager
def plans_watched():
    """Ask of every statement how it is carried out; give statements and slow joins."""
    asked, slow = [], []

    def watch(execute, sql, params, many, context):
        asked.append(sql)
        if sql.lstrip().startswith(("SELECT", "UPDATE", "DELETE", "WITH")):
            with connection.connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN (FORMAT JSON) {sql}", params)
                slow.extend(nested(cursor.fetchone()[0][0]["Plan"]))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield asked, slow


def test_a_long_list_is_checked_by_few_statements_that_compare_nobody_with_all(
    desks, published, opened
):
    first = date(1970, 1, 1)
    people = [
        person(
            9000 + n % 1000,
            born=first + timedelta(days=n // 1000 * 50 + n % 40),
            sex="FM"[n % 2],
            name=f"Orang {n}",
            village_code=f"16.04.{n // EACH // 20 + 1:02d}.{2001 + n // EACH % 20}",
        )
        for n in range(VILLAGES * EACH)
    ]
    lists.add_people(by=desks.agency, scheme=opened, people=people)
    with plans_watched() as (asked, slow):
        checked = lists.check_again(by=desks.agency, scheme=opened)
    assert checked.people == VILLAGES * EACH
    assert len(progress(opened)) == VILLAGES
    assert sum(states_of(opened).values()) == VILLAGES * EACH
    assert len(asked) <= MOST_STATEMENTS
    assert not slow
