"""A real office and a real browser, seen only from outside, as a person sees them."""

import base64
import contextlib
import hashlib
import hmac
import itertools
import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Error, sync_playwright
from tests.functional.office.processes.running import free_port


CHROMIUM = "/usr/bin/chromium"
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
NARROWEST = 320
TARGET = 44  # pixels of a finger
PATIENCE = 30_000  # milliseconds for whatever a page needs, on a busy machine
PASSWORD = "sandi-rekaan-2026"  # of everybody whom the programs beside this appoint
AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ROOT = Path(__file__).resolve().parents[4]
SEEN_LAST = ROOT / "out" / "failed-journeys"
PICTURES = "NAUNGAN_PICTURES"  # set: journeys keep a picture of every page they judge
OURS = "NAUNGAN_", "DATABASE_", "DJANGO_"
SMALL = f"""() => [...document.querySelectorAll(
  '.button, .form input:not([type=hidden]), select, textarea, summary, .nav a, .person'
)].filter(one => one.checkVisibility() && one.getBoundingClientRect().height < {TARGET - 0.5}
  && !['radio', 'checkbox'].includes(one.type)).map(one => one.outerHTML.slice(0, 120))"""
SIDEWAYS = """() => {
  const page = document.documentElement, kept = page.clientWidth;
  if (page.scrollWidth <= kept) return [];
  return [...document.querySelectorAll('body *')]
    .filter(one => one.getBoundingClientRect().right > kept)
    .map(one => one.outerHTML.slice(0, 80));
}"""


def require_browser():
    """Skip, loudly, only where a browser cannot be expected."""
    if Path(CHROMIUM).exists():
        return
    debian = Path("/etc/debian_version").exists() and os.geteuid() == 0
    if debian or os.environ.get("CI"):
        pytest.fail(f"{CHROMIUM} is missing: apt-get install chromium")
    pytest.skip(f"NO BROWSER JOURNEY WAS MADE: {CHROMIUM} is missing")


@contextlib.contextmanager
def running_office(home, log):
    """Start `naungan up` in a home; give its address and the address of its first run."""
    port = free_port()
    with log.open("w+", encoding="utf-8") as out:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "naungan", "up", "--port", str(port)],
            env=environment(home),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            yield f"http://127.0.0.1:{port}", first_address(process, log)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def filled(home, program, *words):
    """Fill a running office from outside, by one of our programs; give what it tells."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.functional.office.{program}", *words],
        cwd=ROOT,
        env=environment(home),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def environment(home):
    """Give the environment of a home, which knows nothing of any other office."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(OURS)
    }
    return {**kept, "NAUNGAN_HOME": str(home)}


def first_address(process, log):
    """Wait until the office says where its first run is."""
    while process.poll() is None:
        for word in log.read_text(encoding="utf-8").split():
            if "/mulai/" in word:
                return word
        time.sleep(0.1)
    raise AssertionError(log.read_text(encoding="utf-8"))


@contextlib.contextmanager
def running_browser():
    """Start Debian's Chromium; it reaches nothing but this machine.

    Where a journey fails, what every visitor saw last is kept and told.
    """
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=_flags())
        try:
            yield browser
        except BaseException as failure:
            for said in last_seen(browser):
                failure.add_note(said)
            raise
        finally:
            browser.close()


def last_seen(browser):
    """Keep a picture of every open page; give where each is and what it says."""
    folder = SEEN_LAST
    folder.mkdir(parents=True, exist_ok=True)
    pages = [page for context in browser.contexts for page in context.pages]
    for at, page in enumerate(pages, 1):
        picture = folder / f"{os.getpid()}-{at}.png"
        try:
            page.screenshot(path=picture, timeout=PATIENCE)
            said = page.locator("body").inner_text(timeout=PATIENCE)[:600]
        except Error as failure:
            said = f"(no picture: {failure})"
        yield f"page {at}: {page.url} ({picture})\n{said}"


@contextlib.contextmanager
def large_letters(browser):
    """Start another one for whoever set letters of twice the size."""
    larger = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=[*_flags(), "--blink-settings=defaultFontSize=32"],
    )
    yield larger
    larger.close()


