"""Incoming data: who sends what, what is refused, and what nobody else can see."""

import io
import zipfile
from http import HTTPStatus
from pathlib import Path

import duckdb
import openpyxl
import pytest
from django.conf import settings as office
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.intake.models import Batch, Run
from naungan.casework.intake.running import trial
from naungan.lib.dates import month_index
from naungan.web import arrival


pytestmark = pytest.mark.django_db
MOST_QUERIES = 12
OCTOBER = month_index(2026, 10)
HEAD = "Nama Lengkap;NIK;Tanggal Lahir;L/P;Desa;Kecamatan\n"
GOOD = "Sari Rekaan;1604014101909001;01-01-1990;P;Arahan;Merapi Timur\n"
BROKEN = ";1604014101909002;01-01-1991;P;Arahan;Merapi Timur\n"
LIST = (HEAD + GOOD + BROKEN).encode()


@pytest.fixture
def sender(person, founder):
    """A clerk of an agency that asks for a second person."""
    client = person("agency_officer", code="dinas-a")
    scope.enter(scope.of_appointment(founder))
    Institution.objects.filter(code="dinas-a").update(needs_approval=True)
    return client


@pytest.fixture
def head(person, sender):
    """The head of the same agency."""
    return person("agency_head", code="dinas-a")


@pytest.fixture
def every(founder):
    """Let the test itself see every institution."""

    def enter():
        scope.tell(None, None, every=True)

    return enter


def send(client, *files, **rest):
    """Send files as the form does."""
    asked = {"kind": "", "region": "16.04", "month": "10/2026", "mode": "replace"}
    carried = [SimpleUploadedFile(*one) for one in files]
    given = {"documents": carried, **asked, **rest, "whole": "1"}
    return client.post("/data-masuk/unggah", given)


def the_batch(every):
    """Give the one file of the ledger."""
    every()
    return Batch.objects.select_related("series").get()


def mapped(client, batch):
    """Confirm the mapping as it is proposed; give the answer."""
    page = client.get(f"/data-masuk/{batch.pk}/pemetaan")
    form = page.context["form"]
    given = {name: field.initial or "" for name, field in form.fields.items()}
    sheet = page.context["heard"].sheet
    return client.post(
        f"/data-masuk/{batch.pk}/pemetaan", {**given, "lembar": sheet or ""}
    )


def tried(client, every, content=LIST, name="daftar.csv"):
    """Send a list, confirm its columns and let the dry run happen."""
    send(client, (name, content, "text/csv"))
    batch = the_batch(every)
    assert mapped(client, batch).url == f"/data-masuk/{batch.pk}"
    trial.carry_out(batch.pk)
    return the_batch(every)


def left_over():
    """Name what lies in the folder of files on their way in."""
    return list((Path(office.HOME.uploads) / "arriving").glob("*"))


def test_nothing_sent_yet_says_the_one_thing_to_do(sender, head):
    assert "Unggah berkas pertama" in sender.get("/data-masuk").content.decode()
    said = head.get("/data-masuk").content.decode()
    assert "menunggu persetujuan Anda" in said
    assert "Unggah berkas pertama" not in said


def test_a_list_is_sent_recognised_mapped_and_tried_out(sender, every):
    answer = send(sender, ("daftar.csv", LIST, "text/csv"))
    batch = the_batch(every)
    assert answer.url == f"/data-masuk/{batch.pk}/pemetaan"
    assert (batch.series.kind, batch.series.region_code) == ("workers", "16.04")
    page = sender.get(answer.url).content.decode()
    assert "NIK (16 DIGIT)" not in page
    assert "1604014101909001" not in page
    batch = tried_again(sender, batch, every)
    assert batch.counts["read"] == 3
    page = sender.get(f"/data-masuk/{batch.pk}").content.decode()
    assert "1 + 1 + 1 =" in page
    assert 'class="wrong-cell bad"' in page
    assert "160401410190" not in page


def tried_again(client, batch, every):
    """Confirm the columns and let the dry run happen."""
    assert mapped(client, batch).status_code == HTTPStatus.FOUND
    trial.carry_out(batch.pk)
    return the_batch(every)


