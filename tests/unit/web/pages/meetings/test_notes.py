"""How what was written down at a meeting is shown: each sentence once."""

from decimal import Decimal

from naungan.casework.coordination.models import Figure
from naungan.web.pages.meetings.notes import figure


SAID = "Cakupan 21 persen, 51.398 dari 239.799 pekerja"


def counted(key, value, words, meaning=SAID):
    return Figure(
        pk=key, value=Decimal(value), unit="people", meaning=meaning, words=words
    )


def test_a_count_of_a_share_is_shown_without_the_sentence_of_the_share():
    shown = figure(counted(1, 51_398, "51.398"), {1: SAID})
    assert (shown.text, shown.small) == ("51.398", "51.398 orang")
    assert shown.is_counted


def test_a_count_with_a_sentence_of_its_own_keeps_it_beside_a_share():
    own = "Terlindungi 51.398 orang"
    shown = figure(counted(1, 51_398, "51.398 orang", own), {1: "Cakupan 21 persen"})
    assert shown.text == own
