"""What a state and a content allow is refused in the language of whoever asks."""

import pytest
from django.utils import translation

from naungan.casework.accounts.access import ActRefused
from naungan.casework.intake import rules
from naungan.casework.intake.models import Batch, Run
from naungan.casework.intake.states import BATCH
from naungan.lib.errors import InputRefused


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Berkas yang ditolak tidak dapat disetujui."),
        ("en", "A file that is refused cannot be approved."),
    ],
)
def test_an_act_out_of_its_turn_is_refused_in_both_languages(language, sentence):
    with translation.override(language), pytest.raises(ActRefused) as refused:
        rules.check_move(Batch(state="refused"), "approve")
    assert str(refused.value) == sentence


def test_every_verb_of_the_machine_that_people_do_has_words():
    own = {"give_way", "come_back"}  # the ledger does these itself
    assert {move.verb for move in BATCH.moves} - own <= set(rules.VERBS)


def test_a_run_that_is_over_is_not_cancelled():
    assert rules.check_run_move(Run(state="running"), "cancel") == "cancelled"
    with pytest.raises(ActRefused, match="sudah terbit"):
        rules.check_run_move(Run(state="published"), "cancel")


def test_months_are_between_the_beginning_and_the_newest():
    rules.check_month(rules.EARLIEST_MONTH, newest=rules.EARLIEST_MONTH)
    for month in (rules.EARLIEST_MONTH - 1, rules.EARLIEST_MONTH + 1):
        with pytest.raises(InputRefused):
            rules.check_month(month, newest=rules.EARLIEST_MONTH)
