"""A person with a browser: from the first page of a new office to being locked out."""

import re
import tempfile
from http import HTTPStatus
from pathlib import Path

import pytest
from tests.functional.office.journeys.browser import (
    PHONE,
    Visitor,
    code_of,
    folder_of_shots,
    require_browser,
    running_browser,
    running_office,
)


PASSWORD, OTHER = "sandi-rekaan-2026", "sandi-rekaan-lain"
HEAD, OFFICER = "pendiri@contoh.id", "pelaksana@contoh.id"
FIRST_VISIT, NEXT_VISIT = 300_000, 60_000  # bytes over the wire
TRIES = 8


@pytest.fixture
def home():
    """Give a folder that the user of the database can reach."""
    with tempfile.TemporaryDirectory(prefix="naungan-journey-") as folder:
        Path(folder).chmod(0o711)
        yield Path(folder) / "home"


def found_an_office(head, first_run):
    """First run: mistakes are summed up, what was written stays."""
    assert head.go(first_run) == HTTPStatus.OK
    head.look("membuka-kantor")
    head.fill(institution="Setda Contoh", region_code="99.99", person="Pendiri Rekaan")
    head.fill(email=HEAD, password="pendek")
    head.page.select_option("[name=kind]", "sekda")
    head.press("Buka kantor")
    assert head.page.title().startswith("Galat:")
    summary = head.page.locator(".summary")
    assert summary.get_by_role("heading").inner_text() == (
        "Ada 2 hal yang perlu diperbaiki"
    )
    assert summary.evaluate("one => one === document.activeElement")
    assert "terlalu pendek" in summary.inner_text()
    assert head.page.input_value("[name=person]") == "Pendiri Rekaan"
    head.look("membuka-kantor-galat")
    summary.get_by_role("link").first.click()
    assert head.page.evaluate("document.activeElement.name") == "region_code"
    head.fill(region_code="16.04", password=PASSWORD)
    head.press("Buka kantor")


def set_up_the_second_step(head):
    """The picture for the phone, a wrong code, the right one, ten codes on paper."""
    assert head.heading() == "Pasang aplikasi kode"
    assert head.page.locator(".qr").evaluate("one => one.naturalWidth") > 0
    secret = head.page.locator("#kunci").text_content()
    head.look("dua-langkah-pasang")
    head.fill(code="000000")
    head.press("Pasang")
    assert head.page.title().startswith("Galat:")
    head.look("dua-langkah-galat")
    head.fill(code=code_of(secret))
    head.press("Pasang")
    assert head.heading() == "Kode pemulihan"
    head.look("kode-pemulihan")
    with head.page.expect_download() as download:
        head.page.get_by_role("link", name="Unduh").click()
    written = Path(download.value.path()).read_text(encoding="utf-8")
    codes = head.page.locator(".codes li").all_inner_texts()
    assert len(codes) == 10
    assert all(code in written for code in codes)
    return codes


def places_of(head):
    """Give the path and the name of every place in the navigation."""
    head.go("/lainnya")
    links = head.page.locator("main .lines a")
    paths = links.evaluate_all("all => all.map(one => one.pathname)")
    return [(path, path.strip("/") or "beranda") for path in paths]


def look_at_every_page_of(head):
    """Every page that the first administrator can open."""
    for path, name in (
        ("/akun-anda", "akun-anda"),
        ("/lainnya", "lainnya"),
        ("/akun/password/change/", "ganti-kata-sandi"),
        ("/akun/2fa/", "dua-langkah"),
        ("/akun/2fa/totp/deactivate/", "dua-langkah-lepas"),
        ("/akun/2fa/recovery-codes/generate/", "kode-baru"),
        ("/akun/logout/", "keluar"),
        ("/api/v1/docs", "api"),
        *places_of(head),
    ):
        assert head.go(path) == HTTPStatus.OK, path
        head.look(name)
    assert head.go("/tidak-ada") == HTTPStatus.NOT_FOUND
    head.look("tidak-ada")


def look_at_every_place_of(officer):
    """Every place that a role without powers over people can open."""
    for path, name in places_of(officer):
        assert officer.go(path) == HTTPStatus.OK, path
        officer.look(f"sekda-{name}")


