import pytest

from naungan.law.claim.scholarship import scholarship
from naungan.lib.errors import LawRefused


def notes(case, language="id"):
    return " ".join(one.text(language) for one in case.draft.notes)


def test_children_nobody_mentioned_are_asked_about(open_claim):
    case = open_claim("JKK")
    assert scholarship(case) == {}
    assert "sampai Rp174.000.000" in notes(case)


def test_they_are_not_asked_about_where_there_can_be_no_scholarship(open_claim):
    case = open_claim(joined="2024-01")
    assert scholarship(case) == {}
    assert notes(case) == ""
    assert case.facts.assumed == []


def test_they_are_not_asked_about_when_there_are_none(open_claim):
    case = open_claim("JKK", children_count=0)
    assert scholarship(case) == {}
    assert notes(case) == ""


def test_before_the_schedule_nobody_is_asked_about_a_schedule(open_claim):
    case = open_claim("JKK", event_date="2019-12-01")
    assert scholarship(case) == {}
    assert notes(case) == ""


def test_the_years_of_a_child_are_written_level_by_level(open_claim):
    case = open_claim("JKK", children=[{"name": "Ani", "level": "SMA", "grade": 2}])
    results = scholarship(case)
    (child,) = results["scholarship_children"]
    assert child["name"] == "Ani"
    assert child["years"][0] == {
        "year": 2024,
        "level": "SMA",
        "grade": 2,
        "amount": 3_000_000,
    }
    (line,) = [one for one in case.draft.lines if one.key == "scholarship"]
    assert line.label.text() == "Beasiswa Ani, seluruh masa sekolah"
    assert line.arithmetic.text() == (
        "SMA 2–3 (2024–2025): 2 × Rp3.000.000; "
        "kuliah atau pelatihan 1–5 (2026–2030): 5 × Rp12.000.000"
    )
    assert "university or training 1–5" in line.arithmetic.text("en")


def test_a_single_year_is_written_as_one(open_claim):
    case = open_claim("JKK", children=[{"level": "PT", "grade": 5}])
    scholarship(case)
    assert (
        case.draft.lines[0]
        .arithmetic.text()
        .startswith("kuliah atau pelatihan 5 (2024)")
    )


def test_a_grade_that_nobody_stated_is_said_to_be_the_first(open_claim):
    case = open_claim("JKK", children=[{"level": "PT"}])
    assert scholarship(case)["scholarship"] == 60_000_000
    assert "kelas pertama" in case.facts.assumed[0].text()


def test_contributions_right_at_the_condition_are_to_be_checked(open_claim):
    case = open_claim(joined="2021-06", children=[{"level": "PT"}])
    assert scholarship(case)["scholarship"] == 60_000_000
    assert "tepat di sekitar syarat" in notes(case)


def test_contributions_that_were_stated_need_no_check(open_claim):
    case = open_claim(contribution_months=36, children=[{"level": "PT"}])
    assert scholarship(case)["scholarship"] == 60_000_000
    assert "tepat di sekitar syarat" not in notes(case)


def test_unknown_contributions_leave_the_sum_conditional(open_claim):
    case = open_claim(children=[{"level": "PT"}])
    assert scholarship(case)["scholarship_if_long_enough"] == 60_000_000
    assert "paling sedikit 36 bulan" in notes(case)


def test_unknown_contributions_and_children_by_number_give_the_most(open_claim):
    case = open_claim(children_count=1)
    assert scholarship(case) == {"scholarship_max": 87_000_000}


def test_a_child_not_yet_at_school_with_an_age_is_said_to_be_untested(open_claim):
    child = {"level": "not_yet", "birth_date": "2023-01-01"}
    case = open_claim("JKK", children=[child])
    assert scholarship(case)["scholarship"] == 87_000_000
    assert "batas usia belum diperhitungkan" in notes(case)


def test_a_working_child_is_told_of_the_exception_once_there_is_one(open_claim, said):
    child = {"level": "PT", "working": True}
    before = open_claim("JKK", children=[child])
    after = open_claim("JKK", event_date="2026-05-12", children=[child])
    assert scholarship(before)["scholarship"] == 0
    assert scholarship(after)["scholarship"] == 0
    assert len(said(before)) == 1
    assert "Pengecualian" in said(after)[0]


def test_the_third_child_is_named_and_not_paid(open_claim):
    children = [{"level": level} for level in ("PT", "SMA", "SD")]
    case = open_claim("JKK", children=children)
    # SD 84m, SMA 69m, university 60m
    assert scholarship(case)["scholarship"] == 153_000_000
    unpaid = next(one for one in case.draft.lines if one.amount_idr == 0)
    assert unpaid.label.text() == "Beasiswa anak ke-1, seluruh masa sekolah"
    assert "yang jumlahnya terbesar" in notes(case)


def test_only_the_years_to_come_are_paid_for_a_child_that_starts_later(open_claim):
    with pytest.raises(LawRefused, match="children ke-1: from_year 2020 sebelum tahun"):
        scholarship(open_claim("JKK", children=[{"level": "SD", "from_year": 2020}]))
