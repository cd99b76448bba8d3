"""The door of reading: refusals, governments written out, whole drafts."""

from datetime import date

import pytest

from naungan.engine.prose.reading import MOST_LETTERS, read_report
from naungan.lib.errors import InputRefused


READ_ON = date(2026, 1, 1)


def test_a_text_without_a_sentence_or_far_too_long_is_refused():
    for text in (" ", "x" * (MOST_LETTERS + 1)):
        with pytest.raises(InputRefused):
            read_report(text, read_on=READ_ON)


def test_the_government_of_the_place_is_the_one_of_the_events_region():
    draft = read_report(
        "BPJS Ketenagakerjaan dan pemerintah daerah setempat menggelar rapat di Kabupaten Lahat.",
        read_on=READ_ON,
    )
    assert [name for name, _ in draft.organisers] == [
        "BPJS Ketenagakerjaan",
        "Pemerintah Kabupaten Lahat",
    ]


def test_an_inspector_without_an_office_belongs_to_the_service_that_held_it():
    draft = read_report(
        "Dinas Tenaga Kerja Provinsi Lampung menggelar rapat. Hadir Kepala Bidang Pengawasan "
        "Contoh Permadi.",
        read_on=READ_ON,
    )
    assert draft.participants[0].institution == "Dinas Tenaga Kerja Provinsi Lampung"


@pytest.mark.parametrize(
    "text",
    [
        "a " * 40_000,
        "Kepala " * 4_000,
        "1.234 " * 14_000,
        "berharap " * 10_000,
        "(" * 80_000,
    ],
    ids=["words", "heads", "numbers", "hopes", "brackets"],
)
def test_a_hostile_text_takes_seconds_at_most(text):
    try:
        assert read_report(f"Rapat digelar. {text}", read_on=READ_ON)
    except InputRefused:
        assert not text.strip("(")