def invite(head):
    """Invite an officer of the same institution; the link is shown once."""
    head.go("/orang/undang")
    head.look("undang")
    head.fill(email=OFFICER)
    head.page.select_option("[name=role]", "regional_secretary")
    head.press("Buat undangan")
    head.look("undangan-dibuat")
    return head.page.locator("code.secret").inner_text()


def give_a_key(head):
    """Make a key for a program; it is shown once."""
    head.go("/kunci-api/baru")
    head.look("kunci-baru")
    head.fill(name="Papan cakupan")
    head.page.get_by_label("melihat cakupan").check()
    head.press("Buat kunci")
    assert head.heading() == "Kunci dibuat"
    assert head.page.locator("code.secret").inner_text().startswith("naungan_")
    head.look("kunci-dibuat")
    head.go("/kunci-api")
    head.look("kunci")


def come_in_by(link, officer):
    """Take the role on a phone."""
    assert officer.go(link) == HTTPStatus.OK
    officer.look("undangan")
    officer.fill(name="Pelaksana Rekaan", password=PASSWORD)
    officer.press("Terima undangan")
    assert officer.page.locator(".nav li:visible").count() >= 1
    assert officer.go(link) == HTTPStatus.GONE
    officer.look("undangan-dipakai")
    assert officer.go("/orang") == HTTPStatus.FORBIDDEN
    assert officer.heading() == "Di luar kewenangan Anda"
    officer.look("ditolak")


def change_language(officer):
    """English at once, remembered for the person; back again on the own page."""
    officer.go("/akun-anda")
    officer.press("English")
    assert officer.heading() == "Your account"
    assert "Regional secretary" in officer.page.locator("main").inner_text()
    officer.look("account-en")
    officer.context.clear_cookies(name="django_language")
    officer.go("/")
    assert officer.page.locator("html").get_attribute("lang") == "en"
    officer.look("home-en")
    officer.go("/akun-anda")
    officer.press("Bahasa Indonesia")
    assert officer.heading() == "Akun Anda"


def read_without_scripts(browser, officer):
    """The same pages, with scripts switched off."""
    plain = Visitor(
        browser,
        officer.address,
        officer.shots,
        java_script_enabled=False,
        storage_state=officer.context.storage_state(),
    )
    assert plain.go("/") == HTTPStatus.OK
    assert plain.page.get_by_role("link", name="Beranda").count() == 1
    assert plain.page.locator("main .panel").count() > 1
    plain.picture("beranda-tanpa-skrip")
    assert not plain.wrong


def lose_the_connection_within_a_form(officer):
    """Without a line nothing is sent and nothing is lost; with it the form goes on."""
    officer.go("/target/tetapkan")
    officer.fill(name="RPJMD Lain 2025-2029", basis="semua yang bekerja")
    officer.fill(source="Perda Lain 1/2025", month="2026-12", percent="60")
    officer.fill(region_code="16.04")
    lost = officer.page.locator("#lost")
    assert not lost.is_visible()
    officer.context.set_offline(True)
    officer.page.get_by_role("button", name="Tetapkan target", exact=True).click()
    lost.wait_for(state="visible")
    officer.picture("tanpa-sambungan")
    officer.context.set_offline(False)
    lost.wait_for(state="hidden")
    officer.press("Tetapkan target")
    assert "RPJMD Lain 2025-2029" in officer.page.locator("main").inner_text()


def sign_out_and_in_again(head, codes):
    """Out, a wrong password, the right one, the second step from paper."""
    head.go("/")
    with head.page.expect_navigation():
        head.page.locator(".leave button").click()
    assert head.heading() == "Masuk"
    head.look("masuk")
    head.fill(login=HEAD, password="bukan-sandinya-2026")
    head.press("Masuk")
    assert head.page.title().startswith("Galat:")
    assert head.page.input_value("[name=login]") == HEAD
    head.look("masuk-galat")
    head.fill(login=HEAD, password=PASSWORD)
    head.press("Masuk")
    assert head.heading() == "Langkah kedua"
    head.look("langkah-kedua")
    head.fill(code=codes[0])
    head.press("Masuk")
    assert head.heading() == "Setda Contoh"


