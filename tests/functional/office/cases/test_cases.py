"""Cases on their pages: opened, warned, answered, handed over; and whoever may not."""

import json
import re
from datetime import date, timedelta
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from tests.functional.office.small_district import OWNER

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution, User
from naungan.casework.compliance.models import (
    Case,
    Paper,
    Reply,
    StepTaken,
    UploadLink,
)
from naungan.casework.correspondence import papers
from naungan.casework.correspondence.models import Letter
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot, Sought
from naungan.web.pages.cases import mandates
from naungan.web.pages.cases.forms import StepForm
from naungan.web.pages.cases.letter.issuing import names_end
from naungan.web.visitor_limit import MOST


pytestmark = pytest.mark.django_db
EVERYTHING = Scope(institution="uji", regions=EVERYWHERE, purpose="uji", sees_nik=True)
MOST_SQL = 12
OF_THE_FRAME = 6  # session, person, appointment, two counts of the navigation, scope
OWNED = re.compile(r"/jawab/([\w-]+)")
SCRIPT = "<script>alert(1)</script>"
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest.fixture
def number(published):
    """The employer with most workers missing."""
    snapshot = Snapshot.open(published[-1].folder, lambda _look: None)
    sought = Sought(code="partial_workers")
    found = snapshot.employers_found(EVERYTHING, sought, order="people", limit=1)[0]
    return found["employer_id"]


@pytest.fixture
def examiner(person):
    """An examiner of the branch."""
    return person("examiner", OWNER)


@pytest.fixture
def case(examiner, number):
    """A case that the examiner opened from a finding, through the page."""
    given = {"codes": ["partial_workers"]}
    answer = examiner.post(reverse("cases.open", args=[number]), given)
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    return seen_by("examiner").get()


@pytest.fixture
def warned(examiner, case):
    """The same case after a first warning."""
    step = reverse("cases.step", args=[case.pk, "warning_1"])
    answer = examiner.post(step, {"taken_on": today(), "ends_on": today(14)})
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    return case


@pytest.fixture
def code(examiner, warned):
    """The code of a link for the employer's answer."""
    answer = examiner.post(reverse("cases.link", args=[warned.pk]))
    return OWNED.search(answer.content.decode()).group(1)


def today(days=0):
    """Give a day as a form writes it."""
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def enter(role):
    """Let the database show what somebody's institution sees."""
    user = User.objects.get(email=f"{role}@contoh.id")
    scope.tell(user.pk, None, every=False)
    held = scope.open_appointments(user, timezone.localdate()).get()
    scope.enter(scope.of_appointment(held))


def seen_by(role):
    """Give the cases that row-level security shows somebody."""
    enter(role)
    return Case.objects.all()


def text(client, name, *args, status=HTTPStatus.OK):
    """Read a page, which must answer with a status."""
    answer = client.get(reverse(name, args=args))
    assert answer.status_code == status, (name, answer.status_code)
    return answer.content.decode()


def answered(code, **given):
    """Send an answer by the link, as somebody without an account."""
    form = {"sender_name": "Direktur rekaan", "text": "Sudah kami daftarkan.", **given}
    return Client().post(reverse("reply", args=[code]), form)


def test_a_finding_becomes_a_case_with_its_evidence_frozen(examiner, case, number):
    page = text(examiner, "cases.one", case.pk)
    assert case.name in page
    assert "SHA-256" in page
    assert "Teguran tertulis pertama" in page
    assert str(case.number) in text(examiner, "employers.one", number)
    again = examiner.post(
        reverse("cases.open", args=[number]),
        {"codes": ["partial_workers"]},
    )
    assert again.status_code == HTTPStatus.UNPROCESSABLE_ENTITY or (
        "sudah menjadi kasus" in again.content.decode()
    )
    assert seen_by("examiner").count() == 1


def test_a_step_leads_to_its_letter_and_stands_with_its_term(examiner, warned):
    held = warned.steps.get()
    letter = reverse("cases.letter", args=[warned.pk, held.pk])
    answer = examiner.post(letter, {"asked": "mendaftarkan semua pekerja"})
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    page = text(examiner, "cases.one", warned.pk)
    assert 'aria-current="step"' in page
    assert "Berlaku sampai" in page
    assert "TGR/" in page


def test_a_letter_names_what_follows_and_the_data_it_rests_on(examiner, warned):
    letter = reverse("cases.letter", args=[warned.pk, warned.steps.get().pk])
    examiner.post(letter, {"asked": "mendaftarkan semua pekerja", "annex": "on"})
    enter("examiner")
    kept = Letter.objects.get(about_id=warned.pk)
    said = papers.read(kept.institution_id, kept.content_sha256).decode()
    assert "Teguran tertulis kedua" in said
    assert "menurut data " in said
    assert "sejak " not in said
    assert "{said}" not in said
    (found,) = warned.findings.all()
    (annex,) = json.loads(said)["annexes"]
    assert 0 < len(annex["blocks"][0]["rows"]) <= found.people


