import pytest

from naungan.law.book import enacted
from naungan.lib.errors import LawRefused


def test_an_instrument_is_named_as_people_name_it():
    named = {one.id: one.short for one in enacted().instruments.values()}
    assert named["pp-44-2015"] == "PP 44/2015"
    assert named["perpres-109-2013"] == "Perpres 109/2013"
    assert named["praktik-pekerja-rentan"] == "Praktik daerah"


def test_what_is_not_written_takes_its_plain_meaning(shelf):
    one = shelf.book().instruments["pp-1-2001"]
    assert one.title_confidence == "VERIFIED"
    assert not one.date_uncertain
    assert one.url is None


def test_an_instrument_may_have_an_address(shelf):
    path = shelf.root / "instruments.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "  url: https://example.org/pp\n", encoding="utf-8")
    assert shelf.book().instruments["pp-1-2001"].url == "https://example.org/pp"


def test_the_same_instrument_twice_is_refused(shelf):
    path = shelf.root / "instruments.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text, encoding="utf-8")
    with pytest.raises(LawRefused, match=r"instruments\.yaml baris 7: id pp-1-2001"):
        _ = shelf.book().instruments
