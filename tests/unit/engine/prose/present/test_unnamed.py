"""Offices whose holder is not named, and groups, among those present."""

from datetime import date

import pytest

from naungan.engine.prose.reading import read_report


def read(text):
    return read_report(
        f"LAHAT – Rapat digelar di Lahat. {text}", read_on=date(2026, 1, 1)
    )


def positions(text):
    return [one.position for one in read(text).participants]


def groups(text):
    return [words.surface for words in read(text).groups]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "Rapat dihadiri para camat se-Kabupaten Lahat dan unsur Forkopimda.",
            ["para camat se-Kabupaten Lahat", "unsur Forkopimda"],
        ),
        (
            "Hadir pula perwakilan serikat pekerja yang menolak usul itu.",
            ["perwakilan serikat pekerja"],
        ),
        ("Para camat diminta mendata pekerja.", []),
        ("Peserta rapat menilai seluruh desa sudah tahu.", []),
    ],
)
def test_groups_are_told_where_those_present_are_listed(text, seen):
    assert groups(text) == seen


def test_who_opened_is_told_by_the_office_alone():
    text = "Rapat dibuka secara resmi oleh Kepala Dinas Sosial Kabupaten Lahat."
    assert positions(text) == ["Kepala Dinas Sosial Kabupaten Lahat"]


@pytest.mark.parametrize(
    "text",
    [
        "Rapat dihadiri Kepala OPD terkait dan Kepala Bagian.",
        "Rapat dihadiri Kepala Dinas yang membidangi ketenagakerjaan.",
        "Rapat dihadiri Forum Keuchik dan seluruh kacab BPJS Ketenagakerjaan Se-Aceh.",
        "Rapat dihadiri Bupati, Wali Kota, dan Kajari se-Sumatera Selatan.",
    ],
)
def test_any_of_many_is_no_office(text):
    assert positions(text) == []


def test_an_office_of_its_own_stays_beside_those_of_all_regions():
    text = "Rapat dihadiri Kepala Dinas Sosial, Kepala Dinas yang membidangi tenaga kerja se-Sumatera Selatan."
    assert positions(text) == ["Kepala Dinas Sosial"]
