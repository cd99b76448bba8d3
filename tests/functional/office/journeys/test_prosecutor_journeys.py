"""A mandate in a real browser: given, registered, used, paid on, and given back."""

import re
from http import HTTPStatus
from pathlib import Path

from tests.functional.office.journeys.browser import (
    filled,
)
from tests.functional.office.journeys.journey import journey


def give_the_mandate(head, case):
    """The head gives a mandate: its letter numbers it, and brings it along once signed."""
    head.go(f"/kasus/{case}")
    head.follow("Surat kuasa khusus kepada kejaksaan, di luar pengadilan")
    head.look("skk")
    head.page.select_option("[name=to]", label="Kantor kejaksaan")
    head.press("Catat SKK")
    assert "tunggakan iuran" in head.page.input_value("[name=matter]")
    head.fill(official="Jaksa Rekaan")
    head.press("Terbitkan surat")
    number = re.search(r"1/SKK/\S+", head.page.locator(".alarm.success").inner_text())
    head.go("/surat-menyurat/tanda-tangan")
    head.look("tanda-tangan")
    head.press("Tanda tangani yang dipilih")
    head.go("/penagihan/skk")
    assert number.group() in head.page.locator("table tbody").inner_text()


def take_it_on(prosecutor, case):
    """The prosecutor takes the case on, enters the mandate, summons the employer."""
    prosecutor.go("/kasus")
    with prosecutor.page.expect_navigation():
        prosecutor.page.locator("#serah-terima li a").first.click()
    prosecutor.page.get_by_label("Terima").check()
    prosecutor.press("Simpan keputusan")
    prosecutor.go(f"/kasus/{case}")
    prosecutor.look("kasus-jaksa")
    prosecutor.follow("Catat register")
    prosecutor.fill(number="REG-1")
    prosecutor.press("Simpan")
    prosecutor.follow("Panggilan jaksa pengacara negara")
    prosecutor.press("Ambil langkah ini")
    prosecutor.fill(on="2026-12-14", time="09.00 WIB", place="Kantor kejaksaan")
    prosecutor.press("Terbitkan surat")
    assert "Surat" in prosecutor.page.locator(".alarm.success").inner_text()
    with prosecutor.page.expect_download() as sent:
        prosecutor.page.locator("#surat a").first.click()
    assert Path(sent.value.path()).read_bytes().startswith(b"%PDF")
    prosecutor.page.locator("#tangga details summary").click()
    prosecutor.follow("Negosiasi atau mediasi di kejaksaan")
    prosecutor.fill(reason="Datang pada hari panggilan dikirim.")
    prosecutor.press("Ambil langkah ini")


def promise_and_pay(examiner, case):
    """The examiner writes down what was promised, and the first of it paid."""
    examiner.go(f"/kasus/{case}/uang/cicilan")
    examiner.fill(count="2")
    examiner.press("Simpan rencana")
    assert examiner.page.locator('[data-label="Sudah masuk"]').count() == 2
    examiner.look("uang")
    examiner.go(f"/kasus/{case}/uang/bayar")
    examiner.fill(amount_idr="500.000", reference="NTB-1")
    examiner.press("Catat")
    assert "Rp500.000" in examiner.page.locator("main").inner_text()


def give_it_back(prosecutor, case):
    """The prosecutor gives the mandate back with the reason; what it brought stays."""
    prosecutor.go(f"/kasus/{case}")
    prosecutor.follow("Dikembalikan")
    prosecutor.press("Simpan")
    assert prosecutor.page.title().startswith("Galat:")
    prosecutor.fill(reason="Baru sebagian dibayar; disarankan menggugat.")
    prosecutor.press("Simpan")
    refused = prosecutor.go(f"/kasus/{case}/langkah/small_claim")
    assert refused == HTTPStatus.NOT_FOUND
    prosecutor.go(f"/kasus/{case}")
    prosecutor.page.locator("#tangga details summary").click()
    suit = prosecutor.page.locator("#tangga li", has_text="Gugatan sederhana")
    assert "litigasi lebih dahulu" in suit.inner_text()
    prosecutor.go("/penagihan/skk")
    said = prosecutor.page.locator("table tbody").inner_text()
    assert "Rp500.000" in said
    assert "Dikembalikan" in said
    prosecutor.look("register-skk")


def test_a_mandate_is_given_used_paid_on_and_given_back(home, shots, tmp_path):
    with journey(home, shots, tmp_path) as office:
        told = filled(home, "journeys.prosecutor_office")
        office.secrets, case = told["secrets"], told["case"]
        head = office.at_desk("kepala")
        give_the_mandate(head, case)
        prosecutor = office.at_desk("jaksa")
        take_it_on(prosecutor, case)
        examiner = office.at_desk("pemeriksa")
        promise_and_pay(examiner, case)
        give_it_back(prosecutor, case)
