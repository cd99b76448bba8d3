"""Claims on pages: a village reports, the branch decides and hands over, the family sees."""

import html
import re
from datetime import date
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.functional.office.conftest import OWNER, desk
from tests.invented_scheme import (
    BESIDE,
    HERE,
    begin,
    enrol,
    pay,
    person,
    plan,
    write,
)

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.audit.models import Look
from naungan.casework.benefits.actions import judging
from naungan.casework.benefits.models import Claim, HandOver, Risk
from naungan.casework.benefits.wanted import missing
from naungan.casework.correspondence.models import Letter
from naungan.casework.protection.models import Entry
from naungan.lib.dates import month_index


pytestmark = pytest.mark.django_db
TODAY = date(2025, 11, 24)
DECIDED, PAID = date(2025, 6, 3), date(2025, 10, 10)
UNFIT = HTTPStatus.UNPROCESSABLE_ENTITY
MOST_QUERIES = 26  # fourteen are the frame's and the transaction's
JULY = month_index(2025, 7)
TOLD = {
    "event": "death_other",
    "event_on": "2025-11-03",
    "told_on": "2025-11-05",
    "told_by": "family",
    "teller": "Istri rekaan",
    "account": "Sakit di rumah, rekaan",
}


@pytest.fixture(autouse=True)
def story(monkeypatch):
    """Let it be one day for everybody."""
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def agency(founder):
    return desk("agency_head", "dpmd", "dpmd", "16.04")


@pytest.fixture
def village(founder):
    return desk("village_head", "village", "desa-a", HERE)


@pytest.fixture
def neighbour(founder):
    return desk("village_head", "village", "desa-b", BESIDE)


@pytest.fixture
def branch(founder):
    return desk("branch_head", "bpjs_branch", OWNER, "16.04")


@pytest.fixture
def entry(agency, village, branch):
    """Somebody whose contributions of July to October were paid."""
    reach, _ = agency
    made = begin(reach, plan(JULY), {HERE: 9})
    write(reach, made, [person(9001)])
    enrol(reach, made, DECIDED)
    pay(reach, made, JULY, JULY + 3, PAID)
    return Entry.objects.get()


@pytest.fixture
def claim(village, entry):
    address = reverse("claims.report_entry", args=[entry.pk])
    assert village[1].post(address, TOLD).status_code == HTTPStatus.FOUND
    scope.enter(village[0])
    return Claim.objects.get()


def shown(client, name, *given, **asked):
    return client.get(reverse(name, args=given), asked)


def act(client, name, /, *given, **said):
    return client.post(reverse(name, args=given), said)


def done(answer):
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()[:3000]


def carry(branch, claim):
    """Bring a claim from its report to the payment, at the desk of the branch."""
    reach, client = branch
    done(act(client, "claims.receive", claim.pk))
    scope.enter(reach)
    for one in missing(claim):
        done(
            act(client, "claims.hand_in", claim.pk, one.code, received_on="2025-11-10")
        )
    done(act(client, "claims.complete", claim.pk, on="2025-11-12"))
    done(act(client, "claims.approve", claim.pk, on="2025-11-13"))
    said = {"paid_on": "2025-11-14", "amount_idr": "42.000.000", "reference": "TRX"}
    done(act(client, "claims.pay", claim.pk, **said))
    claim.refresh_from_db()


def test_a_village_finds_somebody_by_name_and_reports(village, entry):
    _, client = village
    found = act(client, "claims.report", sought="orang 90")
    assert reverse("claims.report_entry", args=[entry.pk]) in found.content.decode()
    assert str(entry.nik) not in found.content.decode()
    form = shown(client, "claims.report_entry", entry.pk).content.decode()
    assert "Orang 9001" in form
    made = act(client, "claims.report_entry", entry.pk, **TOLD)
    page = client.get(made.url).content.decode()
    assert "sampai ke Kantor Cabang" in page
    assert "Rp42.000.000" in page
    assert "akta kematian" in page


def test_a_branch_seeks_by_nik_alone(branch, entry):
    _, client = branch
    assert (
        "Tidak ada dalam daftar"
        in act(client, "claims.report", sought="Orang").content.decode()
    )


