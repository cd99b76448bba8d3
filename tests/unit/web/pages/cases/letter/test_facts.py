"""What a case proposes to a letter: evidence, litigants, the matter of its mandate."""

from datetime import date

import pytest

from naungan.casework.accounts.models import Institution
from naungan.casework.compliance.models import Case, Skk
from naungan.casework.correspondence.models import Letter
from naungan.web.letters.facts import Facts, Mandate, Party
from naungan.web.pages.cases.letter import facts


DAY = date(2026, 11, 2)


@pytest.fixture
def case():
    return Case(name="CV Contoh Rekaan", region_code="16.04")


@pytest.fixture
def mandate():
    return Skk(
        institution=Institution(name="Cabang Contoh"),
        to=Institution(name="Kejaksaan Negeri Contoh"),
        category="MENUNGGAK",
        issued_on=DAY,
    )


def test_what_was_sent_is_evidence_in_the_order_in_which_it_went_out():
    newest_first = [
        Letter(letter="arrears_letter_2", number="2/TGH", issued_on=DAY),
        Letter(letter="arrears_letter_1", number="9/TGH", issued_on=DAY, state="void"),
        Letter(letter="arrears_letter_1", number="1/TGH", issued_on=DAY),
        Letter(letter="village_proposal", number="7/X", issued_on=DAY),
    ]
    assert facts.sent(newest_first).splitlines() == [
        "Surat penagihan pertama nomor 1/TGH tanggal 2 November 2026",
        "Surat penagihan kedua nomor 2/TGH tanggal 2 November 2026",
    ]


def test_a_mandate_proposes_its_matter_its_court_and_both_sides(case, mandate):
    proposed = facts.mandated(case, [mandate])
    assert proposed["matter"].startswith("tunggakan iuran")
    assert proposed["court"] == "Pengadilan Negeri Lahat"
    assert proposed["position"] == "Kepala Kejaksaan Negeri Contoh"
    plaintiff, defendant = facts.litigants(case, [mandate]).splitlines()
    assert "Cabang Contoh" in plaintiff
    assert defendant == "Tergugat: CV Contoh Rekaan"


def test_without_a_mandate_nothing_is_proposed(case):
    assert facts.mandated(case, []) == {}
    assert facts.litigants(case, []) == ""


@pytest.mark.parametrize("category", sorted(facts.MATTER))
def test_every_class_of_mandate_has_its_matter(case, mandate, category):
    mandate.category = category
    assert facts.mandated(case, [mandate])["matter"]


def test_what_an_officer_wrote_of_a_mandate_is_added_to_what_is_known():
    known = Facts(mandate=Mandate(number="1/SKK", holder=Party("Kejaksaan")))
    made = facts.with_words(
        known, {}, {"matter": "tunggakan", "court": "", "official": "Jaksa"}
    )
    assert (made.mandate.number, made.mandate.matter) == ("1/SKK", "tunggakan")
    assert (made.mandate.holder.name, made.mandate.holder.official) == (
        "Kejaksaan",
        "Jaksa",
    )
    assert facts.with_words(known, {}, {"matter": ""}) == known


@pytest.mark.parametrize(
    ("known", "year"),
    [
        ({"birth_date": date(1985, 3, 20)}, "1985"),
        ({"birth_year": 1990}, "1990"),
        ({}, ""),
    ],
)
def test_an_annexed_worker_has_the_year_of_birth_and_no_day(known, year):
    row = {"name": "Siti Rekaan", "nik": None, **known}
    (worker,) = facts.annexed(Facts(), [row]).workers
    assert worker.born == year
