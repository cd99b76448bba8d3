"""Two reports of one event are suggested, contradictions speak against it."""

from datetime import date

from naungan.engine.prose.reading import read_report
from naungan.engine.prose.sameness import compare


FIRST = (
    "LAHAT – Kejaksaan Negeri Lahat menggelar rapat kepatuhan di Aula Kejari, Rabu (3/7/2024). "
    "Kajari Lahat Contoh Permadi mengatakan ada 48 perusahaan penunggak."
)
SECOND = (
    "LAHAT – Sebanyak 48 perusahaan dipanggil. Bupati Lahat Rekaan Dua hadir pada rapat kepatuhan "
    "di Aula Kejari, Rabu 3 Juli 2024. “Patuhi,” kata Kajari Lahat Contoh Permadi."
)


def read(text):
    return read_report(text, read_on=date(2026, 1, 1))


def test_day_people_venue_figures_and_kind_speak_for_one_event():
    found = compare(read(FIRST), read(SECOND))
    assert found.is_likely
    assert len(found.reasons) == 5
    assert "Orang yang sama: Contoh Permadi." in found.reasons


def test_another_day_or_province_contradicts():
    other_day = FIRST.replace("(3/7/2024)", "(10/7/2024)")
    elsewhere = FIRST.replace("Lahat", "Karo").replace("LAHAT", "KARO")
    for text in (other_day, elsewhere):
        assert not compare(read(FIRST), read(text)).is_likely


def test_nothing_in_common_has_no_reasons():
    assert compare(read(FIRST), read("Semua baik di sini.")).reasons == ()
