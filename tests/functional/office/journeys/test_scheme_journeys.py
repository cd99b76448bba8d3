"""A scheme in a real browser: proposed on a phone, signed, decided, enrolled and paid."""

import io
from datetime import date
from http import HTTPStatus
from pathlib import Path

import openpyxl
from tests.functional.office.journeys.browser import (
    PHONE,
    filled,
)
from tests.functional.office.journeys.journey import journey

from naungan.lib import identity_numbers, regions


VILLAGE = next(one for one in regions.villages_of("16.04.10") if one.kind == "desa")
BORN = date(1984, 5, 6)
YEAR = 2024


def try_then(visitor, label):
    """See what an act would do, then do it."""
    visitor.press("Periksa dahulu")
    visitor.press(label)


def set_up(agency):
    """Make the scheme, its quota and its partners, and open it."""
    agency.go("/skema/baru")
    agency.fill(
        name="Dua tiap desa",
        from_month=f"{YEAR}-01",
        until_month=f"{YEAR}-12",
        criteria_reason="Batas umur yang dipakai daerah",
    )
    agency.press("Simpan")
    agency.fill(region_code=VILLAGE.code.rpartition(".")[0], people="2")
    try_then(agency, "Isi kuota")
    number = agency.page.url.split("/")[-2]
    for place in ("Kantor cabang", "Kantor bpkad"):
        agency.go(f"/skema/{number}/lembaga")
        agency.page.select_option("[name=institution]", label=place)
        agency.press("Ikut sertakan")
    agency.go(f"/skema/{number}/buka")
    agency.press("Buka")
    return number


def propose(clerk):
    """On a phone: a sheet is tried, mended in sight, written; the record is prepared."""
    assert clerk.go("/daftar-desa") == HTTPStatus.OK
    clerk.follow("Unggah daftar")
    niks = [
        identity_numbers.invented(160410, BORN, "M", serial) for serial in (9001, 9002)
    ]
    rows = [f"{nik},Orang {place},06-05-1984,L" for place, nik in enumerate(niks, 1)]
    text = "\n".join(("NIK,Nama,Tanggal Lahir,JK", *rows, "12,Salah Tulis,1950,P"))
    file = {"name": "usulan.csv", "mimeType": "text/csv", "buffer": text.encode()}
    clerk.page.set_input_files("[name=file]", [file])
    clerk.press("Periksa dahulu")
    clerk.look("daftar-dicoba")
    clerk.press("Tulis semuanya")
    assert "2 dari 2 tempat terisi" in clerk.page.locator("main").inner_text()
    clerk.follow("Berita acara")
    clerk.fill(
        held_on=f"{YEAR}-01-02",
        place="Balai desa",
        leader="Ketua BPD Rekaan",
        attended="24",
        countersigners="Ketua BPD Rekaan, Ketua BPD",
    )
    clerk.press("Simpan")
    assert "kepala desa menandatangani" in clerk.page.locator("main").inner_text()


def sign(head, number):
    """The head of the village reads what goes on, and signs."""
    head.go(f"/daftar-desa/{number}/{VILLAGE.code}")
    head.look("langkah-kades")
    head.follow("Tandatangani dan teruskan")
    head.press("Tandatangani dan teruskan")
    assert "menunggu SK" in head.page.locator("main").inner_text()


def decide(agency, number):
    """The agency sees the proposal and names the people by a decree."""
    agency.go(f"/skema/{number}/usulan")
    assert "diteruskan" in agency.page.locator("main").inner_text()
    agency.go(f"/skema/{number}/tetapkan")
    agency.fill(number="5/KPTS", decided_on=f"{YEAR}-01-03", official="Bupati Rekaan")
    try_then(agency, "Tetapkan")


def budget(treasury, number):
    """The treasury writes the ceiling and puts the people into it."""
    treasury.go(f"/skema/{number}/uang/pagu")
    treasury.fill(year=str(YEAR), ceiling_idr="10.000.000")
    treasury.press("Simpan pagu")
    treasury.go(f"/skema/{number}/uang/anggarkan")
    try_then(treasury, "Anggarkan")


def enrol(branch, number):
    """The branch takes the file out, and its answer back as a workbook."""
    branch.go(f"/skema/{number}/pendaftaran/baru")
    try_then(branch, "Buat berkas")
    branch.follow("Unduh Excel")
    branch.page.get_by_label("dikirim kepada BPJS Ketenagakerjaan").check()
    with branch.page.expect_download() as coming:
        branch.page.get_by_role("button", name="Unduh Excel").click()
    file = io.BytesIO(Path(coming.value.path()).read_bytes())
    book = openpyxl.load_workbook(file)
    sheet = book.active
    heads = next(row for row in sheet.iter_rows() if any(c.value == "NIK" for c in row))
    kpj = next(cell.column for cell in heads if cell.value == "KPJ")
    for row in range(heads[0].row + 1, heads[0].row + 3):
        sheet.cell(row, kpj, f"2400000{row:04d}")
    answer = io.BytesIO()
    book.save(answer)
    branch.follow("Kembali")
    branch.follow("Ambil jawaban")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    file = {"name": "jawaban.xlsx", "mimeType": kind, "buffer": answer.getvalue()}
    branch.page.set_input_files("[name=file]", [file])
    branch.press("Periksa dahulu")
    branch.look("jawaban-dicoba")
    branch.press("Cocokkan jawaban")


def pay(treasury, number):
    """Months are billed and paid; people and rupiah stand under their fund."""
    treasury.go(f"/skema/{number}/uang/tagih")
    treasury.fill(from_month=f"{YEAR}-01", until_month=f"{YEAR}-02")
    try_then(treasury, "Buat tagihan")
    treasury.follow("Catat pembayaran")
    due = treasury.page.locator("table.rows td").last.inner_text()
    treasury.fill(amount_idr=due.removeprefix("Rp"), reference="NTPN rekaan")
    treasury.press("Catat")
    treasury.go("/skema/dana")
    assert treasury.page.locator("tr.sum-row").count() == 2


def test_from_a_village_list_to_two_paid_months(home, shots, tmp_path):
    with journey(home, shots, tmp_path) as office:
        office.secrets = filled(home, "journeys.scheme_office", VILLAGE.code)
        agency, clerk = office.at_desk("dpmd"), office.at_desk("operator", PHONE)
        number = set_up(agency)
        propose(clerk)
        head = office.at_desk("kades", PHONE)
        sign(head, number)
        decide(agency, number)
        treasury = office.at_desk("bpkad")
        budget(treasury, number)
        branch = office.at_desk("kepesertaan")
        enrol(branch, number)
        pay(treasury, number)
        agency.go(f"/skema/{number}")
        assert "terbayar" in agency.page.locator("main").inner_text()
