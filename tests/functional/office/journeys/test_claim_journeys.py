"""A claim in a real browser: the village on a phone, the branch, the hand-over."""

from http import HTTPStatus

from tests.functional.office.journeys.browser import (
    PHONE,
    filled,
)
from tests.functional.office.journeys.journey import journey


def report_on_a_phone(village):
    """Nobody is found by a wrong name; then a death is reported, with a mistake first."""
    assert village.go("/klaim") == HTTPStatus.OK
    village.look("klaim-kosong")
    village.follow("Laporkan kejadian")
    village.fill(sought="Orang 1")
    village.press("Cari dalam daftar skema")
    village.look("cari-orang")
    village.follow("Orang 1 rekaan")
    village.page.get_by_label("meninggal karena kerja").check()
    village.fill(event_on="2025-11-03", told_on="2025-11-02", teller="Istri rekaan")
    village.press("Kirim laporan")
    assert village.page.title().startswith("Galat:")
    village.look("laporan-galat")
    village.fill(told_on="2025-11-05", account="Jatuh dari pohon, rekaan")
    village.press("Kirim laporan")
    assert "Rp70.000.000" in village.page.locator(".claim-facts").inner_text()
    village.look("klaim-dilaporkan")


def add_the_family(village):
    """Who receives, and a child at school."""
    village.follow("Tambah ahli waris")
    village.fill(name="Istri rekaan")
    village.page.get_by_label("Menerima uangnya").check()
    village.press("Simpan ahli waris")
    village.follow("Tambah anak")
    village.look("tambah-anak")
    village.fill(name="Anak rekaan", birth_date="2014-02-03", grade="6")
    village.page.select_option("[name=level]", "SD")
    village.press("Simpan anak")


def decide_at_the_branch(branch):
    """Received, papers in, complete, approved, paid."""
    branch.go("/klaim")
    branch.look("klaim-menunggu")
    branch.follow("Orang 1 rekaan")
    branch.follow("Terima dan kumpulkan berkas")
    branch.press("Terima dan kumpulkan berkas")
    while branch.page.locator("td .badge-word.bad").count():
        with branch.page.expect_navigation():
            row = branch.page.locator(
                "tr", has=branch.page.locator("td .badge-word.bad")
            )
            row.first.get_by_role("link", name="Catat").click()
        branch.fill(received_on="2025-11-10")
        branch.press("Simpan berkas")
    branch.look("berkas-lengkap")
    branch.follow("Nyatakan berkas lengkap")
    branch.fill(on="2025-11-12")
    branch.press("Nyatakan lengkap")
    branch.follow("Setujui")
    branch.look("setujui")
    branch.fill(on="2025-11-13")
    branch.press("Setujui")
    branch.look("disetujui")
    branch.follow("Catat pembayaran")
    branch.fill(paid_on="2025-11-14", reference="TRX-REKAAN")
    branch.press("Simpan")


def hand_over(branch):
    """The ceremony with its numbered record."""
    branch.follow("Catat penyerahan")
    branch.fill(
        held_on="2025-11-20",
        place="Balai desa",
        occasion="Musyawarah desa",
        official="Bupati rekaan",
        position="Bupati",
    )
    branch.look("penyerahan")
    branch.press("Simpan penyerahan")
    assert branch.page.locator("main .badge-word").first.inner_text() == "diserahkan"
    branch.look("diserahkan")


def look_ahead(agency):
    """Whose claim would be refused today, and what came back to families."""
    agency.go("/klaim/seandainya")
    agency.go("/klaim/angka")
    agency.look("angka-klaim")
    agency.go("/klaim/beasiswa")
    agency.look("beasiswa")
    agency.go("/skema")
    agency.go("/klaim/seandainya/skema/1")
    agency.press("Nilai lagi")
    agency.look("seandainya")
    agency.follow("Orang 3 rekaan")
    agency.look("seandainya-orang")


def test_from_the_village_to_the_hand_over(home, shots, tmp_path):
    with journey(home, shots, tmp_path) as office:
        office.secrets = filled(home, "journeys.claim_office")
        village = office.at_desk("kades", PHONE)
        report_on_a_phone(village)
        add_the_family(village)
        branch = office.at_desk("kepala")
        decide_at_the_branch(branch)
        hand_over(branch)
        agency = office.at_desk("dpmd")
        look_ahead(agency)
        village.go("/klaim?bagian=settled")
        village.look("klaim-desa")
