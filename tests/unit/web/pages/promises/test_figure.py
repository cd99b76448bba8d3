"""A promise whose first figure was said stands beside what the data said then."""

from datetime import date
from decimal import Decimal

from naungan.casework.commitments import wording
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Commitment, Measurement
from naungan.casework.commitments.queries import Whole
from naungan.web.pages.promises import figure


SAID_ON, READ_ON = date(2024, 7, 3), date(2024, 6, 30)
COVERED = all_indicators()["covered_people"]


def promise(**said):
    given = {"baseline": Decimal(51_398), "baseline_on": SAID_ON}
    given |= {"value": Decimal(72_289), **said}
    return Commitment(
        indicator="covered_people",
        promised_on=SAID_ON,
        target=Decimal(72_998),
        event_id=1,
        **given,
    )


def reading(value=50_010, **parts):
    return Measurement(as_of=READ_ON, value=Decimal(value), of=239_799, parts=parts)


def test_both_first_figures_are_told_with_their_days_and_who_says_them():
    read = reading(universe="rapat 3 Juli 2024")
    said, measured = figure.beginnings(promise(), COVERED, read)
    assert (said.value, said.source) == ("51.398 orang", "disebut dalam rapat")
    assert measured.value == "50.010 orang"
    assert measured.source == "menurut data, dari 239.799 (rapat 3 Juli 2024)"


def test_the_way_is_told_from_either_first_figure():
    from_words, from_data = figure.ways(promise(), COVERED, reading())
    assert "+20.891 orang dari +21.600 orang" in from_words
    assert "+22.279 orang dari +21.600 orang" in from_data


def test_a_first_figure_that_the_data_gave_stands_alone():
    one = promise(baseline=Decimal(50_010), baseline_on=READ_ON)
    (only,) = figure.beginnings(one, COVERED, reading())
    assert only.source == "menurut data"
    assert not figure.ways(one, COVERED, reading())


def test_what_was_first_read_after_the_day_is_no_beginning():
    rows = [reading(), reading(69_223)]
    rows[1].as_of = date(2024, 9, 30)
    whole = Whole(promise(), rows, [], [], [], [], [], None)
    assert figure.first_read(whole) is rows[0]
    whole = Whole(promise(baseline_on=date(2024, 1, 1)), rows, [], [], [], [], [], None)
    assert figure.first_read(whole) is None


def test_of_two_readings_of_the_first_day_the_one_it_began_with_is_the_beginning():
    rows = [reading(0), reading(1)]
    one = promise(baseline=Decimal(0), baseline_on=READ_ON, value=Decimal(1))
    whole = Whole(one, rows, [], [], [], [], [], None)
    assert figure.first_read(whole) is rows[0]
    (only,) = figure.beginnings(one, COVERED, figure.first_read(whole))
    assert (only.value, only.source) == ("0 orang", "menurut data")


def test_what_a_reading_is_made_of_is_said_in_words():
    told = dict(figure.parts(reading(covered=50_010, month="2024-06", fine_idr=1500)))
    assert told == {"terlindungi": "50.010", "denda": "Rp1.500"}


def test_a_target_is_told_with_its_distance_from_the_first_figure():
    assert wording.change(promise(direction="up"), COVERED.unit) == "+21.600 orang"
    assert "72.998 orang (+21.600 orang dari angka awal)" in wording.figure(
        promise(as_of=READ_ON, direction="up")
    )
    behind = promise(baseline=Decimal(80_000), direction="up")
    assert wording.change(behind, COVERED.unit) == ""
