"""A verdict's whole way: from the page into a run of the office and back to the page."""

from pathlib import Path

import duckdb
import pytest
from django.conf import settings as office_settings
from django.urls import reverse
from tests.functional.office.conftest import appointed
from tests.functional.office.intake.test_withdrawal import Unwatched, do_runs, send
from tests.functional.office.uncertain_world import KPJ, REGION, SITI, write

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Appointment, Institution
from naungan.casework.intake import actions, workers
from naungan.casework.intake.models import Run
from naungan.casework.intake.running import region
from naungan.casework.review.models import Verdict
from naungan.office.home import Home


pytestmark = pytest.mark.django_db
KINDS = {"workers": "desa.csv", "members": "peserta.csv"}


@pytest.fixture
def everyone(founder):
    """Let the test itself see every row, also after a request told another scope."""

    def see():
        scope.enter(scope.of_appointment(founder))

    return see


@pytest.fixture
def officer(founder, settings, tmp_path, monkeypatch, everyone):
    """Send the district's files as a branch would; give somebody of it who decides."""
    monkeypatch.setattr(region, "Watch", Unwatched)
    monkeypatch.setattr(region, "lacks_members", lambda *_: False)
    home = Home(tmp_path / "kantor")
    home.make()
    settings.HOME = home
    held, client = appointed("membership_head", "satu", "satu@contoh.id", "bpjs_branch")
    Institution.objects.filter(pk=held.institution_id).update(region_code=REGION)
    held.refresh_from_db()
    sender = scope.of_appointment(held)
    write(tmp_path / "berkas")
    for kind, name in KINDS.items():
        text = (tmp_path / "berkas" / name).read_text(encoding="utf-8")
        everyone()
        send(sender, name, kind, text, home)
    do_runs()
    return client


def linked(folder):
    """Give the person, the band and the method of the membership in a snapshot."""
    path = Path(office_settings.HOME.snapshots) / folder / "links.parquet"
    query = f"SELECT person_id, band, method FROM '{path}' WHERE kpj = ?"
    [found] = duckdb.sql(query, params=[KPJ]).fetchall()
    return found


def test_a_run_asked_for_on_the_page_reads_the_verdict_and_forgets_an_undone_one(
    officer, everyone
):
    listed = officer.get(reverse("review")).content.decode()
    assert SITI["name"] in listed
    everyone()
    before = do_runs()
    number, band, _ = linked(before)
    assert band == "review"
    pair = reverse("review.person", args=[number, KPJ])
    officer.post(pair, {"kind": "same_person"})
    officer.post(reverse("review.run"))
    everyone()
    assert Run.objects.filter(cause="review", state="queued").count() == 1
    decided = do_runs()
    assert decided != before
    assert linked(decided) == (number, "linked", "decided")
    assert SITI["name"] not in officer.get(reverse("review")).content.decode()
    everyone()
    verdict = Verdict.objects.get()
    officer.post(reverse("review.undo", args=[verdict.pk]))
    officer.post(reverse("review.run"))
    everyone()
    assert linked(do_runs())[1] == "review"
    assert SITI["name"] in officer.get(reverse("review")).content.decode()


def test_a_withdrawal_says_which_verdicts_count_since_the_same_files(
    officer, everyone, tmp_path
):
    everyone()
    number, _, _ = linked(do_runs())
    pair = reverse("review.person", args=[number, KPJ])
    officer.post(pair, {"kind": "same_person"})
    everyone()
    sender = scope.of_appointment(Appointment.objects.get(role="membership_head"))
    text = (tmp_path / "berkas" / KINDS["members"]).read_text(encoding="utf-8")
    head, first, *_ = text.splitlines(keepends=True)
    more = send(sender, "lagi.csv", "members", head + first, office_settings.HOME)
    do_runs()
    shown = run_page(officer)
    assert "1 putusan antrian tinjau dihitung untuk pertama kali." in shown
    assert f'href="{reverse("workers.person", args=[number])}"' in shown
    assert "Orang yang sama" in shown
    assert "lagi.csv" in shown
    with pytest.MonkeyPatch.context() as hidden:
        hidden.setattr(workers, "among", lambda *_: {})
        shown = run_page(officer)
    assert "Orang yang tidak tampak bagi Anda" in shown
    assert KPJ not in shown
    everyone()
    scope.enter(sender)
    actions.withdraw(by=sender, batch=more, reason="salah kirim")
    everyone()
    do_runs()
    shown = run_page(officer)
    assert "Berkasnya sama dengan proses ke-1;" in shown
    assert "1 putusan antrian tinjau dihitung untuk pertama kali." in shown
    assert "tidak dipakai lagi" in shown


def run_page(client):
    """Show the newest run."""
    scope.tell(None, None, every=True)
    newest = Run.objects.order_by("pk").last()
    return client.get(reverse("incoming.run", args=[newest.pk])).content.decode()
