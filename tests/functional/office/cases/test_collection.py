"""The money line on a real snapshot: from a debt to what a step brought, page by page."""

import re
from datetime import timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment
from naungan.casework.collection import books
from naungan.casework.collection.models import Debt, Payment
from naungan.casework.compliance.actions import steps
from naungan.casework.compliance.actions.cases import open_case
from naungan.casework.intake.models import Publication
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot, Sought


pytestmark = pytest.mark.django_db
EVERYTHING = Scope(institution="uji", regions=EVERYWHERE, purpose="uji")
MOST_SQL = 20
TRACKS = {
    "contributions_in_arrears": "arrears",
    "partial_workers": "registration_and_data",
}


def reach_of(role):
    held = Appointment.objects.get(user__email=f"{role}@contoh.id")
    found = scope.of_appointment(held)
    scope.enter(found)
    return found


@pytest.fixture
def examiner(published, person):
    """A client of an examiner."""
    return person("examiner")


@pytest.fixture
def behind(built):
    """The number of the employer with most members in arrears, by code of finding."""
    snapshot = Snapshot.open(built[-1].folder, lambda _look: None)

    def find(code):
        sought = Sought(code=code)
        rows = snapshot.employers_found(EVERYTHING, sought, order="people", limit=1)
        return rows[0]["employer_id"]

    return find


@pytest.fixture
def opened(examiner, behind):
    """Open a case of the employer with most people behind a finding."""

    def make(code="contributions_in_arrears"):
        return open_case(
            by=reach_of("examiner"),
            publication=Publication.objects.order_by("run").last(),
            employer_id=behind(code),
            track=TRACKS[code],
            today=timezone.localdate(),
        )

    return make


def test_a_debt_of_the_snapshot_is_looked_at_frozen_paid_and_voided(examiner, opened):
    case = opened()
    page = examiner.get(reverse("collection.count", args=[case.pk])).content.decode()
    assert "Menurut potret terbaru" in page
    assert not Debt.objects.exists()
    sent = examiner.post(
        reverse("collection.count", args=[case.pk]), {"kerja": "potret"}
    )
    assert sent.status_code == HTTPStatus.FOUND
    reach_of("examiner")
    debt = Debt.objects.get()
    assert debt.source == "snapshot"
    assert debt.workers > 0
    today = timezone.localdate()
    pay = {"paid_on": today.isoformat(), "amount_idr": "1.000", "reference": "T-1"}
    address = reverse("collection.pay", args=[case.pk])
    assert examiner.post(address, pay).status_code == HTTPStatus.FOUND
    again = examiner.post(address, pay)
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "sudah dicatat" in again.content.decode()
    reach_of("examiner")
    payment = Payment.objects.get()
    shown = examiner.get(reverse("collection.case", args=[case.pk])).content.decode()
    assert "Rp1.000" in shown
    assert books.opened(case.pk).paid_idr == 1_000
    void = reverse("collection.void", args=[case.pk, payment.pk])
    empty = examiner.post(void, {"reason": ""})
    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    done = examiner.post(void, {"reason": "salah kasus"})
    assert done.status_code == HTTPStatus.FOUND
    assert (
        "salah kasus"
        in examiner.get(reverse("collection.case", args=[case.pk])).content.decode()
    )


def test_a_debt_not_counted_is_told_wherever_a_letter_would_name_it(examiner, opened):
    case = opened()
    count = reverse("collection.count", args=[case.pk])
    whole = reverse("cases.one", args=[case.pk])
    asked = reverse("cases.step", args=[case.pk, "arrears_letter_1"])
    many = reverse("letters.write", args=["arrears_letter_1"])
    for address in (whole, asked):
        page = examiner.get(address).content.decode()
        assert "Utang kasus ini belum dihitung" in page
        assert count in page
    today = timezone.localdate()
    given = {"taken_on": today, "ends_on": today + timedelta(days=10)}
    refused = examiner.post(asked, given).content.decode()
    assert f'<li><a href="{count}">Utang kasus ini belum dihitung.</a>' in refused
    by = reach_of("examiner")
    assert not case.steps.exists()
    days = {"taken_on": today, "ends_on": given["ends_on"], "today": today}
    taken = steps.take_step(by=by, case=case, step="arrears_letter_1", **days)
    letter = reverse("cases.letter", args=[case.pk, taken.pk])
    refused = examiner.post(letter, {"remark": "-"}).content.decode()
    assert f'<li><a href="{count}">Utang kasus ini belum dihitung.</a>' in refused
    assert count in examiner.get(many).content.decode()
    form = examiner.get(count).context["form"]
    assert form["first"].value() <= form["last"].value()
    examiner.post(count, {"kerja": "potret"})
    for address in (whole, letter):
        assert "belum dihitung" not in examiner.get(address).content.decode()


