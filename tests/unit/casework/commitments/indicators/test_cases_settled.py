"""Settled cases are counted from the first day of the promise on."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.compliance.models import Case


def test_cases_settled_since_the_meeting_count_and_those_reopened_do_not(
    promise, proves, make_case
):
    make_case(state="settled", closed_on=date(2026, 9, 1))
    make_case(state="closed", closing_reason="gone", closed_on=date(2026, 10, 1))
    made_good = {"closing_reason": "complied", "closed_on": date(2026, 10, 1)}
    make_case(state="closed", **made_good)
    case = make_case()
    one = promise(indicator="cases_settled", target=many(2))
    assert (one.value, one.baseline) == (1, 0)

    def become(state, on):
        Case.objects.filter(pk=case.pk).update(state=state, closed_on=on)

    proves(
        one,
        good=lambda: become("settled", date(2026, 10, 20)),
        bad=lambda: become("open", None),
    )
