"""Open cases are counted; one that is settled is none, one taken up again is one."""

from datetime import date

from tests.unit.casework.commitments.indicators.conftest import many

from naungan.casework.compliance.models import Case


def test_a_case_counts_while_it_is_open(promise, proves, make_case):
    case = make_case()
    one = promise(indicator="cases_open", target=many(0))

    def become(state, on):
        Case.objects.filter(pk=case.pk).update(state=state, closed_on=on)

    proves(
        one,
        good=lambda: become("settled", date(2026, 10, 20)),
        bad=lambda: become("open", None),
    )
