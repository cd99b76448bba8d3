"""Ranked employers under the weights of an office: every point can be seen."""

from naungan.engine.snapshot import Sought, Weight


EVERY = Sought()


def test_without_weights_the_order_is_the_rank(snapshot, reach):
    rows = snapshot.employers_weighted(reach(), EVERY, [], limit=100)
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert all(row["weighted"] == row["score"] for row in rows)
    assert snapshot.employers_fitting(reach(), EVERY, []) == []


def test_weights_that_fit_add_their_points_and_move_employers(snapshot, reach, slowly):
    ((sector,),) = slowly("""SELECT kbli[1:2] FROM employer_ranking
        WHERE kbli IS NOT NULL ORDER BY rank DESC LIMIT 1""")
    weights = [Weight(points=100, sector=sector), Weight(points=-7, region="16.04")]
    rows = snapshot.employers_weighted(reach(), EVERY, weights, limit=5_000)
    for row in rows:
        fits = (row["kbli"] or "").startswith(sector)
        assert (0 in row["weighed"]) == fits
        inside = str(row["village_code"] or "").startswith("1604")
        assert (1 in row["weighed"]) == inside
        assert row["weighted"] == row["score"] + 100 * fits - 7 * inside
    totals = [row["weighted"] for row in rows]
    assert totals == sorted(totals, reverse=True)
    assert (rows[0]["kbli"] or "").startswith(sector)
    fitting = snapshot.employers_fitting(reach(), EVERY, weights)
    assert fitting == [sum(place in row["weighed"] for row in rows) for place in (0, 1)]


def test_a_kind_is_weighed_and_the_unknown_kind_fits_nothing(snapshot, reach, slowly):
    (count,) = slowly("SELECT count(*) FROM employer_ranking WHERE kind = 'company'")[0]
    weights = [Weight(points=5, kind="company")]
    assert snapshot.employers_fitting(reach(), EVERY, weights) == [count]
