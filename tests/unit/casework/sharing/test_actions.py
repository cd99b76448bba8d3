"""Sharing rules are given by whoever may, within their region, and end at once."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.accounts.access import ActRefused
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act
from naungan.casework.sharing import actions, queries
from naungan.casework.sharing.models import Sharing


pytestmark = pytest.mark.django_db
COLUMNS = ["birth_date", "sex"]


@pytest.fixture
def giver(works):
    """The head of the agency whose rows are shared."""
    return works("agency_head", code="dpmd-contoh", email="kepala@contoh.id")


@pytest.fixture
def receiver(works):
    """An officer of the branch that receives them."""
    return works("examiner", "bpjs_branch", "cabang-lain", "pemeriksa@contoh.id")


def give(by, to=None, kind="", **changed):
    """Give a rule for a year from today, as the giver."""
    scope.enter(by)
    today = timezone.localdate()
    asked = {
        "region_code": "16.04",
        "columns": COLUMNS,
        "purpose": "Memadankan pekerja rentan",
        "agreement": "PKS 1/2026",
        "from_on": today,
        "until_on": today + timedelta(days=365),
        **changed,
    }
    place = Institution.objects.get(pk=to.institution_id) if to else None
    return actions.share(by=by, receiver=place, receiver_kind=kind, **asked)


def seen(by):
    """Give whose rows a scope sees, besides its own, with region and columns."""
    scope.enter(by)
    own, *others = queries.owners(by)
    assert (own.code, own.region, own.columns) == (by.institution_code, "", None)
    return [(one.code, one.region, one.columns) for one in others]


def test_nothing_is_seen_of_others_without_a_rule(giver, receiver):
    assert seen(receiver) == []
    assert seen(giver) == []


def test_a_rule_shows_the_owners_rows_to_its_receiver_only(giver, receiver):
    give(giver, receiver)
    assert seen(receiver) == [("dpmd-contoh", "16.04", frozenset(COLUMNS))]
    assert seen(giver) == []


def test_a_rule_for_a_kind_reaches_every_institution_of_it(giver, receiver, works):
    give(giver, kind="bpjs_branch")
    other = works("examiner", "kejari", "kejari-contoh", "jaksa@contoh.id")
    assert len(seen(receiver)) == 1
    assert seen(other) == []


def test_a_rule_for_ones_own_kind_does_not_name_oneself(giver):
    give(giver, kind="dpmd")
    assert seen(giver) == []


@pytest.mark.parametrize(("first", "last", "shown"), [(0, 0, 1), (1, 5, 0), (-5, 0, 1)])
def test_a_rule_holds_from_its_first_to_its_last_day(
    giver, receiver, first, last, shown
):
    today = timezone.localdate()
    give(
        giver,
        receiver,
        from_on=today + timedelta(days=first),
        until_on=today + timedelta(days=last),
    )
    assert len(seen(receiver)) == shown


def test_an_ended_rule_shows_nothing_any_more_and_stays_on_record(giver, receiver):
    rule = give(giver, receiver)
    actions.end(by=giver, sharing=rule)
    assert seen(receiver) == []
    assert list(queries.of_institution(receiver)) == [rule]
    scope.enter(giver)
    told = Act.objects.filter(noun="sharing").order_by("pk")
    assert [one.verb for one in told] == ["share", "end"]
    assert told[0].details["receiver"] == "cabang-lain"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"region_code": "16.05"}, "di luar wilayah"),
        ({"region_code": ""}, "di luar wilayah"),
        ({"until_on": timezone.localdate() - timedelta(days=1)}, "Hari terakhir"),
    ],
)
def test_a_rule_beyond_ones_region_or_in_the_past_is_refused(
    giver, receiver, changed, sentence
):
    with pytest.raises(ActRefused, match=sentence):
        give(giver, receiver, **changed)
    assert not Sharing.objects.exists()


def test_sharing_with_oneself_is_refused(giver):
    with pytest.raises(ActRefused, match="dirinya sendiri"):
        give(giver, giver)


def test_whoever_lacks_the_power_may_neither_share_nor_end(giver, receiver):
    with pytest.raises(ActRefused, match="wewenang"):
        give(receiver, giver)
    rule = give(giver, receiver)
    scope.enter(receiver)
    with pytest.raises(ActRefused, match="wewenang"):
        actions.end(by=receiver, sharing=rule)


def test_a_rule_is_ended_once_and_only_by_who_gave_it(giver, works, receiver):
    rule = give(giver, receiver)
    other = works("agency_head", "dinsos", "dinsos-contoh", "dinsos@contoh.id")
    scope.enter(other)
    with pytest.raises(ActRefused, match="lembaga lain"):
        actions.end(by=other, sharing=rule)
    scope.enter(giver)
    actions.end(by=giver, sharing=rule)
    with pytest.raises(ActRefused, match="sudah diakhiri"):
        actions.end(by=giver, sharing=rule)


def test_the_database_takes_no_rule_in_anothers_name(giver, receiver):
    rule = give(giver, receiver)
    scope.enter(receiver)
    with pytest.raises(ProgrammingError), transaction.atomic():
        Sharing.objects.create(
            institution_id=giver.institution_id,
            receiver_id=receiver.institution_id,
            purpose="x",
            agreement="x",
            from_on=rule.from_on,
            until_on=rule.until_on,
        )
    assert Sharing.objects.filter(pk=rule.pk).update(until_on=rule.from_on) == 0


def test_the_database_refuses_a_rule_to_nobody_or_to_two(giver, receiver):
    rule = give(giver, receiver)
    for kind, to in (("", None), ("kejari", receiver.institution_id)):
        with pytest.raises(IntegrityError), transaction.atomic():
            Sharing.objects.filter(pk=rule.pk).update(
                receiver_kind=kind, receiver_id=to
            )
    assert connection.vendor == "postgresql"
