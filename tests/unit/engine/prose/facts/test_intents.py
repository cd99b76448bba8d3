"""Who will do something, and what only follows."""

import pytest

from naungan.engine.prose.facts.intents import is_effect, is_meant, is_of_itself


def places(text):
    at = text.index("akan")
    return at, at + len("akan ")


@pytest.mark.parametrize(
    "text",
    [
        "kami akan menyurati perusahaan",
        "Dinas Sosial akan mengunjungi desa",
        "iuran per pekerja akan ditanggung oleh pemerintah",
        "pihaknya akan berkirim surat",
    ],
)
def test_somebody_will(text):
    assert is_meant(text, *places(text))


@pytest.mark.parametrize(
    "text",
    [
        "ahli waris akan menerima santunan",
        "program ini akan meningkatkan kesejahteraan",
        "kegiatan yang dinilai akan membantu desa",
        "hal itu akan mengubah keadaan",
        "cuaca akan memburuk",
    ],
)
def test_nobody_will(text):
    assert not is_meant(text, *places(text))


def test_what_beneficiaries_will_do_is_an_effect():
    text = "nelayan akan menanggung sendiri iurannya"
    assert is_effect(text, *places(text))


def test_a_partnership_is_asked_for_nothing():
    assert is_of_itself("Kolaborasi Pemkab dan BPJS ")
    assert not is_of_itself("Melalui kegiatan ini, Dinas Sosial ")
