from naungan.law.claim.papers import say_papers


def notes(case, language="id"):
    return [one.text(language) for one in case.draft.notes]


def test_a_family_is_told_what_to_bring_and_by_which_article(open_claim):
    case = open_claim("JKK")
    say_papers(case, "jkk")
    (said,) = notes(case)
    assert said.startswith("Berkas yang dilampirkan pada klaim JKK: kartu peserta, KTP")
    assert said.endswith("kuitansi perawatan (Permenaker 5/2021 Pasal 19 ayat (3)).")


def test_a_list_that_is_not_sure_says_so(open_claim):
    case = open_claim(event_date="2026-05-12")
    say_papers(case, "jkm", "scholarship")
    death, school = notes(case, "en")
    assert "death certificate, certificate of heirs, participant's number" in death
    assert death.endswith("; one source, start date uncertain).")
    assert "letter from the school" in school


def test_where_none_is_recorded_nothing_is_said(open_claim):
    case = open_claim(event_date="2019-05-12")
    say_papers(case, "jkk", "jkm", "pmi", "scholarship")
    assert notes(case) == []
