"""Which survivor receives which share, and which children until when."""

from datetime import date

from naungan.law.answer import Draft
from naungan.law.benefit_fields import CHILDREN
from naungan.law.old_age.survivors import share_of
from naungan.law.question import read_facts


DAY = date(2025, 6, 15)


def share(reader, kind, draft=None, **stated):
    facts = read_facts(stated, (CHILDREN,))
    return share_of(facts, reader, draft or Draft(), DAY, kind), facts


def test_a_parent_receives_a_fifth(reader):
    found, _ = share(reader, "parent")
    assert str(found.ratio.value) == "0.20"
    assert found.anyone


def test_a_child_born_after_the_death_is_an_heir(reader):
    found, _ = share(reader, "child", children=[{"birth_date": "2026-01-01"}])
    assert found.children_until == {"1": date(2049, 1, 1)}


def test_the_third_child_is_told_why_it_does_not_receive(reader):
    draft = Draft()
    share(
        reader, "child", draft, children=[{"name": "A"}, {"name": "B"}, {"name": "C"}]
    )
    said = [line.arithmetic.text("en") for line in draft.lines]
    assert said[2] == "does not receive: the limit is reached"
    assert draft.lines[2].label.text() == "Anak C"


def test_without_children_one_is_assumed_and_said(reader):
    found, facts = share(reader, "child")
    assert found.children_until == {"1": None}
    assert "dianggap ada satu anak" in facts.assumed[0].text()
