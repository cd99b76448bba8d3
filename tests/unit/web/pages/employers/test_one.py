from types import SimpleNamespace

import pytest
from django.utils import translation

from naungan.casework.intake.employers import Seen
from naungan.web.pages.employers import one


@pytest.fixture(autouse=True)
def indonesian():
    with translation.override("id"):
        yield


def history(*people):
    """Runs with so many people, newest first; None where nothing was found."""
    return [
        Seen(
            SimpleNamespace(month=2026 * 12 + 9 - place, run=9 - place),
            None if count is None else {"people": count},
        )
        for place, count in enumerate(people)
    ]


def told(*people):
    return [event.text for event in one._events(history(*people))]  # noqa: SLF001


def test_a_finding_comes_grows_shrinks_and_stays():
    assert told(82, 82, 90, 71, None) == [
        "Ditemukan kembali, tetap 82 orang",
        "Ditemukan kembali, turun dari 90 menjadi 82 orang",
        "Ditemukan kembali, naik dari 71 menjadi 90 orang",
        "Ditemukan: 71 orang",
    ]


def test_a_finding_that_went_and_came_again_says_both():
    assert told(5, None, 7) == [
        "Ditemukan: 5 orang",
        "Tidak ditemukan lagi",
        "Ditemukan: 7 orang",
    ]


def test_what_is_gone_is_marked_and_dated():
    (gone, _) = one._events(history(None, 3))  # noqa: SLF001
    assert (gone.is_open, gone.month, gone.run) == (False, "Oktober 2026", 9)


def test_one_person_is_one_in_english_too():
    with translation.override("en"):
        assert told(1) == ["Found: 1 person"]
        assert told(1, 3) == [
            "Found again, down from 3 to 1 person",
            "Found: 3 people",
        ]
