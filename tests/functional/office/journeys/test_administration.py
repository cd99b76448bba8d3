"""The first administrator with a browser: institutions, people, deputies, the log."""

from http import HTTPStatus
from pathlib import Path

from tests.functional.office.journeys.browser import (
    Visitor,
    code_of,
    require_browser,
    running_browser,
    running_office,
)


PASSWORD = "sandi-rekaan-2026"


def found_an_office(head, first_run):
    """First run and second step, as shortly as they go."""
    head.go(first_run)
    head.fill(institution="Setda Contoh", region_code="16.04", person="Pendiri Rekaan")
    head.fill(email="pendiri@contoh.id", password=PASSWORD)
    head.page.select_option("[name=kind]", "sekda")
    head.press("Buka kantor")
    head.fill(code=code_of(head.page.locator("#kunci").text_content()))
    head.press("Pasang")


def open_an_institution(head):
    """An unclear region is asked back; then its first administrator is invited."""
    head.go("/lembaga/buka")
    head.page.select_option("[name=kind]", "kejari")
    head.fill(name="Kejaksaan Negeri Lahat", region_code="Sukamaju")
    head.press("Buka lembaga")
    assert "Mungkin maksud Anda" in head.page.locator(".summary").inner_text()
    head.look("lembaga-buka-galat")
    head.fill(region_code="Kabupaten Lahat")
    head.press("Buka lembaga")
    assert head.heading() == "Kejaksaan Negeri Lahat"
    head.look("lembaga-baru")
    with head.page.expect_navigation():
        head.page.get_by_role("link", name="Undang administrator").click()
    assert head.page.input_value("[name=role]") == "administrator"
    head.fill(email="admin@contoh.id")
    head.press("Buat undangan")
    return head.page.locator("code.secret").inner_text()


def people_the_secretariat(head, browser):
    """Two colleagues come in by their links."""
    for address, role in (
        ("sekda@contoh.id", "regional_secretary"),
        ("kepala@contoh.id", "agency_head"),
    ):
        head.go("/orang/undang")
        head.fill(email=address)
        head.page.select_option("[name=role]", role)
        head.press("Buat undangan")
        link = head.page.locator("code.secret").inner_text()
        guest = Visitor(browser, head.address, head.shots)
        guest.go(link)
        guest.fill(name=f"Rekaan {role}", password=PASSWORD)
        guest.press("Terima undangan")
        assert not guest.wrong


def appoint_a_deputy(head):
    """One acts for the other, then changes role, then the other ends."""
    head.go("/orang")
    head.page.locator("summary").click()
    head.look("orang-saring")
    head.page.get_by_role("link", name="Rekaan agency_head", exact=True).click()
    head.look("orang-riwayat")
    head.page.get_by_role("link", name="Tunjuk menggantikan orang lain").click()
    head.page.get_by_label("Pelaksana harian (Plh)").check()
    whom = head.page.locator("[name=acts_for] option", has_text="regional_secretary")
    head.page.select_option("[name=acts_for]", whom.get_attribute("value"))
    head.look("orang-gantikan")
    head.press("Tunjuk")
    assert (
        "Pelaksana harian (Plh) Rekaan regional_secretary"
        in head.page.locator("main").inner_text()
    )
    head.page.get_by_role("link", name="Ganti peran").last.click()
    head.look("orang-ganti-peran")
    head.go("/orang")
    head.page.get_by_role("link", name="Akhiri Rekaan regional_secretary").click()
    head.look("orang-akhiri")
    head.press("Akhiri penugasan")
    assert "diakhiri" in head.page.locator("main").inner_text()
    head.look("orang-berakhir")


def close_the_institution(head):
    """What closing does is said first."""
    head.go("/lembaga")
    head.page.get_by_role("link", name="Kejaksaan Negeri Lahat").click()
    head.page.get_by_role("link", name="Tutup lembaga").click()
    assert "1 undangan ditarik" in head.page.locator("main").inner_text()
    head.look("lembaga-tutup")
    head.press("Tutup lembaga")
    head.look("lembaga-semua")


def read_the_log(head):
    """Filter it, take it away, see who looked at one thing, and one's own acts."""
    head.go("/jejak/perbuatan?benda=invitation")
    head.look("jejak-perbuatan")
    with head.page.expect_download() as download:
        head.page.get_by_role("link", name="Unduh CSV").click()
    assert "invitation" in Path(download.value.path()).read_text(encoding="utf-8-sig")
    for path, name in (
        ("/jejak", "jejak"),
        ("/jejak/benda/user/1", "jejak-benda"),
        ("/jejak/saya", "jejak-saya"),
        ("/catatan-pemrosesan", "catatan-pemrosesan"),
    ):
        assert head.go(path) == HTTPStatus.OK
        head.look(name)


def test_an_office_is_staffed_changed_and_read_in_a_browser(home, shots, tmp_path):
    require_browser()
    with (
        running_office(home, tmp_path / "up.log") as (address, first_run),
        running_browser() as browser,
    ):
        head = Visitor(browser, address, shots)
        found_an_office(head, first_run)
        link = open_an_institution(head)
        people_the_secretariat(head, browser)
        appoint_a_deputy(head)
        close_the_institution(head)
        assert head.go(link) == HTTPStatus.GONE
        read_the_log(head)
        assert not head.wrong
