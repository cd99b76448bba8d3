import numpy as np
import pytest

from naungan.engine.synthetic.names import corpus, name_words, spell


PEOPLE = np.arange(30_000)
WOMEN = PEOPLE % 5 < 2
BORN = np.where(PEOPLE % 3 == 0, 9_000, -3_000)


def names(province):
    return spell(name_words(1, PEOPLE, WOMEN, BORN, province)).to_pylist()


def test_the_corpus_holds_tens_of_thousands_of_words():
    assert len(corpus().words) > 15_000


def test_every_name_is_a_text_of_one_to_four_words():
    lengths = {len(name.split()) for name in names(16)}
    assert lengths <= {1, 2, 3, 4}
    assert all(name == name.strip() and name for name in names(16))


def test_some_names_are_common_and_most_are_rare():
    _, counts = np.unique(names(33), return_counts=True)
    assert counts.max() > 100
    assert (counts == 1).sum() > 10_000


def test_provinces_have_their_own_names():
    bali, java = names(51), names(33)
    assert sum(name.startswith(("I ", "Ni ")) for name in bali) > 20_000
    assert not any(name.startswith(("I ", "Ni ")) for name in java)


def test_balinese_names_fit_the_sex():
    written = names(51)
    men = [name for name, woman in zip(written, WOMEN, strict=True) if not woman]
    assert not any(name.startswith("Ni ") for name in men)


def test_an_unknown_province_gets_the_usual_mixture():
    assert names(94)


@pytest.mark.parametrize("culture", sorted(corpus().cultures))
def test_every_culture_draws_on_pools_that_exist(culture):
    described = corpus().cultures[culture]
    for pool in (*described["m"], *described["f"]):
        assert len(corpus().members[pool]) > 0
    assert sum(described["lengths"]) == pytest.approx(1)


def test_the_shares_of_every_province_name_known_cultures():
    for shares in corpus().provinces.values():
        assert set(shares) <= set(corpus().cultures)
        assert sum(shares.values()) == pytest.approx(1)
