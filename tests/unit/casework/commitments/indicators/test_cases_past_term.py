"""Cases past their term are counted on the day, of the holder's own cases alone."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.commitments.extent import Extent
from naungan.casework.compliance.models import Case


LATE, AHEAD = date(2026, 10, 5), date(2026, 12, 5)


def test_late_cases_are_counted_of_all_open_ones_and_end_when_their_term_moves(
    promise, proves, make_case
):
    late = make_case(due_on=LATE)
    make_case(due_on=AHEAD)
    make_case(due_on=LATE, region="16.05")
    make_case(due_on=LATE, track="registration_and_data")
    one = promise(
        indicator="cases_past_term",
        extent=Extent(track="arrears"),
        region_code="16.04",
        target=many(0),
    )
    assert (one.value, one.value_of) == (1, 2)

    def set_due(day):
        Case.objects.filter(pk=late.pk).update(due_on=day)

    proves(one, good=lambda: set_due(AHEAD), bad=lambda: set_due(LATE))


def test_the_cases_of_an_institution_that_shares_none_are_not_counted(
    promise, make_case, desks
):
    make_case(due_on=LATE, by=desks.prosecutor)
    one = promise(indicator="cases_past_term", target=many(0))
    assert one.reads_as_id == desks.branch.institution_id
    assert one.value == 0


def test_the_owner_s_own_cases_are_read_where_it_has_any(
    promise, make_case, desks, houses
):
    make_case(due_on=LATE, by=desks.prosecutor)
    one = promise(
        indicator="cases_past_term",
        target=many(0),
        owner_institution=houses["kejari"],
    )
    assert one.reads_as_id == desks.prosecutor.institution_id
    assert one.value == 1
