"""Files in a real browser: sent, mapped, tried out, approved, run, withdrawn."""

import io
from http import HTTPStatus
from pathlib import Path

import openpyxl
from tests.functional.office.journeys.browser import (
    PHONE,
    Visitor,
    filled,
)
from tests.functional.office.journeys.journey import journey


LIBREOFFICE = Path("tests/unit/engine/reading/books/libreoffice")
HEAD = ("NO", "NAMA LENGKAP", "NIK (16 DIGIT)", "TTL", "L/P", "DESA", "KECAMATAN")
PATIENCE = 120_000  # milliseconds in which a run of a small region is over
WRONG = "FFF8CBAD"


def rows(count, first=0):
    """Give invented workers of one village; every tenth has no name."""
    for at in range(first, first + count):
        born = f"{at % 28 + 1:02}-{at % 12 + 1:02}-19{60 + at % 40}"
        day, month, year = born.split("-")
        nik = f"160423{day}{month}{year[2:]}9{at:03}"
        name = "" if at % 10 == 9 else f"PEKERJA REKAAN {at}"
        yield (at + 1, name, nik, f"Lahat, {born}", "L", "Arahan", "Merapi Timur")


def text_list(folder):
    """Write a list as text, with a title above and a total below."""
    path = folder / "daftar <b>rentan.csv"
    lines = [("DAFTAR PEKERJA RENTAN", *[""] * 6), HEAD, *rows(60), ("JUMLAH", "60")]
    text = "".join(";".join(map(str, line)) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8")
    return path


def workbook_list(folder):
    """Write another list as a workbook."""
    path = folder / "tambahan.xlsx"
    book = openpyxl.Workbook()
    for line in (HEAD, *rows(20, first=100)):
        book.active.append(line)
    book.save(path)
    return path


def choose(visitor, *paths):
    """Choose files, see them listed, and send them."""
    assert visitor.go("/data-masuk/unggah") == HTTPStatus.OK
    visitor.page.set_input_files("[name=documents]", paths)


def until_tried(visitor):
    """Wait until the dry run shows its counts, without touching the page."""
    visitor.page.wait_for_selector(".strip-figures", timeout=PATIENCE)


def start_from_nothing(officer):
    """The ledger says the one thing to do; a file that is no table is explained."""
    assert officer.go("/data-masuk") == HTTPStatus.OK
    officer.look("kosong")
    officer.follow("Unggah berkas pertama")
    officer.look("unggah")
    officer.page.set_input_files(
        "[name=documents]",
        {"name": "foto.xlsx", "mimeType": "image/png", "buffer": b"\x89PNG\r\n"},
    )
    assert "foto.xlsx" in officer.page.locator("[data-chosen]").inner_text()
    officer.page.get_by_role("button", name="Unggah", exact=True).click()
    summary = officer.page.locator(".summary")
    summary.wait_for()
    assert officer.page.title().startswith("Galat:")
    assert "bukan XLSX yang utuh" in summary.inner_text()
    assert summary.evaluate("one => one === document.activeElement")
    officer.look("unggah-galat")


def send_both(officer, folder):
    """Two files at once; each goes its own way from the ledger."""
    choose(officer, text_list(folder), workbook_list(folder))
    assert officer.page.locator("[data-chosen] li").count() == 2
    officer.page.get_by_role("button", name="Unggah", exact=True).click()
    officer.page.wait_for_url("**/data-masuk")
    assert (
        "2 berkas diterima utuh." in officer.page.locator(".alarm.success").inner_text()
    )
    officer.look("belum-selesai")


def map_and_try(officer):
    """What is required cannot be left out; the dry run proves its counts."""
    officer.follow("daftar <b>rentan.csv")
    officer.follow("Petakan kolom")
    page = officer.page.locator("main").inner_text()
    assert "Dikenali" in page
    assert "1604••••••••" in page
    officer.look("pemetaan")
    officer.page.select_option("[name=kolom-1]", "")
    officer.press("Uji coba")
    assert officer.page.title().startswith("Galat:")
    officer.look("pemetaan-galat")
    officer.page.select_option("[name=kolom-1]", "name")
    officer.press("Uji coba")
    until_tried(officer)
    counts = officer.page.locator(".strip-figures").inner_text()
    assert "54 + 6 + 3 = 63" in counts
    assert officer.page.locator(".wrong-cell.bad").count() == 6
    officer.look("uji-coba")
    return officer.page.url


def wrong_cells_come_back(officer):
    """The same workbook comes back with its wrong cells coloured."""
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name="sel salah diwarnai").click()
    content = Path(download.value.path()).read_bytes()
    book = openpyxl.load_workbook(io.BytesIO(content))
    lines = list(book.active.iter_rows())
    assert [cell.value for cell in lines[0]][: len(HEAD)] == list(HEAD)
    assert len(lines) == 1 + 6
    for line in lines[1:]:
        coloured = [cell.column for cell in line if cell.fill.fgColor.rgb == WRONG]
        assert coloured == [2]
        assert "NAMA LENGKAP" in line[1].comment.text


def hand_on(officer):
    """Sent for approval, taken back, sent again; never approved by the sender."""
    officer.press("Kirim untuk persetujuan")
    assert officer.page.get_by_role("button", name="Setujui").count() == 0
    officer.look("menunggu")
    officer.press("Ambil kembali")
    officer.press("Kirim untuk persetujuan")


