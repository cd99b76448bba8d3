"""Field work in a real browser: a branch head sends, an officer visits, a village reads."""

import re
from collections import Counter
from http import HTTPStatus
from pathlib import Path

from tests.functional.office.journeys.browser import (
    PHONE,
    SIDEWAYS,
    Visitor,
    filled,
    large_letters,
)
from tests.functional.office.journeys.field_office import OWNER, PASSWORD
from tests.functional.office.journeys.journey import journey
from tests.functional.office.small_district import SMALL

from naungan.engine import demonstration
from naungan.engine.snapshot import EVERYWHERE, Scope, Snapshot
from naungan.lib import regions


def largest_village(folder):
    """Give the village of a snapshot that has most uncovered workers."""
    everything = Scope(institution="uji", regions=EVERYWHERE, purpose="uji")
    rows = Snapshot.open(folder, lambda _look: None).uncovered(
        everything, SMALL.code, limit=5_000
    )
    found = Counter(row["village_code"] for row in rows if row["village_code"])
    return regions.dotted(found.most_common(1)[0][0])


def _silent(_text, _part):
    """Say nothing while a snapshot is built."""


def peopled(home, program="journeys.field_office"):
    """Build a snapshot in the office's folder and appoint people; give village and secrets."""
    folder = home / "snapshots" / "uji"
    folder.mkdir(parents=True)
    newest = list(demonstration.build(SMALL, folder, _silent, lambda _file: OWNER))[-1]
    village = largest_village(newest.folder)
    told = str(newest.folder), village, str(newest.month)
    return village, filled(home, program, *told)


def send_an_officer(head, village):
    """Two people are ticked and sent to; a day that is gone is refused first."""
    assert head.go("/pekerja") == HTTPStatus.OK
    head.look("pekerja-kabupaten")
    assert head.go(f"/pekerja/wilayah/{village}") == HTTPStatus.OK
    head.look("pekerja-desa")
    boxes = head.page.locator("table.people input[type=checkbox]")
    for at in (0, 1):
        boxes.nth(at).check()
    head.press("Tugaskan yang dipilih")
    assert "2 orang yang belum ditugaskan" in head.page.locator(".meta").inner_text()
    head.look("tugaskan")
    head.page.select_option("[name=officer]", label="petugas rekaan")
    head.fill(due_on="2020-01-01")
    head.press("Tugaskan")
    assert head.page.title().startswith("Galat:")
    assert "sudah lewat" in head.page.locator(".summary").inner_text()
    head.look("tugaskan-galat")
    head.fill(
        due_on=head.page.evaluate("new Date(Date.now()+6e8).toISOString().slice(0,10)")
    )
    head.press("Tugaskan")
    assert head.heading() == "petugas rekaan"
    head.look("penugasan")
    head.go("/pekerja/penugasan")
    head.look("penugasan-semua")


def visit_one(officer):
    """On a phone: the list, a claim without proof, the proof, a correction."""
    assert officer.go("/pekerja/tugas") == HTTPStatus.OK
    officer.look("tugas-saya")
    officer.page.locator("table th a").first.click()
    officer.page.get_by_label("Sudah terlindungi, ada bukti").check()
    officer.press("Simpan kunjungan")
    assert "Tulis buktinya" in officer.page.locator(".summary").inner_text()
    officer.look("kunjungan-galat")
    officer.fill(proof="kartu peserta lama")
    officer.press("Simpan kunjungan")
    assert officer.page.locator(".alarm.success").inner_text() == "Kunjungan tercatat."
    assert "1 orang menunggu kunjungan" in officer.page.locator(".meta").inner_text()
    officer.go("/pekerja/tugas?selesai")
    officer.page.locator("table th a").first.click()
    officer.look("kunjungan")
    officer.page.get_by_role("link", name="Perbaiki").click()
    officer.page.get_by_label("Tidak ditemukan").check()
    officer.press("Simpan perbaikan")
    officer.go("/pekerja/tugas")
    assert "2 orang menunggu kunjungan" in officer.page.locator(".meta").inner_text()


def open_one_nik(head, village):
    """A person's page; no reason, a reason, the NIK once, and masked again."""
    head.go(f"/pekerja/wilayah/{village}")
    head.page.locator("table.people th a").first.click()
    head.look("orang")
    head.page.get_by_role("link", name="Buka NIK dengan alasan").click()
    head.look("buka-nik")
    head.press("Buka NIK")
    assert head.page.title().startswith("Galat:")
    head.look("buka-nik-galat")
    head.page.get_by_label("kunjungan lapangan").check()
    head.fill(reason="memastikan alamat sebelum kunjungan")
    head.press("Buka NIK")
    shown = head.page.locator(".pairs .number").inner_text()
    assert re.fullmatch(r"\d{4} \d{4} \d{4} \d{4}", shown)
    head.look("nik-terbuka")
    address = head.page.url.removesuffix("/nik")
    head.go(address)
    assert "•" in head.page.locator(".pairs .number").inner_text()
    return head.heading()


