"""What hangs on a case, by one statement: the same rows that each table gives by itself."""

import pytest
from django.db import connection
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.compliance.actions import cases, replies
from naungan.casework.compliance.models import (
    CaseFinding,
    CaseNote,
    HandOver,
    Participation,
    Reply,
    Skk,
    StepTaken,
    UploadLink,
)
from naungan.casework.compliance.queries import gathered


pytestmark = pytest.mark.django_db
MODELS = {
    one.__name__: one
    for one in (
        *(CaseFinding, CaseNote, HandOver, Participation, Reply),
        *(Skk, StepTaken, UploadLink),
    )
}


@pytest.fixture
def full(opened, take, offices, hand):
    """Give a case on which most kinds of things hang."""
    case = opened()
    take(case, "warning_1")
    by = offices.examiner
    cases.remark(by=by, case=case, text="Ditelepon.")
    cases.remark(by=by, case=case, text="Ditelepon lagi.")
    replies.record_reply(by=by, case=case, received_on=TODAY, text="Baik.", today=TODAY)
    replies.make_link(by=by, case=case)
    hand(case, offices.inspector, "join")
    scope.enter(by)
    return case


def test_every_row_is_as_its_table_gives_it(full):
    with CaptureQueriesContext(connection) as asked:
        found = gathered.rows_of(full.pk, MODELS)
    assert len(asked) == 3  # the rows, institutions, people
    for name, model in MODELS.items():
        alone = list(model.objects.filter(case=full))
        assert [one.pk for one in found[name]] == [one.pk for one in alone]
        assert [model_to_dict(one) for one in found[name]] == [
            model_to_dict(one) for one in alone
        ]
    assert found["CaseNote"]
    assert not found["Skk"]


def test_what_rows_name_is_there_without_asking_again(full):
    found = gathered.rows_of(full.pk, MODELS)
    with CaptureQueriesContext(connection) as asked:
        (handed,) = found["HandOver"]
        assert handed.to.name
        assert found["CaseNote"][0].by.name
        assert found["Reply"][0].considered_by is None
    assert not len(asked)


def test_rows_of_a_case_are_guarded_like_any_others(full, offices):
    scope.enter(offices.elsewhere)
    found = gathered.rows_of(full.pk, MODELS)
    assert not any(found.values())
