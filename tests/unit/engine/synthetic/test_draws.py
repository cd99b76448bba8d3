import numpy as np

from naungan.engine.synthetic.draws import (
    below,
    bits,
    choose,
    cumulated,
    happens,
    uniform,
    zipf,
)


IDS = np.arange(100_000)


def test_the_same_seed_stream_and_id_give_the_same_draw():
    assert (bits(7, "a", IDS) == bits(7, "a", IDS)).all()


def test_a_draw_depends_on_the_id_alone_not_on_its_neighbours():
    assert (bits(7, "a", IDS)[500:600] == bits(7, "a", IDS[500:600])).all()


def test_another_seed_or_stream_gives_other_draws():
    first = bits(7, "a", IDS)
    assert (first != bits(8, "a", IDS)).all()
    assert (first != bits(7, "b", IDS)).all()


def test_uniform_draws_fill_the_unit_interval_evenly():
    drawn = uniform(3, "u", IDS)
    counts = np.histogram(drawn, bins=10, range=(0, 1))[0]
    assert drawn.min() >= 0
    assert drawn.max() < 1
    assert abs(counts - 10_000).max() < 500


def test_streams_do_not_correlate():
    both = np.corrcoef(uniform(3, "u", IDS), uniform(3, "v", IDS))
    assert abs(both[0, 1]) < 0.02


def test_happens_follows_its_rate():
    assert abs(happens(1, "x", IDS, 0.05).mean() - 0.05) < 0.004


def test_below_stays_below_and_reaches_every_number():
    assert set(below(1, "d", IDS, 6).tolist()) == {0, 1, 2, 3, 4, 5}


def test_choose_follows_its_weights():
    chosen = choose(cumulated([1, 0, 3]), uniform(2, "c", IDS))
    shares = np.bincount(chosen, minlength=3) / len(IDS)
    assert abs(shares - np.array([0.25, 0, 0.75])).max() < 0.01


def test_zipf_weighs_earlier_words_more():
    weights = np.diff(zipf(100))
    assert (np.diff(weights) < 0).all()
