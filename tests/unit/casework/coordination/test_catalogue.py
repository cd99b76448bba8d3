"""Catalogues are whole, an office adds words, and duties rest on the law's own list."""

from datetime import date

import pytest

from naungan.casework.coordination import catalogue
from naungan.law.book import enacted
from naungan.lib.errors import InputRefused


DAY = date(2024, 7, 3)
RANK = {"VERIFIED": 0, "SINGLE": 1, "MEMORY": 2, "CUSTOM": 3}


@pytest.mark.parametrize("name", catalogue.NAMES)
def test_every_word_is_said_in_both_languages_with_its_source(name):
    for word in catalogue.words(name).values():
        assert word.id
        assert word.en
        assert word.source


def test_every_kind_of_event_that_reports_tell_of_is_there():
    told = {"rapat_koordinasi", "fgd", "rapat_kepatuhan", "monev", "rapat_kerja"}
    told |= {"rapat_teknis", "rapat", "rapat_kerja_sama_operasi", "sosialisasi"}
    told |= {"penandatanganan_kerja_sama", "penyerahan_skk", "penyerahan_kartu"}
    assert told | {"penyerahan_santunan"} <= set(catalogue.words("event_kinds"))


def test_every_obstacle_counts_under_one_of_three_heads():
    heads = set(catalogue.words("obstacle_categories"))
    kinds = catalogue.words("obstacle_kinds").values()
    assert {word.of["category"] for word in kinds} == heads


def test_no_duty_is_surer_than_the_instruction_it_is_read_from():
    rows = enacted().parameter("policy/inpres_2_2021/addressees").at(DAY)
    known = {row["official"]: row["confidence"] for row in rows}
    for word in catalogue.words("duties").values():
        sure = [RANK[known[official]] for official in word.of["officials"]]
        assert RANK[word.confidence] >= max(sure), word.code
        assert set(word.of["levels"]) <= {"province", "regency"}
        assert word.of["theme"] in catalogue.words("themes")


def test_an_office_adds_words_and_takes_none_away(settings, tmp_path):
    folder = tmp_path / "catalogues"
    folder.mkdir()
    own = folder / "event_kinds.toml"
    written = (
        'id = "Apel"\nen = "Roll call"\nsource = "kantor"\nconfidence = "CUSTOM"\n'
    )
    own.write_text(f"[apel]\n{written}\n[fgd]\n{written}")
    shipped = catalogue.words("event_kinds")
    assert "apel" not in shipped
    found = catalogue.joined(own, shipped)
    assert found["apel"].en == "Roll call"
    assert found["fgd"] == shipped["fgd"]


def test_an_entry_that_is_not_whole_is_refused_with_its_place(tmp_path):
    own = tmp_path / "groups.toml"
    own.write_text('[x]\nid = "X"\nen = "X"\nsource = "s"\n')
    with pytest.raises(InputRefused, match="groups"):
        catalogue.read(own)
    own.write_text('[x]\nid = "X"\nen = "X"\nsource = "s"\nconfidence = "SURE"\n')
    with pytest.raises(InputRefused, match="SURE"):
        catalogue.read(own)


def test_a_code_without_words_says_itself():
    assert catalogue.label("groups", "asing") == "asing"
    assert catalogue.label("groups", "workers", "en") == "Workers and unions"
