"""Answers to every question of the case files can be read: whole in either language."""

import re
from pathlib import Path

import pytest

from naungan.law.case_file import check, read_cases
from naungan.law.history.description import written


FILES = sorted((Path(__file__).parent / "questions").glob("*.yaml"))
INDONESIAN = re.compile(
    r"\b(dan|yang|untuk|bulan|dari|dengan|tidak|belum|karena|atau|pada|peserta|iuran|"
    r"upah|sejak|sampai|tahun|hari|kali|denda|oleh|pemberi|pekerja|manfaat|usaha)\b"
)
# Names of fields are English wherever they stand, so `wages` is no stray word.
ENGLISH = re.compile(
    r"\b(the|of|and|months?|from|with|not|is|are|years?|by|until|since|paid)\b"
)
# A citation keeps the words of its text; a refused part quotes the fields it lacks.
KEPT = re.compile(r"Pasal|pasal|belum diisi")
WIDTH = 80


@pytest.fixture(scope="module", params=FILES, ids=lambda path: path.stem)
def answers(request):
    """Return the answers to the questions of one file."""
    outcomes = [check(case) for case in read_cases(request.param)]
    return [one.answer for one in outcomes if one.answer is not None]


def sentences(answer, language):
    """Yield everything an answer says but citations and paths."""
    yield answer.title.text(language)
    for line in answer.lines:
        yield line.label.text(language)
        if line.arithmetic is not None:
            yield line.arithmetic.text(language)
        for used in line.used:
            yield used.title.text(language)
            yield written(used.shown, language)
    yield from (one.text(language) for one in (*answer.assumed, *answer.notes))


@pytest.mark.parametrize(("language", "foreign"), [("en", INDONESIAN), ("id", ENGLISH)])
def test_an_answer_is_whole_in_its_language(answers, language, foreign):
    mixed = {
        said
        for answer in answers
        for said in sentences(answer, language)
        if foreign.search(said) and not KEPT.search(said)
    }
    assert mixed == set()


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_row_is_wider_than_a_terminal(answers, language):
    rows = [row for one in answers for row in one.text(language, WIDTH).split("\n")]
    assert [row for row in rows if len(row) > WIDTH and " " in row.strip()] == []


def test_every_answer_names_the_version_of_the_law_and_every_doubt(answers):
    for answer in answers:
        text = answer.text()
        assert answer.law_version in text
        assert all(f"({used.path}): " in text for used in answer.doubts)
