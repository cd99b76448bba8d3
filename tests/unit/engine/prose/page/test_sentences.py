"""Sentences end where they end, and inserted short forms are read over."""

from naungan.engine.prose.page.sentences import split_sentences


def test_abbreviations_and_numbering_end_no_sentence():
    text = "Drs. H. Contoh Satu, M.Si. hadir di Jl. Merdeka No. 5. “Baik.” Ia pulang."
    assert [s.text.strip() for s in split_sentences((text,))] == [
        "Drs. H. Contoh Satu, M.Si. hadir di Jl. Merdeka No. 5.",
        "“Baik.”",
        "Ia pulang.",
    ]
    (only,) = split_sentences(("1. Dinas menyurati desa",))
    assert only.text.startswith("1.")


def test_places_are_those_of_the_joined_body():
    body = ("Satu di sini.", "Dua di sana.")
    second = split_sentences(body)[1]
    assert "\n".join(body)[second.start :].startswith("Dua")


def test_a_short_form_in_brackets_is_read_over_and_a_number_is_not():
    (one,) = split_sentences(
        ("Kepala Seksi (Kasi) Datun (60 orang) dan (Kasi Datun) Kejari",)
    )
    said = [word.text for word in one.words]
    assert said[:3] == ["Kepala", "Seksi", "Datun"]
    assert "60" in said
    assert said[-2:] == ["dan", "Kejari"]
