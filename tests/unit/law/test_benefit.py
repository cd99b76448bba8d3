import pytest

from naungan.law import benefit
from naungan.law.kinds import answer
from naungan.law.question import Facts
from naungan.lib.errors import LawRefused
from naungan.lib.programmes import BITS


def test_every_programme_stands_on_the_shelf():
    assert list(benefit.programmes()) == list(BITS)


def test_a_name_means_one_thing_on_the_whole_shelf():
    names = [field.name for field in benefit.FIELDS]
    assert len(names) == len(set(names))
    for module in benefit.programmes().values():
        assert {field.name for field in module.FIELDS} <= set(names)


def test_a_question_needs_its_programme():
    with pytest.raises(LawRefused, match="programme belum diisi"):
        answer("benefit", {"event_date": "2024-05-01"})


def test_what_a_programme_does_not_read_is_refused_with_what_it_reads():
    with pytest.raises(LawRefused, match=r"wage tidak dipakai untuk JKM; .*event_date"):
        answer("benefit", {"programme": "JKM", "event_date": "2024-05-01", "wage": 1})


def test_a_programme_that_is_not_on_the_shelf_is_refused(monkeypatch):
    monkeypatch.setattr(benefit, "programmes", dict)
    facts = Facts({}, {"programme": "JKK"})
    with pytest.raises(LawRefused, match="JKK tidak ada pada rak manfaat"):
        benefit.answer(facts, None)