def test_a_typed_debt_can_be_tried_before_it_is_frozen(examiner, opened):
    case = opened()
    address = reverse("collection.count", args=[case.pk])
    typed = {
        "first": "2026-01",
        "last": "2026-02",
        "workers": "2",
        "wage": "5.000.000",
        "scale": "micro",
        "risk_group": "very_low",
    }
    tried = examiner.post(address, {**typed, "kerja": "coba"})
    # two workers of 5,000,000: JKK 24,000 and JKM 30,000 a month, two months
    assert "Rp108.000" in tried.content.decode()
    reach_of("examiner")
    assert not Debt.objects.exists()
    wrong = examiner.post(address, {**typed, "last": "2025-12", "kerja": "tetapkan"})
    assert wrong.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    kept = examiner.post(address, {**typed, "kerja": "tetapkan"})
    assert kept.status_code == HTTPStatus.FOUND
    reach_of("examiner")
    assert Debt.objects.get().principal_idr == 108_000
    plan = examiner.post(
        reverse("collection.promise", args=[case.pk]),
        {"signed_on": timezone.localdate().isoformat(), "count": "3"},
    )
    assert plan.status_code == HTTPStatus.FOUND
    page = examiner.get(reverse("collection.case", args=[case.pk])).content.decode()
    assert page.count('data-label="Sudah masuk"') == 3
    both = examiner.post(
        reverse("collection.promise", args=[case.pk]),
        {"signed_on": timezone.localdate().isoformat()},
    )
    assert both.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_a_file_of_payments_is_shown_first_and_taken_once(examiner, opened):
    case = opened()
    day = timezone.localdate() - timedelta(days=1)
    content = (
        "Nomor kasus;Tanggal bayar;Jumlah bayar;Nomor bukti\n"
        f"{case.number};{day:%d/%m/%Y};5.000;B-1\n"
        f"tidak-ada;{day:%d/%m/%Y};5.000;B-2\n"
    )
    address = reverse("collection.incoming")

    def upload():
        file = SimpleUploadedFile("bayar.csv", content.encode(), "text/csv")
        return examiner.post(address, {"file": file}).content.decode()

    tried = upload()
    assert "Tidak ada kasus" in tried
    reach_of("examiner")
    assert not Payment.objects.exists()
    rows = re.search(r'name="rows" value="([^"]+)"', tried)[1]
    assert examiner.post(address, {"rows": rows}).status_code == HTTPStatus.FOUND
    forged = examiner.post(address, {"rows": rows[:-2] + "xx"}, follow=True)
    assert "terlalu lama" in forged.content.decode()
    reach_of("examiner")
    assert Payment.objects.get().source == "imported"
    assert "sudah ada" in upload()


def test_each_figure_opens_to_its_cases_and_they_add_up(examiner, opened):
    opened()
    opened("partial_workers")
    page = examiner.get(reverse("pipeline")).content.decode()
    links = re.findall(r'href="(/perkembangan-kasus/kasus\?tahap=[^"]+)"', page)
    listed = 0
    for link in links:
        inside = examiner.get(link.replace("&amp;", "&")).content.decode()
        listed += inside.count('<th scope="row"><a href="/kasus/')
    assert listed == 2
    behind = re.findall(r'href="(/perkembangan-kasus/kasus\?langkah=[^"]+)"', page)
    assert behind
    for link in behind:
        answer = examiner.get(link.replace("&amp;", "&"))
        assert answer.status_code == HTTPStatus.OK


def test_what_an_employer_owes_and_what_a_death_would_cost_stand_on_one_sheet(
    examiner, behind
):
    number = behind("partial_workers")
    page = examiner.get(reverse("obligations", args=[number])).content.decode()
    assert "belum dipenuhi" in page
    assert "Rp42.000.000" in page
    assert f"/pemberi-kerja/{number}/mengapa/partial_workers" in page
    file = examiner.get(reverse("obligations", args=[number]), {"unduh": "csv"})
    assert file.status_code == HTTPStatus.OK


def test_a_priority_changes_the_ranking_and_can_be_ended(published, person):
    client = person("branch_head")
    first = re.compile(r'<th scope="row"><a href="/pemberi-kerja/(\d+)">')
    before = first.findall(client.get(reverse("priorities")).content.decode())
    sent = client.post(
        reverse("priorities.add"),
        {"kind": "company", "weight": "-100", "reason": "uji prioritas tahun ini"},
    )
    assert sent.status_code == HTTPStatus.FOUND
    page = client.get(reverse("priorities")).content.decode()
    assert "-100" in page
    rule = re.search(r"/sasaran/prioritas/(\d+)/akhiri", page)[1]
    ended = client.post(reverse("priorities.end", args=[rule]))
    assert ended.status_code == HTTPStatus.FOUND
    after = first.findall(client.get(reverse("priorities")).content.decode())
    assert after == before


def test_the_evaluation_has_no_figure_that_was_typed(examiner, opened):
    opened()
    page = examiner.get(reverse("evaluation"))
    assert page.status_code == HTTPStatus.OK
    file = examiner.get(reverse("evaluation"), {"unduh": "csv"}).content.decode()
    assert "dibuka" in file
    assert not re.search(r'<input[^>]+type="number"', page.content.decode())


@pytest.mark.parametrize(
    "name", ["collection", "collection.recovered", "mandates", "pipeline", "evaluation"]
)
def test_a_page_asks_few_questions_and_gives_a_file(examiner, opened, name):
    opened()
    examiner.get(reverse(name))
    with CaptureQueriesContext(connection) as asked:
        answer = examiner.get(reverse(name))
    assert answer.status_code == HTTPStatus.OK
    own = [one for one in asked if not one["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(own) <= MOST_SQL, [one["sql"][:120] for one in own]
    assert examiner.get(reverse(name), {"unduh": "xlsx"}).status_code == HTTPStatus.OK


def test_the_money_of_another_institutions_case_is_not_there(examiner, opened, person):
    case = opened()
    stranger = person("branch_head", code="cabang-lain")
    for name in ("collection.case", "collection.pay", "collection.promise"):
        answer = stranger.get(reverse(name, args=[case.pk]))
        assert answer.status_code == HTTPStatus.NOT_FOUND