def approve(head, name):
    """A second person sees what waits, on a phone, and approves."""
    assert head.go("/data-masuk") == HTTPStatus.OK
    head.look(f"{name}-menunggu-anda")
    head.follow("Periksa")
    head.look(f"{name}-diperiksa")
    head.press("Setujui")
    head.follow("lihat kemajuannya")
    if head.page.locator("#kemajuan").count():
        head.look(f"{name}-proses")
    head.page.wait_for_selector("#h-out", timeout=PATIENCE)
    head.look(f"{name}-hasil")
    return head.page.locator("main").inner_text()


def see_the_figures(head):
    """What came out can be seen where figures are seen."""
    head.follow("Lihat Cakupan")
    assert "54" in head.page.locator("main").inner_text()


def add_a_workbook(officer):
    """The second file adds to the first: recognised, tried, sent on."""
    officer.go("/data-masuk")
    officer.follow("tambahan.xlsx")
    officer.follow("Petakan kolom")
    officer.follow("Bukan ini?")
    officer.look("keterangan")
    officer.page.get_by_label("Tetap dipakai").check()
    officer.press("Simpan dan petakan kolom")
    officer.press("Uji coba")
    until_tried(officer)
    assert "18 + 2 + 1 = 21" in officer.page.locator(".strip-figures").inner_text()
    officer.press("Kirim untuk persetujuan")
    return officer.page.url


def refuse(head):
    """A refusal needs a reason."""
    head.go("/data-masuk")
    head.follow("Periksa")
    head.follow("Tolak")
    head.look("tolak")
    head.fill(reason=" ")
    head.press("Tolak berkas")
    assert head.page.title().startswith("Galat:")
    head.look("tolak-galat")


def withdraw(officer, address):
    """What follows is said before; then the file's effect goes, and only its."""
    officer.go(address)
    officer.follow("Cabut")
    assert (
        "Proses baru mulai tanpa 54 baris" in officer.page.locator("main").inner_text()
    )
    officer.look("cabut")
    officer.fill(reason="Desanya keliru")
    officer.page.get_by_label("Saya sudah membaca").check()
    officer.press("Cabut berkas")
    officer.look("dicabut")
    officer.follow("Proses")
    officer.page.wait_for_selector("#h-out", timeout=PATIENCE)
    told = officer.page.locator("main").inner_text()
    assert "72" in told
    assert "18" in told


def read_in_english(officer, address):
    """The same pages in the other language."""
    officer.go("/akun-anda")
    officer.press("English")
    for path, name in (("/data-masuk", "ledger-en"), (address, "file-en")):
        officer.go(path)
        officer.look(name)
    assert "Dry run" in officer.page.locator("main").inner_text()
    officer.go("/akun-anda")
    officer.press("Bahasa Indonesia")


def send_without_scripts(browser, officer):
    """A file saved by LibreOffice, sent with scripts switched off."""
    plain = Visitor(
        browser,
        officer.address,
        officer.shots,
        java_script_enabled=False,
        storage_state=officer.context.storage_state(),
    )
    choose(plain, LIBREOFFICE / "workers.ods")
    plain.press("Unggah")
    assert plain.heading() == "workers.ods"
    plain.press("Uji coba")
    refresh = plain.page.locator("meta[http-equiv=refresh]")
    if not plain.page.locator(".strip-figures").count():
        assert refresh.count() == 1
    until_tried(plain)
    assert refresh.count() == 0
    plain.picture("tanpa-skrip")
    plain.press("Buang")
    assert "Dapat dipulihkan" in plain.page.locator(".alarm.success").inner_text()
    return plain


def a_village_sends(clerk, address):
    """A village sends its own list, and sees nothing of the branch."""
    nav = clerk.page.locator(".nav")
    # On a phone it may stand behind "Lainnya".
    assert nav.get_by_role("link", name="Kirim", include_hidden=True).count() == 1
    assert clerk.go(address) == HTTPStatus.NOT_FOUND
    assert clerk.go(f"{address}/perbaiki") == HTTPStatus.NOT_FOUND
    clerk.go("/data-masuk/unggah")
    shown = clerk.page.input_value("[name=region]")
    assert shown == "Arahan, Merapi Timur, Kabupaten Lahat, Sumatera Selatan"
    clerk.look("desa-unggah")
    head = clerk.page.evaluate(
        "fetch('/data-masuk/1/setujui', {method: 'POST'}).then(one => one.status)"
    )
    assert head == HTTPStatus.FORBIDDEN


def test_files_from_a_desk_to_figures_and_back(home, shots, tmp_path):
    with journey(home, shots, tmp_path) as office:
        office.secrets = filled(home, "journeys.incoming_office")
        officer = office.at_desk("petugas")
        start_from_nothing(officer)
        send_both(officer, tmp_path)
        first = map_and_try(officer)
        wrong_cells_come_back(officer)
        hand_on(officer)
        head = office.at_desk("kepala", PHONE)
        assert "54" in approve(head, "pertama")
        see_the_figures(head)
        add_a_workbook(officer)
        refuse(head)
        told = approve(head, "kedua")
        assert "54" in told
        assert "72" in told
        withdraw(officer, first)
        read_in_english(officer, first)
        office.watch(send_without_scripts(office.browser, officer))
        clerk = office.at_desk("operator", PHONE)
        a_village_sends(clerk, first)