def search_for(head, name):
    """By the field of the frame, with the words of a name turned round."""
    head.go("/")
    head.page.locator("#cari").fill(" ".join(reversed(name.split())))
    with head.page.expect_navigation():
        head.page.keyboard.press("Enter")
    assert name in head.page.locator("main").inner_text()
    head.look("cari")
    head.go("/cari?q=zzz+yyy")
    assert "Tidak ada yang cocok" in head.page.locator("main").inner_text()
    head.look("cari-kosong")


def read_in_english(head, village):
    """The same pages in English."""
    head.go("/akun-anda")
    head.press("English")
    for path, name in (
        (f"/pekerja/wilayah/{village}", "workers-en"),
        ("/pekerja/penugasan", "dispatches-en"),
        ("/cari?q=lahat", "search-en"),
    ):
        assert head.go(path) == HTTPStatus.OK
        head.look(name)
    head.go(f"/pekerja/wilayah/{village}")
    assert "not registered" in head.page.locator("main").inner_text()


def read_ones_own_village(clerk, village):
    """A village's list on a phone: its own, taken away as a file, and no other."""
    assert clerk.go("/pekerja") == HTTPStatus.OK
    assert clerk.page.url.endswith(village)
    clerk.look("desa-sendiri")
    rows = clerk.page.locator("table.people tbody tr").count()
    with clerk.page.expect_download() as download:
        clerk.page.get_by_role("link", name="Unduh CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert len(re.findall(r"\b\d{15,19}\b", text)) == rows
    assert not re.search(r"\b\d{4} ?\d{4} ?\d{4} ?\d{4}\b(?!\d)", text)
    assert clerk.go("/pekerja/wilayah/16.04") == HTTPStatus.NOT_FOUND
    assert clerk.go(f"/pekerja/wilayah/{village}?semua") == HTTPStatus.OK
    clerk.page.emulate_media(media="print")
    assert not clerk.page.locator(".filters-panel").is_visible()
    clerk.picture("desa-cetak")
    clerk.page.emulate_media(media="screen")


def read_without_scripts(browser, clerk, village):
    """The list is read, filtered and paged without scripts."""
    plain = Visitor(
        browser,
        clerk.address,
        clerk.shots,
        size=PHONE,
        java_script_enabled=False,
        storage_state=clerk.context.storage_state(),
    )
    assert plain.go(f"/pekerja/wilayah/{village}") == HTTPStatus.OK
    plain.page.locator(".filters-panel summary").first.click()
    plain.page.select_option("[name=status]", "unregistered")
    plain.press("Saring")
    assert "status=unregistered" in plain.page.url
    assert plain.page.locator("table.people tbody tr").count() > 0
    assert "belum terdaftar" in plain.page.locator("table.people").inner_text()
    assert not plain.wrong


def read_with_large_letters(browser, clerk, village):
    """Letters of twice the size on a phone: nothing is lost and no page scrolls sideways."""
    with large_letters(browser) as larger:
        large = Visitor(
            larger,
            clerk.address,
            clerk.shots,
            size=PHONE,
            storage_state=clerk.context.storage_state(),
        )
        for path in ("/", f"/pekerja/wilayah/{village}", "/cakupan", "/kalkulator"):
            assert large.go(path) == HTTPStatus.OK
            assert large.page.evaluate(SIDEWAYS) == []
            name = path.strip("/").replace("/", "-") or "beranda"
            large.picture(f"besar-{name}")


def nothing_secret_is_logged(home, secrets):
    """No password, no secret of a second step and no NIK stands in any log."""
    written = "".join(
        one.read_text(encoding="utf-8", errors="replace")
        for one in sorted((home / "logs").glob("*.log"))
    )
    assert written
    for secret in (PASSWORD, *secrets.values()):
        assert secret not in written
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", written)


def test_from_a_list_to_a_visit_on_a_phone(home, shots, tmp_path):
    with journey(home, shots, tmp_path) as office:
        village, office.secrets = peopled(home)
        head = office.at_desk("kepala")
        send_an_officer(head, village)
        officer = office.at_desk("petugas", PHONE)
        visit_one(officer)
        search_for(head, open_one_nik(head, village))
        read_in_english(head, village)
        clerk = office.at_desk("operator", PHONE)
        read_ones_own_village(clerk, village)
        read_without_scripts(office.browser, clerk, village)
        read_with_large_letters(office.browser, clerk, village)
        nothing_secret_is_logged(home, office.secrets)