def test_the_workbook_that_comes_back_has_its_wrong_cells_coloured(sender, every):
    risky = ';1604014101909003;01-01-1992;P;=HYPERLINK("http://x");Merapi Timur\n'
    batch = tried(sender, every, LIST + risky.encode())
    answer = sender.get(f"/data-masuk/{batch.pk}/perbaiki")
    assert "perbaiki-daftar.xlsx" in answer["Content-Disposition"]
    book = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    rows = list(book.active.iter_rows())
    assert [cell.value for cell in rows[0]][:3] == [
        "Nama Lengkap",
        "NIK",
        "Tanggal Lahir",
    ]
    assert len(rows) == 3
    assert rows[1][0].fill.fgColor.rgb == "FFF8CBAD"
    assert rows[1][0].comment is not None
    assert rows[1][1].fill.fgColor.rgb != "FFF8CBAD"
    assert {cell.data_type for row in rows for cell in row} <= {"s", "n"}


def test_a_second_person_approves_and_never_the_sender(sender, head, every):
    batch = tried(sender, every)
    sender.post(f"/data-masuk/{batch.pk}/kirim")
    assert the_batch(every).state == "waiting"
    assert sender.post(f"/data-masuk/{batch.pk}/setujui").status_code == 403
    assert "Periksa" in head.get("/data-masuk").content.decode()
    head.post(f"/data-masuk/{batch.pk}/setujui")
    assert the_batch(every).state == "approved"
    page = head.get(f"/data-masuk/{batch.pk}").content.decode()
    assert "sedang berjalan" in page


def test_whoever_may_both_send_and_approve_does_not_approve_their_own(person, every):
    both = person("membership_head", code="cabang-b")
    every()
    Institution.objects.filter(code="cabang-b").update(needs_approval=True)
    batch = tried(both, every)
    both.post(f"/data-masuk/{batch.pk}/kirim")
    page = both.get(f"/data-masuk/{batch.pk}").content.decode()
    assert "/setujui" not in page
    said = both.post(f"/data-masuk/{batch.pk}/setujui", follow=True).content.decode()
    assert "orang kedua" in said
    assert the_batch(every).state == "waiting"


def test_a_refusal_needs_a_reason_and_reaches_the_sender(sender, head, every):
    batch = tried(sender, every)
    sender.post(f"/data-masuk/{batch.pk}/kirim")
    assert head.post(f"/data-masuk/{batch.pk}/tolak", {"reason": ""}).status_code == 422
    head.post(f"/data-masuk/{batch.pk}/tolak", {"reason": "Bulan keliru"})
    assert "Bulan keliru" in sender.get(f"/data-masuk/{batch.pk}").content.decode()


def test_a_withdrawal_says_what_comes_back_before_it_happens(sender, head, every):
    batch = tried(sender, every)
    sender.post(f"/data-masuk/{batch.pk}/kirim")
    head.post(f"/data-masuk/{batch.pk}/setujui")
    page = f"/data-masuk/{batch.pk}/cabut"
    assert "deret ini tanpa isi" in sender.get(page).content.decode()
    assert sender.post(page, {"reason": "Salah desa"}).status_code == 422
    sender.post(page, {"reason": "Salah desa", "sure": "on"})
    assert the_batch(every).state == "withdrawn"


def test_withdrawing_an_addition_says_that_the_earlier_files_stay(sender, head, every):
    first = tried(sender, every)
    sender.post(f"/data-masuk/{first.pk}/kirim")
    head.post(f"/data-masuk/{first.pk}/setujui")
    send(sender, ("dua.csv", LIST + b"\n", "text/csv"), mode="add")
    every()
    added = Batch.objects.exclude(pk=first.pk).get()
    mapped(sender, added)
    trial.carry_out(added.pk)
    sender.post(f"/data-masuk/{added.pk}/kirim")
    head.post(f"/data-masuk/{added.pk}/setujui")
    said = sender.get(f"/data-masuk/{added.pk}/cabut").content.decode()
    assert "tetap dipakai seperti sekarang" in said
    assert "tanpa isi" not in said


