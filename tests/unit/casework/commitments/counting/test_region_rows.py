"""One row of a region's figures is chosen by segment, month and universe, and never a hidden one."""

from datetime import date

from naungan.casework.commitments.counting import region_rows
from naungan.casework.commitments.extent import Extent
from naungan.casework.commitments.indicator import Asked


OWN, COUNTED = "daftar Naungan", "BPS 2026"


def row(universe=OWN, month="2026-09", *, segment=None, low=12, **more):
    return {
        "measure": "coverage",
        "segment": segment,
        "category": None,
        "funder": None,
        "month": month,
        "universe": universe,
        "low": low,
        "high": low,
        "denominator": 40,
        "hidden": False,
        **more,
    }


def asked(**extent):
    return Asked(None, "16.04", Extent(**extent), date(2026, 11, 2))


def test_the_newest_month_comes_first_and_a_published_count_before_our_list():
    old = row(COUNTED, "2026-08")
    rows = [old, row(), row(COUNTED)]
    assert region_rows.choose(rows, asked()) is rows[2]
    assert region_rows.choose(rows, asked(universe=OWN)) is rows[1]
    assert region_rows.last_day(old) == date(2026, 8, 31)


def test_a_segment_is_read_of_its_own_rows():
    formal = row(segment="PU", low=7)
    assert region_rows.choose([row(), formal], asked(segment="PU")) is formal
    assert region_rows.choose([row()], asked(segment="PU")) is None


def test_what_is_hidden_is_no_figure():
    assert region_rows.choose([row(hidden=True)], asked()) is None


def test_a_share_of_nobody_is_no_share():
    assert region_rows.share(row(denominator=0)) is None
    assert str(region_rows.share(row())) == "30.00"