def test_a_step_that_is_not_open_has_no_page_and_an_early_one_asks_why(
    examiner, warned
):
    text(examiner, "cases.step", warned.pk, "tmp2t", status=HTTPStatus.NOT_FOUND)
    step = reverse("cases.step", args=[warned.pk, "warning_2"])
    answer = examiner.post(step, {"taken_on": today(), "ends_on": today(14)})
    assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert warned.steps.count() == 1


def test_a_term_without_a_length_in_the_law_asks_the_officer_for_its_last_day():
    given = {"taken_on": today()}
    asked = {"today": timezone.localdate(), "ends_on": None, "asks_reason": ""}
    assert "ends_on" in StepForm(given, asks_end=True, **asked).errors
    assert StepForm(given, asks_end=False, **asked).is_valid()
    told = StepForm({**given, "ends_on": today(7)}, asks_end=True, **asked)
    assert told.is_valid(), told.errors
    assert names_end("arrears_letter_1")
    assert not names_end("prosecutor_summons")


def test_a_mandate_proposes_the_class_of_what_was_found(examiner, warned):
    enter("examiner")
    today = timezone.localdate()
    assert mandates.proposed(warned, today)["category"] == "PDS_TENAGA_KERJA"


def test_a_mandate_that_the_rules_do_not_allow_yet_has_no_form(examiner, warned):
    address = reverse("cases.mandate", args=[warned.pk, "non_litigation"])
    page = examiner.get(address, follow=True)
    assert page.redirect_chain == [(reverse("cases.one", args=[warned.pk]), 302)]
    said = [str(one).lower() for one in page.context["messages"]]
    assert any("surat kuasa" in one for one in said)


def test_an_answer_by_the_link_waits_until_it_was_considered(examiner, warned, code):
    answer = answered(code, papers=SimpleUploadedFile("upah.csv", b"a,b\n1,2\n"))
    assert "Jawaban diterima" in answer.content.decode()
    page = text(examiner, "cases.one", warned.pk)
    assert "belum dipertimbangkan" in page
    assert "upah.csv" in page
    text(examiner, "cases.step", warned.pk, "warning_2", status=HTTPStatus.NOT_FOUND)
    enter("examiner")
    consider = reverse("cases.consider", args=[warned.pk, Reply.objects.get().pk])
    assert examiner.post(consider, {"consideration": ""}).status_code == 422
    done = examiner.post(consider, {"consideration": "Benar sebagian."})
    assert done.status_code == HTTPStatus.FOUND
    page = text(examiner, "cases.one", warned.pk)
    assert "Benar sebagian." in page
    assert "Berlaku sampai" in page  # the term of the warning runs on


def test_a_code_that_does_not_hold_says_nothing_of_the_case(examiner, warned, code):
    enter("examiner")
    link = UploadLink.objects.get()
    wrong = text(Client(), "reply", "x" * 32, status=HTTPStatus.NOT_FOUND)
    enter("examiner")
    link.expires_at = timezone.now() - timedelta(seconds=1)
    link.save()
    expired = text(Client(), "reply", code, status=HTTPStatus.NOT_FOUND)
    enter("examiner")
    link.expires_at = timezone.now() + timedelta(days=1)
    link.save()
    examiner.post(reverse("cases.revoke", args=[warned.pk, link.pk]))
    revoked = text(Client(), "reply", code, status=HTTPStatus.NOT_FOUND)
    assert answered(code).status_code == HTTPStatus.NOT_FOUND
    own = re.compile(r'value="[^"]*"|/jawab/[\w-]+')  # tokens, and the address itself
    texts = {own.sub("", one) for one in (wrong, expired, revoked)}
    assert len(texts) == 1
    assert warned.name not in wrong


def test_the_open_page_names_no_worker_and_no_finding(warned, code):
    answer = Client().get(reverse("reply", args=[code]))
    page = answer.content.decode()
    assert warned.name in page
    assert "PDS" not in page
    assert "noindex" in answer["X-Robots-Tag"]
    assert "no-store" in answer["Cache-Control"]


def test_a_link_says_the_day_it_is_stamped_with_also_in_a_story(warned, code, settings):
    enter("examiner")
    until = timezone.localtime(UploadLink.objects.get().expires_at)
    settings.STORY_DAY = date(2025, 1, 15)
    page = Client().get(reverse("reply", args=[code])).content.decode()
    assert date_format(until, "j F Y, H.i") in page


