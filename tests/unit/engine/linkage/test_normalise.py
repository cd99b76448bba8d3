import duckdb
import numpy as np
import pytest
from hypothesis import given, settings, strategies as st
from tests.oracles.linkage_rows import work_with

from naungan.engine.linkage.normalise import (
    forms_of,
    normalise_names,
    ranked_tokens,
    spelt_code,
    token_tables,
    with_name_keys,
)
from naungan.lib import names


def keys_of(*written):
    """Normalise the names as workers; return the row of integers of each."""
    work = work_with([{"name": name} for name in written], [])
    normalise_names(work.con)
    found = work.con.execute(f"""SELECT name_key, words, tok_lo, tok_hi, tok_mid, head, tail
        FROM ({with_name_keys("worker_rows", "row_id")}) ORDER BY row_id""")
    return found.fetchall()


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


def test_a_name_of_more_words_than_parts_keeps_them_all():
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
    assert sorted(duck_words(written)) == sorted(names.tokens(written))


def duck_words(written):
    """Cut a name in SQL and normalise each part in Python, as the engine does."""
    from naungan.engine.linkage.normalise import parts_of

    con = duckdb.connect()
    con.execute("CREATE TABLE t AS SELECT 0 AS row_id, ? AS name", [written])
    ((_, *parts),) = con.execute(parts_of("t")).fetchall()
    return [word for part in parts if part for word in forms_of(part)]


def test_tokens_are_numbered_by_rising_frequency_then_alphabet():
    ranked, number, counts = ranked_tokens(["B", "A", "C", "B"], np.array([5, 2, 2, 1]))
    assert ranked == ["A", "C", "B"]
    assert number.tolist() == [2, 0, 1, 2]
    assert counts.tolist() == [2, 2, 6]


def test_parts_that_mean_nothing_are_not_looked_up():
    lookup, tokens = token_tables(["S.Pd", "Ana", "123"], np.array([1, 1, 1]))
    assert lookup.column("part").to_pylist() == ["Ana"]
    assert tokens.column("form").to_pylist() == ["ANA"]


def test_no_parts_give_empty_tables():
    lookup, tokens = token_tables([], np.array([], dtype=np.int64))
    assert (lookup.num_rows, tokens.num_rows) == (0, 0)


def test_letter_codes_differ_and_fit():
    codes = {spelt_code(a + b) for a in "ABZ" for b in "ABZ"} | {spelt_code("A")}
    assert len(codes) == 10
    assert spelt_code("ZZZ") < 2**15