def test_what_was_discarded_can_be_picked_up_again(sender, every):
    batch = tried(sender, every)
    sender.post(f"/data-masuk/{batch.pk}/buang")
    assert the_batch(every).state == "discarded"
    sender.post(f"/data-masuk/{batch.pk}/pulihkan")
    assert the_batch(every).state == "received"


def test_a_missing_column_is_summed_up_with_a_link_to_its_field(sender, every):
    send(sender, ("daftar.csv", LIST, "text/csv"))
    batch = the_batch(every)
    page = f"/data-masuk/{batch.pk}/pemetaan"
    answer = sender.post(page, {"kolom-1": "nik"})
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Galat:" in said
    assert 'href="#id_kolom-0"' in said
    assert "nama" in said
    twice = sender.post(page, {"kolom-0": "name", "kolom-1": "name"}).content.decode()
    assert "sudah dipilih" in twice
    assert the_batch(every).state == "received"


def test_the_sender_corrects_of_what_the_file_tells(sender, every):
    send(sender, ("daftar.csv", LIST, "text/csv"))
    batch = the_batch(every)
    page = f"/data-masuk/{batch.pk}/keterangan"
    asked = {"kind": "members", "region": "16.04.01", "month": "9/2026", "mode": "add"}
    assert sender.post(page, asked).url == f"/data-masuk/{batch.pk}/pemetaan"
    assert the_batch(every).series.kind == "members"
    outside = sender.post(page, {**asked, "region": "16.05"})
    assert "di luar wilayah" in outside.content.decode()
    future = sender.post(page, {**asked, "month": "12/2039"})
    assert "belum mulai" in future.content.decode()


def test_several_files_come_at_once_and_a_bad_one_stops_no_other(sender, every):
    answer = send(
        sender,
        ("a.csv", LIST, "text/csv"),
        ("b.csv", LIST + GOOD.encode(), "text/csv"),
        ("c.exe", b"MZ", "application/octet-stream"),
    )
    assert answer.status_code == 422
    assert "c.exe" in answer.content.decode()
    every()
    assert sorted(Batch.objects.values_list("name", flat=True)) == ["a.csv", "b.csv"]
    assert not left_over()


