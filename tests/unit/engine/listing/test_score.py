import duckdb
import pytest

from naungan.engine.listing.score import REASONS, points_columns, total


def scored(people=0, monthly=None, months=None, severity="low", confidence="low"):
    """Score one employer; give the sum and the points of each reason."""
    con = duckdb.connect()
    con.execute(
        """CREATE TABLE counted AS SELECT ?::BIGINT AS people, ?::BIGINT AS monthly_idr,
        ?::INTEGER AS months_in_arrears, ? AS severity, ? AS confidence""",
        [people, monthly, months, severity, confidence],
    )
    row = con.sql(f"""SELECT {total()} AS score, * FROM (
        SELECT {points_columns()} FROM counted)""").fetchall()[0]
    return row[0], dict(zip((one.column for one in REASONS), row[1:], strict=True))


def test_the_points_of_all_reasons_make_a_hundred():
    assert sum(one.most for one in REASONS) == 100


def test_nothing_known_is_no_point_and_everything_is_a_hundred():
    assert scored()[0] == 0
    assert scored(10_000, 10**12, 60, "high", "high")[0] == 100


@pytest.mark.parametrize(
    ("reason", "less", "more"),
    [
        ("people", {"people": 3}, {"people": 30}),
        ("monthly_idr", {"monthly": 10**6}, {"monthly": 10**8}),
        ("months_in_arrears", {"months": 3}, {"months": 9}),
        ("severity", {"severity": "medium"}, {"severity": "high"}),
        ("confidence", {"confidence": "low"}, {"confidence": "medium"}),
    ],
)
def test_more_of_one_reason_gives_more_points_for_it_alone(reason, less, more):
    low, high = scored(**less)[1], scored(**more)[1]
    assert low[reason] < high[reason]
    assert {k: v for k, v in low.items() if k != reason} == {
        k: v for k, v in high.items() if k != reason
    }


def test_from_one_person_to_ten_matters_about_as_much_as_from_ten_to_a_hundred():
    points = [scored(people=n)[1]["people"] for n in (1, 10, 100)]
    assert abs((points[1] - points[0]) - (points[2] - points[1])) <= 4
