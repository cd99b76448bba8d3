import pytest

from naungan.law.claim.standing import Standing, segment_of, standing


PARTS = {"death": 20, "funeral": 10}


def test_a_claim_in_order_is_paid_by_bpjs_and_says_what_was_assumed(open_claim):
    case = open_claim(segment="PU")
    assert standing(case, segment_of(case)) == Standing("bpjs")
    assert case.draft.lines == []
    assert "aktif" in case.facts.assumed[0].text()


def test_an_active_participant_assumes_nothing(open_claim):
    case = open_claim(segment="PU", active=True)
    assert standing(case, "PU").good
    assert case.facts.assumed == []


def test_a_missing_segment_is_taken_as_a_wage_earners(open_claim):
    case = open_claim()
    assert segment_of(case) == "PU"
    assert "BPU dan PMI" in case.facts.assumed[0].text()


@pytest.mark.parametrize(
    ("segment", "months", "payer", "held"),
    [
        ("PU", 3, "bpjs", False),
        ("PU", 4, "employer", False),
        ("NON_ASN", 4, "employer", False),
        ("BPU", 3, "bpjs", True),
        ("BPU", 4, "none", False),
    ],
)
def test_arrears_do_what_the_segment_says(open_claim, segment, months, payer, held):
    case = open_claim(arrears_months=months)
    assert standing(case, segment) == Standing(payer, held)
    (line,) = case.draft.lines
    assert line.used[0].basis.startswith("PP 44/2015")


def test_arrears_count_before_the_word_active(open_claim):
    case = open_claim(arrears_months=2, active=False)
    assert standing(case, "PU") == Standing("bpjs")


def test_results_name_who_pays(open_claim):
    assert Standing("bpjs").shared(PARTS, ()) == {
        **PARTS,
        "total": 30,
        "payer": "bpjs",
        "bpjs": 30,
        "employer": 0,
    }
    assert Standing("employer").shared(PARTS, ())["employer"] == 30


def test_what_is_held_back_is_split(open_claim):
    shared = Standing("bpjs", held=True).shared(PARTS, ("funeral",))
    assert (shared["now"], shared["after_arrears"]) == (10, 20)
