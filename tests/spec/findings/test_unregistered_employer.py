"""An employer is unregistered when lists name its workers and nothing matches it."""

from tests.spec.findings.places import FIRM, evidence, firm_with, found, member, worker


CODE = "unregistered_employer"
STRANGER = FIRM | {"registration": "unregistered", "npp": None, "registered_npp": None}
ELSEWHERE = [member(0, npp="N9")]


def test_three_listed_workers_without_registration_are_exposed():
    workers = [worker(1), worker(2), worker(3, wage=None)]
    work = firm_with(workers, ELSEWHERE, firm=STRANGER)
    [finding] = found(work, CODE)
    assert finding["people"] == 3
    # 0.54 + 0.30 + 3.7 + 2 + 2 + 1 percent of two wages of 3,000,000
    assert finding["monthly_idr"] == 2 * (
        16_200 + 9_000 + 111_000 + 60_000 + 60_000 + 30_000
    )
    assert (finding["severity"], finding["confidence"]) == ("high", "high")
    assert finding["sentence"] == (
        "Daftar menyebut 3 pekerja, tetapi pemberi kerja ini tidak ditemukan di antara "
        "pemberi kerja terdaftar. Iuran yang seharusnya disetor Rp572.400 sebulan "
        "(1 pekerja tanpa data upah belum dihitung)."
    )
    assert evidence(work, CODE) == [(1, None), (2, None), (3, None)]


def test_it_cites_the_duty_to_register():
    [finding] = found(firm_with([worker(1)], ELSEWHERE, firm=STRANGER), CODE)
    assert finding["instruments"] == "pp-86-2013+uu-24-2011"
    assert "UU 24/2011 Pasal 15 ayat (1)" in finding["legal_basis"]


def test_an_empty_npp_alone_is_no_finding():
    known = FIRM | {"npp": None}
    assert not found(firm_with([worker(1)], ELSEWHERE, firm=known), CODE)


def test_a_match_that_awaits_review_is_no_finding():
    doubted = STRANGER | {"registration": "review"}
    assert not found(firm_with([worker(1)], ELSEWHERE, firm=doubted), CODE)


def test_an_employer_for_whom_nobody_works_is_no_finding():
    assert not found(firm_with([], ELSEWHERE, firm=STRANGER), CODE)


def test_without_any_registration_in_the_input_nobody_can_be_compared():
    assert not found(firm_with([worker(1)], [member(0, npp=None)], firm=STRANGER), CODE)


def test_a_count_without_names_gives_low_confidence():
    counted = STRANGER | {"declared_workers": 12}
    [finding] = found(firm_with([], ELSEWHERE, firm=counted), CODE)
    assert (finding["people"], finding["monthly_idr"]) == (12, 0)
    assert finding["confidence"] == "low"


def test_workers_who_are_enrolled_elsewhere_make_it_doubtful():
    work = firm_with([worker(1), worker(2)], ELSEWHERE, [(1, 0)], firm=STRANGER)
    [finding] = found(work, CODE)
    assert finding["confidence"] == "low"


def test_an_unknown_scale_owes_the_least_and_is_less_sure():
    [finding] = found(
        firm_with([worker(1)], ELSEWHERE, firm=STRANGER | {"scale": None}), CODE
    )
    assert finding["monthly_idr"] == 16_200 + 9_000
    assert finding["confidence"] == "medium"
