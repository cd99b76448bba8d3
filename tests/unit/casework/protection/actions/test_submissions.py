"""What a village proposes: the clerk prepares, the head sends on, the agency answers."""

from dataclasses import replace
from datetime import date

import pytest
from tests.invented_scheme import HERE
from tests.unit.casework.protection.conftest import TODAY, carry_on

from naungan.casework.accounts.access import ActRefused
from naungan.casework.protection.actions import lists, submissions
from naungan.casework.protection.actions.submissions import MeetingSaid
from naungan.casework.protection.models import Entry, Submission


MEETING = MeetingSaid(
    held_on=date(2024, 6, 1),
    place="Balai desa",
    leader="Ketua Rekaan",
    attended=24,
    countersigners="Ketua Rekaan, Ketua BPD",
)


@pytest.fixture
def head(desks, scheme, works):
    """The head of the first village is at work beside the clerk."""
    made = works("village_head", kind="village", code="desa-a", email="kades@contoh.id")
    return replace(made, region_code=HERE)


@pytest.fixture
def prepared(desks, scheme, listed):
    listed(9001, 9002)
    return submissions.prepare(
        by=desks.clerk, scheme=scheme, village_code=HERE, meeting=MEETING, today=TODAY
    )


def test_the_head_sends_on_what_the_clerk_prepared(desks, head, prepared, at):
    with pytest.raises(ActRefused, match="wewenang"):
        submissions.forward(by=desks.clerk, submission=prepared, letter=None)
    at(head)
    submissions.forward(by=head, submission=prepared, letter=None)
    prepared.refresh_from_db()
    assert (prepared.state, prepared.people) == ("forwarded", 2)
    assert prepared.forwarded_by_id == head.user_id
    assert not submissions.is_changed(prepared)


def test_a_list_that_changes_later_is_told(desks, head, prepared, listed, at):
    at(head)
    submissions.forward(by=head, submission=prepared, letter=None)
    listed(9003, village=HERE)  # waits in the reserve: nobody else is proposed
    assert not submissions.is_changed(prepared)
    at(desks.clerk)
    first = Entry.objects.order_by("position").first()
    lists.withdraw(by=desks.clerk, entry=first, reason="moved")
    assert submissions.is_changed(prepared)


def test_what_comes_back_is_prepared_and_sent_on_again(
    desks, head, scheme, prepared, at
):
    at(head)
    submissions.forward(by=head, submission=prepared, letter=None)
    at(desks.clerk)
    with pytest.raises(ActRefused, match="dikembalikan"):
        submissions.prepare(
            by=desks.clerk,
            scheme=scheme,
            village_code=HERE,
            meeting=MEETING,
            today=TODAY,
        )
    at(desks.agency)
    with pytest.raises(ActRefused, match="alasan"):
        submissions.send_back(by=desks.agency, submission=prepared, reason=" ")
    submissions.send_back(by=desks.agency, submission=prepared, reason="Tanpa notulen")
    at(desks.clerk)
    again = submissions.prepare(
        by=desks.clerk,
        scheme=scheme,
        village_code=HERE,
        meeting=replace(MEETING, attended=30),
        today=TODAY,
    )
    assert again.pk == prepared.pk
    assert (again.state, again.attended) == ("prepared", 30)


def test_a_decree_closes_what_was_sent_on_and_leaves_the_rest(
    desks, head, scheme, prepared, at
):
    at(head)
    submissions.forward(by=head, submission=prepared, letter=None)
    carry_on(desks, scheme)
    assert Submission.objects.get().state == "decided"


def test_a_neighbour_and_a_stranger_see_no_proposal(desks, prepared, at):
    for other in (desks.neighbour, desks.stranger):
        at(other)
        assert not Submission.objects.exists()
    at(desks.agency)
    assert Submission.objects.exists()


def test_only_a_village_proposes_and_of_a_day_that_came(desks, scheme, at):
    at(desks.agency)
    said = {"scheme": scheme, "village_code": HERE, "today": TODAY}
    with pytest.raises(ActRefused, match="Jenis lembaga"):
        submissions.prepare(by=desks.agency, meeting=MEETING, **said)
    at(desks.clerk)
    with pytest.raises(ActRefused, match="menandatangani"):
        submissions.prepare(
            by=desks.clerk, meeting=replace(MEETING, countersigners=" "), **said
        )
    later = replace(MEETING, held_on=date(2024, 6, 4))
    with pytest.raises(ActRefused, match="belum tiba"):
        submissions.prepare(by=desks.clerk, meeting=later, **said)
