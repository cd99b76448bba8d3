"""The wage reported must be the wage paid."""

import pytest
from tests.oracles.tables import MONTH
from tests.spec.findings.places import FIRM, evidence, firm_with, found, member, worker


CODE = "underreported_wage"
ALL_SHARES = 540 + 300 + 3_700 + 2_000 + 2_000 + 1_000  # per 100,000 rupiah


def one(wage, reported, **more):
    return firm_with(
        [worker(1, wage=wage)], [member(0, reported_wage=reported, **more)], [(1, 0)]
    )


@pytest.mark.parametrize(
    ("wage", "reported", "gap_idr", "confidence", "severity"),
    [
        (3_000_000, 2_000_000, 1_000_000, "high", "medium"),
        (3_000_000, 1_500_000, 1_500_000, "high", "high"),
        (3_000_000, 2_800_000, 200_000, "medium", "medium"),
    ],
)
def test_the_contribution_on_the_gap_is_exposed(
    wage, reported, gap_idr, confidence, severity
):
    [finding] = found(one(wage, reported), CODE)
    assert finding["monthly_idr"] == gap_idr // 100_000 * ALL_SHARES
    assert (finding["severity"], finding["confidence"]) == (severity, confidence)


def test_the_sentence_names_people_gap_and_contribution():
    work = one(3_000_000, 2_000_000)
    [finding] = found(work, CODE)
    assert finding["sentence"] == (
        "Upah 1 pekerja dilaporkan lebih rendah daripada upah pada daftar, bersama-sama "
        "Rp1.000.000 sebulan. Kekurangan iurannya Rp95.400 sebulan."
    )
    assert finding["instruments"] == "pp-44-2015+uu-24-2011"
    assert evidence(work, CODE) == [(1, 0)]


@pytest.mark.parametrize(
    ("wage", "reported"),
    [
        (3_000_000, 3_000_000),
        (3_000_000, 3_500_000),
        (3_000_000, 2_970_000),
        (None, 1),
        (9, None),
    ],
)
def test_rounding_and_silence_are_no_finding(wage, reported):
    assert not found(one(wage, reported), CODE)


def test_pension_contributions_stop_at_the_ceiling():
    [finding] = found(one(20_000_000, 15_000_000), CODE)
    assert finding["monthly_idr"] == 50 * (540 + 300 + 3_700 + 2_000)


def test_a_membership_that_ended_is_not_compared():
    assert not found(
        one(3_000_000, 1_000_000, status="inactive", paid_through=MONTH - 3), CODE
    )


def test_with_two_employers_each_list_says_its_own_wage():
    other = FIRM | {"employer_id": 2, "employer_ref": "P-002", "npp": "N2"}
    work = firm_with([worker(1, wage=9_000_000)], [member(0)], [(1, 0)])
    rows = """INSERT INTO {} VALUES {}"""
    work.con.execute(
        rows.format("employers(employer_id, employer_ref)", f"(2, '{other['npp']}')")
    )
    work.con.execute(rows.format("person_employers", "(1, 2)"))
    work.con.execute(rows.format("person_rows", "(1, 10), (1, 11)"))
    work.con.execute(
        rows.format(
            "worker_rows(row_id, employer_ref, wage)",
            "(10, 'P-002', 9000000), (11, 'P-001', 4000000)",
        )
    )
    [finding] = found(work, CODE)
    assert finding["monthly_idr"] == 10 * ALL_SHARES
