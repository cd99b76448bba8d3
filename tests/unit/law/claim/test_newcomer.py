from naungan.law.claim.newcomer import newcomer


def notes(case, language="id"):
    return " ".join(one.text(language) for one in case.draft.notes)


def test_only_the_self_employed_can_be_newcomers(open_claim):
    case = open_claim(event_date="2026-05-12", joined_on="2026-05-01")
    for segment in ("PU", "NON_ASN", "JAKON", "PMI"):
        assert newcomer(case, segment) is None
    assert case.draft.lines == []


def test_a_newcomer_is_paid_the_funeral_and_told_what_is_disputed(open_claim):
    case = open_claim(event_date="2026-05-12", joined_on="2026-05-01")
    assert newcomer(case, "BPU").value == 10_000_000
    assert "Sumber belum sepakat" in notes(case)
    assert "Rp42.000.000" in notes(case, "en")
    assert "sejak hari pertama, selama peserta aktif" in notes(case)
    assert all(used.date_uncertain for used in case.draft.lines[0].used)


def test_a_month_of_joining_that_decides_is_said_to_decide(open_claim):
    case = open_claim(event_date="2026-05-12", joined="2026-02")
    assert newcomer(case, "BPU") is None
    assert "Tanggal mulai menentukan" in notes(case)
    assert "dianggap 1 Februari 2026" in case.facts.assumed[0].text()


def test_a_month_of_joining_that_decides_nothing_is_not_said_to(open_claim):
    case = open_claim(event_date="2026-05-12", joined="2025-02")
    assert newcomer(case, "BPU") is None
    assert notes(case) == ""


def test_just_before_the_recorded_start_the_doubt_is_said(open_claim):
    case = open_claim(event_date="2025-02-20", joined_on="2025-02-01")
    assert newcomer(case, "BPU") is None
    assert "belum pasti (dicatat 1 Maret 2025)" in notes(case)


def test_just_before_the_start_an_old_member_hears_no_doubt(open_claim):
    case = open_claim(event_date="2025-02-20", joined_on="2024-02-01")
    assert newcomer(case, "BPU") is None
    assert notes(case) == ""


def test_the_year_before_hears_no_doubt(open_claim):
    case = open_claim(event_date="2024-12-31", joined_on="2024-12-01")
    assert newcomer(case, "BPU") is None
    assert newcomer(open_claim(event_date="2025-02-20"), "BPU") is None
    assert notes(case) == ""


def test_a_start_that_nobody_stated_is_taken_as_long_ago(open_claim):
    case = open_claim(event_date="2026-05-12")
    assert newcomer(case, "BPU") is None
    assert "3 months or more" in case.facts.assumed[0].text("en")
