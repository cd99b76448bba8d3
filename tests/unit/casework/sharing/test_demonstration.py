"""The invented offices share with each other, also where no person is at work."""

import pytest
from django.db import connection

from naungan.casework.accounts import scope
from naungan.casework.sharing.demonstration import AGREED, share_in
from naungan.casework.sharing.models import Sharing


pytestmark = pytest.mark.django_db


def test_a_job_without_a_person_gives_every_rule_once(office, works):
    works("agency_head", code="dpmd-contoh")
    scope.tell(None, None, every=True)
    made = share_in("16.04")
    assert made == sum(one.giver in {"dpmd", "bpjs_branch"} for one in AGREED)
    assert share_in("16.04") == 0
    assert Sharing.objects.count() == made


def test_afterwards_the_whole_office_is_at_work_again(office):
    scope.tell(None, None, every=True)
    share_in("16.04")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('naungan.every_institution'), "
            "current_setting('naungan.institution')"
        )
        assert cursor.fetchone() == ("on", "")
