"""Employers in a real browser: ranked, filtered, one of them, why, on a screen and a phone."""

from http import HTTPStatus

from tests.functional.office.journeys.browser import (
    PHONE,
    WIDE,
    Visitor,
)
from tests.functional.office.journeys.journey import journey
from tests.functional.office.journeys.test_field_journeys import peopled


def follow(visitor, link):
    """Follow a link and wait for the page."""
    with visitor.page.expect_navigation():
        link.click()


def find_nothing_and_drop_the_filter(head):
    """A filter that nothing matches is dropped from where it says so."""
    head.fill(nama="tidak ada yang bernama begini")
    head.press("Saring")
    head.look("daftar-kosong")
    follow(head, head.page.locator(".nothing .chosen a", has_text="bernama"))
    assert head.page.locator("table.ranked tbody tr").count() > 0


def read_the_list(head):
    """The list filters by a chip, sorts by a column, and keeps the filter."""
    assert head.go("/pemberi-kerja") == HTTPStatus.OK
    head.look("daftar")
    follow(head, head.page.locator(".chips a").nth(1))
    follow(head, head.page.locator("table.ranked thead a").nth(1))
    assert "temuan=" in head.page.url
    assert "urut=people" in head.page.url
    head.look("daftar-disaring")
    find_nothing_and_drop_the_filter(head)


def read_one_and_why(head):
    """Why stands beside the employer on a screen, and alone on a phone."""
    head.go("/pemberi-kerja?temuan=partial_workers&urut=people")
    follow(head, head.page.locator("table.ranked tbody th a").first)
    head.look("pemberi-kerja")
    follow(head, head.page.locator("[data-why]").first)
    assert head.page.locator(".why-panel section").count() == len("12345")
    assert head.page.locator("#h-findings").is_visible()
    head.look("mengapa")
    head.page.set_viewport_size(PHONE)
    assert not head.page.locator("#h-findings").is_visible()
    assert head.page.locator(".why-panel").is_visible()
    head.page.set_viewport_size(WIDE)
    follow(head, head.page.locator(".why-panel footer a"))
    follow(head, head.page.locator(".why-panel .close"))
    follow(head, head.page.locator("#h-workers ~ a"))
    head.look("pekerja-pemberi-kerja")


def read_without_scripts(browser, head):
    """Everything is reached on a phone without scripts, in English."""
    plain = Visitor(
        browser,
        head.address,
        head.shots,
        size=PHONE,
        java_script_enabled=False,
        storage_state=head.context.storage_state(),
    )
    assert plain.go("/pemberi-kerja") == HTTPStatus.OK
    follow(plain, plain.page.locator("footer").get_by_role("button", name="English"))
    assert plain.heading() == "Employers with findings"
    follow(plain, plain.page.locator("[data-why]").first)
    assert "Calculation" in plain.page.locator(".why-panel").inner_text()
    plain.picture("why-360-plain")
    return plain


def test_from_the_ranked_list_to_the_why_of_one_employer(home, shots, tmp_path):
    with journey(home, shots, tmp_path) as office:
        _village, office.secrets = peopled(home)
        head = office.at_desk("kepala")
        read_the_list(head)
        read_one_and_why(head)
        office.watch(read_without_scripts(office.browser, head))
