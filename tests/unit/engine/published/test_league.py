from naungan.engine.published.league import league


NATION = {"region_code": "00", "region_name": "Indonesia", "level": "national"}
PROVINCE = {"region_code": "16", "region_name": "Sumatera Selatan", "level": "province"}


def regency(figure, code, percent, **more):
    return figure(percent, region_code=code, region_name=code, **more)


def table(*figures, doubts=None):
    return league(figures, doubts or {})


def test_the_newest_figure_of_each_region_counts(figure):
    (one,) = table(
        figure("20", as_of="2024-12"),
        figure("30", as_of="2025-06"),
        figure("90", segment="PU"),
    )["regency"]
    assert (one.percent, one.figure.as_of.text, one.place) == (30, "2025-06", 1)


def test_at_one_time_the_surest_figure_counts(figure):
    (one,) = table(
        figure("30.7", 307, 1000),
        figure("30.6"),
        figure("32", approximate=True),
        figure("50", bound="below"),
    )["regency"]
    assert one.percent * 10 == 307


def test_a_share_is_computed_only_where_no_percentage_was_printed(figure):
    (one,) = table(figure(None, 151_371, 275_124), figure(covered=9, as_of="2025-09"))[
        "regency"
    ]
    assert one.is_computed
    assert one.places == 2


def test_equal_figures_share_a_place(figure):
    standings = table(
        regency(figure, "16.01", "40"),
        regency(figure, "16.02", "50"),
        regency(figure, "16.03", "40.0"),
        regency(figure, "16.05", "30"),
    )["regency"]
    assert [(one.figure.region_code, one.place) for one in standings] == [
        ("16.02", 1),
        ("16.01", 2),
        ("16.03", 2),
        ("16.05", 4),
    ]


def test_bounds_and_impossible_figures_have_no_place(figure):
    standings = table(
        regency(figure, "16.01", "126.15"),
        regency(figure, "16.02", "80", bound="above"),
        regency(figure, "16.03", "70"),
    )["regency"]
    assert [(one.place, one.why_unplaced) for one in standings] == [
        (None, "di atas 100"),
        (None, "hanya batas yang tercetak"),
        (1, ""),
    ]


def test_a_doubted_figure_keeps_its_place_and_says_so(figure):
    one = figure("50.88")
    (standing,) = table(one, doubts={one.row: "sumber lain berbeda"})["regency"]
    assert (standing.place, standing.doubt) == (1, "sumber lain berbeda")


def test_a_region_is_set_beside_its_province_in_points(figure):
    standings = table(figure("37.7"), figure("37.2", **PROVINCE))
    assert standings["regency"][0].comparison == (
        "+0,5 poin, sedikit lebih tinggi daripada Sumatera Selatan (Januari 2025)"
    )
    assert standings["province"][0].comparison == ""


def test_a_province_is_set_beside_the_nation(figure):
    (one,) = table(figure("20", **PROVINCE), figure("42", **NATION))["province"]
    assert one.difference == "\N{MINUS SIGN}22,0 poin, jauh lebih rendah"


def test_the_figure_nearest_in_time_is_taken_and_nothing_older_than_a_year(figure):
    series = [
        figure("24", as_of="2024-09", **PROVINCE),
        figure("30", as_of="2025-12", **PROVINCE),
    ]
    near = table(figure("25", as_of="2024-10"), *series)["regency"][0]
    assert near.points == 1
    far = table(figure("25", as_of="2023-01"), *series)["regency"][0]
    assert (far.points, far.difference) == (None, "")


def test_at_equal_distance_the_same_page_is_preferred(figure):
    page = {"source_url": "https://example.org/satu"}
    one = table(
        figure("25", as_of="2025-06", **page),
        figure("20", as_of="2025-06", **PROVINCE, **page),
        figure("23", as_of="2025-06", **PROVINCE),
    )["regency"][0]
    assert one.points == 5


def test_bounds_are_not_compared(figure):
    bounded = table(figure("50", bound="below"), figure("40", **PROVINCE))
    assert bounded["regency"][0].points is None
    beside = table(figure("50"), figure("40", bound="below", **PROVINCE))
    assert beside["regency"][0].points is None
