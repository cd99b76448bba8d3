"""The money of a case past its term goes before the case, and nothing of it stays."""

from datetime import UTC, datetime, timedelta

import pytest
from django.apps import apps
from django.db import connection
from psycopg.conninfo import conninfo_to_dict
from tests.office_database import owner_url
from tests.unit.casework.collection.conftest import COUNTED, MONTHLY
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act
from naungan.casework.collection import actions, erasure
from naungan.casework.collection.models import WorkerGained
from naungan.casework.compliance.actions import cases, mandates, replies, visits
from naungan.casework.compliance.actions.teams import Member
from naungan.casework.compliance.actions.visits import Seen
from naungan.casework.compliance.models import Case


DAY = timedelta(days=1)
YEAR = timedelta(days=365)


@pytest.fixture(scope="module", autouse=True)
def owner_of_the_tables(django_db_setup, django_db_blocker):
    """Work as the role that owns the tables: only it may remove what is kept."""
    kept = dict(connection.settings_dict)
    given = conninfo_to_dict(owner_url())
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict |= {"USER": given["user"], "PASSWORD": given["password"]}
    yield
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict.clear()
    connection.settings_dict.update(kept)


def hanging():
    """Count the rows of every table that hangs on a case."""
    return {
        model.__name__: model.objects.count()
        for name in ("collection", "compliance")
        for model in apps.get_app_config(name).get_models()
    }


def furnish(case, branches, establish, pay):
    """Give a case of arrears all that may hang on it."""
    by, to = branches.examiner, Institution.objects.get(code="kejari")
    establish(case)
    pay(case, MONTHLY, COUNTED + DAY, "1")
    establish(case, on=TODAY)
    pay(case, MONTHLY, TODAY, "2")
    actions.promise(by=by, case=case, signed_on=TODAY, count=2, today=TODAY)
    WorkerGained.objects.create(
        case=case, institution_id=by.institution_id, series="16.04", person_id=7,
        gain="registered", run=2, seen_on=TODAY,
    )  # fmt: skip
    mandates.issue_skk(
        by=by, case=case, to=to, number="SKK-1", kind="non_litigation",
        category="MENUNGGAK", principal_idr=MONTHLY, issued_on=TODAY, today=TODAY,
        reason="Surat cukup.",
    )  # fmt: skip
    replies.record_reply(
        by=by, case=case, received_on=TODAY, text="Kami mencicil.", today=TODAY,
        files=[("upah.csv", b"a,b\n1,2\n")],
    )  # fmt: skip
    cases.remark(by=by, case=case, text="Menunggu.")
    replies.make_link(by=by, case=case)
    plan = visits.plan_visit(
        by=by, planned_on=TODAY, purpose="Memeriksa.", case=case,
        members=[Member(name="Pemeriksa Rekaan")], today=TODAY,
    )  # fmt: skip
    visits.record_visit(by=by, seen=Seen(TODAY, "met"), visit=plan, today=TODAY)


def test_all_that_hangs_on_an_old_case_goes_and_what_is_young_stays(
    branches, works, make_case, step, establish, pay
):
    works("datun_head", "kejari", "kejari", "jaksa@contoh.id")
    old, young = make_case(), make_case(name="CV Muda Rekaan")
    for case in (old, young):
        step(case, "arrears_letter_3", TODAY - 60 * DAY)
    establish(young)
    before = hanging()
    furnish(old, branches, establish, pay)
    assert {name for name, count in hanging().items() if count > before[name]} >= {
        "Allocation",
        "InstalmentPlan",
        "Skk",
        "VisitRecord",
        "Paper",
    }
    for case in (old, young):
        late = TODAY if case == old else TODAY + YEAR
        cases.close(by=branches.examiner, case=case, reason="gone", today=late)
    moment = datetime.combine(TODAY + DAY, datetime.min.time(), UTC)
    assert erasure.remove(moment) == 1
    assert list(Case.objects.all()) == [young]
    left = hanging()
    assert {name for name, count in left.items() if count} == {
        name for name, count in before.items() if count
    }
    assert left["DebtLine"] == before["DebtLine"]
    assert Act.objects.filter(verb="erase", noun="debt").count() == 1
    assert erasure.remove(moment) == 0
