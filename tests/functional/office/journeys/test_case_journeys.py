"""A case in a real browser: opened, warned, answered by a link, handed over, taken."""

from http import HTTPStatus

from tests.functional.office.journeys.browser import (
    PHONE,
)
from tests.functional.office.journeys.journey import journey
from tests.functional.office.journeys.test_field_journeys import peopled


STEP = "Teguran tertulis pertama"


def open_and_warn(examiner):
    """A finding becomes a case, its first step is taken, its letter issued."""
    examiner.go("/pemberi-kerja?temuan=partial_workers&urut=people")
    with examiner.page.expect_navigation():
        examiner.page.locator("table.ranked tbody th a").first.click()
    examiner.follow("Jadikan kasus")
    examiner.look("jadikan-kasus")
    examiner.press("Buka kasus")
    examiner.look("kasus-baru")
    examiner.follow(STEP)
    examiner.look("langkah")
    examiner.press("Ambil langkah ini")
    examiner.look("surat")
    examiner.press("Terbitkan surat")
    assert examiner.page.locator('[aria-current="step"]').count() == 1
    examiner.press("Buat tautan jawaban")
    return examiner.page.locator("code.secret").inner_text()


def answer_on_a_phone(employer, link):
    """Without an account: a mistake, then the answer with a paper."""
    assert employer.go(link) == HTTPStatus.OK
    employer.look("jawab")
    employer.press("Kirim jawaban")
    assert employer.page.title().startswith("Galat:")
    employer.fill(sender_name="Direktur rekaan", text="Sebelas orang sudah terdaftar.")
    paper = {"name": "upah.csv", "mimeType": "text/csv", "buffer": b"a,b\n1,2\n"}
    employer.page.set_input_files("[name=papers]", [paper])
    employer.press("Kirim jawaban")
    assert employer.heading() == "Jawaban diterima"


def consider_and_hand_over(examiner):
    """The answer is considered from the day's page, then the case goes on."""
    examiner.go("/kasus")
    examiner.look("hari-saya")
    with examiner.page.expect_navigation():
        examiner.page.locator("#jawaban li a").first.click()
    examiner.follow("Pertimbangkan jawaban")
    examiner.fill(consideration="Sebelas benar, yang lain belum.")
    examiner.press("Simpan pertimbangan")
    examiner.look("kasus-dijawab")
    examiner.follow("Serahkan")
    examiner.look("serahkan")
    examiner.page.get_by_label("laporan kepada pengawas").check()
    examiner.page.select_option("[name=to]", label="Kantor pengawasan")
    examiner.press("Kirim")
    assert "harus didahului" in examiner.page.locator("main").inner_text()
    examiner.page.get_by_label("mengajak ikut serta").check()
    examiner.press("Kirim")


def take_it(inspector):
    """The inspector reads the case, takes it, and it stays in sight."""
    inspector.go("/kasus")
    with inspector.page.expect_navigation():
        inspector.page.locator("#serah-terima li a").first.click()
    inspector.look("terima-atau-tolak")
    inspector.page.get_by_label("Terima").check()
    inspector.press("Simpan keputusan")
    inspector.go("/kasus/semua")
    assert inspector.page.locator("table tbody tr").count() == 1
    inspector.look("semua-kasus")


def test_from_a_finding_to_the_inspector(home, shots, tmp_path):
    with journey(home, shots, tmp_path) as office:
        _village, office.secrets = peopled(home, "journeys.case_office")
        examiner = office.at_desk("pemeriksa")
        link = open_and_warn(examiner)
        employer = office.stranger(PHONE)
        answer_on_a_phone(employer, link)
        consider_and_hand_over(examiner)
        inspector = office.at_desk("pengawas")
        take_it(inspector)
