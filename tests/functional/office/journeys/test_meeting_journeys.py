"""A meeting in a real browser: from its invitation to the measured change at the next one."""

import io
import re
import shutil
from http import HTTPStatus
from pathlib import Path

from pypdf import PdfReader
from tests.functional.office.journeys.browser import (
    PHONE,
    filled,
)
from tests.functional.office.journeys.journey import journey
from tests.functional.office.journeys.reading_steps import read_a_report


PROMISE = "Disnaker menaikkan cakupan menjadi 75 persen paling lambat 31 Desember 2024"
OBSTACLE = "Sebagian desa belum mengubah APBDes"


def laid(home, built):
    """Lay the first and the last snapshot into the office; give where, and their months."""
    into = home / "snapshots" / "uji"
    found = []
    for one in (built[0], built[-1]):
        shutil.copytree(one.folder, into / one.folder.name)
        found.append((into / one.folder.name, one.month))
    return found


def publish(home, snapshot, *people):
    """Publish a snapshot in the office; give the secrets of whoever was appointed."""
    return filled(home, "journeys.meeting_office", *people, *map(str, snapshot))


def words(visitor):
    """Give everything that the page says."""
    return visitor.page.locator("main").inner_text()


def paper(visitor, link):
    """Take a paper away; give the words of its pages."""
    with visitor.page.expect_download() as coming:
        visitor.page.get_by_role("link", name=link, exact=True).click()
    pages = PdfReader(io.BytesIO(Path(coming.value.path()).read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def plan(secretary, title, day):
    """Plan a meeting with its agenda; give its number."""
    assert secretary.go("/rapat/rencana") == HTTPStatus.OK
    secretary.page.get_by_label("Rapat kepatuhan").check()
    secretary.fill(
        title=title, held_on=day, begins_at="09:00", venue="Aula", city="Lahat"
    )
    secretary.press("Simpan rencana")
    number = secretary.page.url.rsplit("/", 1)[-1]
    secretary.go(f"/rapat/{number}/agenda")
    secretary.fill(text="Cakupan dan janji yang terbuka")
    secretary.press("Tambahkan")
    return number


def invite(secretary, number):
    """Two institutions are asked by numbered letters, and the pack is read."""
    secretary.go(f"/rapat/{number}/pihak")
    for place in ("Kantor setda", "Kantor disnaker"):
        secretary.page.get_by_label(place).check()
    secretary.press("Tambahkan")
    secretary.go(f"/rapat/{number}/undangan")
    secretary.fill(asked="Data kepesertaan terakhir")
    secretary.press("Keluarkan undangan")
    assert words(secretary).count("lihat surat") == 2
    secretary.go(f"/rapat/{number}/bahan")
    assert "Semua pekerja" in words(secretary)
    assert "Cakupan kepesertaan" in paper(secretary, "Unduh PDF")


def sign_in_at_the_door(secretary, phone, number):
    """The secretary opens the list; somebody without an account signs in on a phone."""
    secretary.go(f"/rapat/{number}")
    secretary.follow("Mulai rapat")
    secretary.press("Mulai rapat")
    secretary.go(f"/rapat/{number}/tautan-hadir")
    secretary.press("Buat tautan hadir")
    assert phone.go(secretary.page.locator("code.secret").inner_text()) == HTTPStatus.OK
    phone.fill(name="Budi Rekaan", position="Ketua", home_name="Serikat Rekaan")
    phone.look("hadir")
    phone.press("Saya hadir")
    assert phone.heading() == "Anda tercatat hadir"


def note(secretary, key, text):
    """Write a note by the keys alone, and wait until it stands in the list."""
    secretary.page.keyboard.press(f"Alt+{key}")
    secretary.page.keyboard.type(text)
    secretary.page.keyboard.press("Control+Enter")
    shown = secretary.page.locator("ul.notes:not(.waiting) li", has_text=text)
    shown.wait_for()
    return shown


def write_at_the_table(secretary, number):
    """What is said goes in by the keys; a lost line loses nothing; a promise is whole."""
    secretary.go(f"/rapat/{number}/meja")
    assert "Budi Rekaan" in words(secretary)
    note(secretary, "p", "Serikat mendukung perluasan cakupan")
    note(secretary, "a", "Cakupan sekarang 27,8 persen")
    note(secretary, "r", "Cakupan dinaikkan sebelum akhir tahun")
    secretary.context.set_offline(True)
    secretary.page.keyboard.press("Alt+p")
    secretary.page.keyboard.type("Sambungan ruang rapat putus")
    secretary.page.keyboard.press("Control+Enter")
    secretary.page.locator("#line", has_text="menunggu sambungan").wait_for()
    secretary.context.set_offline(False)
    secretary.page.locator(
        "ul.notes:not(.waiting) li", has_text="Sambungan ruang rapat putus"
    ).wait_for()
    secretary.page.keyboard.press("Alt+d")
    secretary.page.keyboard.press("Alt+t")
    secretary.page.select_option("[name=obstacle_kind]", "funding")
    note(secretary, "d", OBSTACLE)
    promise(secretary)
    secretary.look("meja")
    look_at_the_wall(secretary, number)
    secretary.follow("Akhiri rapat")
    secretary.press("Akhiri rapat")


def look_at_the_wall(secretary, number):
    """The room sees the notes alone; Esc leads back to the event, then to the table."""
    secretary.go(f"/rapat/{number}/layar")
    assert OBSTACLE in words(secretary)
    assert not secretary.page.get_by_role("navigation").count()
    with secretary.page.expect_navigation(url=f"**/rapat/{number}"):
        secretary.page.keyboard.press("Escape")
    secretary.go(f"/rapat/{number}/meja")


def promise(secretary):
    """What was advised becomes a promise with its figure; owner and day are read."""
    secretary.page.keyboard.press("Alt+k")
    secretary.page.keyboard.type(PROMISE)
    secretary.page.locator("#read", has_text="Kantor disnaker").wait_for()
    pick = secretary.page.select_option
    pick("[name=indicator]", "coverage")
    secretary.fill(target="75")
    pick("[name=recommendation]", label="Cakupan dinaikkan sebelum akhir tahun")
    secretary.page.keyboard.press("Control+Enter")
    made = secretary.page.locator("ul.notes:not(.waiting) li", has_text=PROMISE)
    made.wait_for()
    assert "Lengkap" in made.inner_text()


def approve(secretary, number, *signers):
    """The minutes are put forward, and two institutions say that they are right."""
    assert secretary.page.url.endswith(f"/rapat/{number}/notulen")
    secretary.page.get_by_label("Kantor disnaker").uncheck()
    secretary.press("Ajukan kepada para pihak")
    version = secretary.page.url
    for one in signers:
        one.go("/rapat")
        one.follow("Rapat kepatuhan pertama")
        one.follow("Setujui")
        assert one.page.input_value("[name=official_name]").endswith("rekaan")
        one.press("Setujui")
    assert "2 dari 2 pihak menyetujui" in words(signers[-1])
    signers[-1].look("notulen")
    secretary.go(version)
    secretary.press("Beri nomor")
    said = paper(secretary, "Unduh PDF")
    for part in (PROMISE, OBSTACLE, "Serikat mendukung", "Budi Rekaan"):
        assert part in said, part
    secretary.follow("Kirim kepada para pihak")
    secretary.press("Kirim")
    assert "dikirim" in words(secretary)


def claim_done(owner):
    """On a phone the owner says that all of it is done."""
    owner.go("/janji")
    owner.follow(PROMISE)
    number = re.search(r"/janji/(\d+)", owner.page.url)[1]
    owner.go(f"/janji/{number}/kemajuan")
    owner.page.get_by_label("selesai", exact=True).check()
    owner.fill(value="75", claimed_on="2024-12-20", words="Semua sudah terdaftar")
    owner.press("Simpan")
    assert "menunggu data berikutnya" in words(owner)
    return number


def read_the_contradiction(head, sekda, number):
    """With the next data the branch head and the Sekda see what was said and what is so."""
    head.go(f"/janji/{number}")
    head.press("Baca data sekarang")
    assert "Klaim bertentangan dengan data" in words(head)
    sekda.go("/janji")
    row = sekda.page.locator("main li, main tr", has_text=PROMISE).first
    assert "bertentangan" in row.inner_text().casefold()
    sekda.go("/akun-anda")
    sekda.press("English")
    sekda.go(f"/janji/{number}")
    assert "A claim is contradicted by the data" in words(sekda)
    sekda.look("contradiction-en")


def open_the_next(secretary, first):
    """The next meeting of the chain opens on what the data say of the last one."""
    number = plan(secretary, "Rapat kepatuhan kedua", "2025-01-15")
    secretary.go(f"/rapat/{number}/sambung")
    secretary.page.select_option("[name=parent]", first)
    secretary.press("Sambungkan")
    secretary.go(f"/rapat/{number}/pihak")
    assert secretary.page.get_by_label("Kantor setda").is_checked()
    secretary.go(f"/rapat/{number}/bahan")
    shown = words(secretary)
    for said in (
        *(PROMISE, "Lewat", "Dinyatakan selesai (75,00%)", OBSTACLE),
        *("poin persen", "(data Juni 2024, proses", "Kini (data Desember 2024"),
    ):
        assert said in shown, said
    secretary.look("bahan-berikutnya")
    assert "Dinyatakan selesai (75,00%)" in paper(secretary, "Unduh PDF")


def test_from_an_invitation_to_the_measured_change(home, shots, built, tmp_path):
    with journey(home, shots, tmp_path) as office:
        first, last = laid(home, built)
        office.secrets = publish(home, first, "people")
        secretary, phone = office.at_desk("sekretaris"), office.stranger(PHONE)
        number = plan(secretary, "Rapat kepatuhan pertama", "2024-07-03")
        invite(secretary, number)
        sign_in_at_the_door(secretary, phone, number)
        write_at_the_table(secretary, number)
        head, sekda = office.at_desk("kepala"), office.at_desk("sekda", PHONE)
        approve(secretary, number, head, sekda)
        owner = office.at_desk("dinas", PHONE)
        promised = claim_done(owner)
        publish(home, last)
        read_the_contradiction(head, sekda, promised)
        open_the_next(secretary, number)
        read_a_report(secretary)
