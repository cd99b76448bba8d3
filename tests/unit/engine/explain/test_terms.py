"""Every word that an explanation can say has its English."""

from naungan.engine import wording
from naungan.engine.counting.universes import OWN
from naungan.engine.explain.terms import ENGLISH, term
from naungan.engine.finding import all_findings
from naungan.engine.measure import all_measures


SPOKEN = (
    *("STATUS", "SEGMENT", "FUNDER", "GRADE", "REGISTRATION", "LIST", "KIND"),
    *("LAW_DOUBT", "METHOD", "BAND", "NIK_STATE", "SCALE"),
)


def spoken():
    """Yield every word of ours that may stand in an explanation."""
    for name in SPOKEN:
        yield from getattr(wording, name).values()
    for levels in wording.LEVEL_WORDS.values():
        yield from levels.values()
    yield from map(wording.finding_label, all_findings())
    yield OWN
    yield from (measure.label for measure in all_measures().values())


def test_every_word_has_its_english():
    assert set(spoken()) - set(ENGLISH) == set()


def test_no_english_is_kept_for_a_word_that_nobody_says():
    assert set(ENGLISH) - set(spoken()) == set()


def test_a_name_of_others_stays_as_it_is_in_both_languages():
    assert term("Registri {Desa}").text("en") == "Registri {Desa}"
    assert term("menunggak").text() == "menunggak"
    assert term("menunggak").text("en") == "in arrears"
