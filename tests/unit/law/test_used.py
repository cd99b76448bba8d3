from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from naungan.law.used import Used
from naungan.law.words import words


SURE = Used(
    path="contoh/tarif",
    title=words("Tarif contoh", "Sample rate"),
    unit="ratio",
    value=Decimal("0.02"),
    from_on=date(2015, 7, 1),
    to_on=None,
    basis="PP 1/2001 Pasal 1",
    confidence="VERIFIED",
    date_uncertain=False,
    overlaid_by=None,
    note=None,
)
SINGLE = replace(SURE, path="contoh/satu", confidence="SINGLE", note="Dari satu surat.")
LATE = replace(SURE, path="contoh/tanggal", date_uncertain=True)
LOCAL = replace(
    SURE, path="contoh/kantor", confidence="LOCAL", overlaid_by="Kantor Lahat", basis=""
)


def test_a_measure_with_an_end_says_both_its_days():
    passing = replace(SURE, to_on=date(2021, 1, 31))
    assert "1 Juli 2015 sampai 31 Januari 2021" in passing.text()
    assert "1 July 2015 to 31 January 2021" in passing.text("en")
    assert passing.as_data()["to"] == "2021-01-31"


def test_a_table_is_counted_unless_narrowed_to_the_row_that_answered():
    table = replace(SURE, unit="table", value=({"isi": 1_000}, {"isi": 2_000}))
    assert "tabel 2 baris" in table.text()
    assert "isi 2.000" in table.narrowed(table.value[1]).text()


def test_a_sentence_is_written_in_the_language_asked():
    said = replace(SURE, unit="text", value="provinsi", value_en="province")
    assert "Tarif contoh: provinsi;" in said.text()
    assert "Sample rate: province;" in said.text("en")
    assert said.as_data()["shown"] == {"id": "provinsi", "en": "province"}


@pytest.mark.parametrize(
    ("used", "why"),
    [
        (SURE, ""),
        (SINGLE, "satu sumber"),
        (LATE, "tanggal mulai belum pasti"),
        (
            replace(SINGLE, confidence="MEMORY", date_uncertain=True),
            "belum terlihat teksnya, tanggal mulai belum pasti",
        ),
    ],
)
def test_a_value_says_why_it_is_doubtful(used, why):
    assert used.why_doubtful.text() == why
    assert used.doubtful == bool(why)
