"""The book of promises on pages: written, measured, claimed, contradicted, ended."""

from datetime import date
from http import HTTPStatus

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from tests.functional.office.conftest import desk

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.audit.models import Act
from naungan.casework.commitments.actions import following, promising
from naungan.casework.commitments.actions.promising import Said
from naungan.casework.commitments.indicator import all_indicators
from naungan.casework.commitments.models import Commitment, Evidence
from naungan.casework.coordination.models import Event
from naungan.casework.intake import door, employers
from naungan.casework.intake.employers import Sought
from naungan.web.pages.promises import evidence
from naungan.web.pages.promises.views import PAGE


pytestmark = pytest.mark.django_db
MOST_QUERIES = 24  # the page's own are twelve; the others are the frame's
URLS = PAGE.urls
REFUSED = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)
MET_ON, DUE = date(2026, 9, 14), date(2026, 10, 1)
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"


@pytest.fixture
def branch(founder):
    return desk("branch_head", "bpjs_branch", "cabang")


@pytest.fixture
def agency(founder):
    return desk("agency_head", "dpmd", "dpmd")


@pytest.fixture
def met(branch, agency):
    """Make a meeting of the branch, with the agency at the table."""
    scope.enter(branch[0])
    return Event.objects.create(
        institution_id=branch[0].institution_id,
        title="Rapat kepatuhan rekaan",
        kinds=["rapat_kepatuhan"],
        region_code="16.04",
        held_on=MET_ON,
        certainty="printed",
        sort_on=MET_ON,
        state="held",
        parties=[agency[0].institution_id],
        made_by_id=branch[0].user_id,
    )


@pytest.fixture
def promised(branch, agency, met):
    """Promise in the meeting, as the branch."""

    def make(what="Menyurati tiga desa", **said):
        scope.enter(branch[0])
        owner = Institution.objects.get(pk=agency[0].institution_id)
        given = {"owner_institution": owner, "due_on": DUE, **said}
        return promising.promise(
            by=branch[0],
            event=met,
            said=Said(what=what, promised_on=MET_ON, **given),
            today=date(2026, 11, 2),
        )

    return make


def read(client, name, *arguments, **asked):
    answer = client.get(reverse(name, args=arguments), asked)
    assert answer.status_code == HTTPStatus.OK
    return answer.content.decode()


def sent(client, name, *arguments, **given):
    return client.post(reverse(name, args=arguments), given, follow=True)


def test_a_promise_is_written_gets_its_figure_and_stands_in_the_book(branch, met):
    _, client = branch
    answer = client.post(
        f"{reverse('promises.add')}?rapat={met.pk}",
        {"what": "Menyurati tiga desa", "promised_on": "2026-09-14"},
        follow=True,
    )
    scope.enter(branch[0])
    made = Commitment.objects.get()
    assert made.event == met
    assert answer.redirect_chain[-1][0] == reverse("promises.figures", args=[made.pk])
    assert "Surat yang dikirim" in answer.content.decode()
    empty = sent(client, "promises.figure", made.pk, "letters_sent", reason="")
    assert empty.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
    told = sent(client, "promises.figure", made.pk, "letters_sent", target="3")
    assert "Data menyatakan 0 surat" in told.content.decode()
    scope.enter(branch[0])
    made.refresh_from_db()
    assert (made.indicator, made.target, made.value) == ("letters_sent", 3, 0)
    assert "Menyurati tiga desa" in read(client, "promises")


def test_the_owner_claims_and_its_page_shows_the_contradiction(
    branch, agency, promised
):
    one = promised(indicator="letters_sent", target=3)
    _, client = agency
    given = {"status": "done", "value": "3", "claimed_on": "2026-11-01"}
    shown = sent(client, "promises.claim", one.pk, **given).content.decode()
    assert "Klaim bertentangan dengan data" in shown
    assert "3 surat · selesai" in shown
    assert "Bertentangan" in read(client, "promises", tampil="bertentangan")
    told = read(client, "promises.message", one.pk)
    assert "Menyurati tiga desa" in told
    answer = client.get(reverse("promises.change", args=[one.pk]))
    assert answer.status_code == HTTPStatus.NOT_FOUND, "the keeper's alone"


