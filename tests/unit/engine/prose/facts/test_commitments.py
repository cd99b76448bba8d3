"""What was said will be done, and how firmly."""

import pytest

from naungan.engine.prose.facts.commitments import read_promises
from naungan.engine.prose.page.report import report_of


def read(text):
    return read_promises(report_of(text), (), ("Kejaksaan Negeri Lahat",))


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (
            "Pemkab Lahat akan menganggarkan iuran nelayan.",
            "planned",
            "akan menganggarkan iuran nelayan",
        ),
        (
            "Kejari telah membentuk tim kepatuhan.",
            "done",
            "telah membentuk tim kepatuhan",
        ),
        (
            "Rapat menyepakati data dibagi tiap bulan.",
            "agreed",
            "data dibagi tiap bulan",
        ),
        (
            "Bupati menginstruksikan dinas mendata pekerja.",
            "assigned",
            "dinas mendata pekerja",
        ),
        (
            "Ia meminta perusahaan segera mendaftar.",
            "requested",
            "perusahaan segera mendaftar",
        ),
        (
            "Ia berharap FGD menghasilkan rekomendasi nyata.",
            "hoped",
            "menghasilkan rekomendasi nyata",
        ),
        (
            "Pemda berkomitmen untuk memperluas cakupan.",
            "stated",
            "berkomitmen untuk memperluas cakupan",
        ),
        ("Dinas siap mendukung pengawasan.", "stated", "siap mendukung pengawasan"),
        (
            "Pemkab menargetkan 8.000 peserta baru.",
            "planned",
            "menargetkan 8.000 peserta baru",
        ),
        (
            "Agenda rapat yakni menyusun rencana aksi.",
            "agenda",
            "menyusun rencana aksi",
        ),
    ],
)
def test_the_verb_says_how_firm_it_is(text, status, words):
    (one,) = read(text)
    assert (one.status, one.words.surface) == (status, words)


@pytest.mark.parametrize(
    "text",
    [
        "Peserta akan menerima manfaat.",
        "Bila tidak diindahkan, pemerintah akan menggugat.",
        "Jika perusahaan lalai akan melakukan penagihan sendiri.",
        "Diharapkan semua sejahtera.",
    ],
)
def test_benefits_conditions_and_wishes_are_no_commitment(text):
    assert read(text) == ()


def test_lines_under_what_was_agreed_are_agreements_with_owner_and_day():
    found = read(
        "Notulen rapat hari ini.\nTindak lanjut:\n"
        "1. Dinas PMD menyurati desa paling lambat 14 Februari 2025.\n"
        "2. BPKD mengalokasikan iuran.\nDemikian notulen ini."
    )
    assert [(one.who, one.when, one.status) for one in found] == [
        ("Dinas PMD", "paling lambat 14 Februari 2025", "agreed"),
        ("BPKD", None, "agreed"),
    ]


def test_who_is_asked_is_who_has_to_act():
    (one,) = read("Bupati Lahat meminta Dinas Sosial mendata pekerja.")
    assert one.who == "Dinas Sosial"


def test_without_a_subject_the_organisers_are_meant():
    (one,) = read("Disepakati data dibagi mulai Maret 2025.")
    assert (one.who, one.when) == ("Kejaksaan Negeri Lahat", "mulai Maret 2025")
