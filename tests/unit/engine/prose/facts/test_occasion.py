"""The day of the event: printed, inferred with its reason, or left empty."""

from datetime import date

import pytest

from naungan.engine.prose.facts.occasion import read_when
from naungan.engine.prose.page.report import report_of


READ_ON = date(2026, 11, 22)


def read(text):
    return read_when(report_of(text), READ_ON)


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Rapat digelar di aula, Kamis, 2 November 2023.", "2023-11-02"),
        ("Rapat digelar pada senin [15/01/2024] pukul 09.00.", "2024-01-15"),
        ("Rapat digelar, Jumat (1/11/2024).", "2024-11-01"),
        ("Rapat digelar, Kamis (22/02/24).", "2024-02-22"),
        ("“Kami siap,” kata dia, Kamis (3/10/2024).", "2024-10-03"),
        ("Pada hari ini Kamis tanggal 17 Oktober 2024 digelar rapat.", "2024-10-17"),
    ],
)
def test_a_day_printed_whole_is_taken_as_strict(text, on):
    found = read(text)
    assert found.strict
    assert found.strict.isoformat() == on


def test_a_year_follows_from_the_weekday_and_what_the_text_cites():
    found = read("FGD digelar, Jumat (20/12). Dasarnya Inpres Nomor 2 Tahun 2021.")
    assert (found.on, found.strict) == (date(2024, 12, 20), None)
    assert "hanya 2024" in found.basis


def test_a_year_that_the_text_names_settles_two_that_fit():
    found = read("Rapat digelar, Selasa (29/3). Piutang tahun 2022 masih tinggi.")
    assert found.on == date(2022, 3, 29)


def test_data_as_of_a_month_bound_the_year_and_targets_do_not():
    text = (
        "FGD digelar, Rabu (6/3). Hingga Februari 2024 tercatat 40 persen, target 2029."
    )
    assert read(text).on == date(2024, 3, 6)


def test_two_years_that_fit_leave_the_day_open():
    assert read("Rapat digelar, Senin (25/9) lalu.").on is None


def test_a_day_without_weekday_and_year_is_never_guessed():
    assert read("Rapat digelar pada 25/9 di aula.").on is None


def test_a_lone_weekday_counts_beside_a_printed_day_of_publication():
    body = "Judul Berita Rapat\n{}\nRapat digelar di aula, Selasa. Semua hadir di sana."
    assert read(body.format("Rabu, 7 Mei 2025 14:20 WIB")).on == date(2025, 5, 6)
    assert read(body.format("")).on is None


def test_a_day_of_publication_gives_the_year_to_a_day_without_one():
    text = "Judul Berita Rapat\nKamis, 2 Januari 2025 08:00 WIB\nRapat digelar, Senin (30/12)."
    assert read(text).on == date(2024, 12, 30)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat membahas data per 30 April 2025 di aula.",
        "Surat itu dikeluarkan pada 25 Maret 2021 dan dibahas.",
        "Presiden, Kamis (25/3/2021) menandatangani Instruksi Presiden itu.",
        "Kabupaten kedua setelah rapat di kota pada hari Kamis (17/3/2022).",
        "Iuran lunas paling lambat 14 Februari 2025 kata rapat.",
    ],
)
def test_a_day_of_something_else_is_not_the_events(text):
    assert read(text).on is None


def test_the_day_of_a_meeting_goes_before_the_day_it_was_spoken_of():
    text = (
        "“Monev berjalan baik,” kata Kepala Dinas, Selasa (27/5/2025). "
        "Pertemuan yang digelar di ruang rapat tanggal 22 Mei 2025 itu dihadiri OPD."
    )
    assert read(text).on == date(2025, 5, 22)


def test_only_the_month_or_year_of_the_event_is_kept():
    month = read("Rapat evaluasi digelar awal November 2024 di Bandung.")
    assert (month.on, month.year, month.month) == (None, 2024, 11)
    year = read("Upaya ini lewat kegiatan rapat koordinasi tahun 2024.")
    assert (year.on, year.year, year.month) == (None, 2024, None)
    stamped = read(
        "Judul Berita Rapat\nRabu, 7 Mei 2025 14:20 WIB\nSemua hadir di sana."
    )
    assert (stamped.on, stamped.year) == (None, 2025)


def test_a_weekday_that_does_not_fit_is_said():
    assert "bukan Jumat" in read("Rapat digelar, Jumat (25/9/2025).").basis


def test_a_day_that_does_not_exist_is_not_taken():
    assert read("Rapat digelar, Senin (31/2/2024).").on is None


def test_the_month_of_an_agreement_in_a_quote_is_not_the_events():
    text = "“Kegiatan ini lanjutan perjanjian yang ditandatangani pada April 2016,” katanya."
    assert read(text).month is None


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Rapat digelar di aula, Senin-Selasa (9-10/9/2024).", "2024-09-09"),
        (
            "Rapat digelar selama dua hari sejak Rabu 4 hingga Kamis 5 Oktober 2023.",
            "2023-10-04",
        ),
        ("Dinas menggelar rapat, Rabu (12/02/2020).", "2020-02-12"),
    ],
)
def test_an_event_of_several_days_is_dated_by_its_first(text, on):
    assert read(f"{text}\nSemua hadir.").on == date.fromisoformat(on)


def test_what_is_said_on_another_occasion_dates_nothing():
    found = read(
        "Rapat koordinasi digelar di aula.\nSecara terpisah, direktur menyebut hal sama.\n"
        "“Kami setuju,” katanya, Jumat (31/10/2025)."
    )
    assert found.on is None
