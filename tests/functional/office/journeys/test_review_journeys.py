"""Officers at the review queue: one by keyboard alone, one on a phone without scripts."""

from http import HTTPStatus

from tests.functional.office.journeys.browser import (
    PHONE,
    Visitor,
    filled,
    require_browser,
    running_browser,
    running_office,
)
from tests.functional.office.processes.furnished import COLLEAGUE, OFFICER, PASSWORD
from tests.functional.office.uncertain_world import SITI


KEYBOARD = "script[src*='/keyboard.']"  # what listens to keys


def sign_in(visitor, email):
    """Come in by name and password."""
    visitor.go("/akun/login/")
    visitor.fill(login=email, password=PASSWORD)
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press("Enter")
    assert visitor.page.locator(".leave").count(), visitor.where()


def keys(visitor, *pressed):
    """Press keys one after the other, the last of which opens another page."""
    for key in pressed[:-1]:
        visitor.page.keyboard.press(key)
    with visitor.page.expect_navigation():
        visitor.page.keyboard.press(pressed[-1])
    visitor.page.wait_for_load_state()


def focused(visitor, what):
    """Read a property of whatever has the focus."""
    return visitor.page.evaluate(f"document.activeElement.{what}")


def says(visitor):
    """Give what the page says."""
    return visitor.page.locator("main").inner_text()


def decide_by_keyboard(officer):
    """Go to the queue, open the pair, look at it, decide, undo, note, decide again."""
    keys(officer, "g", "t")
    assert officer.heading() == "Antrian tinjau"
    officer.look("antrian")
    keys(officer, "j")
    assert SITI["name"] in says(officer)
    assert focused(officer, "tagName") == "BODY"  # no answer is suggested
    officer.look("pasangan")
    pair = officer.page.url
    keys(officer, "3")
    assert "Dicatat: Tidak dapat dipastikan" in says(officer)
    assert officer.page.url.endswith("/tinjau")  # there is no other pair
    keys(officer, "u")
    assert officer.page.url == pair
    assert "Putusan diurungkan" in says(officer)
    officer.page.keyboard.press("n")
    assert focused(officer, "name") == "note"
    officer.page.keyboard.type("Tetangga satu RT, 12j")
    officer.page.keyboard.press("Escape")
    assert focused(officer, "tagName") == "BODY"
    keys(officer, "1")
    assert "Dicatat: Orang yang sama" in says(officer)
    assert "1 sama, 0 berbeda" in says(officer)
    officer.go(pair)
    assert "Tetangga satu RT, 12j" in says(officer)
    officer.look("pasangan-diputus")


def list_the_shortcuts(officer):
    """The list opens beside the page, takes the focus, and gives it back."""
    officer.page.keyboard.press("?")
    dialog = officer.page.locator("dialog.keys")
    dialog.wait_for(state="visible")
    assert focused(officer, "id") == "h-keys"
    officer.look("daftar-pintasan")
    officer.page.keyboard.press("Escape")
    assert not dialog.is_visible()
    officer.page.keyboard.press("/")
    assert focused(officer, "type") == "search"
    officer.page.keyboard.type("?g")
    assert not dialog.is_visible()  # letters in a field are letters
    officer.page.keyboard.press("Escape")


def walk_the_rows(officer):
    """Arrows go from row to row, Enter opens."""
    officer.go("/tinjau?tentang=pemberi-kerja")
    link = officer.page.locator(".rows tbody th a").first
    link.focus()
    officer.page.keyboard.press("ArrowDown")
    officer.page.keyboard.press("ArrowUp")
    assert link.evaluate("one => one === document.activeElement")
    keys(officer, "Enter")
    assert "Apakah ini pemberi kerja yang sama?" in says(officer)
    officer.look("pemberi-kerja")
    keys(officer, "2")
    assert "Dicatat: Pemberi kerja berbeda" in says(officer)


def switch_off(officer):
    """Whoever wants no shortcuts has none, on every page, until they want them again."""
    assert officer.go("/pintasan") == HTTPStatus.OK
    officer.look("pintasan")
    officer.go("/akun-anda")
    officer.press("Matikan")
    officer.look("akun-anda-tanpa-pintasan")
    officer.go("/tinjau")
    assert not officer.page.evaluate("document.documentElement.dataset.keys")
    assert not officer.page.locator(KEYBOARD).count()
    officer.go("/akun-anda")
    officer.press("Nyalakan")
    officer.page.locator(KEYBOARD).wait_for(state="attached")


def decide_without_scripts(browser, address, shots):
    """A colleague on a phone, in English, with plain forms: differs, and undoes."""
    visitor = Visitor(browser, address, shots, size=PHONE, java_script_enabled=False)
    sign_in(visitor, COLLEAGUE)
    visitor.go("/tinjau")
    with visitor.page.expect_navigation():
        visitor.page.locator("footer").get_by_role("button", name="English").click()
    assert visitor.heading() == "Review queue"
    with visitor.page.expect_navigation():
        visitor.page.locator(".rows tbody th a").first.click()
    assert "Is this the same person?" in says(visitor)
    assert not visitor.page.locator("kbd").first.is_visible()
    visitor.picture("pair-360-plain")
    pair = visitor.page.url
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Different person").click()
    visitor.go(pair)
    assert "Two people decided differently" in says(visitor)
    with visitor.page.expect_navigation():
        visitor.page.get_by_role("button", name="Undo").click()
    assert "The verdict was undone" in says(visitor)
    assert "Two people decided differently" not in says(visitor)
    return visitor


def test_the_queue_by_keyboard_and_without_scripts(home, shots, tmp_path):
    require_browser()
    with (
        running_office(home, tmp_path / "up.log") as (address, _),
        running_browser() as browser,
    ):
        filled(home, "processes.furnished")
        officer = Visitor(browser, address, shots)
        sign_in(officer, OFFICER)
        decide_by_keyboard(officer)
        list_the_shortcuts(officer)
        walk_the_rows(officer)
        switch_off(officer)
        plain = decide_without_scripts(browser, address, shots)
        assert not [*officer.wrong, *plain.wrong]
