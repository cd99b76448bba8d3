import pytest

from naungan.law.book import enacted
from naungan.law.step import TRACKS, edges, ladder
from naungan.lib.errors import LawRefused


FIRST = """\
title: Teguran
title_en: Warning
order: 10
actor: bpjs
tracks:
  - track: arrears
    begins: true
term: a/term
closed_by:
  - id: lunas {semua}
    en: paid {all}
letter:
  name:
    id: surat
    en: letter
  contents:
    - id: nama
      en: name
  confidence: MEMORY
legal_bases:
  - from: 2001-01-01
    instrument: pp-1-2001
    article: Pasal 5
    confidence: VERIFIED
checked_on: 2026-11-21
"""

SECOND = """\
title: Laporan
title_en: Report
order: 20
actor: inspector
nature: must
tracks:
  - track: arrears
    after: [first]
counts_from: previous_term_ended
exclusive_with: [first]
needs: [first]
legal_bases:
  - from: 2001-01-01
    instrument: pp-1-2001
    article: Pasal 6
    confidence: SINGLE
checked_on: 2026-11-21
"""

TERM = """\
title: Tenggang
unit: working_days
values:
  - from: 2001-01-01
    value: 3
    instrument: pp-1-2001
    article: Pasal 5
    confidence: VERIFIED
checked_on: 2026-11-21
"""


@pytest.fixture
def steps(shelf):
    def read(first=FIRST, second=SECOND):
        shelf.write("parameters/a/term.yaml", TERM)
        shelf.write("steps/first.yaml", first)
        shelf.write("steps/second.yaml", second)
        return shelf.book().steps

    return read


def test_a_step_says_who_takes_it_after_what_and_what_its_letter_holds(steps):
    found = steps()
    first, second = found["first"], found["second"]
    assert (first.actor, first.nature, first.term) == ("bpjs", "may", "a/term")
    assert (second.actor, second.nature) == ("inspector", "must")
    assert second.place("arrears").after == ("first",)
    assert second.place("registration_and_data") is None
    assert second.counts_from == "previous_term_ended"
    assert (second.exclusive_with, second.needs) == (("first",), ("first",))
    assert first.title.text("en") == "Warning"
    assert first.closed_by[0].text("id") == "lunas {semua}"
    assert [one.text("en") for one in first.letter.contents] == ["name"]
    assert first.paths == ("a/term",)


def test_a_track_gives_its_steps_in_order_and_its_arrows(steps):
    found = steps()
    assert [one.code for one in ladder(found, "arrears")] == ["first", "second"]
    assert edges(found, "arrears") == [("first", "second")]
    assert edges(found, "registration_and_data") == []


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("actor: bpjs", "actor: siapa", r"first.yaml baris 4: 'siapa' tidak dikenal"),
        ("track: arrears", "track: lain", "'lain' tidak dikenal"),
        ("    begins: true\n", "", "tidak mengikuti langkah apa pun.*begins: true"),
        ("term: a/term", "term: a/none", "nilai 'a/none' tidak ada"),
        ("pp-1-2001", "pp-9-2009", "pp-9-2009"),
        ("  confidence: MEMORY\n", "", "kunci 'confidence' tidak ada"),
        ("order: 10", "order: 20", "second.yaml baris 7: first berurutan 20"),
        (
            "track: arrears",
            "track: registration_and_data",
            "first tidak berada pada jalur arrears",
        ),
    ],
)
def test_a_broken_step_is_refused_with_file_line_and_mend(steps, wrong, right, message):
    with pytest.raises(LawRefused, match=message):
        steps(first=FIRST.replace(wrong, right))


def test_a_step_may_only_follow_and_name_steps_that_exist(steps):
    with pytest.raises(LawRefused, match="'third' tidak dikenal"):
        steps(second=SECOND.replace("after: [first]", "after: [third]"))


def test_a_law_without_steps_has_none(shelf):
    assert shelf.book().steps == {}


@pytest.mark.parametrize("track", TRACKS)
def test_every_step_of_the_enacted_ladder_is_reached_from_a_beginning(track):
    steps = enacted().steps
    reached = {one.code for one in steps.values() if _begins(one, track)}
    assert reached
    for before, after in edges(steps, track):
        if before in reached:
            reached.add(after)
    assert reached == {one.code for one in ladder(steps, track)}


def test_sanctions_of_the_registration_track_never_stand_on_the_arrears_track():
    steps = enacted().steps
    for code in ("warning_1", "warning_2", "fine", "tmp2t_request", "tmp2t"):
        assert steps[code].place("arrears") is None
        assert "government" in steps[code].not_for


def test_the_prosecutor_and_the_receivables_office_exclude_each_other():
    steps = enacted().steps
    for code in steps["kpknl_handover"].exclusive_with:
        assert "kpknl_handover" in steps[code].exclusive_with


def test_every_step_of_the_enacted_ladder_has_a_letter_with_its_contents():
    for step in enacted().steps.values():
        assert step.letter is not None, step.code
        assert len(step.letter.contents) >= 3, step.code


def test_every_term_of_a_step_is_counted_in_days_or_working_days():
    book = enacted()
    for step in book.steps.values():
        for path in (step.term, step.take_within):
            assert path is None or book.parameter(path).unit in ("days", "working_days")


def _begins(step, track):
    place = step.place(track)
    return place is not None and place.begins
