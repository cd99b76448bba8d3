import pytest
from django.utils import translation

from naungan.engine import wording
from naungan.engine.finding import EmployerFinding, all_findings
from naungan.web.pages.employers import words


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


def test_every_finding_about_employers_has_the_words_of_the_reports():
    codes = {
        code
        for code, found in all_findings().items()
        if isinstance(found, EmployerFinding)
    }
    assert set(words.FINDING) == codes == set(words.RESULT)
    for code in codes:
        label, plain, tone = wording.FINDING[code]
        assert (words.finding(code), words.plainly(code), words.tone(code)) == (
            label,
            plain,
            tone,
        )


@pytest.mark.parametrize("table", ["SCALE", "GRADE", "REGISTRATION", "BAND"])
def test_codes_are_said_as_in_the_reports(table):
    ours = {code: str(word) for code, word in getattr(words, table).items()}
    ours.pop("unknown", None)
    assert ours == getattr(wording, table)


def test_every_status_has_words():
    assert set(words.STATUS) == set(wording.STATUS)


def test_a_code_without_words_is_said_as_it_is():
    assert words.finding("baru") == words.plainly("baru") == "baru"
    assert words.word(words.SCALE, None) == "–"