def test_evidence_is_taken_in_and_given_out_as_a_file(branch, promised):
    one = promised()
    _, client = branch
    paper = SimpleUploadedFile("notulen.pdf", PDF, "application/pdf")
    sent(client, "promises.show", one.pk, text="Notulen", papers=paper)
    scope.enter(branch[0])
    kept = Evidence.objects.get()
    assert kept.paper_name == "notulen.pdf"
    answer = client.get(reverse("promises.evidence", args=[one.pk, kept.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert b"".join(answer.streaming_content) == PDF
    gone = client.get(reverse("promises.evidence", args=[one.pk + 1, kept.pk]))
    assert gone.status_code == HTTPStatus.NOT_FOUND


def test_a_promise_is_changed_worked_on_kept_and_reopened(branch, promised):
    one = promised()
    _, client = branch
    first = {"what": one.what, "promised_on": "2026-09-14", "due_on": "2026-12-01"}
    refused = sent(client, "promises.change", one.pk, **first)
    assert "Tulis mengapa" in refused.content.decode()
    sent(client, "promises.change", one.pk, **first, reason="Libur panjang")
    assert "semula 1 Okt 2026" in read(client, "promises.one", one.pk)
    sent(client, "promises.activity", one.pk, what="Mencetak surat")
    scope.enter(branch[0])
    work = one.activitys.get()
    sent(client, "promises.move", one.pk, work.pk, "dikerjakan")
    sent(client, "promises.keep", one.pk, text="Semua terkirim")
    scope.enter(branch[0])
    one.refresh_from_db()
    work.refresh_from_db()
    assert (one.state, work.state) == ("kept", "done")
    sent(client, "promises.reopen", one.pk, text="")
    given = {**first, "what": "Menyurati dua desa", "text": "Terlalu banyak"}
    sent(client, "promises.replace", one.pk, **given)
    scope.enter(branch[0])
    one.refresh_from_db()
    assert one.replaced_by.what == "Menyurati dua desa"
    sent(client, "promises.abandon", one.replaced_by_id, text="Batal")
    assert "Tidak dilanjutkan" in read(client, "promises", tampil="berhenti")


def test_reading_the_data_again_says_whether_anything_is_new(branch, promised):
    one = promised(indicator="letters_sent", target=3)
    _, client = branch
    told = sent(client, "promises.measure", one.pk).content.decode()
    assert "Angkanya masih sama" in told
    without = promised("Tanpa ukuran")
    told = sent(client, "promises.measure", without.pk).content.decode()
    assert "tidak diukur dari data" in told


def test_whoever_is_waited_for_is_told(branch, agency, promised):
    one = promised(due_on=date(2099, 1, 1))
    assert "Menunggu lembaga Anda" not in read(branch[1], "promises")
    scope.enter(agency[0])
    following.claim(
        by=agency[0],
        commitment=one,
        claimed_on=MET_ON,
        status="waiting",
        waits_on=Institution.objects.get(pk=branch[0].institution_id),
        today=date(2026, 11, 2),
    )
    assert "Menunggu lembaga Anda" in read(branch[1], "promises")
    assert "Janji ini menunggu lembaga Anda" in read(branch[1], "promises.one", one.pk)
    home = read(branch[1], "home")
    assert "1 janji menunggu lembaga Anda" in home
    opened = reverse("promises") + "?tampil=menunggu"
    assert f'href="{opened}"' in home
    shown = branch[1].get(opened).content.decode()
    assert shown.count(f'href="{reverse("promises.one", args=[one.pk])}"') >= 1
    assert 'Menunggu lembaga Anda <span class="number">1</span>' in shown
    assert "Menunggu lembaga Anda" not in read(agency[1], "promises")


def test_an_institution_has_a_page_of_what_it_owes_and_what_waits_on_it(
    branch, agency, promised
):
    promised(indicator="letters_sent", target=3)
    _, client = branch
    shown = read(client, "promises.institution", agency[0].institution_id)
    assert "Menyurati tiga desa" in shown
    assert "Lewat" in shown
    assert "DPMD" in read(client, "promises").upper()


def test_a_year_is_read_without_a_figure_that_anybody_typed(branch, promised):
    promised(indicator="letters_sent", target=3)
    _, client = branch
    shown = read(client, "promises.year", tahun="2026", wilayah="16.04")
    assert "Surat yang dikirim" in shown
    assert "Klaim bertentangan" in shown
    assert "Evaluasi tahun 2026" in shown
    odd = read(client, "promises.year", tahun="9" * 30, wilayah="tidak ada")
    assert "Evaluasi tahun" in odd
    assert "Angka" in read(client, "promises.effects")


@pytest.mark.parametrize("name", ["promises", "promises.year"])
def test_tables_are_taken_away_as_files(branch, promised, name):
    promised(indicator="letters_sent", target=3)
    _, client = branch
    answer = client.get(reverse(name), {"unduh": "csv"})
    assert answer.status_code == HTTPStatus.OK
    assert "Surat yang dikirim" in answer.content.decode()


def test_a_figure_is_narrowed_to_employers_by_their_codes(published, branch, promised):
    reach, client = branch
    scope.enter(reach)
    publication = door.newest("16.04")
    rows = employers.found(
        publication, reach, Sought(), order="score", limit=20, offset=0
    )
    known = [employers.employer(publication, reach, row["employer_id"]) for row in rows]
    row = next(row for row in known if row["npp"])
    one = promised(region_code="16.04")
    asked = ("promises.figure", one.pk, "open_findings")
    strange = sent(client, *asked, target="0", employers="TIDAK-ADA")
    assert "Tidak dikenal pada potret terbit: TIDAK-ADA" in strange.content.decode()
    told = sent(client, *asked, target="0", employers=f"{row['npp']}\n#7")
    assert "Data menyatakan 1 pemberi kerja" in told.content.decode()
    scope.enter(reach)
    one.refresh_from_db()
    assert one.extent == {"employers": [7, row["employer_id"]]}
    again = read(client, *asked)
    assert row["npp"] in again
    assert "#7" in again


@pytest.fixture
def stranger(founder):
    """Sit at the desk of an agency that is in no meeting."""
    return desk("agency_head", "dinsos", "dinsos")[1]


def test_a_stranger_opens_and_changes_nothing_of_a_promise(
    stranger, branch, agency, promised
):
    one = promised(indicator="letters_sent", target=3)
    work = following.add_activity(by=branch[0], commitment=one, what="Cetak")
    shown = following.show(by=branch[0], commitment=one, text="Notulen")
    given = {"number": one.pk, "taken": work.pk, "paper": shown.pk}
    given |= {"code": "letters_sent", "verb": "dikerjakan"}
    form = {"what": "x", "promised_on": "2026-09-14", "reason": "x", "text": "x"}
    form |= {"status": "done", "claimed_on": "2026-11-01", "target": "9"}
    before = (Act.objects.count(), Commitment.objects.values().get())
    for route in URLS:
        names = route.pattern.converters
        if "number" not in names or route.name == "promises.institution":
            continue
        address = reverse(route.name, kwargs={name: given[name] for name in names})
        for answer in (stranger.get(address), stranger.post(address, form)):
            assert answer.status_code in REFUSED, route.name
    scope.enter(branch[0])
    assert (Act.objects.count(), Commitment.objects.values().get()) == before
    assert "Menyurati tiga desa" not in read(stranger, "promises")
    owner = agency[0].institution_id
    assert "Menyurati tiga desa" not in read(stranger, "promises.institution", owner)


def test_a_book_of_many_promises_asks_no_more_than_one_of_few(
    branch, promised, django_assert_max_num_queries
):
    _, client = branch
    for number in range(12):
        promised(f"Janji {number}", indicator="letters_sent", target=3)
    one = promised("Janji terakhir", indicator="letters_sent", target=3)
    read(client, "promises")  # what is kept by the process is kept now
    with django_assert_max_num_queries(MOST_QUERIES):
        read(client, "promises")
    with django_assert_max_num_queries(MOST_QUERIES):
        read(client, "promises.one", one.pk)


@pytest.mark.parametrize("code", sorted(all_indicators()))
def test_the_figure_of_every_indicator_can_be_asked_for_and_opened(
    branch, agency, promised, code
):
    """Its page opens for whoever finds there the rows that were counted."""
    known = all_indicators()[code]
    assert known.evidence in evidence.PAGES
    one = promised()
    one.indicator, one.reads_as_id = code, branch[0].institution_id
    scope_of, client = branch
    assert evidence.address(scope_of, one) or known.holders
    is_open_to_all = known.of_snapshot or known.evidence in evidence.OF_ALL
    assert is_open_to_all or not evidence.address(agency[0], one)
    assert known.label in read(client, "promises.figure", one.pk, code)
