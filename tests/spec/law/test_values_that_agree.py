"""Values that stand in two places for a reason say the same in both."""

from datetime import date

from naungan.law.book import enacted
from naungan.lib import identity_numbers


TODAY = date(2026, 11, 21)


def at(path):
    return enacted().parameter(path).at(TODAY)


def test_the_reader_of_identity_numbers_follows_the_recorded_layout():
    assert at("identifiers/nik/length") == identity_numbers.LENGTH
    assert at("identifiers/nik/women_day_offset") == identity_numbers.WOMEN_DAY_OFFSET
    assert at("identifiers/nik/abroad_prefix") == str(identity_numbers.ABROAD)


def test_a_vulnerable_worker_costs_the_lowest_package_and_a_year_twelve_of_it():
    month = at("vulnerable/contribution_month")
    assert month == at("contributions/bpu/lowest_jkk_jkm")
    assert at("vulnerable/contribution_year") == 12 * month


def test_the_shares_of_each_fund_make_a_whole():
    tobacco = ("welfare_share", "health_share", "law_enforcement_share")
    assert sum(at(f"vulnerable/dbh_cht/{one}") for one in tobacco) == 1
    palm = at("vulnerable/dbh_sawit/roads_min") + at("vulnerable/dbh_sawit/other_max")
    assert palm == 1


def test_scales_rise_with_their_bounds():
    for test in ("max_capital", "max_annual_sales"):
        bounds = [at(f"scale/{scale}/{test}") for scale in ("micro", "small", "medium")]
        assert bounds == sorted(set(bounds))


def test_mandatory_and_voluntary_programmes_never_overlap():
    book = enacted()
    folder = "participation/optional_programmes/"
    groups = [p.removeprefix(folder) for p in book.paths if p.startswith(folder)]
    assert groups
    for group in groups:
        mandatory = at(f"participation/mandatory_programmes/{group}")
        assert not set(mandatory) & set(at(folder + group)), group


def test_every_class_of_broken_duties_is_explained():
    book = enacted()
    used = {one.category for one in book.obligations.values()} - {None}
    written = [p for p in book.paths if p.startswith("enforcement/categories/")]
    assert len(used) == len(written) == 5
