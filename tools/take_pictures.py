"""`python tools/take_pictures.py ADDRESS`: the pictures of the README, of a demonstration.

Each is of one page of the demonstration that runs at the address, found by following
words as a visitor would, so that a picture can be no page that nobody reaches.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright


IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
WIDE, PHONE = 1280, 360
PATIENCE = 60_000  # milliseconds
FIRST = "main table th a"
MAIL, PASSWORD = "@demo.naungan.invalid", "naungan-demo-2024"


@dataclass(frozen=True)
class Picture:
    """A page of a desk: where to begin, what to follow, what to show of it, its size.

    What to follow are the words of a link, or a selector after `main `.
    """

    name: str
    desk: str
    begin: str
    follow: tuple[str, ...] = ()
    show: str = ""
    width: int = WIDE
    height: int = 860


PICTURES = (
    Picture("coverage", "kacab", "/cakupan/16.04"),
    Picture("employers", "kacab", "/pemberi-kerja"),
    Picture(
        *("promises", "kacab", "/rapat", ("Rapat koordinasi evaluasi", "Bahan rapat")),
        show="h2:has-text('Komitmen')",
        height=740,
    ),
    Picture("review", "kacab", "/tinjau", ("Lanjutkan memutus",)),
    Picture(
        "case", "pemeriksa", "/kasus/semua?menunggu=employer", (FIRST,), height=1290
    ),
    Picture("scheme", "dpmd", "/skema", ("60 pekerja rentan",), height=1240),
    Picture("village", "desa", "/", width=PHONE, height=740),
)


def main(address: str) -> None:
    """Sign in at each desk and take its pictures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--force-color-profile=srgb"],
        )
        for one in PICTURES:
            take(signed_in(browser, address, one), address, one)
        browser.close()


def signed_in(browser: Browser, address: str, one: Picture) -> Page:
    """Open the office at a desk."""
    size = {"width": one.width, "height": one.height}
    page = browser.new_context(viewport=size, locale="id-ID").new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{address}/akun/login/")
    page.fill("[name=login]", f"{one.desk}{MAIL}")
    page.fill("[name=password]", PASSWORD)
    with page.expect_navigation():
        page.get_by_role("button", name="Masuk", exact=True).click()
    return page


def take(page: Page, address: str, one: Picture) -> None:
    """Go to the page and keep what a screen shows of it."""
    page.goto(address + one.begin)
    for step in one.follow:
        named = page.locator("main").get_by_role("link", name=step)
        with page.expect_navigation():
            (page.locator(step) if step.startswith("main ") else named).first.click()
    page.evaluate("document.fonts.ready.then(() => scrollTo(0, 0))")
    if one.show:
        page.locator(one.show).first.evaluate("one => one.scrollIntoView()")
    place = IMAGES / f"office-{one.name}.png"
    page.screenshot(path=place)
    print(place.name, page.url)


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
