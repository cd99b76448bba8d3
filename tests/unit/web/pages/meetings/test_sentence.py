"""What a sentence of the table says is read as written, and nothing else."""

from datetime import date
from decimal import Decimal

import pytest

from naungan.web.pages.meetings.sentence import (
    due_of,
    named,
    numbers_of,
    read,
)


MEETING = date(2026, 11, 20)
NAMES = [(1, "DPMD"), (2, "BPKAD"), (3, "Kejaksaan Negeri Lahat"), (4, "Kejari")]


@pytest.mark.parametrize(
    ("text", "day", "inferred"),
    [
        ("lengkapi NIK sebelum 15 Desember", date(2026, 12, 15), True),
        ("kirim paling lambat 3 Maret 2027", date(2027, 3, 3), False),
        ("bayar sampai 5/1", date(2027, 1, 5), True),
        ("selesai tanggal 31-12-2026", date(2026, 12, 31), False),
        ("selesai akhir Desember", date(2026, 12, 31), True),
        ("selesai akhir bulan Februari", date(2027, 2, 28), True),
        ("selesai akhir Juni 2027", date(2027, 6, 30), False),
        ("cakupan 35 persen akhir tahun", date(2026, 12, 31), True),
        ("cakupan 35 persen akhir tahun 2027", date(2027, 12, 31), False),
    ],
)
def test_the_day_by_which_something_is_due_is_read(text, day, inferred):
    due = due_of(text, MEETING)
    assert (due.on, due.is_inferred) == (day, inferred)


def test_the_last_day_of_a_sentence_is_the_one_by_which_it_is_due():
    text = "rekap per 31 Oktober 2026 dikirim paling lambat 30 November 2026"
    assert due_of(text, MEETING).on == date(2026, 11, 30)


@pytest.mark.parametrize(
    "text",
    [
        "secepatnya",
        "sebelum rapat berikut",
        "Inpres 2/2021",
        "31 Februari",
        "1/3 desa belum membayar",
    ],
)
def test_no_day_is_made_up(text):
    assert due_of(text, MEETING) is None


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("lengkapi NIK 4.118 pekerja rentan", "4118", "people"),
        ("Sudah 32,4 persen", "32.4", "percent"),
        ("naik 1,5 poin", "1.5", "percent_points"),
        ("60 pekerja rentan per desa", "60", "people_per_village"),
        ("anggaran Rp2,93 miliar untuk 360 desa", "2930000000", "idr"),
        ("37 desa belum membayar", "37", "villages"),
        ("panggil 12 perusahaan", "12", "employers"),
        ("iuran 3 bulan", "3", "months"),
    ],
)
def test_a_number_is_read_with_what_it_counts(text, value, unit):
    found = numbers_of(text).main
    assert (found.value, found.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["tanpa angka", "PP 44/2015", "Asisten 1 hadir"])
def test_a_number_that_counts_nothing_is_left(text):
    assert numbers_of(text).main is None


def test_whoever_is_named_first_is_the_owner():
    assert named("DPMD bersama BPKAD melengkapi", NAMES) == 1
    assert named("kejaksaan negeri lahat memanggil", NAMES) == 3
    assert named("Kejarinya hadir", NAMES) is None


def test_a_whole_sentence_gives_who_by_when_and_how_many():
    found = read(
        "DPMD lengkapi NIK 4.118 pekerja rentan sebelum 15 Desember", MEETING, NAMES
    )
    assert found.owner == 1
    assert found.due.on == date(2026, 12, 15)
    assert found.numbers.main.value == 4118


def test_whoever_is_given_something_is_no_owner():
    text = "Kepada Kejari Lahat diserahkan 4 SKK oleh BPKAD"
    assert read(text, MEETING, NAMES).owner == 2
    assert read("DPMD mengirim data ke BPKAD", MEETING, NAMES).owner == 1
    assert read("data dikirim ke BPKAD", MEETING, NAMES).owner is None


@pytest.mark.parametrize(
    ("text", "part", "whole", "unit"),
    [
        ("51.398 dari 239.799 pekerja", "51398", "239799", "people"),
        ("51.398 pekerja dari total 239.799", "51398", "239799", "people"),
        ("baru 12 dari seluruh 360 desa", "12", "360", "villages"),
        ("Rp1,5 miliar dari Rp3 miliar", "1500000000", "3000000000", "idr"),
        ("21 persen atau 51.398 dari 239.799 pekerja", "51398", "239799", "people"),
    ],
)
def test_a_part_of_a_whole_is_read_as_two_counts_of_one_thing(text, part, whole, unit):
    found = numbers_of(text).pair
    assert (found.part.value, found.whole.value) == (Decimal(part), Decimal(whole))
    assert found.part.unit == found.whole.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "32 persen dari 239.799 pekerja",
        "9 dari 3 desa",
        "naik dari 21 persen",
        "surat 12 dari Bupati",
    ],
)
def test_what_is_no_part_of_a_whole_is_no_pair(text):
    assert numbers_of(text).pair is None


def test_a_share_is_what_a_sentence_speaks_of_before_its_counts():
    text = "51.398 dari 239.799 pekerja, yaitu 35 persen"
    assert numbers_of(text).main.value == 35
    assert numbers_of("51.398 dari 239.799 pekerja").main.value == 51_398


def test_a_whole_before_its_part_gives_the_share_with_both():
    said = "Dari 237.865 pekerja baru 72.298 orang atau 33 persen terlindungi"
    found = numbers_of(said).main
    assert (found.value, found.words) == (33, "33 persen")
    assert (found.of.part.value, found.of.whole.value) == (72_298, 237_865)


def test_a_share_of_the_rest_is_of_no_counts_though_they_are_read():
    said = "Sisanya 78,57 persen karena baru 51.398 dari total 239.799 pekerja"
    found = numbers_of(said)
    assert (found.main.unit, found.main.of) == ("percent", None)
    assert found.pair.whole.value == 239_799


def test_the_number_of_a_day_is_no_count():
    assert read("selesai 15 Desember", MEETING).numbers.main is None
