"""The arithmetic of five real meetings, computed by the code that will show it."""

from decimal import Decimal

from naungan.engine.published import check_figures
from naungan.law.book import enacted
from naungan.lib import numbers, regions


JULY_2026 = 2026 * 12 + 6
HEADER = "region_code,as_of,segment,covered,denominator,percent,note\n"


def checked(tmp_path, *lines):
    path = tmp_path / "angka.csv"
    path.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    return check_figures(path)


def test_lahat_divides_and_leaves_its_gap(tmp_path):
    answer = checked(tmp_path, "16.04,2026-06,ALL,51398,239799,21,")
    assert (answer.checked, answer.failed) == (1, ())
    (standing,) = answer.league["regency"]
    assert standing.figure.gap == 188_401
    assert numbers.percentage(51_398, 239_799, 4) == Decimal("21.4338")
    assert numbers.format_percent(numbers.percentage(51_398, 239_799, 0), 0) == (
        "21\N{NO-BREAK SPACE}%"
    )
    assert numbers.percentage(51_398, 239_799, 1) == Decimal("21.4")


def test_bali_does_not_divide(tmp_path):
    answer = checked(tmp_path, "51,2025-03-31,ALL,935079,1873899,50.88,")
    assert [one.code for one in answer.failed] == ["does_not_divide"]
    assert answer.as_data()["failed"][0]["computed"] == 49.9


def test_sixty_workers_in_each_village_of_lahat():
    desa = [one for one in regions.villages_of("16.04") if one.kind == "desa"]
    assert len(desa) == 360
    pledged = 60 * len(desa)
    assert pledged == 21_600
    assert numbers.percentage(51_398 + pledged, 239_799, 2) == Decimal("30.44")


def test_a_published_percentage_without_counts_gets_none_invented(tmp_path):
    answer = checked(tmp_path, "32.02,2024-12-20,ALL,,,37.7,")
    data = answer.as_data()
    assert (data["checked"], data["failed"]) == (0, [])
    assert data["unchecked"][0]["computed"] is None
    (standing,) = data["league"]["regency"]
    assert (standing["percent"], standing["covered"], standing["gap"]) == (
        37.7,
        None,
        None,
    )


def test_sukabumi_is_half_a_point_and_so_slightly_above_its_province(tmp_path):
    answer = checked(
        tmp_path, "32.02,2024-12-20,ALL,,,37.7,", "32,2024-12-20,ALL,,,37.2,"
    )
    (standing,) = answer.league["regency"]
    assert standing.points == Decimal("0.5")
    assert standing.difference == "+0,5 poin, sedikit lebih tinggi"
    assert "%" not in standing.comparison


def test_the_cheapest_cover_of_a_vulnerable_worker_is_what_the_law_adds_up_to():
    law = enacted()
    rate = law.parameter("contributions/bpu/jkk_rate").at_month(JULY_2026)
    base = law.parameter("contributions/bpu/lowest_base_income").at_month(JULY_2026)
    death = law.parameter("contributions/bpu/jkm_amount").at_month(JULY_2026)
    whole = law.parameter("contributions/bpu/lowest_jkk_jkm").at_month(JULY_2026)
    assert (rate * base, death, whole) == (10_000, 6_800, 16_800)
    assert rate * base + death == whole


def test_what_the_pledge_of_lahat_costs_a_month_and_half_a_year():
    whole = enacted().parameter("contributions/bpu/lowest_jkk_jkm").at_month(JULY_2026)
    assert 21_600 * whole == 362_880_000
    assert 21_600 * whole * 6 == 2_177_280_000
    assert 4_400 * whole * 9 == 665_280_000


def test_two_of_five_programmes_are_for_the_vulnerable():
    from naungan.law.source.unit import PROGRAMMES

    duty = enacted().parameter("participation/mandatory_programmes/bpu")
    assert len(PROGRAMMES) == 5
    assert duty.at_month(JULY_2026) == ("JKK", "JKM")
