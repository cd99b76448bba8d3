"""What comes out of a run is seen beside what was there, by whoever may see it."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.functional.office.intake.test_withdrawal import Unwatched
from tests.functional.small_world import MEMBERS

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope
from naungan.casework.intake.models import Batch, Run
from naungan.casework.intake.running import region, trial
from naungan.office.home import Home
from naungan.web.pages.incoming.forms import UploadForm


pytestmark = pytest.mark.django_db
FIRST = "Nama,Tanggal Lahir,L/P,Kode Desa\n" + "".join(
    f"Orang Rekaan {chr(65 + at)},{at % 28 + 1:02}-01-1980,L,1604232005\n"
    for at in range(20)
)
SECOND = FIRST + "".join(
    f"Tambahan {chr(65 + at)} Rekaan,{at % 28 + 1:02}-02-1981,P,1604232005\n"
    for at in range(15)
)

WANTS_MEMBERS = region.lacks_members


@pytest.fixture
def office(person, founder, settings, tmp_path, monkeypatch):
    """Give clients of a branch without a second person, in a home of their own."""
    monkeypatch.setattr(region, "Watch", Unwatched)
    monkeypatch.setattr(region, "lacks_members", lambda *_: False)
    settings.HOME = Home(tmp_path / "kantor")
    settings.HOME.make()
    sender = person("examiner", code="cabang-a")
    clerk = person("agency_officer", code="dinas-a")
    scope.enter(scope.of_appointment(founder))
    Institution.objects.filter(code="cabang-a").update(needs_approval=False)
    return sender, clerk


def sent(client, name, text, kind="workers"):
    """Send a list, try it out and put it into use; give its run, carried out."""
    given = {"documents": [SimpleUploadedFile(name, text.encode(), "text/csv")]}
    rest = {"kind": kind, "region": "16.04", "month": "10/2026", "whole": "1"}
    to = client.post("/data-masuk/unggah", {**given, **rest, "mode": "replace"}).url
    form = client.get(to).context["form"]
    client.post(to, {name: field.initial or "" for name, field in form.fields.items()})
    scope.tell(None, None, every=True)
    batch = Batch.objects.first()
    trial.carry_out(batch.pk)
    client.post(f"/data-masuk/{batch.pk}/kirim")
    scope.tell(None, None, every=True)
    run = Run.objects.get(state="queued")
    region.carry_out(run.pk)
    return run


def test_a_run_shows_the_figures_before_and_after_it(office):
    sender, clerk = office
    first = sent(sender, "pertama.csv", FIRST)
    page = sender.get(f"/data-masuk/proses/{first.pk}").content.decode()
    assert "Cakupan sebelum dan sesudah" in page
    assert "pertama.csv" in page
    second = sent(sender, "kedua.csv", SECOND)
    page = sender.get(f"/data-masuk/proses/{second.pk}").content.decode()
    assert '<td class="n">20</td><td class="n">35</td>' in page
    assert "kedua.csv" in page
    gone = r"pertama\.csv</p><span[^>]*>tidak dipakai lagi<"
    assert page.count("pertama.csv") == len(re.findall(gone, page)) == 1
    other = clerk.get(f"/data-masuk/proses/{second.pk}").content.decode()
    assert "kedua.csv" not in other
    assert "Contoh bpjs_branch" in other
    ledger = sender.get("/data-masuk").content.decode()
    assert "terbit" in ledger
    replaced = sender.get("/data-masuk?keadaan=replaced").content.decode()
    assert "pertama.csv" in replaced


def test_the_same_file_twice_is_said_and_stops_no_other(office):
    sender, _ = office
    sent(sender, "pertama.csv", FIRST)
    files = [("pertama.csv", FIRST), ("lain.csv", SECOND)]
    given = {
        "documents": [SimpleUploadedFile(name, text.encode()) for name, text in files],
        "kind": "workers",
        "region": "16.04",
        "month": "10/2026",
    }
    answer = sender.post("/data-masuk/unggah", {**given, "mode": "add", "whole": "1"})
    said = answer.content.decode()
    assert "sama dengan berkas nomor 1" in said
    assert "sudah diterima dan tidak perlu dikirim lagi" in said
    assert "lain.csv" in said


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"month": "kemarin"}, "bukan bulan"),
        ({"region": "16.05"}, "di luar wilayah"),
        ({"region": "Antah Berantah"}, "Tidak ada wilayah"),
        ({}, "Pilih berkas"),
    ],
)
def test_the_form_says_what_is_wrong_with_each_field(given, said):
    reach = Scope(1, 1, 1, "dinas", "16.04", ROLES["agency_officer"].powers)
    asked = {"kind": "", "region": "16.04", "month": "10/2026", "mode": "add", **given}
    form = UploadForm(asked, {}, reach, date(2026, 11, 22))
    assert said in str(form.errors)


def test_without_a_list_of_members_nobody_is_counted_as_unprotected(
    office, monkeypatch
):
    """What nobody knows is no zero: no figure is published until members came."""
    monkeypatch.setattr(region, "lacks_members", WANTS_MEMBERS)
    sender, clerk = office
    first = sent(sender, "pekerja.csv", FIRST)
    first.refresh_from_db()
    assert (first.state, first.publication) == ("awaiting", None)
    file, run = (
        f"/data-masuk/{Batch.objects.get().pk}",
        f"/data-masuk/proses/{first.pk}",
    )
    for at in ("/", "/cakupan", "/data-masuk", file, run):
        page = sender.get(at).content.decode()
        assert "cakupan dihitung begitu ada" in page, at
        assert "0,0" not in page
        assert "dari 20 pekerja" not in page
    assert "cakupan dihitung begitu ada" in clerk.get("/").content.decode()
    second = sent(sender, "peserta.csv", MEMBERS, "members")
    second.refresh_from_db()
    assert (second.state, second.fault) == ("published", "")
    page = sender.get("/cakupan").content.decode()
    assert "cakupan dihitung begitu ada" not in page
    assert "dari 20 pekerja" in page
