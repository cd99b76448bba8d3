"""An office that serves while it is measured: started, entered, explored, weighed."""

import contextlib
import html.parser
import http.client
import http.cookies
import os
import re
import signal
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


PASSWORD = "naungan-demo-2024"
PATIENCE = 600  # seconds until every district of a new home is there
LEFT_OUT = re.compile(r"unduh=|/akun/|/bahasa|\.csv|\.xlsx|\.pdf|#|/api/")
KINDS = ((r"\d+(\.\d+)+", "<kode>"), (r"\d+", "<n>"))
FIGURES, BUILDING = b'id="h-coverage"', b"Sedang disusun"
PAGE = b"<!doctype html>"  # what begins otherwise is a file to keep
PER_KIND = 2
MOST_ASKED = 200


@contextlib.contextmanager
def serving(home: Path, port: int) -> Iterator[str]:
    """Start the demonstration in a home, wait until it is all there; give its address."""
    command = [sys.executable, "-P", "-m", "naungan", "demo", "--no-browser"]
    log = home / "measured.log"
    home.mkdir(parents=True, exist_ok=True)
    with log.open("wb") as out:
        process = subprocess.Popen(
            [*command, "--port", str(port)],
            env={**os.environ, "NAUNGAN_HOME": str(home)},
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait(log, process)
            address = f"http://127.0.0.1:{port}"
            _wait_until_built(address)
            yield address
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(60)


def _wait(log: Path, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while "terbuka di" not in log.read_text(encoding="utf-8"):
        if process.poll() is not None or time.monotonic() > deadline:
            raise SystemExit(log.read_text(encoding="utf-8"))
        time.sleep(0.2)


def _wait_until_built(address: str) -> None:
    """Wait until the districts are published and their offices furnished.

    The first page is there long before: what is measured meanwhile is the building.
    """
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with contextlib.suppress(SystemExit):  # people come a little after the door
            content = Person(address, "kacab").get("/")[1]
            if FIGURES in content and BUILDING not in content:
                return
        time.sleep(2)
    raise SystemExit(f"not built within {PATIENCE} seconds")


@dataclass
class Person:
    """Somebody signed in, who asks for pages over one connection."""

    address: str
    desk: str
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Open the connection and sign in."""
        place = urllib.parse.urlsplit(self.address)
        self._connection = http.client.HTTPConnection(place.hostname or "", place.port)
        self.get("/akun/login/")
        form = {
            "login": f"{self.desk}@demo.naungan.invalid",
            "password": PASSWORD,
            "csrfmiddlewaretoken": self.cookies["csrftoken"],
        }
        status, _, _ = self._ask("POST", "/akun/login/", urllib.parse.urlencode(form))
        if status != http.HTTPStatus.FOUND:
            raise SystemExit(f"{self.desk} could not sign in: {status}")

    def get(self, path: str) -> tuple[int, bytes, float]:
        """Ask for a page; give its status, its bytes as sent, and the seconds."""
        return self._ask("GET", path, None)

    def _ask(
        self, method: str, path: str, body: str | None
    ) -> tuple[int, bytes, float]:
        headers = {
            "Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "Referer": self.address,
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        seconds = time.perf_counter() - began
        for line in answer.headers.get_all("Set-Cookie") or ():
            for name, morsel in http.cookies.SimpleCookie(line).items():
                self.cookies[name] = morsel.value
        return answer.status, content, seconds


class _Links(html.parser.HTMLParser):
    """Collects where the links of a page lead."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link."""
        href = dict(attrs).get("href")
        if tag == "a" and href:
            self.found.append(href)


def explored(person: Person) -> dict[str, list[str]]:
    """Follow links from the first page; give paths by kind of page, a few of each."""
    waiting, kinds, asked = ["/"], {"/": ["/"]}, 0
    while waiting and asked < MOST_ASKED:
        path = waiting.pop(0)
        status, content, _ = person.get(path)
        asked += 1
        if status != http.HTTPStatus.OK or not content.startswith(PAGE):
            kinds[kind_of(path)].remove(path)
            continue
        links = _Links()
        links.feed(content.decode(errors="replace"))
        for href in links.found:
            target = urllib.parse.urljoin(path, href)
            known = kinds.setdefault(kind_of(target), [])
            if not _worth(target) or target in known or len(known) >= PER_KIND:
                continue
            known.append(target)
            waiting.append(target)
    return {kind: paths for kind, paths in kinds.items() if paths}


def kind_of(path: str) -> str:
    """Name the kind of a page: its path without what is particular, and without query."""
    plain = urllib.parse.urlsplit(path).path
    for particular, name in KINDS:
        plain = re.sub(particular, name, plain)
    return plain


def _worth(target: str) -> bool:
    return target.startswith("/") and not LEFT_OUT.search(target)


def memory(home: Path) -> int:
    """Give the memory of everything in a home in bytes, shared parts counted once."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            told = (process / "environ").read_bytes().split(b"\0")
            place = (process / "cwd").readlink().is_relative_to(home)
            ours = any(one.startswith(f"NAUNGAN_HOME={home}".encode()) for one in told)
            if not (ours or place):
                continue
            for line in (process / "smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1]) * 1024
    return total
