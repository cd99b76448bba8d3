from naungan.engine.published.figure import Vintage


def test_a_vintage_is_written_as_far_as_it_is_known():
    assert Vintage(2025).text == "2025"
    assert Vintage(2025, 7).text == "2025-07"
    assert Vintage(2025, 7, 30).text == "2025-07-30"
    assert Vintage(2025, 7, 30).period == "2025-07"
    assert Vintage(2025).period == "2025"


def test_a_vintage_has_an_indonesian_label():
    assert Vintage(2025).label == "2025"
    assert Vintage(2025, 8).label == "Agustus 2025"
    assert Vintage(2025, 8, 4).label == "4 Agustus 2025"


def test_a_bare_year_stands_in_its_middle():
    assert Vintage(2025).months == Vintage(2025, 7).months


def test_the_gap_needs_both_counts(figure):
    assert figure(covered=51_398, denominator=239_799).gap == 188_401
    assert figure("37.7").gap is None
    assert figure(covered=5).gap is None


def test_a_figure_names_its_place(figure):
    assert figure().place == "Kabupaten Lahat ALL Januari 2025"
