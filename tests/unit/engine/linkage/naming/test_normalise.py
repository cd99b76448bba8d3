import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from tests.oracles.linkage_rows import work_with

from naungan.engine.linkage.naming import cut
from naungan.engine.linkage.naming.cut import cut_names
from naungan.engine.linkage.naming.normalise import (
    normalise_names,
    normalised,
    ranked_tokens,
    spelt_code,
    words_of,
)
from naungan.lib import names


def keys_of(*written):
    """Normalise the names as workers; return the row of integers of each."""
    work = work_with([{"name": name} for name in written], [])
    kept = {}
    for batch in normalise_names(work.con, Path(tempfile.gettempdir())):
        found = work.con.execute("FROM batch_names ORDER BY row_id").fetchall()
        assert (batch.first, batch.last) == (found[0][-1], found[-1][-1])
        kept |= {row_id: integers for *integers, row_id in found}
    assert sorted(kept) == list(range(len(written)))
    return [tuple(kept[row]) for row in range(len(written))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Siti Rahmawati", "RAHMAWATI SITI"),
        ("H. Muhammad Yusuf, S.Pd", "Mohamad Jusuf"),
        ("Nurhayati", "Nur Hayati"),
        ("Abd. Rahman", "Abdurrahman"),
        ("Sri  Wahyuni ", "Wahjoeni Sri"),
    ],
)
def test_names_that_mean_the_same_have_one_key(one, other):
    first, second = keys_of(one, other)
    assert first[:5] == second[:5]


def test_names_of_other_words_have_other_keys():
    first, second = keys_of("Siti Rahmawati", "Siti Rahmayani")
    assert first[0] != second[0]


def test_the_rarest_and_the_commonest_word_are_told_apart():
    rows = keys_of("Siti Rahmawati", "Siti Aminah Lestari", "Siti")
    commonest = {row[3] for row in rows[:2]}
    assert len(commonest) == 1
    assert rows[2][2] in commonest
    assert rows[2][3] is None
    assert rows[1][4] is not None


def test_a_long_name_keeps_all_its_words():
    long = "Satu Dua Tiga Empat Lima Enam Tujuh Delapan"
    (row, again) = keys_of(long, " ".join(reversed(long.split())))
    assert row[1] == 8
    assert row[0] == again[0]
    assert row[4] < 0


def test_a_name_without_letters_has_no_words():
    assert keys_of("12345", "Ana")[0][:3] == (0, 0, None)


def test_no_rows_at_all_are_fine():
    assert keys_of() == []


@settings(max_examples=60, deadline=None)
@given(st.text("aB.,' -ÉI", max_size=24))
def test_parts_give_the_words_of_the_whole_name(written):
    assert sorted(words_kept(written)) == sorted(names.tokens(written))


def words_kept(written):
    """Normalise one name as the engine does and read its words back."""
    work = work_with([{"name": written}], [])
    seen = {}
    (batch,) = cut_names(work.con, "worker_rows", seen)
    tokens = normalised(list(seen), batch.times(len(seen)))
    _, number = words_of(batch, tokens)
    return [tokens.forms[one] for one in number]


def test_batches_of_any_size_give_the_same_names(monkeypatch):
    written = ["Siti", "S. Aminah", "Ali", None, "Ali Siti", "O'Brien, SE", "Ali"] * 90
    whole = keys_of(*written)
    monkeypatch.setattr(cut, "BATCH", 1)
    assert keys_of(*written) == whole
    assert whole[2] == whole[6]


@pytest.mark.parametrize("held", [2, 0])
def test_names_put_on_disk_are_those_held_in_memory(held, monkeypatch):
    monkeypatch.setattr(cut, "BATCH", 1_000)
    written = [f"{word} Siti" for word in ("Ali", "S. Aminah", "Dewi", "Joko")] * 2_000
    whole = keys_of(*written)
    monkeypatch.setattr(cut, "HELD", held)
    assert keys_of(*written) == whole


def test_tokens_are_numbered_by_rising_frequency_then_alphabet():
    ranked, number, counts = ranked_tokens(["B", "A", "C", "B"], np.array([5, 2, 2, 1]))
    assert ranked == ["A", "C", "B"]
    assert number.tolist() == [2, 0, 1, 2]
    assert counts.tolist() == [2, 2, 6]


def test_raw_tokens_that_mean_nothing_have_no_words():
    tokens = normalised([", S.Pd", "ANA", ""], np.array([1, 1, 1]))
    assert tokens.forms == ["ANA"]
    assert tokens.starts.tolist() == [0, 0, 1, 1]


def test_no_raw_tokens_give_no_words():
    tokens = normalised([], np.array([], dtype=np.int64))
    assert (tokens.forms, tokens.starts.tolist()) == ([], [0])


def test_letter_codes_differ_and_fit():
    codes = {spelt_code(a + b) for a in "ABZ" for b in "ABZ"} | {spelt_code("A")}
    assert len(codes) == 10
    assert spelt_code("ZZZ") < 2**15


def test_names_find_their_rows_in_whatever_order_they_come(monkeypatch):
    written = [f"{word} Siti" for word in ("Ali", "S. Aminah", "Dewi", "Joko")] * 2_000
    whole = keys_of(*written)
    gathered = cut._gathered  # noqa: SLF001
    monkeypatch.setattr(cut, "BATCH", 1_000)
    monkeypatch.setattr(cut, "_gathered", lambda some: reversed([*gathered(some)]))
    assert keys_of(*written) == whole
