"""Which articles a finding may cite, and since when."""

import pytest

from naungan.law.book import enacted


OCTOBER_2026 = 2026 * 12 + 9


@pytest.mark.parametrize(
    ("finding", "basis"),
    [
        (
            "unregistered_employer",
            "UU 24/2011 Pasal 15 ayat (1); PP 86/2013 Pasal 3 ayat (1) huruf a",
        ),
        (
            "partial_workers",
            "PP 86/2013 Pasal 3 ayat (1); PP 44/2015 Pasal 32 ayat (4)",
        ),
        (
            "underreported_wage",
            (
                "UU 24/2011 Pasal 15 ayat (2); PP 44/2015 Pasal 8 ayat (3); "
                "PP 44/2015 Pasal 32 ayat (2)"
            ),
        ),
        (
            "missing_programmes",
            (
                "Perpres 109/2013 Pasal 6 ayat (2) sampai ayat (4); "
                "PP 44/2015 Pasal 32 ayat (3)"
            ),
        ),
        (
            "contributions_in_arrears",
            (
                "UU 24/2011 Pasal 19; PP 44/2015 Pasal 21 ayat (2) dan ayat (3); "
                "PP 46/2015 Pasal 19; PP 45/2015 Pasal 30 ayat (3)"
            ),
        ),
        ("not_on_any_list", "PP 86/2013 Pasal 3 ayat (4); PP 44/2015 Pasal 9"),
        ("shared_nik", "PP 40/2019 Pasal 30"),
    ],
)
def test_a_finding_cites_its_articles(finding, basis):
    assert enacted().legal_basis(finding, OCTOBER_2026) == basis


def test_what_rests_on_practice_or_on_one_source_says_so():
    for finding in ("double_funded", "age_out_of_range"):
        bases = [
            basis
            for duty in enacted().obligations_of(finding)
            for basis in duty.legal_bases
        ]
        assert "SINGLE" in {basis.confidence for basis in bases}


def test_an_article_is_not_cited_before_it_was_in_force():
    before = enacted().legal_basis("partial_workers", 2015 * 12 + 5)
    after = enacted().legal_basis("partial_workers", 2015 * 12 + 6)
    assert before == "PP 86/2013 Pasal 3 ayat (1)"
    assert after == "PP 86/2013 Pasal 3 ayat (1); PP 44/2015 Pasal 32 ayat (4)"


def test_a_finding_that_nobody_wrote_down_has_no_basis():
    assert enacted().legal_basis("no_such_finding", OCTOBER_2026) == ""
