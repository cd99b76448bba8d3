import pytest

from naungan.engine.synthetic.clerks import misspelling


NAME = ["Muhammad", "Yusuf", "Hidayat"]


@pytest.mark.parametrize("kind", sorted(misspelling.CHANGES))
@pytest.mark.parametrize("luck", [0, 1, 5, 11, 12_345, 2**63 + 7])
@pytest.mark.parametrize("words", [NAME, ["Sri"], ["I", "Wayan", "Darma"], ["Yo"]])
def test_every_change_leaves_a_name(kind, luck, words):
    changed = misspelling.CHANGES[kind](words, luck)
    assert changed
    assert all(changed)


def test_a_typo_changes_one_word_only():
    for luck in range(1, 2_000, 7):
        changed = misspelling.typo(NAME, luck)
        assert sum(a != b for a, b in zip(changed, NAME, strict=True)) <= 1


def test_muhammad_has_many_forms():
    forms = {misspelling.variant(NAME, luck)[0] for luck in range(40)}
    assert {"Muh.", "Moch.", "Mohamad"} <= forms


def test_old_spellings_appear():
    written = {" ".join(misspelling.variant(["Subur"], luck)) for luck in range(60)}
    assert "Soebur" in written


def test_one_word_is_never_dropped_nor_made_an_initial():
    assert misspelling.dropped(["Slamet"], 4) == ["Slamet"]
    assert misspelling.initial(["Slamet"], 4) == ["Slamet"]


def test_swapped_words_are_the_same_words():
    assert sorted(misspelling.swapped(NAME, 3)) == sorted(NAME)


def test_joined_words_lose_a_space_and_one_long_word_gains_one():
    assert misspelling.joined(["Sri", "Wahyuni"], 0) == ["Sriwahyuni"]
    assert misspelling.joined(["Suryadarma"], 0) == ["Surya", "Darma"]


def test_titles_stand_before_and_degrees_behind():
    assert misspelling.titled(["Budi"], 1)[0].endswith(" Budi")
    assert misspelling.titled(["Budi"], 0)[0].startswith("Budi")


def test_scanners_take_letters_for_others():
    assert misspelling.misread(["Kartini"], 1) != ["Kartini"]


def test_names_are_written_by_ear():
    assert misspelling.heard(["Rifai"], 0) == ["Ripai"]