def _flags():
    alone = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    flags = [alone, "--disable-dev-shm-usage", "--force-color-profile=srgb"]
    return [*flags, *(["--no-sandbox"] if os.geteuid() == 0 else [])]


class Visitor:
    """One person at one screen, who notes whatever is wrong with the pages."""

    def __init__(self, browser, address, shots, size=WIDE, **rest):
        self.address, self.shots, self.size = address, shots, size
        rest.setdefault("locale", "id-ID")
        self.context = browser.new_context(viewport=size, **rest)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.schemes = itertools.cycle((("light", "dark"), ("dark", "light")))
        self.wrong = []
        self.asked = []
        self.page.on("request", self._asks)
        self.page.on("console", self._says)
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))

    def _asks(self, request):
        self.asked.append(request.url)
        if not request.url.startswith((self.address, "data:")):
            self.wrong.append(f"went outside: {request.url}")

    def _says(self, message):
        # A refused page is an answer that the journey asked for.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.wrong.append(f"console: {message.text}")

    def go(self, path):
        """Open a page by its path; give the status."""
        answer = self.page.goto(
            path if path.startswith("http") else self.address + path
        )
        return answer.status

    def fill(self, **fields):
        """Write into fields by their names."""
        for name, value in fields.items():
            self.page.fill(f"main [name={name}]", value)

    def press(self, label):
        """Press a button of the page by its words and wait for the answer."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role(
                "button", name=label, exact=True
            ).click()

    def sign_in(self, name, secrets=None):
        """Come in as one of the people appointed; the second step where it is asked."""
        self.go("/akun/login/")
        self.fill(login=name if "@" in name else f"{name}@contoh.id", password=PASSWORD)
        self.press("Masuk")
        if self.heading() == "Langkah kedua":
            self.fill(code=code_of(secrets[name]))
            self.press("Masuk")
        assert self.page.locator(".leave").count(), f"{name} is not in: {self.where()}"

    def follow(self, name):
        """Follow the first link of the page with these words."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("link", name=name).first.click()

    def where(self):
        """Say what the page is, for whoever reads why a journey ended here."""
        said = self.page.locator("body").inner_text()[:600]
        return f"{self.page.url} {self.page.title()!r}\n{said}"

    def heading(self):
        """Give the one heading of the page."""
        return self.page.locator("h1").inner_text()

    def look(self, name):
        """Judge the page at both widths, one light and one dark, by turns.

        What stands where does not depend on light and dark, and colours are named
        once for each: a page is seen in both, and each width is too.
        """
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        wide, narrow = next(self.schemes)
        self._judge(f"{name}-1280-{wide}", WIDE, wide)
        self._judge(f"{name}-360-{narrow}", PHONE, narrow)
        self._fits(name)
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(self.size)

    def _judge(self, name, size, scheme):
        self.page.set_viewport_size(size)
        self.page.emulate_media(color_scheme=scheme)
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        found = self.page.evaluate(f"axe.run({json.dumps(options)})")
        for one in found["violations"]:
            where = [node["target"] for node in one["nodes"]]
            self.wrong.append(f"{name}: {one['id']} {where} {one['help']}")
        self.picture(name)

    def picture(self, name):
        """Keep a picture of the page for whoever asked for pictures."""
        if PICTURES in os.environ:
            self.page.screenshot(path=self.shots / f"{name}.png", full_page=True)

    def _fits(self, name):
        small = self.page.evaluate(SMALL)
        self.wrong += [f"{name}: smaller than a finger: {one}" for one in small]
        self.page.set_viewport_size({**PHONE, "width": NARROWEST})
        wide = self.page.evaluate(SIDEWAYS)
        self.wrong += [f"{name}: too wide at {NARROWEST}: {one}" for one in wide]


def code_of(secret):
    """Compute the six digits that an application on the phone shows now (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    (number,) = struct.unpack(">I", digest[start : start + 4])
    return f"{(number & 0x7FFFFFFF) % 1_000_000:06}"


def folder_of_shots(root):
    """Give the folder of this run's pictures, emptied."""
    folder = root / "out" / "journeys"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
