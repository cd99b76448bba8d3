from naungan.law.kinds import answer


def unchecked(**stated):
    return answer("duty", {"on": "2026-10-01", "registered": "ya", **stated}).results[
        "unchecked"
    ]


def test_other_duties_of_an_employer_are_named():
    found = unchecked(scale="large")
    assert "notify_accident" in found
    assert "register_new_worker_in_pension" in found
    assert "register_employer" not in found
    assert "issue_number" not in found


def test_a_small_employer_has_no_pension_clock():
    assert "register_new_worker_in_pension" not in unchecked(scale="small")


def test_a_government_body_also_owes_what_governments_owe():
    assert "budget_contributions" in unchecked(kind="government")
    assert "budget_contributions" not in unchecked(kind="company", scale="large")


def test_a_participant_owes_only_a_participants_duties():
    found = unchecked(segment="BPU")
    assert "self_employed_report_changes" in found
    assert "notify_accident" not in found


def test_a_duty_is_not_named_before_its_first_article():
    found = answer("duty", {"on": "2015-12-30", "segment": "JAKON", "registered": "ya"})
    assert "report_construction_worker_changes" not in found.results["unchecked"]
