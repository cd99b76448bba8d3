from naungan.law.claim.schooling import course_of


def follow(open_claim, event_date="2024-03-16", **child):
    case = open_claim("JKK", event_date=event_date, children=[child])
    (facts,) = case.facts.records("children")
    return course_of(case, facts, 1), case


def test_a_child_is_promoted_every_year_to_the_end_of_university(open_claim):
    course, _ = follow(open_claim, level="SMP", grade=3)
    assert [(one.year, one.level, one.grade) for one in course.tranches] == [
        (2024, "SMP", 3),
        (2025, "SMA", 1),
        (2026, "SMA", 2),
        (2027, "SMA", 3),
        *((2028 + n, "PT", n + 1) for n in range(5)),
    ]
    assert course.total_idr == 2_000_000 + 9_000_000 + 60_000_000


def test_a_grade_counted_from_primary_school_is_the_same_grade(open_claim):
    for level, grade, counted in (("SMP", 1, 7), ("SMP", 3, 9), ("SMA", 3, 12)):
        plain, _ = follow(open_claim, level=level, grade=grade)
        whole, _ = follow(open_claim, level=level, grade=counted)
        assert plain.tranches == whole.tranches


def test_a_level_that_nobody_stated_is_said_to_be_the_most(open_claim):
    course, case = follow(open_claim, name="Siti")
    assert course.total_idr == 87_000_000
    assert all(one.year is None for one in course.tranches)
    assert case.facts.assumed[0].text().startswith("Siti: jenjang sekolah: dianggap")
    assert "belum sekolah" in case.facts.assumed[0].text()


def test_a_level_that_was_stated_is_not_assumed(open_claim):
    _, case = follow(open_claim, level="not_yet")
    assert case.facts.assumed == []


def test_a_child_that_would_start_after_the_age_limit_gets_nothing(open_claim):
    course, _ = follow(open_claim, level="PT", from_year=2030, birth_date="2005-01-01")
    assert course.total_idr == 0
    assert "usia akhir" in course.why_none.text()


def test_the_year_of_the_birthday_is_paid_and_the_next_is_not(open_claim):
    # 23 on 17 March 2026: the years that begin before it are 2024, 2025 and 2026
    course, _ = follow(open_claim, level="PT", grade=1, birth_date="2003-03-17")
    assert [one.year for one in course.tranches] == [2024, 2025, 2026]


def test_the_year_of_the_birthday_is_said_to_be_read_in_january(open_claim):
    _, case = follow(open_claim, level="PT", grade=1, birth_date="2003-03-17")
    (said,) = [one for one in case.draft.notes if "1 Januari" in one.text()]
    assert "17 Maret 2026. Beasiswa tahun 2026 dihitung" in said.text()
    assert "1 January" in said.text("en")
    _, early = follow(open_claim, level="PT", grade=1, birth_date="2002-01-01")
    assert not [one for one in early.draft.notes if "1 Januari" in one.text()]


def test_whoever_turns_twenty_three_on_new_year_is_not_paid_that_year(open_claim):
    course, _ = follow(open_claim, level="PT", grade=1, birth_date="2002-01-01")
    assert [one.year for one in course.tranches] == [2024]


def test_a_course_has_its_data_for_a_program(open_claim):
    course, _ = follow(open_claim, name="Ani", level="PT", grade=5)
    assert course.as_data() == {
        "name": "Ani",
        "total": 12_000_000,
        "years": [{"year": 2024, "level": "PT", "grade": 5, "amount": 12_000_000}],
    }