def test_what_pretends_to_be_a_paper_is_refused_and_nothing_kept(code):
    for name, content in (("a.pdf", b"MZ\x90"), ("a.png", SCRIPT.encode())):
        answer = answered(code, papers=SimpleUploadedFile(name, content))
        assert answer.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    enter("examiner")
    assert not Reply.objects.exists()


def test_a_forged_form_is_refused_before_anything_is_kept(code):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post(reverse("reply", args=[code]), {"text": "palsu"})
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_whoever_tries_codes_is_stopped(warned, code):
    visitor = Client(REMOTE_ADDR="203.0.113.77")
    found = [visitor.get(f"/jawab/salah{at}").status_code for at in range(MOST + 2)]
    assert found[-1] == HTTPStatus.TOO_MANY_REQUESTS


def test_names_and_texts_of_strangers_are_shown_as_text(examiner, warned, code):
    paper = SimpleUploadedFile("<img src=x>.pdf", PDF)
    answered(code, text=SCRIPT, sender_name=SCRIPT, papers=paper)
    page = text(examiner, "cases.one", warned.pk)
    assert SCRIPT not in page
    assert "<img src=x>" not in page


def test_a_paper_is_saved_only_and_by_whoever_sees_the_case(
    examiner, warned, code, person
):
    answered(code, papers=SimpleUploadedFile("bukti.pdf", PDF))
    enter("examiner")
    address = reverse("cases.paper", args=[warned.pk, Paper.objects.get().pk])
    answer = examiner.get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert b"".join(answer.streaming_content) == PDF
    assert person("inspector").get(address).status_code == HTTPStatus.NOT_FOUND


def test_another_institution_finds_no_page_of_a_case(warned, person):
    stranger = person("inspector")
    held = warned.steps.get()
    for name, args in (
        ("cases.one", [warned.pk]),
        ("cases.step", [warned.pk, "nota_1"]),
        ("cases.withdraw", [warned.pk, held.pk]),
        ("cases.reply", [warned.pk]),
        ("cases.hand_over", [warned.pk]),
        ("cases.close", [warned.pk]),
        ("cases.remark", [warned.pk]),
        ("cases.preview", [warned.pk, "nota_1"]),
    ):
        found = stranger.get(reverse(name, args=args)).status_code
        assert found in (HTTPStatus.NOT_FOUND, HTTPStatus.FORBIDDEN), name
    for name in ("cases.settle", "cases.link"):
        found = stranger.post(reverse(name, args=[warned.pk])).status_code
        assert found == HTTPStatus.NOT_FOUND, name
    assert warned.name not in text(stranger, "cases.list")


def test_a_case_is_read_before_it_is_taken_and_not_after_it_was_rejected(
    examiner, warned, person
):
    inspector = person("inspector")
    to = Institution.objects.get(code="contoh-inspectorate")
    send = reverse("cases.hand_over", args=[warned.pk])
    given = {"kind": "report", "to": to.pk, "message": "Mohon diperiksa."}
    too_early = examiner.post(send, given)
    assert too_early.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert "harus didahului" in too_early.content.decode()
    given["kind"] = "join"
    assert examiner.post(send, given).status_code == HTTPStatus.FOUND
    assert warned.name in text(inspector, "cases")
    assert "Mohon diperiksa." in text(inspector, "cases.one", warned.pk)
    enter("inspector")
    sent = warned.hand_overs.get()
    decide = reverse("cases.decide", args=[warned.pk, sent.pk])
    assert inspector.post(decide, {"answer": "reject"}).status_code == 422
    done = inspector.post(decide, {"answer": "reject", "reason": "Belum lengkap."})
    assert done.status_code == HTTPStatus.FOUND
    text(inspector, "cases.one", warned.pk, status=HTTPStatus.NOT_FOUND)
    assert "Belum lengkap." in text(examiner, "cases.one", warned.pk)


def test_a_report_taken_but_not_sent_says_so_until_it_is_sent(examiner, warned, person):
    person("inspector")
    to = Institution.objects.get(code="contoh-inspectorate")
    enter("examiner")
    by = scope.of_appointment(
        scope.open_appointments(
            User.objects.get(email="examiner@contoh.id"), timezone.localdate()
        ).get()
    )
    day = timezone.localdate()
    for code in ("warning_2", "fine", "tmp2t_request", "inspector_report"):
        StepTaken.objects.create(
            institution_id=by.institution_id,
            case=warned,
            step=code,
            track=warned.track,
            taken_on=day,
        )
    page = text(examiner, "cases.one", warned.pk)
    assert "belum dikirim: laporan kepada pengawas" in page
    send = reverse("cases.hand_over", args=[warned.pk])
    form = examiner.get(f"{send}?untuk=report").content.decode()
    assert "kasusnya tinggal dikirim" in form
    assert re.search(r'value="report"[^>]*checked', form)
    assert examiner.post(send, {"kind": "report", "to": to.pk}).status_code == 302
    enter("examiner")
    assert warned.steps.filter(step="inspector_report").count() == 1
    left = text(examiner, "cases.one", warned.pk)
    assert "belum dikirim: laporan kepada pengawas" not in left