def test_a_script_is_told_where_to_go(sender, every):
    content = SimpleUploadedFile("a.csv", LIST, "text/csv")
    given = {"documents": [content], "kind": "workers", "region": "16.04"}
    rest = {"month": "10/2026", "mode": "add", "whole": "1"}
    answer = sender.post(
        "/data-masuk/unggah",
        {**given, **rest},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert answer.json() == {"to": f"/data-masuk/{the_batch(every).pk}/pemetaan"}


def zipped(**members):
    """Give the bytes of a zip file."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


REFUSED = {
    "a type that is no table": ("foto.png", b"\x89PNG", "image/png"),
    "a picture called a table": ("foto.xlsx", b"\x89PNG\r\n", "image/png"),
    "a page called a table": ("a.csv", b"<html>", "text/html"),
    "a program called a table": ("a.csv", b"MZ\0\0\0", "text/csv"),
    "a workbook called text": ("a.csv", zipped(x="x"), "text/csv"),
    "a zip without a sheet": ("a.xlsx", zipped(x="x"), "application/zip"),
    "half a workbook": ("a.xlsx", b"PK\x03\x04half", "application/zip"),
    "half a parquet": ("a.parquet", b"PAR1....", ""),
    "an empty file": ("a.csv", b"", "text/csv"),
    "a page under a name of a table": ("<b>.xls", b"x", "text/csv"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_is_refused(sender, every, what):
    answer = send(sender, REFUSED[what])
    assert answer.status_code == 422
    assert "<b>" not in answer.content.decode()
    every()
    assert not Batch.objects.exists()
    assert not left_over()


def test_a_zip_bomb_is_refused_before_it_is_opened(sender, every):
    bomb = zipped(xl__workbook_xml="<x/>", xl__huge_xml=bytes(300 << 20))
    assert len(bomb) < 1 << 20
    answer = send(sender, ("bom.xlsx", bomb, ""))
    assert "terlalu besar setelah dibuka" in answer.content.decode()
    every()
    assert not Batch.objects.exists()


def test_a_file_that_is_too_large_is_refused_with_what_to_do(sender, monkeypatch):
    monkeypatch.setattr(arrival, "MOST_BYTES", 1000)
    answer = send(sender, ("besar.csv", HEAD.encode() + b"x" * 2000, "text/csv"))
    assert answer.status_code == 422
    assert "lebih besar" in answer.content.decode()
    assert not left_over()


def test_a_cut_request_enters_nothing(sender, every):
    given = {"documents": [SimpleUploadedFile("a.csv", LIST)], "region": "16.04"}
    answer = sender.post(
        "/data-masuk/unggah", {**given, "month": "10/2026", "mode": "add", "kind": ""}
    )
    assert "terputus" in answer.content.decode()
    every()
    assert not Batch.objects.exists()
    assert not left_over()


def test_paths_in_names_and_numbers_of_people_are_not_kept(sender, every):
    send(sender, ("../../etc/KTP 1604014101909001.csv", LIST, "text/csv"))
    batch = the_batch(every)
    assert batch.name == "KTP 1604••••••••••••.csv"
    assert {path.name for path in Path(office.HOME.uploads).glob("*")} >= {batch.sha256}


def test_markup_in_names_and_headers_is_shown_as_text(sender, every):
    head = HEAD.replace("Kecamatan", "<script>alert(1)</script>")
    content = (head + GOOD).encode()
    send(sender, ("<img src=x onerror=alert(1)>.csv", content, "text/csv"))
    batch = the_batch(every)
    for path in (
        "",
        f"/{batch.pk}",
        f"/{batch.pk}/pemetaan",
        f"/{batch.pk}/keterangan",
    ):
        said = sender.get(f"/data-masuk{path}").content.decode()
        assert "<script>alert" not in said
        assert "<img src=x" not in said
        assert "&lt;img" in said


def test_a_form_without_its_token_is_refused_and_its_files_are_gone(sender, every):
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = sender.cookies
    assert send(strict, ("a.csv", LIST, "text/csv")).status_code == 403
    every()
    assert not Batch.objects.exists()
    assert not left_over()


def test_whoever_may_not_send_puts_nothing_on_the_disk(head, monkeypatch):
    monkeypatch.setattr(arrival.os, "open", lambda *_: pytest.fail("written"))
    answer = send(head, ("a.csv", LIST, "text/csv"))
    assert answer.status_code == 403
    assert "Di luar kewenangan Anda" in answer.content.decode()


def test_files_of_another_institution_are_not_there_at_all(sender, person, every):
    batch = tried(sender, every)
    stranger = person("village_clerk", code="desa-b")
    for path in ("", "/keterangan", "/pemetaan", "/kemajuan", "/perbaiki", "/cabut"):
        assert stranger.get(f"/data-masuk/{batch.pk}{path}").status_code == 404
    for verb in ("kirim", "ambil-kembali", "buang", "pulihkan", "uji-lagi"):
        assert stranger.post(f"/data-masuk/{batch.pk}/{verb}").status_code == 404
    boss = person("village_head", code="desa-b")
    assert boss.post(f"/data-masuk/{batch.pk}/setujui").status_code == 404
    assert boss.get(f"/data-masuk/{batch.pk}/tolak").status_code == 404
    assert "daftar.csv" not in boss.get("/data-masuk").content.decode()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_ledger_downloads_without_running_anything(sender, every, form):
    send(sender, ("=1+1.csv", LIST, "text/csv"))
    answer = sender.get(f"/data-masuk?unduh={form}")
    assert "attachment" in answer["Content-Disposition"]
    content = b"".join(answer)
    if form == "csv":
        assert "'=1+1.csv" in content.decode("utf-8-sig")
    else:
        book = openpyxl.load_workbook(io.BytesIO(content))
        cells = [cell for row in book.active.iter_rows() for cell in row]
        assert "f" not in {cell.data_type for cell in cells}
        assert any("=1+1.csv" in str(cell.value) for cell in cells)


@pytest.mark.parametrize(
    "kind", ["workers", "members", "employers", "contributions", "universe"]
)
def test_the_template_of_a_kind_is_read_as_that_kind(sender, every, kind):
    answer = sender.get(f"/data-masuk/templat/{kind}")
    words = {"workers": "pekerja", "members": "peserta", "employers": "pemberi-kerja"}
    words |= {"contributions": "iuran", "universe": "semesta"}
    assert f"templat-{words[kind]}.xlsx" in answer["Content-Disposition"]
    sent = send(sender, ("t.xlsx", answer.content, "application/octet-stream"))
    assert sent.status_code == HTTPStatus.FOUND
    assert the_batch(every).series.kind == kind


def asked_of_the_database(client, path):
    """Give the statements that a page needs."""
    with CaptureQueriesContext(connection) as asked:
        assert client.get(f"/data-masuk{path}").status_code == HTTPStatus.OK, path
    return [one["sql"] for one in asked if "SAVEPOINT" not in one["sql"]]


def test_no_page_asks_the_database_more_than_it_may(sender, head, every):
    for number in range(6):
        send(sender, (f"{number}.csv", LIST + GOOD.encode() * number, "text/csv"))
    every()
    first, second, *_ = Batch.objects.order_by("pk")
    for one in (first, second):
        mapped(sender, one)
        trial.carry_out(one.pk)
        sender.post(f"/data-masuk/{one.pk}/kirim")
    head.post(f"/data-masuk/{first.pk}/setujui")
    every()
    run = Run.objects.get()
    both = ("", f"/{first.pk}", f"/{second.pk}", f"/proses/{run.pk}")
    own = ("/unggah", f"/{second.pk + 1}/pemetaan", f"/{second.pk + 1}/keterangan")
    pages = [(sender, path) for path in (*both, *own, f"/{first.pk}/cabut")]
    pages += [(head, path) for path in (*both, f"/{second.pk}/tolak")]
    for client, path in pages:
        said = asked_of_the_database(client, path)
        assert len(said) <= MOST_QUERIES, "\n".join([path, *said])


@pytest.fixture
def run(every, founder):
    """Make a run of the region in some state."""

    def make(state, **rest):
        every()
        return Run.objects.create(
            region_code="16.04",
            month=OCTOBER,
            state=state,
            cause="approval",
            institution=Institution.objects.get(code="dinas-a"),
            **rest,
        )

    return make


def test_a_failed_run_says_why_and_can_be_started_again(sender, run):
    failed = run("failed", fault="Ruang disk habis.")
    page = sender.get(f"/data-masuk/proses/{failed.pk}").content.decode()
    assert "Ruang disk habis." in page
    assert "Potret sebelumnya tetap tampil." in page
    said = sender.post(f"/data-masuk/proses/{failed.pk}/ulangi", follow=True)
    assert "Belum ada berkas untuk wilayah ini." in said.content.decode()
    assert "Ruang disk habis." in sender.get("/data-masuk").content.decode()


def test_a_run_is_started_again_where_files_are_in_use(sender, head, every, run):
    batch = tried(sender, every)
    sender.post(f"/data-masuk/{batch.pk}/kirim")
    head.post(f"/data-masuk/{batch.pk}/setujui")
    failed = run("failed")
    again = sender.post(f"/data-masuk/proses/{failed.pk}/ulangi")
    every()
    waiting = Run.objects.get(state="queued")
    assert again.url == f"/data-masuk/proses/{waiting.pk}"


def test_a_run_that_waits_shows_itself_anew_and_can_be_cancelled(sender, run):
    waiting = run("queued")
    path = f"/data-masuk/proses/{waiting.pk}"
    page = sender.get(path).content.decode()
    assert f'data-hx-get="{path}/kemajuan"' in page
    assert '<noscript><meta http-equiv="refresh"' in page
    part = sender.get(f"{path}/kemajuan")
    assert "HX-Refresh" not in part
    assert "Menunggu giliran." in part.content.decode()
    said = sender.post(f"{path}/batalkan", follow=True).content.decode()
    assert "Dibatalkan oleh" in said
    assert "http-equiv" not in said
    assert sender.get(f"{path}/kemajuan")["HX-Refresh"] == "true"


def test_only_whoever_asked_for_a_run_cancels_it(sender, person, run):
    running = run("running", fraction=0.4, sentence="memadankan")
    other = person("account_representative", code="cabang-c")
    path = f"/data-masuk/proses/{running.pk}"
    page = other.get(path).content.decode()
    assert "40 %" in page
    assert "/batalkan" not in page
    said = other.post(f"{path}/batalkan", follow=True).content.decode()
    assert "lembaga lain" in said


def test_a_run_of_another_region_is_not_there(sender, person, every, run):
    ours = run("running")
    every()
    client = person("village_clerk", code="desa-jauh")
    every()
    Institution.objects.filter(code="desa-jauh").update(region_code="35.01.01.2001")
    assert client.get(f"/data-masuk/proses/{ours.pk}").status_code == 404


def test_a_file_that_cannot_be_read_is_said_and_can_be_put_away(sender, every):
    send(sender, ("kosong.csv", b"\n\n\n", "text/csv"), kind="workers")
    batch = the_batch(every)
    answer = sender.get(f"/data-masuk/{batch.pk}/pemetaan")
    assert answer.status_code == 422
    said = answer.content.decode()
    assert "Ubah jenis berkas" in said
    assert f"/data-masuk/{batch.pk}/buang" in said


def test_a_dry_run_that_fails_says_why_and_can_be_tried_again(sender, every):
    send(sender, ("daftar.csv", LIST, "text/csv"))
    batch = the_batch(every)
    mapped(sender, batch)
    page = sender.get(f"/data-masuk/{batch.pk}").content.decode()
    assert "Uji coba berjalan" in page
    part = sender.get(f"/data-masuk/{batch.pk}/kemajuan")
    assert "HX-Refresh" not in part
    every()
    Batch.objects.update(trying_since=None, fault="Berkasnya rusak.")
    assert sender.get(f"/data-masuk/{batch.pk}/kemajuan")["HX-Refresh"] == "true"
    page = sender.get(f"/data-masuk/{batch.pk}").content.decode()
    assert "Berkasnya rusak." in page
    assert f"/data-masuk/{batch.pk}/uji-lagi" in page
    sender.post(f"/data-masuk/{batch.pk}/uji-lagi")
    assert the_batch(every).trying_since is not None


@pytest.mark.parametrize("verb", ["uji-lagi", "kirim", "ambil-kembali", "pulihkan"])
def test_an_act_that_comes_too_early_is_refused_with_a_sentence(sender, every, verb):
    send(sender, ("daftar.csv", LIST, "text/csv"))
    batch = the_batch(every)
    said = sender.post(f"/data-masuk/{batch.pk}/{verb}", follow=True).content.decode()
    assert "Berkas yang diterima tidak dapat" in said
    assert the_batch(every).state == "received"


def test_the_ledger_is_filtered_and_says_when_nothing_matches(sender, every):
    send(sender, ("daftar.csv", LIST, "text/csv"))
    assert the_batch(every).state == "received"
    found = sender.get("/data-masuk?jenis=workers&keadaan=received")
    assert "Semua kiriman" in found.content.decode()
    nothing = sender.get("/data-masuk?jenis=members").content.decode()
    assert "Tidak ada kiriman yang cocok" in nothing
    assert "Hapus saringan" in nothing
    wrong = sender.get("/data-masuk?jenis=apa&keadaan=entah").content.decode()
    assert "Tidak ada kiriman yang cocok" not in wrong


def in_parquet(folder):
    """Give a list with our own column names as Parquet."""
    path = folder / "a.parquet"
    columns = "'Sari Rekaan' AS name, 1604014101909001 AS nik, 'P' AS sex"
    duckdb.sql(f"SELECT {columns}").write_parquet(str(path))
    return path.read_bytes()


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods", "parquet"])
def test_every_form_of_table_reaches_its_dry_run(sender, every, root, tmp_path, form):
    saved = root / "tests/unit/engine/reading/books/libreoffice"
    contents = {"csv": LIST, "parquet": in_parquet(tmp_path)}
    content = contents.get(form) or (saved / f"workers.{form}").read_bytes()
    batch = tried(sender, every, content, f"daftar.{form}")
    assert batch.state == "tried"
    assert batch.fault == ""
    counts = batch.counts
    assert counts["accepted"] >= 1
    assert counts["read"] == sum(
        counts[part] for part in ("accepted", "rejected", "set_aside")
    )
