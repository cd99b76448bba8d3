import pytest

from naungan.engine.published.arithmetic import failures, is_checked, unchecked


def codes(figure):
    return [failure.code for failure in failures(figure)]


@pytest.mark.parametrize("printed", ["21", "21.4", "21.43"])
def test_a_percentage_that_its_counts_round_to_passes(figure, printed):
    assert codes(figure(printed, 51_398, 239_799)) == []


@pytest.mark.parametrize("printed", ["22", "21.5", "21.44", "20"])
def test_a_percentage_that_its_counts_do_not_round_to_fails(figure, printed):
    assert codes(figure(printed, 51_398, 239_799)) == ["does_not_divide"]


def test_a_tie_may_be_rounded_either_way(figure):
    assert codes(figure("12", 25, 200)) == []
    assert codes(figure("13", 25, 200)) == []


def test_a_percentage_that_was_cut_off_fails_under_its_own_code(figure):
    (failure,) = failures(figure("40.89", 135_163, 330_493))
    assert failure.code == "only_if_cut"
    assert "dipotong, bukan dibulatkan" in failure.reason


def test_the_reason_shows_the_division(figure):
    (failure,) = failures(figure("50.88", 935_079, 1_873_899))
    reason = failure.reason.replace("\N{NO-BREAK SPACE}", " ")
    assert reason == "935.079 dari 1.873.899 adalah 49,90 %, padahal tercetak 50,88 %."


def test_rounded_counts_get_their_leeway_and_no_more(figure):
    assert codes(figure("42.9", 2_700_000, 6_000_000, approximate=True)) == []
    assert codes(figure("42.9", 2_700_000, 6_000_000)) == ["does_not_divide"]
    (failure,) = failures(figure("39", 2_700_000, 6_000_000, approximate=True))
    assert failure.code == "does_not_divide"
    assert "dengan pembulatan jumlahnya pun hanya" in failure.reason


def test_a_coverage_above_everybody_fails_by_counts_or_by_print(figure):
    assert codes(figure("126.15", 25_721, 20_390)) == ["above_hundred"]
    assert codes(figure(None, 25_721, 20_390)) == ["above_hundred"]
    assert codes(figure("126.15")) == ["above_hundred"]
    assert codes(figure("100", 5, 5)) == []


def test_rounding_alone_does_not_lift_a_coverage_above_hundred(figure):
    one = figure(None, 1_010_000, 1_000_000, approximate=True)
    assert codes(one) == []


def test_a_bound_is_held_against_the_counts(figure):
    assert codes(figure("80", 85, 100, bound="above")) == []
    assert codes(figure("80", 75, 100, bound="above")) == ["bound_broken"]
    assert codes(figure("50", 40, 100, bound="below")) == []
    (failure,) = failures(figure("50", 60, 100, bound="below"))
    assert "tercetak di bawah 50" in failure.reason


@pytest.mark.parametrize(
    ("result", "target", "code"),
    [
        ("20", "5.37", ["target_below_result"]),
        ("60", "52", []),
        ("20", "0", ["target_impossible"]),
        ("20", "105", ["target_impossible"]),
        (None, "50", []),
    ],
)
def test_a_target_must_make_sense_beside_the_result(figure, result, target, code):
    from decimal import Decimal

    assert codes(figure(result, target=Decimal(target))) == code


def test_a_bound_says_nothing_about_a_target(figure):
    assert codes(figure("80", bound="above", target=20)) == []


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ({"percent": "37.7"}, "counts_missing"),
        ({"percent": "80", "bound": "above"}, "bound_only"),
        ({"percent": "42", "covered": 613_000}, "denominator_missing"),
        ({"percent": "42", "denominator": 613_000}, "covered_missing"),
        ({"covered": 3, "denominator": 5}, "percent_missing"),
        ({"covered": 3}, "percent_missing"),
        ({}, "nothing_printed"),
    ],
)
def test_what_cannot_be_checked_says_why(figure, printed, code):
    one = figure(**printed)
    assert not is_checked(one)
    found = unchecked(one)
    assert found.code == code
    assert found.reason.endswith(".")


def test_what_was_checked_is_not_listed_as_unchecked(figure):
    assert is_checked(figure("60", 3, 5))
    assert unchecked(figure("60", 3, 5)) is None
