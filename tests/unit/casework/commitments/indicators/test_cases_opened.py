"""Cases opened since the meeting are counted."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.compliance.models import Case


def test_cases_opened_since_the_meeting_count(promise, proves, make_case):
    case = make_case(opened_on=date(2026, 9, 1))
    make_case()
    one = promise(indicator="cases_opened", target=many(2))

    def opened(day):
        Case.objects.filter(pk=case.pk).update(opened_on=day)

    proves(
        one,
        good=lambda: opened(date(2026, 9, 30)),
        bad=lambda: opened(date(2026, 9, 1)),
    )
