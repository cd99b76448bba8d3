"""Firms: Python and DuckDB cut alike, and a form is its own form."""

import duckdb
from hypothesis import given, strategies as st

from naungan.lib.company_names import raw_tokens_sql, split_raw, token_form, tokens


WORDS = st.sampled_from(
    [
        "PT",
        "P.T.",
        "CV.",
        "Tbk",
        "(Persero)",
        "Sumber",
        "Sej.",
        "Indojaya",
        "&",
        "Co.",
        "RSUD",
        "12",
        "TJIPTA",
        "OE",
        "R.S.",
        "Al-Hikmah",
        "é",
        ",",
        "/",
        "Mkmr",
        "INDO",
        "KSU",
    ]
)
NAMES = st.one_of(
    st.lists(WORDS, max_size=6).map(" ".join),
    st.text(
        st.characters(max_codepoint=0x24F, exclude_categories=["Cs", "Cc"]), max_size=25
    ),
    st.text(st.sampled_from("AEHKMSTYJODCN1.,' "), max_size=20),
)


@given(st.lists(NAMES, min_size=1, max_size=20))
def test_duckdb_cuts_names_as_python_does(names: list[str]) -> None:
    sql = f"SELECT {raw_tokens_sql('n')} FROM unnest($names) t(n)"
    with duckdb.connect() as con:
        cut = con.execute(sql, {"names": names}).fetchall()
    assert [tokens for (tokens,) in cut] == [split_raw(name) for name in names]


@given(NAMES)
def test_the_form_of_a_form_is_itself(name: str) -> None:
    for word in tokens(name):
        assert token_form(word) == word
