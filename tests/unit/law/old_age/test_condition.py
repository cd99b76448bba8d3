"""A condition as a line, with its verdict or with what was assumed."""

from naungan.law.answer import Draft
from naungan.law.old_age.condition import failed, judged, taken_as_met
from naungan.law.question import read_facts
from naungan.law.words import words


LABEL = words("warga negara", "citizen")


def test_a_verdict_is_written_and_given_back():
    draft = Draft()
    assert not judged(draft, "citizen", LABEL, False, words("bukan", "no"))
    (line,) = draft.lines
    assert line.text() == "Syarat: warga negara\n    TIDAK terpenuhi (bukan)"


def test_what_is_not_stated_is_said_to_be_assumed():
    facts, draft = read_facts({}, ()), Draft()
    assert taken_as_met(facts, draft, "citizen", LABEL)
    assert facts.assumed[0].text("en") == "citizen: taken as met"
    assert draft.lines[0].key == "conditions.citizen"


def test_the_conditions_that_failed_are_found_among_the_lines():
    facts, draft = read_facts({}, ()), Draft()
    judged(draft, "citizen", LABEL, False, words("bukan", "no"))
    judged(draft, "insured", words("JKN", "JKN"), True, words("ya", "yes"))
    taken_as_met(facts, draft, "age", words("umur", "age"))
    draft.line("total", words("jumlah", "total"), 0)
    assert failed(draft.lines) == [LABEL]