def test_a_mistake_in_a_report_is_said_in_the_form(village, entry):
    answer = act(
        village[1],
        "claims.report_entry",
        entry.pk,
        **{**TOLD, "event_on": "2025-12-01"},
    )
    assert answer.status_code == UNFIT
    assert "belum tiba" in answer.content.decode()


def test_the_neighbour_finds_nothing(neighbour, claim):
    _, client = neighbour
    assert shown(client, "claims.one", claim.pk).status_code == HTTPStatus.NOT_FOUND
    assert "Orang 9001" not in shown(client, "claims").content.decode()


def test_a_claim_goes_from_the_report_to_a_printed_hand_over(branch, village, claim):
    carry(branch, claim)
    said = {
        "held_on": "2025-11-20",
        "place": "Balai desa",
        "occasion": "Musyawarah desa",
        "official": "Bupati Rekaan",
        "position": "Bupati",
        "receiver": "Istri rekaan",
        "relation": "spouse",
        "funder": "APBD kabupaten",
        "prints": "on",
    }
    done(act(branch[1], "claims.hand_over", claim.pk, **said))
    claim.refresh_from_db()
    assert claim.state == "handed_over"
    made = HandOver.objects.get()
    letter = Letter.objects.get()
    assert (made.letter_id, letter.letter) == (letter.pk, "claim_hand_over")
    page = shown(village[1], "claims.one", claim.pk).content.decode()
    assert "Bupati Rekaan" in page
    assert letter.number in page


def test_the_calculator_is_opened_with_what_the_claim_says(village, claim):
    page = shown(village[1], "claims.one", claim.pk).content.decode()
    (address,) = re.findall(r'href="(/kalkulator/[^"]+)"', page)
    answer = Client().get(html.unescape(address), follow=True)
    assert answer.status_code == HTTPStatus.OK
    assert 'class="answer"' in answer.content.decode()


def test_a_refusal_says_what_can_still_be_done_and_prints_it(branch, village, claim):
    _, client = branch
    done(act(client, "claims.receive", claim.pk))
    said = {
        "code": "inactive",
        "reason": "Iuran Oktober belum masuk",
        "on": "2025-11-14",
    }
    done(act(client, "claims.refuse", claim.pk, **said))
    done(act(client, "claims.refusal_letter", claim.pk))
    page = shown(village[1], "claims.one", claim.pk).content.decode()
    assert "Iuran Oktober belum masuk" in page
    assert "ajukan keberatan dengan bukti bayarnya" in page
    assert "Undang-Undang Nomor 24 Tahun 2011" in page
    assert "Belum diperiksa" in page
    assert Letter.objects.get().letter == "claim_refusal"
    done(act(village[1], "claims.object", claim.pk, reason="Bukti bayar ada pada kami"))
    claim.refresh_from_db()
    assert claim.state == "collecting"


def test_children_bring_scholarships_that_are_paid_year_by_year(branch, claim):
    _, client = branch
    facts = {**claim.facts, "joined": "2022-01", "contribution_months": "46"}
    done(act(client, "claims.facts", claim.pk, **facts))
    child = {
        "name": "Anak rekaan",
        "birth_date": "2014-02-03",
        "level": "SD",
        "grade": "6",
    }
    done(act(client, "claims.child", claim.pk, **child))
    assert (
        act(client, "claims.child", claim.pk, **{**child, "grade": "9"}).status_code
        == UNFIT
    )
    carry(branch, claim)
    years = list(claim.tranches.order_by("position"))
    assert (years[0].year, years[0].level, years[0].amount_idr) == (
        2025,
        "SD",
        1_500_000,
    )
    assert sum(one.amount_idr for one in years) > 40_000_000
    assert "Anak rekaan" in shown(client, "claims.schooling").content.decode()
    paid = {"paid_on": "2025-11-20", "reference": "TRX-2"}
    done(act(client, "claims.pay_year", claim.pk, years[0].pk, **paid))
    assert "Anak rekaan" not in shown(client, "claims.schooling").content.decode()