def test_what_is_found_later_and_papers_are_added_and_a_step_ends(examiner, warned):
    add = reverse("cases.finding", args=[warned.pk])
    found = {
        "how": "visit",
        "code": "underreported_wage",
        "people": "4",
        "sentence": "Daftar upah menyebut upah lebih tinggi.",
    }
    refused = examiner.post(add, found | {"sentence": "NIK 1604010101909001"})
    assert refused.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    assert examiner.post(add, found).status_code == HTTPStatus.FOUND
    assert "contributions_in_arrears" not in examiner.get(add).content.decode()
    paper = SimpleUploadedFile("upah.csv", b"a,b\n1,2\n", "text/csv")
    kept = examiner.post(
        reverse("cases.papers", args=[warned.pk]), {"kind": "payroll", "papers": paper}
    )
    assert kept.status_code == HTTPStatus.FOUND
    enter("examiner")
    held = warned.steps.get()
    end = reverse("cases.end_step", args=[warned.pk, held.pk])
    wrong = examiner.post(end, {"verb": "comply", "on": today(-3)})
    assert "mendahului langkahnya" in wrong.content.decode()
    assert examiner.post(end, {"verb": "comply", "on": today()}).status_code == 302
    page = text(examiner, "cases.one", warned.pk)
    assert "Daftar upah menyebut" in page
    assert "upah.csv" in page
    enter("examiner")
    held.refresh_from_db()
    assert held.state == "complied"


def test_a_case_is_given_to_a_colleague_and_to_nobody_else(examiner, warned, person):
    person("inspector")
    page = text(examiner, "cases.officer", warned.pk)
    stranger = User.objects.get(email="inspector@contoh.id")
    mine = User.objects.get(email="examiner@contoh.id")
    assert f'value="{mine.pk}"' in page
    assert f'value="{stranger.pk}"' not in page
    give = reverse("cases.officer", args=[warned.pk])
    assert examiner.post(give, {"officer": stranger.pk}).status_code == 422
    assert examiner.post(give, {"officer": ""}).status_code == HTTPStatus.FOUND
    enter("examiner")
    warned.refresh_from_db()
    assert warned.officer_id is None


def test_whoever_only_sees_cases_takes_no_step(warned, person):
    reader = person("account_representative", OWNER)
    page = text(reader, "cases.one", warned.pk)
    assert "Ambil langkah" not in page
    answer = reader.get(reverse("cases.step", args=[warned.pk, "warning_2"]))
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_a_case_found_outside_is_opened_by_hand(examiner):
    given = {
        "name": "CV Rekaan Jaya",
        "kind": "company",
        "region": "16.04.01",
        "track": "registration_and_data",
        "how": "visit",
        "code": "unregistered_employer",
        "people": "7",
        "sentence": "Tujuh orang bekerja tanpa pendaftaran.",
    }
    answer = examiner.post(reverse("cases.by_hand"), given)
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    assert "CV Rekaan Jaya" in text(examiner, "cases.list")
    elsewhere = examiner.post(reverse("cases.by_hand"), {**given, "region": "16.05.01"})
    assert elsewhere.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


def test_the_list_is_filtered_and_taken_away(examiner, warned):
    address = reverse("cases.list")
    assert warned.name in examiner.get(f"{address}?tahap=warning_1").content.decode()
    other = examiner.get(f"{address}?jalur=arrears").content.decode()
    assert "Tidak ada kasus yang cocok" in other
    taken = examiner.get(f"{address}?unduh=csv")
    assert warned.number in taken.getvalue().decode("utf-8-sig")


@pytest.mark.parametrize("name", ["cases", "cases.list"])
def test_pages_of_many_cases_ask_little(examiner, warned, name):
    examiner.get(reverse(name))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        examiner.get(reverse(name))
    assert len(asked) <= MOST_SQL + OF_THE_FRAME, [one["sql"][:120] for one in asked]


def test_one_case_with_its_answer_is_read_in_few_statements(examiner, warned, code):
    answered(code)
    address = reverse("cases.one", args=[warned.pk])
    examiner.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert examiner.get(address).status_code == HTTPStatus.OK
    read = [one["sql"][:120] for one in asked if one["sql"].startswith("SELECT")]
    assert len(read) <= MOST_SQL + OF_THE_FRAME, read
