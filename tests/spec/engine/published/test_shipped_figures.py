"""The figures that come with Naungan, judged by hand and by the checks.

The rows below were divided by hand from the printed counts. Row numbers count
data rows of `coverage_published.csv` from 1.
"""

import csv

import pytest

from naungan.engine.published import SHIPPED, check_figures


@pytest.fixture(scope="module")
def answer():
    return check_figures()


@pytest.fixture(scope="module")
def printed():
    with SHIPPED.open(encoding="utf-8", newline="") as file:
        return dict(enumerate(csv.DictReader(file), start=1))


FAILING = [
    # row, region, code, published, computed: the division by hand
    (117, "32.05", "target_below_result", 20.0, None),  # target 5.37 % beside 20 %
    (147, "35.06", "only_if_cut", 40.89, 40.9),  # 135163/330493 = 40.8974
    (165, "51", "does_not_divide", 50.88, 49.9),  # 935079/1873899 = 49.9002
    (202, "64.08", "only_if_cut", 150.0, 150.87),  # 77074/51086 = 150.8711
    (202, "64.08", "above_hundred", 150.0, 150.87),
    (245, "91.03", "does_not_divide", 6.0, 7.27),  # 16/220 = 7.2727
    (254, "92.08", "above_hundred", 126.15, 126.15),  # 25721/20390 = 126.1452
    (255, "92.11", "does_not_divide", 55.39, 55.37),  # 2842/5133 = 55.3672
]

PASSING = [
    # row, region: why it passes although the computed number looks different
    (18, "00"),  # 40m/99m = 40.40 prints 40
    (103, "21.71"),  # 343/349 thousand = 98.28; approximate counts reach 98.2
    (115, "32"),  # 920,999 of 13.96m = 6.597; approximate, cut to 6.5
    (119, "32.16"),  # 0.7m/1.5m = 46.67; 1.5m may be 1.45m to 1.55m
    (124, "33"),  # 4.5m/12.8m = 35.16; 4.55m/12.8m would be 35.5
    (160, "36"),  # 2.7m/6m = 45; 6m may be 6.3m: 42.9
    (203, "64.08"),  # 69528/79691 = 87.25 prints 87
    (207, "71"),  # 623409/780666 = 79.86 prints 80
    (212, "71"),  # 573/843 thousand = 67.97; approximate counts reach 67.95
    (232, "74"),  # 264624/865080 = 30.59 prints 31
]


def test_the_copy_has_every_row_of_the_figures(answer):
    assert (answer.rows, answer.checked, len(answer.refused)) == (257, 54, 0)
    assert answer.rows == answer.checked + len(answer.unchecked)


def test_every_figure_names_its_page(printed):
    assert all(row["source_url"].startswith("http") for row in printed.values())


def test_exactly_these_rows_fail(answer):
    found = [
        (one["row"], one["region_code"], one["code"], one["published"], one["computed"])
        for one in answer.as_data()["failed"]
    ]
    assert found == FAILING


@pytest.mark.parametrize(("row", "region"), PASSING)
def test_a_row_that_rounding_explains_passes(answer, printed, row, region):
    assert printed[row]["region_code"] == region
    assert printed[row]["percent"]
    assert row not in {one.figure.row for one in answer.failed}


def test_the_ten_bounds_are_bounds(answer):
    bounds = [one.figure for one in answer.unchecked if one.code == "bound_only"]
    assert len(bounds) == 10
    assert {figure.region_code[:2] for figure in bounds} == {"62"}
    above = {figure.region_name for figure in bounds if figure.bound == "above"}
    assert above == {"Kabupaten Barito Utara", "Kabupaten Sukamara"}


def test_sources_that_disagree_about_one_month_are_found(answer):
    found = {
        (one.code, *sorted(figure.row for figure in one.figures))
        for one in answer.contradictions
    }
    assert found == {
        ("covered_differs", 62, 64),  # Lampung, December 2023
        ("segments_do_not_add", 130, 131, 132, 133, 134),  # Yogyakarta: 1,000 short
        ("covered_differs", 139, 140),  # Jawa Timur, December 2023
        ("percent_differs", 170, 171),  # Nusa Tenggara Barat: 30.7 and 32
        ("covered_differs", 198, 199),  # Kalimantan Timur: 1,323,233 and 837,154
    }


def test_the_denominator_of_kalimantan_tengah_drifts(answer):
    leaps = {(one.before.row, one.after.row) for one in answer.drift}
    assert (183, 184) in leaps  # 1,009,250 in March 2025, 1.7 to 1.8 million in 2026
    assert (56, 57) not in leaps  # Musi Banyuasin keeps its 213,582


def test_the_league_shows_the_vintage_and_the_source_of_each_figure(answer):
    for standings in answer.as_data()["league"].values():
        assert standings
        assert all(one["as_of"] and one["source_host"] for one in standings)
        places = [one["place"] for one in standings if one["place"]]
        assert places == sorted(places)


def test_the_copy_is_the_shared_file(reference_data, printed):
    """With the large data at hand the copy is compared; without it, its own sums."""
    if reference_data is not None:
        shared = reference_data / "coverage" / "coverage_published.csv"
        assert shared.read_bytes() == SHIPPED.read_bytes()
    for row in printed.values():
        if row["computed_percent"]:
            computed = int(row["covered"]) / int(row["denominator"]) * 100
            assert round(computed, 2) == pytest.approx(float(row["computed_percent"]))
