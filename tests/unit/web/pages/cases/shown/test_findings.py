"""What later data say of a whole case: gone since when, and what else there is now."""

import pytest
from django.utils import translation

from naungan.casework.compliance.models import CaseFinding, CaseNote
from naungan.lib.dates import month_index
from naungan.web.pages.cases.shown.findings import gone_since, not_in_case


pytestmark = pytest.mark.django_db
HELD = [CaseFinding(code="unregistered_employer", people=44)]


def said(run, code, says, people=0):
    """Make what a run said of a finding."""
    return CaseNote(
        kind="data_now_says",
        code=code,
        says=says,
        run=run,
        month=month_index(2024, 6 + 3 * (run - 1)),
        parts={"was": [44, 0], "now": [people, 0]},
    )


def test_a_case_is_without_its_findings_since_the_first_run_that_showed_none():
    with translation.override("id"):
        gone = said(2, HELD[0].code, "gone")
        assert gone_since(HELD, [gone]) == "September 2024"
        other = said(3, "partial_workers", "changed", 6)
        assert gone_since(HELD, [gone, other]) == "September 2024"
        assert not_in_case(HELD, [gone, other])[0].endswith("6 orang")


def test_a_finding_that_came_back_is_not_gone():
    gone = said(2, HELD[0].code, "gone")
    assert gone_since(HELD, [gone, said(3, HELD[0].code, "new", 44)]) is None
    assert gone_since(HELD, []) is None
    assert gone_since([], [gone]) is None


def test_one_of_two_findings_gone_leaves_the_case_standing():
    both = [*HELD, CaseFinding(code="partial_workers", people=3)]
    assert gone_since(both, [said(2, HELD[0].code, "gone")]) is None
