"""Each day promises are judged once; a publication has the workers gained counted."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.unit.casework.collection.conftest import COUNTED

from naungan.casework.accounts import scope
from naungan.casework.collection import actions, tasks
from naungan.casework.collection.models import InstalmentPlan


pytestmark = pytest.mark.django_db


def test_a_promise_past_its_last_day_is_judged_by_the_office_itself(
    branches, case, establish
):
    establish(case)
    plan = actions.promise(
        by=branches.examiner, case=case, signed_on=COUNTED, count=2, today=COUNTED
    )
    last = plan.lines.first().reopens_on
    assert tasks.judge_promises(last) == 0
    assert tasks.judge_promises(last + timedelta(1)) == 1
    assert tasks.judge_promises(last + timedelta(1)) == 0
    scope.enter(branches.examiner)
    assert InstalmentPlan.objects.get().state == "broken"
    assert case.notes.count() == 1


def test_the_next_day_is_asked_for_once():
    tasks.begin_day.func()
    (waiting,) = DBTaskResult.objects.filter(task_path=tasks.begin_day.module_path)
    assert waiting.run_after > timezone.now() + timedelta(hours=23)
    tasks.keep_days()
    assert (
        DBTaskResult.objects.filter(task_path=tasks.begin_day.module_path).count() == 1
    )
