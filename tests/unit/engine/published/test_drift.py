import pytest

from naungan.engine.published.drift import drifts


def pair(figure, before, after, **more):
    first = figure(denominator=before, as_of=more.pop("since", "2025-03"), **more)
    return drifts([first, figure(denominator=after, as_of="2026-03", **more)])


@pytest.mark.parametrize("after", [1_050_000, 1_000_000, 950_000])
def test_a_workforce_may_change_by_five_percent_in_a_year(figure, after):
    assert pair(figure, 1_000_000, after) == []


@pytest.mark.parametrize("after", [1_050_001, 949_999])
def test_more_than_that_is_another_universe(figure, after):
    (found,) = pair(figure, 1_000_000, after)
    assert ("naik" if after > 1_000_000 else "turun") in found.reason


def test_within_a_year_the_whole_years_leeway_holds(figure):
    assert pair(figure, 1_000_000, 1_050_000, since="2026-02") == []
    assert len(pair(figure, 1_000_000, 1_060_000, since="2026-02")) == 1


def test_over_several_years_more_is_believed(figure):
    assert pair(figure, 1_000_000, 1_150_000, since="2023-03") == []
    assert len(pair(figure, 1_000_000, 1_150_001, since="2023-03")) == 1


def test_rounding_is_taken_off_before_a_leap_is_called_one(figure):
    assert pair(figure, 1_009_250, 1_100_000) != []
    assert pair(figure, 1_000_000, 1_100_000, approximate=True) == []
    assert pair(figure, 1_000_000, 1_000_000, approximate=True) == []


def test_segments_and_regions_have_series_of_their_own(figure):
    assert (
        drifts(
            [
                figure(denominator=100, segment="PU"),
                figure(denominator=200, segment="BPU"),
                figure(denominator=300, segment="PU", region_code="16.05"),
                figure("20"),
            ]
        )
        == []
    )
