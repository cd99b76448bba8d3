"""Person names: what counts as the same word. All names are invented."""

import pytest

from naungan.lib.names import (
    is_initial,
    normal_form,
    split_raw,
    token_form,
    token_id,
    tokens,
)


@pytest.mark.parametrize(
    ("written", "also_written"),
    [
        ("Drs. H. Budi Santoso, M.M.", "BUDI SANTOSO"),
        ("Budi Santoso, S. Pd. I.", "Budi Santoso,S.Pd.I"),
        ("Budi Santoso S.H., M.Kn", "budi santoso"),
        ("BUDI SANTOSO SH MH", "Budi Santoso"),
        ("Hj. Siti Aminah, A.Md.Keb", "St. Aminah"),
        ("dr. Rina Melati, Sp. OG", "Rina Melati"),
        ("K.H. Achmad Fauzi", "Ahmad Fauzi"),
        ("R. Santoso", "Raden Santoso"),
        ("Alm. Bpk. Slamet", "SLAMET"),
        ("Muhammad Ali", "Moch. Ali"),
        ("Mohamad Ali", "Muh.Ali"),
        ("Mhd Ali", "Mochammad ALI"),
        ("Abdurrahman", "Abd. Rohman"),
        ("Abdul Rahman", "ABDULRAHMAN"),
        ("Abdussalam", "Abdul Salam"),
        ("Nurhayati", "Noer Hayati"),
        ("Nurul Huda", "NURULHUDA"),
        ("Soekardjo", "Sukarjo"),
        ("Tjahjono", "Cahyono"),
        ("Widjaja", "Wijaya"),
        ("Sjamsul", "Syamsul"),
        ("Chairil", "Khairil"),
        ("Rizky", "Rizqi"),
        ("Supriyadi", "Supriadi"),
        ("Dzulkifli", "Zulkifli"),
        ("Zaenal", "Zainal"),
        ("Ma'ruf", "Ma’ruf"),
        ("Maria Josée", "MARIA JOSE"),
        ("Ahmad bin Umar", "Umar Ahmad"),
        ("I Made Sudira", "Made Sudira"),
        ("Yusuf", "Jusuf"),
    ],
)
def test_two_ways_of_writing_one_name_have_one_form(
    written: str, also_written: str
) -> None:
    assert normal_form(written) == normal_form(also_written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jaya", "Yaya"),
        ("Banjar", "Banyar"),
        ("Siti Aminah", "Siti Aisyah"),
        ("Made Sudira", "Muhammad Sudira"),
        ("Suharto", "Suharti"),
        ("Wawan", "Wayan"),
    ],
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert normal_form(one) != normal_form(other)


def test_an_ambiguous_m_stays_an_initial() -> None:
    assert tokens("M. Ali") == ("M", "ALI")
    assert is_initial("M")
    assert not is_initial("ALI")


def test_letters_before_a_name_are_initials_not_a_degree() -> None:
    assert tokens("M.A. Rahman, M.A.") == ("M", "A", "RAHMAN")


def test_st_is_siti_alone_and_a_degree_after_a_comma() -> None:
    assert tokens("ST AMINAH") == ("SITI", "AMINAH")
    assert tokens("Budi, ST") == ("BUDI",)


def test_raw_tokens_keep_commas_and_inner_dots() -> None:
    assert split_raw("Drs.H.Budi Santoso, S. Pd") == [
        "Drs.H.Budi",
        "Santoso",
        ", S. Pd",
    ]


def test_a_name_of_titles_only_has_no_form() -> None:
    assert normal_form("Bpk. H.") == ""
    assert tokens("") == ()


def test_token_ids_never_change() -> None:
    assert token_id("BUDI") == token_id(token_form("Budi"))
    assert [token_id(word) for word in ("BUDI", "SITI")] == [
        847795187787904784,
        -9178687690706161643,
    ]