def lose_the_session_within_a_form(officer):
    """The session ends while somebody writes; after signing in the words stand again."""
    officer.go("/target/tetapkan")
    officer.fill(name="RPJMD Contoh 2025-2029", basis="semua yang bekerja")
    officer.fill(source="Perda Contoh 1/2025", month="2026-12", percent="60")
    officer.fill(region_code="16.04")
    officer.context.clear_cookies(name="sessionid")
    officer.press("Tetapkan target")
    assert officer.heading() == "Masuk"
    officer.fill(login=OFFICER, password=PASSWORD)
    officer.press("Masuk")
    assert officer.heading() == "Tetapkan target"
    assert officer.page.input_value("main [name=name]") == "RPJMD Contoh 2025-2029"
    assert officer.page.input_value("main [name=basis]") == "semua yang bekerja"
    officer.page.get_by_text("sebelum sesi berakhir dikembalikan").wait_for()
    officer.look("isian-kembali")


def reset_the_password(stranger, letters):
    """Without a mail server the letter waits as a file for the administrator."""
    stranger.go("/akun/password/reset/")
    stranger.look("lupa")
    stranger.fill(email=OFFICER)
    stranger.press("Kirim tautan")
    assert stranger.heading() == "Periksa surel Anda"
    stranger.look("lupa-terkirim")
    (letter,) = letters.glob("*.log")
    assert letters.stat().st_mode & 0o077 == 0
    link = re.search(r"http\S+/akun/password/reset/key/\S+", letter.read_text())[0]
    assert stranger.go(link) == HTTPStatus.OK
    stranger.look("kata-sandi-baru")
    stranger.fill(password1=OTHER, password2=OTHER)
    stranger.press("Simpan kata sandi")
    assert stranger.heading() == "Kata sandi tersimpan"
    stranger.look("kata-sandi-tersimpan")
    stranger.go(link)
    stranger.look("tautan-dipakai")


def guess_until_locked(stranger):
    """Guessing ends at a locked door, for this account from this place."""
    for _ in range(TRIES):
        stranger.go("/akun/login/")
        stranger.fill(login=OFFICER, password="tebakan-yang-salah")
        with stranger.page.expect_response("**/akun/login/") as answer:
            stranger.press("Masuk")
    assert answer.value.status == HTTPStatus.TOO_MANY_REQUESTS
    assert stranger.heading() == "Terkunci sementara"
    stranger.look("terkunci")


def weigh(browser, address, shots):
    """Bytes over the wire of the first page, and of the next with a full cache."""
    visitor = Visitor(browser, address, shots)
    wire = visitor.context.new_cdp_session(visitor.page)
    wire.send("Network.enable")
    weights, styles = [], []
    visitor.page.on(
        "response", lambda one: styles.append(one) if ".css" in one.url else 0
    )
    wire.on(
        "Network.loadingFinished", lambda one: weights.append(one["encodedDataLength"])
    )
    visitor.go("/akun/login/")
    visitor.page.wait_for_load_state("networkidle")
    first = sum(weights)
    weights.clear()
    visitor.go("/akun/password/reset/")
    visitor.page.wait_for_load_state("networkidle")
    for style in styles:
        assert "immutable" in style.header_value("cache-control")
        assert style.header_value("content-encoding") == "gzip"
    assert 10_000 < first <= FIRST_VISIT
    assert 0 < sum(weights) <= NEXT_VISIT
    said = f"first visit {first:.0f} bytes, next {sum(weights):.0f} bytes\n"
    (shots / "weights.txt").write_text(said, encoding="utf-8")


def test_a_new_office_from_its_first_page_to_a_locked_door(root, home, tmp_path):
    require_browser()
    shots = folder_of_shots(root)
    log = tmp_path / "up.log"
    with (
        running_office(home, log) as (address, first_run),
        running_browser() as browser,
    ):
        head = Visitor(browser, address, shots)
        found_an_office(head, first_run)
        codes = set_up_the_second_step(head)
        look_at_every_page_of(head)
        give_a_key(head)
        officer = Visitor(browser, address, shots, size=PHONE)
        come_in_by(invite(head), officer)
        look_at_every_place_of(officer)
        change_language(officer)
        read_without_scripts(browser, officer)
        lose_the_session_within_a_form(officer)
        lose_the_connection_within_a_form(officer)
        sign_out_and_in_again(head, codes)
        stranger = Visitor(browser, address, shots)
        reset_the_password(stranger, home / "letters")
        guess_until_locked(stranger)
        weigh(browser, address, shots)
        assert not [*head.wrong, *officer.wrong, *stranger.wrong]
