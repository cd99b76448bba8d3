"""What somebody typed comes back after their session ended, to them and nobody else."""

from pathlib import Path

import pytest
from tests.functional.office.journeys.browser import require_browser, running_browser

from naungan import web


SCRIPT = Path(web.__file__).parent / "static/naungan/draft.js"
ADDRESS = "http://127.0.0.1:1"
FORM = """<form method="post" action="/surat"><textarea name="reason">{given}</textarea>
<input name="nik"><input name="place"><input type="password" name="secret">
<select name="kind"><option value="">-</option><option value="a">A</option></select>
<button>Kirim</button></form>"""
PAGE = """<!doctype html><title>x</title><body {person}><form class="leave" method="post"
action="/keluar"><button id="keluar">Keluar</button></form><main><div class="held" {mark}>
{form}</div></main><template id="draft-words"><p role="status">kembali</p></template>
<script type="module" src="/draft.js"></script>"""


class Office:
    """An office of three pages; a test says who is signed in."""

    def __init__(self, page):
        """Answer every request of a page."""
        self.page, self.person, self.given, self.mark = page, "7", "", ""
        page.route("**/*", self.answer)

    def answer(self, route):
        """Give the script, or a page for whoever is signed in now."""
        if route.request.url.endswith("/draft.js"):
            route.fulfill(
                body=SCRIPT.read_text(encoding="utf-8"), content_type="text/javascript"
            )
            return
        person = f'data-person="{self.person}"' if self.person else ""
        form = FORM.format(given=self.given) if "/tulis" in route.request.url else ""
        body = PAGE.format(person=person, form=form, mark=self.mark)
        route.fulfill(body=body, content_type="text/html")

    def go(self, path):
        """Open a page."""
        self.page.goto(ADDRESS + path)

    def write(self, **fields):
        """Type into fields."""
        for name, value in fields.items():
            self.page.fill(f"[name={name}]", value)

    def press(self, label):
        """Press a button and wait for the answer."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=label).click()

    def written(self, name="reason"):
        """Give what a field holds."""
        return self.page.input_value(f"[name={name}]")

    @property
    def is_said(self):
        """Tell whether the page says that something came back."""
        return self.page.locator("main [role=status]").count() == 1


@pytest.fixture(scope="module")
def browser():
    require_browser()
    with running_browser() as found:
        yield found


@pytest.fixture
def office(browser):
    context = browser.new_context()
    yield Office(context.new_page())
    context.close()


def cut_short(office, label="Kirim"):
    """Send a form when the session is over: the door answers."""
    office.person = ""
    office.press(label)
    office.person = "7"


def test_what_was_typed_comes_back_after_signing_in_again(office):
    office.go("/tulis")
    office.write(reason="Desanya keliru", place="Lahat")
    office.page.select_option("[name=kind]", "a")
    cut_short(office)
    office.go("/")
    office.go("/tulis")
    assert office.written() == "Desanya keliru"
    assert office.written("place") == "Lahat"
    assert office.written("kind") == "a"
    assert office.is_said


def test_it_comes_back_once_and_not_after_it_was_taken(office):
    office.go("/tulis")
    office.write(reason="Desanya keliru")
    cut_short(office)
    office.go("/tulis")
    office.press("Kirim")
    office.go("/tulis")
    assert office.written() == ""
    assert not office.is_said


def test_what_was_sent_and_taken_does_not_come_back(office):
    office.go("/tulis")
    office.write(reason="Desanya keliru")
    office.press("Kirim")
    office.person = ""
    office.go("/")
    office.person = "7"
    office.go("/tulis")
    assert office.written() == ""


def test_a_form_that_came_too_late_counts_as_not_taken(office):
    office.go("/tulis")
    office.write(reason="Desanya keliru")
    office.mark = "data-expired"
    office.press("Kirim")
    office.mark = ""
    office.go("/tulis")
    assert office.written() == "Desanya keliru"


def test_numbers_of_people_and_passwords_are_never_kept(office):
    office.go("/tulis")
    office.write(nik="1", secret="rahasia", place="1604 0120 0385 9001", reason="ada")
    kept = office.page.evaluate("sessionStorage.getItem('naungan-draft')")
    assert "rahasia" not in kept
    assert "9001" not in kept
    cut_short(office)
    office.go("/tulis")
    found = [office.written(name) for name in ("nik", "secret", "place", "reason")]
    assert found == ["", "", "", "ada"]


def test_another_person_at_the_same_screen_sees_nothing_of_it(office):
    office.go("/tulis")
    office.write(reason="Desanya keliru")
    cut_short(office)
    office.person = "8"
    office.go("/tulis")
    assert office.written() == ""
    office.person = "7"
    office.go("/tulis")
    assert office.written() == ""


def test_signing_out_leaves_nothing(office):
    office.go("/tulis")
    office.write(reason="Desanya keliru")
    office.person = ""
    office.press("Keluar")
    kept = office.page.evaluate("sessionStorage.getItem('naungan-draft')")
    assert "Desanya" not in kept


def test_what_the_office_shows_by_now_stands(office):
    office.go("/tulis")
    office.write(reason="Desanya keliru")
    cut_short(office)
    office.given = "Ditulis di tempat lain"
    office.go("/tulis")
    assert office.written() == "Ditulis di tempat lain"
    assert not office.is_said
