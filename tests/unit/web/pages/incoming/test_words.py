"""The words of incoming files, in both languages."""

from datetime import date

import pytest
from django.utils import translation

from naungan.lib.dates import month_index
from naungan.web.pages.incoming import words


@pytest.mark.parametrize(
    ("count", "written"),
    [(0, "0 B"), (999, "999 B"), (1536, "1,5 KB"), (131_072, "128 KB")]
    + [(500 << 20, "500 MB"), (3 << 30, "3,0 GB")],
)
def test_a_size_is_written_for_a_person(count, written):
    with translation.override("id"):
        assert words.size(count) == written


def test_a_size_has_a_point_in_english():
    with translation.override("en"):
        assert words.size(1536) == "1.5 KB"


@pytest.mark.parametrize(
    ("kind", "today", "word", "tone"),
    [
        ("members", date(2026, 10, 31), "Segar", "good"),
        ("members", date(2026, 11, 1), "Lewat 1 hari", "bad"),
        ("workers", date(2026, 12, 31), "Segar", "good"),
        ("workers", date(2027, 1, 10), "Lewat 10 hari", "bad"),
        ("universe", date(2027, 9, 30), "Segar", "good"),
    ],
)
def test_what_is_due_depends_on_the_rhythm_of_its_kind(kind, today, word, tone):
    with translation.override("id"):
        badge = words.freshness(kind, month_index(2026, 9), today)
    assert (badge.word, badge.tone) == (word, tone)
    assert badge.icon


def test_every_kind_has_a_rhythm_and_words_in_both_languages():
    assert set(words.RHYTHM) == {code for code, _ in words.kinds()}
    with translation.override("en"):
        english = words.kinds()
    with translation.override("id"):
        assert not set(english) & set(words.kinds())


def test_a_month_is_named_in_the_language_of_the_page():
    index = month_index(2026, 10)
    with translation.override("id"):
        assert words.month(index) == "Oktober 2026"
    with translation.override("en"):
        assert words.month(index) == "October 2026"


def test_states_have_a_badge():
    with translation.override("id"):
        assert words.batch_state("waiting").tone == "warn"
        assert words.batch_state("received").tone == ""
        assert words.run_state("failed").icon == "bad"
        assert len(words.batch_states()) > 5
        assert words.cause("approval") == "berkas disetujui"
        assert words.mode("add") == "menambah kiriman sebelumnya"
