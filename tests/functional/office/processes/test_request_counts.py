"""Requests are counted one by one, however many come at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from naungan.casework.accounts import request_counts
from naungan.casework.accounts.models import RequestCount


AT_ONCE = 4
EACH = 15


def count_some(_number):
    try:
        return [request_counts.counted(["key a", "address b"]) for _ in range(EACH)]
    finally:
        connection.close()


def test_no_request_slips_by_another(django_db_setup, django_db_blocker, monkeypatch):
    monkeypatch.setattr(request_counts, "MINUTE", 10**9)  # no minute ends meanwhile
    with django_db_blocker.unblock(), ThreadPoolExecutor(AT_ONCE) as many:
        try:
            found = [
                one for some in many.map(count_some, range(AT_ONCE)) for one in some
            ]
        finally:
            RequestCount.objects.all().delete()
            connection.close()
    everyone = list(range(1, AT_ONCE * EACH + 1))
    assert sorted(one["key a"] for one in found) == everyone
    assert sorted(one["address b"] for one in found) == everyone


@pytest.mark.django_db
def test_old_counts_go_and_nobody_is_named_by_one(monkeypatch):
    request_counts.counted(["address 10.0.0.1"])
    (kept,) = RequestCount.objects.all()
    assert "10.0.0.1" not in f"{kept.key} {kept}"
    RequestCount.objects.update(minute=kept.minute - 61)
    request_counts.counted(["address 10.0.0.2"])
    assert RequestCount.objects.count() == 1
    assert timedelta(hours=1) == request_counts.KEPT
    assert 1 <= request_counts.seconds_left() <= request_counts.MINUTE
