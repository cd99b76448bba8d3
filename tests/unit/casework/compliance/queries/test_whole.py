"""One case whole, in few statements, with what may follow for whoever asks."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.compliance import office, queries
from naungan.casework.compliance.actions import cases, replies
from naungan.lib.errors import InputRefused


pytestmark = pytest.mark.django_db


def test_a_case_is_read_whole_with_its_proposals_in_few_statements(
    opened, take, offices, hand
):
    case = opened()
    take(case, "warning_1")
    by = offices.examiner
    cases.remark(by=by, case=case, text="Ditelepon.")
    replies.record_reply(by=by, case=case, received_on=TODAY, text="Baik.", today=TODAY)
    replies.make_link(by=by, case=case)
    hand(case, offices.inspector, "join")
    scope.enter(by)
    with CaptureQueriesContext(connection) as asked:
        found = queries.case(by, case.pk)
        whole = queries.of_case(found)
        proposals = queries.proposals(by, found, TODAY, whole=whole)
    assert len(asked) <= 12
    assert [one.code for one in whole.findings] == ["unregistered_employer"]
    counts = (
        whole.steps,
        whole.replies,
        whole.notes,
        whole.links,
        whole.participations,
    )
    assert [len(one) for one in counts] == [1, 1, 1, 1, 1]
    assert whole.mandates == []
    assert not any(one.may for one in proposals)
    same = queries.proposals(by, found, TODAY)
    assert [(o.step.code, o.may) for o in same] == [
        (o.step.code, o.may) for o in proposals
    ]
    ours = {one.step.code for one in proposals if one.ours}
    assert "warning_2" in ours
    assert "nota_1" not in ours


def test_a_case_is_handed_to_institutions_of_its_region_that_deal_with_it(
    opened, offices, works
):
    works("inspector", "inspectorate", "provinsi", "prov@contoh.id")
    case = opened()
    scope.enter(offices.examiner)
    found = queries.institutions_for(case, "report", offices.examiner)
    assert {one.code for one in found} == {"pengawas", "provinsi"}
    anybody = queries.institutions_for(case, "join", offices.examiner)
    assert offices.examiner.institution_id not in {one.pk for one in anybody}
    assert "kejari" in {one.code for one in anybody}


def test_how_near_visits_are_is_a_setting_of_the_office(tmp_path):
    assert office.read(tmp_path / "compliance.toml").overlap_days == 14
    own = tmp_path / "compliance.toml"
    own.write_text("overlap_days = 3\n", encoding="utf-8")
    assert office.read(own).overlap_days == 3
    for wrong in ("overlap_days = -1\n", 'overlap_days = "tiga"\n', "lain = 1\n"):
        own.write_text(wrong, encoding="utf-8")
        with pytest.raises(InputRefused, match="banyaknya hari"):
            office.read(own)
