"""Names of firms: legal forms apart, abbreviations spelt out. All invented."""

import pytest

from naungan.lib.company_names import (
    legal_form,
    normal_form,
    split_raw,
    token_form,
    token_id,
    tokens,
)


@pytest.mark.parametrize(
    ("written", "also_written"),
    [
        ("PT. Sumber Makmur Abadi Tbk", "P.T.SUMBER MKMR ABADI (Persero)"),
        ("CV Anugrah Jaya", "C.V. ANUGERAH DJAJA"),
        ("PT Indojaya Sej.", "Indonesia Jaya Sejahtera, PT"),
        ("RSUD Contoh", "Rumah Sakit Umum Daerah Contoh"),
        ("R.S.U.D. Contoh", "RSUD Contoh"),
        ("KSU Mdr", "Koperasi Serba Usaha Mandiri"),
        ("BUMDes Maju", "Badan Usaha Milik Desa Maju"),
        ("PT Sinarindo Utm", "Sinar Indo Utama"),
        ("TB Sentosa", "Toko Bangunan Sentausa"),
        ("Yayasan Al-Hikmah", "Yys. Al Hikmah"),
        ("Mayura & Co.", "MAYURA"),
        ("CV SumberJaya", "CV Sumber Jaya"),
        ("BUMDes DataPermataIntan", "Data Permata Intan BUMDES"),
    ],
)
def test_two_ways_of_writing_one_firm_have_one_form(
    written: str, also_written: str
) -> None:
    assert normal_form(written) == normal_form(also_written)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("PT. Maju", "PT"),
        ("Maju, P.T.", "PT"),
        ("PT.MAJU", "PT"),
        ("C.V. Maju", "CV"),
        ("Koperasi Unit Desa Maju", "KOPERASI"),
        ("KUD Maju", "KOPERASI"),
        ("Toko Maju", ""),
        ("BUMDes Maju", "BUMDES"),
    ],
)
def test_the_legal_form_is_told_apart(written: str, form: str) -> None:
    assert legal_form(written) == form


def test_different_firms_stay_different() -> None:
    assert normal_form("PT Maju Jaya") != normal_form("PT Maju Abadi")
    assert normal_form("SDN 12 Contoh") != normal_form("SDN 21 Contoh")


def test_numbers_belong_to_the_name() -> None:
    assert tokens("PT 88 Karya") == ("88", "KARYA")


def test_a_name_of_a_legal_form_only_has_no_words() -> None:
    assert tokens("PT") == ()
    assert split_raw("") == []


def test_word_ids_are_those_of_person_names() -> None:
    assert token_id(token_form("Budi")) == token_id("BUDI")


def test_parts_too_short_to_stand_alone_stay_joined() -> None:
    assert tokens("INDOMAS MEGAH KARINDO") == ("INDOMAS", "MEGAH", "KARINDO")
