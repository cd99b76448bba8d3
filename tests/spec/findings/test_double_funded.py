"""One fund for one person and month; two jobs are legitimate."""

import pytest
from tests.oracles.tables import MONTH, work_with
from tests.spec.findings.places import person_findings


CODE = "double_funded"
PERSON = {"person_id": 1, "nik": 1604010101809001, "birth_year": 1980}


def two(first, second, linked=True, niks=(1604010101809001,) * 2):
    """Make two memberships of one person from (funder, start, paid through)."""
    members = [
        {"kpj": f"K{row}", "nik": nik, "funder": f, "start_month": s, "paid_through": p}
        for row, ((f, s, p), nik) in enumerate(zip((first, second), niks, strict=True))
    ]
    links = [{"person_id": 1, "member_row": row} for row in range(2)] if linked else []
    return work_with(persons=[PERSON], member_rows=members, links=links)


def test_village_and_palm_oil_money_for_august_is_a_finding():
    village = ("village", MONTH - 5, MONTH - 2)
    sawit = ("dbh_sawit", MONTH - 2, MONTH)
    [finding] = person_findings(two(village, sawit), CODE)
    assert finding == {
        "person_id": 1,
        "kpj": "K0",
        "detail": "DBH sawit (KPJ K1) dan ADD/APBDes (KPJ K0) membayar 1 bulan yang "
        "sama, terakhir Agustus 2026",
    }


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("self", MONTH - 5, MONTH), ("village", MONTH - 5, MONTH)),
        (("employer", MONTH - 5, MONTH), ("employer", MONTH - 5, MONTH)),
        (("village", MONTH - 5, MONTH), ("village", MONTH - 5, MONTH)),
        (("village", MONTH - 9, MONTH - 5), ("apbd", MONTH - 4, MONTH)),
        ((None, MONTH - 5, MONTH), ("apbd", MONTH - 5, MONTH)),
    ],
)
def test_two_jobs_one_fund_or_other_months_are_no_finding(first, second):
    assert not person_findings(two(first, second), CODE)


def test_the_same_nik_on_no_list_is_found_by_its_number():
    funds = ("village", MONTH - 1, MONTH), ("csr", MONTH - 1, MONTH)
    [finding] = person_findings(two(*funds, linked=False), CODE)
    assert (finding["person_id"], finding["kpj"]) == (None, "K0")


def test_a_number_joins_a_listed_person_to_a_membership_nobody_matched():
    funds = ("village", MONTH - 1, MONTH), ("csr", MONTH - 1, MONTH)
    work = two(*funds)
    work.con.execute("DELETE FROM links WHERE member_row = 1")
    [finding] = person_findings(work, CODE)
    assert finding["person_id"] == 1


def test_other_people_are_not_compared():
    funds = ("village", MONTH - 1, MONTH), ("csr", MONTH - 1, MONTH)
    niks = (1604010101809001, 1604010101809002)
    assert not person_findings(two(*funds, linked=False, niks=niks), CODE)