def test_a_copy_is_read_by_who_keeps_or_reported_and_nobody_else(
    agency, branch, village, claim
):
    file = SimpleUploadedFile("akta.csv", b"nama,tanggal\nrekaan,2025\n", "text/csv")
    said = {"received_on": "2025-11-10", "file": [file]}
    done(act(village[1], "claims.hand_in", claim.pk, "death_certificate", **said))
    scope.enter(village[0])
    paper = claim.papers.get()
    for _, client in (village, branch):
        taken = shown(client, "claims.copy", claim.pk, paper.pk)
        assert taken.status_code == HTTPStatus.OK
    other = shown(agency[1], "claims.copy", claim.pk, paper.pk)
    assert other.status_code == HTTPStatus.NOT_FOUND
    scope.enter(branch[0])
    assert Look.objects.filter(noun="claim_paper", noun_id=str(paper.pk)).exists()


def test_the_account_is_for_who_keeps_or_reported(agency, village, claim):
    assert (
        "Sakit di rumah" in shown(village[1], "claims.one", claim.pk).content.decode()
    )
    page = shown(agency[1], "claims.one", claim.pk).content.decode()
    assert "Orang 9001" in page
    assert "Sakit di rumah" not in page


def test_figures_count_paid_claims_and_can_be_taken_away(branch, agency, claim):
    carry(branch, claim)
    page = shown(branch[1], "claims.figures")
    assert page.context["whole"]["families"] == "1"
    assert page.context["whole"]["days"] == "9 hari"
    told = shown(agency[1], "claims.figures").context["returns"]
    assert [(one["fund"], one["claims"]) for one in told] == [("APBD", "1")]
    for cut in ("fund", "event", "year", "village_code", "scheme"):
        taken = shown(branch[1], "claims.figures", menurut=cut, unduh="csv")
        assert b"42000000" in taken.content
    listed = shown(branch[1], "claims", bagian="settled", unduh="csv")
    assert b"Orang 9001" in listed.content


def test_who_would_be_refused_today_is_shown_before_it_happens(agency, village, entry):
    reach, client = agency
    scope.enter(reach)
    assert judging.judge(entry.scheme, today=date(2025, 6, 5)) == 0
    assert judging.judge(entry.scheme, today=date(2026, 1, 5)) == 1
    assert Risk.objects.get().codes == ["over"]
    done(act(client, "claims.judge", entry.scheme_id))
    scope.enter(reach)
    assert Risk.objects.get().codes == ["arrears"]
    page = shown(client, "claims.risks_of", entry.scheme_id).content.decode()
    assert "menunggu pelunasan" in page
    one = shown(village[1], "claims.would_be", entry.pk).content.decode()
    assert "dibayar, dengan catatan" in one
    assert "Enam puluh pekerja" in shown(village[1], "claims.risks").content.decode()
    taken = shown(client, "claims.risks_of", entry.scheme_id, unduh="csv")
    assert b"Orang 9001" in taken.content


def test_the_pages_of_a_person_stand_before_the_first_month_and_beyond_the_law(
    agency, village, entry, monkeypatch
):
    monkeypatch.setattr(clock, "today", lambda: date(2025, 6, 5))
    for name in ("claims.would_be", "village_list.person"):
        page = shown(village[1], name, entry.pk).content.decode()
        assert "Perlindungannya belum mulai" in page
    monkeypatch.setattr(clock, "today", lambda: date(2040, 4, 5))
    page = shown(village[1], "claims.would_be", entry.pk).content.decode()
    assert "di luar hukum yang tercatat" in page
    page = shown(village[1], "village_list.person", entry.pk).content.decode()
    assert "Seandainya terjadi hari ini" not in page


@pytest.mark.parametrize("name", ["claims", "claims.one", "claims.figures"])
def test_a_page_of_claims_asks_little(
    branch, claim, name, django_assert_max_num_queries
):
    given = [claim.pk] if name == "claims.one" else []
    shown(branch[1], name, *given)
    with django_assert_max_num_queries(MOST_QUERIES):
        shown(branch[1], name, *given)


def test_every_look_at_a_claim_is_on_record(branch, claim):
    shown(branch[1], "claims")
    shown(branch[1], "claims.one", claim.pk)
    scope.enter(branch[0])
    purposes = set(Look.objects.filter(noun="claim").values_list("purpose", flat=True))
    assert {"claim_list", "claim_page"} <= purposes
