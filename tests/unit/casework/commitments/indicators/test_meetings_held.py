"""Meetings held are counted where their day is known."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.commitments.extent import Extent
from naungan.casework.coordination.models import Event


def meet(desks, on=None, kind="monev", state="held", **more):
    return Event.objects.create(
        institution_id=desks.branch.institution_id,
        title="Monev rekaan",
        kinds=[kind],
        region_code="16.04",
        held_on=on,
        certainty="printed" if on else "year",
        state=state,
        made_by_id=desks.branch.user_id,
        **more,
    )


def test_the_meeting_that_was_promised_another_is_not_that_other(promise, reads, desks):
    given_in = meet(desks, date(2026, 10, 1))
    one = promise(
        indicator="meetings_held",
        extent=Extent(event_kind="monev"),
        target=many(1),
        at=given_in,
    )
    assert (one.value, one.is_met) == (0, False)
    meet(desks, date(2026, 10, 5), kind="fgd")
    assert not reads(one).is_met
    meet(desks, date(2026, 10, 5))
    assert reads(one).is_met


def test_meetings_of_a_kind_since_the_promise_count_and_none_of_unknown_day(
    promise, proves, desks
):
    meet(desks, date(2026, 10, 1), kind="fgd")
    meet(desks, date(2026, 9, 1))
    meet(desks, date(2026, 10, 2), state="cancelled")
    meet(desks, year=2026)
    one = promise(
        indicator="meetings_held", extent=Extent(event_kind="monev"), target=many(1)
    )
    more = []
    proves(
        one,
        good=lambda: more.append(meet(desks, date(2026, 10, 5))),
        bad=lambda: Event.objects.filter(pk=more[0].pk).update(
            state="merged", merged_into=one.event
        ),
    )
