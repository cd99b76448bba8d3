"""A registered employer must have every worker of its lists under its own number."""

from datetime import date

from tests.oracles.tables import MONTH
from tests.spec.findings.places import FIRM, evidence, firm_with, found, member, worker


CODE = "partial_workers"


def test_ten_undeclared_workers_are_ten_exposed():
    workers = [worker(place) for place in range(1, 31)]
    members = [member(row) for row in range(20)]
    work = firm_with(workers, members, [(row + 1, row) for row in range(20)])
    [finding] = found(work, CODE)
    assert finding["people"] == 10
    assert (finding["severity"], finding["confidence"]) == ("medium", "high")
    assert finding["instruments"] == "pp-44-2015+pp-86-2013"
    assert finding["sentence"].startswith(
        "10 dari 30 pekerja pada daftar bukan peserta di bawah NPP pemberi kerja ini."
    )
    assert evidence(work, CODE) == [(place, None) for place in range(21, 31)]


def test_everybody_enrolled_is_no_finding():
    assert not found(firm_with([worker(1)], [member(0)], [(1, 0)]), CODE)


def test_membership_under_another_employer_does_not_replace_it():
    members = [member(0), member(1, npp="N9")]
    work = firm_with([worker(1), worker(2)], members, [(1, 0), (2, 1)])
    [finding] = found(work, CODE)
    assert finding["people"] == 1


def test_a_membership_that_was_ended_counts_as_undeclared():
    members = [member(0), member(1, status="inactive")]
    work = firm_with([worker(1), worker(2)], members, [(1, 0), (2, 1)])
    assert [one["people"] for one in found(work, CODE)] == [1]
    assert evidence(work, CODE) == [(2, 1)]


def test_arrears_are_not_undeclared_workers():
    late = member(0, paid_through=MONTH - 9)
    assert not found(firm_with([worker(1)], [late], [(1, 0)]), CODE)


def test_a_match_that_awaits_review_is_not_counted_and_lowers_confidence():
    workers = [worker(1), worker(2), worker(3)]
    members = [member(0), member(1)]
    work = firm_with(workers, members, [(1, 0)], review=[(2, 1)])
    [finding] = found(work, CODE)
    assert (finding["people"], finding["confidence"]) == (1, "medium")


def test_a_worker_who_looks_like_an_unmatched_member_is_not_counted():
    born = {"birth_date": date(1991, 5, 12), "birth_year": 1991}
    workers = [worker(1, **born), worker(2, name="SITI"), worker(3)]
    members = [member(0, **born), member(1, name="SITI")]
    [finding] = found(firm_with(workers, members), CODE)
    assert (finding["people"], finding["confidence"]) == (1, "medium")


def test_someone_without_any_identity_is_not_counted():
    nobody = worker(2, nik=None, birth_year=None)
    assert not found(firm_with([worker(1), nobody], [member(0)], [(1, 0)]), CODE)


def test_without_names_the_declared_number_is_compared_with_low_confidence():
    firm = FIRM | {"declared_workers": 5}
    [finding] = found(firm_with([], [member(0), member(1)], firm=firm), CODE)
    assert (finding["people"], finding["monthly_idr"]) == (3, 0)
    assert finding["confidence"] == "low"


def test_people_who_are_no_wage_earners_are_left_out():
    assert not found(
        firm_with([worker(1), worker(2, segment="BPU")], [member(0)], [(1, 0)]), CODE
    )


def test_without_an_extract_of_members_nobody_is_accused():
    assert not found(firm_with([worker(1), worker(2)], [], []), CODE)
