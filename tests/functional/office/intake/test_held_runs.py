"""A members file of a wrong month is held, seen with its numbers, and decided about."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.functional.office.intake.test_withdrawal import Unwatched
from tests.functional.office.processes import desk

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.intake.models import Batch, Publication, Run
from naungan.casework.intake.running import region, trial
from naungan.office.home import Home


pytestmark = pytest.mark.django_db
FEW = "[people]\nmost = 10\n"
WORKERS = desk.people(30)


def members(paid):
    """Write who of them is a member, paid until a month."""
    head = "No Kartu,NIK,Nama,Tanggal Lahir,JK,Kepesertaan,Program,Iuran Terakhir,"
    rows = [row.split(",") for row in WORKERS.splitlines()[1:]]
    return f"{head}Status Kepesertaan\n" + "".join(
        f"2600000{at:04},{nik},{name},{born},L,BPU,JKK+JKM,{paid},AKTIF\n"
        for at, (nik, name, born, *_) in enumerate(rows)
    )


@pytest.fixture
def office(person, founder, settings, tmp_path, monkeypatch):
    """A branch whose sender and head are two, with bounds for a world of three."""
    monkeypatch.setattr(region, "Watch", Unwatched)
    monkeypatch.setattr(region, "lacks_members", lambda *_: False)
    settings.HOME = Home(tmp_path / "kantor")
    settings.HOME.make()
    (settings.HOME.path / "bounds.toml").write_text(FEW)
    sender, head = person("examiner", "cabang"), person("branch_head", "cabang")
    elsewhere = person("agency_officer", "dinas")
    scope.enter(scope.of_appointment(founder))
    Institution.objects.filter(code="cabang").update(needs_approval=True)
    return sender, head, elsewhere


def approved(sender, head, kind, text, month):
    """Send a file, try it out, and let the head approve it; give its run, done."""
    given = {
        "documents": [SimpleUploadedFile(f"{kind}-{month[:2]}.csv", text.encode())]
    }
    rest = {"kind": kind, "region": "16.04", "month": month, "whole": "1"}
    to = sender.post("/data-masuk/unggah", {**given, **rest, "mode": "replace"}).url
    form = sender.get(to).context["form"]
    sender.post(to, {name: field.initial or "" for name, field in form.fields.items()})
    scope.tell(None, None, every=True)
    batch = Batch.objects.first()
    trial.carry_out(batch.pk)
    sender.post(f"/data-masuk/{batch.pk}/kirim")
    head.post(f"/data-masuk/{batch.pk}/setujui")
    scope.tell(None, None, every=True)
    return carried_out(Run.objects.get(state="queued"))


def carried_out(run):
    region.carry_out(run.pk)
    run.refresh_from_db()
    return run


@pytest.fixture
def held(office):
    """The run with members paid in January who are said to be those of October."""
    sender, head, _ = office
    assert approved(sender, head, "workers", WORKERS, "05/2026").state == "published"
    assert (
        approved(sender, head, "members", members("2026-05"), "05/2026").state
        == "published"
    )
    return approved(sender, head, "members", members("2026-01"), "10/2026")


def said(client, address):
    return " ".join(client.get(address).content.decode().split())


def test_the_page_shows_what_would_change_and_which_file_did_it(held, office):
    sender, head, elsewhere = office
    assert held.state == "held"
    page = f"/data-masuk/proses/{held.pk}"
    told = said(head, page)
    assert "Ditahan: angka berubah tajam" in told
    assert "turun paling banyak 10 %" in told
    assert "maju paling banyak 3 bulan" in told
    assert "Mei 2026" in told
    assert "Oktober 2026" in told
    assert "members-10.csv" in told
    assert "Terbitkan tetap" in told
    told = said(sender, page)
    assert "Terbitkan tetap" not in told
    assert "Sampai diputus, angka yang tampil tidak berubah" in told
    assert "members-10.csv" not in said(elsewhere, page)
    assert "Ditahan, menunggu keputusan Anda" in said(head, "/data-masuk")
    assert "Ditahan, menunggu keputusan Anda" not in said(sender, "/data-masuk")
    assert Publication.objects.count() == 2


def test_a_region_without_its_last_list_of_members_says_why_nobody_is_covered(office):
    sender, head, _ = office
    approved(sender, head, "workers", WORKERS, "05/2026")
    approved(sender, head, "members", members("2026-05"), "05/2026")
    number = Batch.objects.get(series__kind="members").pk
    head.post(f"/data-masuk/{number}/cabut", {"reason": "salah orang", "sure": "on"})
    scope.tell(None, None, every=True)
    held = carried_out(Run.objects.get(state="queued"))
    assert held.state == "held"
    page = f"/data-masuk/proses/{held.pk}"
    lost = "Daftar peserta terakhir wilayah ini tidak dipakai lagi"
    for address in (page, f"{page}/terbitkan"):
        told = said(head, address)
        assert lost in told
        assert "Unggah daftar yang berlaku" in told
        assert "Daftar pekerja terakhir" not in told


def test_a_held_answer_that_still_has_members_does_not_speak_of_their_absence(
    held, office
):
    _, head, _ = office
    told = said(head, f"/data-masuk/proses/{held.pk}")
    assert "tidak dipakai lagi, dan tidak ada penggantinya" not in told


def test_it_is_published_with_a_reason_and_by_nobody_without(held, office):
    sender, head, _ = office
    page = f"/data-masuk/proses/{held.pk}/terbitkan"
    assert sender.post(page, {"reason": "x"}).status_code == 403
    assert head.post(page, {"reason": " "}).status_code == 422
    assert "turun paling banyak" in said(head, page)
    assert head.post(page, {"reason": "PHK massal"}).status_code == 302
    told = said(head, f"/data-masuk/proses/{held.pk}")
    assert "Ditahan, lalu diterbitkan oleh Rekaan branch_head" in told
    assert "PHK massal" in told
    assert "Cakupan sebelum dan sesudah" in told
    assert head.post(page, {"reason": "lagi"}).status_code == 422
    scope.tell(None, None, every=True)
    assert Publication.objects.count() == 3


def test_it_is_dropped_and_held_again_until_its_file_is_withdrawn(held, office):
    _, head, _ = office
    head.post(f"/data-masuk/proses/{held.pk}/lepaskan")
    told = said(head, f"/data-masuk/proses/{held.pk}")
    assert "Tidak diterbitkan oleh Rekaan branch_head" in told
    assert "sudah disetujui, tetapi belum ada proses" in said(head, "/data-masuk")
    started = head.post("/data-masuk/proses/mulai", {"region": "16.04"})
    scope.tell(None, None, every=True)
    again = carried_out(Run.objects.get(state="queued"))
    assert started.url == f"/data-masuk/proses/{again.pk}"
    assert again.state == "held"
    wrong = again.held["files"][0]["batch"]
    assert "ditahan karena angka berubah tajam" in said(head, f"/data-masuk/{wrong}")
    head.post(f"/data-masuk/{wrong}/cabut", {"reason": "salah bulan", "sure": "on"})
    scope.tell(None, None, every=True)
    after = carried_out(Run.objects.get(state="queued"))
    again.refresh_from_db()
    assert (after.state, again.state) == ("published", "dropped")
    told = said(head, f"/data-masuk/proses/{again.pk}")
    assert "proses yang lebih baru menggantikannya" in told


def test_a_cancelled_run_after_a_withdrawal_says_that_the_figures_still_hold_it(
    held, office
):
    sender, head, _ = office
    head.post(f"/data-masuk/proses/{held.pk}/lepaskan")
    scope.tell(None, None, every=True)
    used = Batch.objects.get(series__kind="workers")
    head.post(f"/data-masuk/{used.pk}/cabut", {"reason": "salah", "sure": "on"})
    scope.tell(None, None, every=True)
    run = Run.objects.get(state="queued")
    head.post(f"/data-masuk/proses/{run.pk}/batalkan")
    for page in ("/data-masuk", f"/data-masuk/{used.pk}"):
        assert "masih memuatnya" in said(sender, page)
    refused = sender.post("/data-masuk/proses/mulai", {"region": "16.05"})
    assert refused.url == "/data-masuk"
