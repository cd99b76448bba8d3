"""`python tools/audit.py [--strict]`: known weaknesses and licences of what we run on.

Asks the public list of advisories (OSV) about every package of the locks, and
compares the licences of the running packages with those that agree with Apache-2.0.
Where the list is out of reach the advisories stay unasked and the program says so;
with `--strict`, for whoever releases, that counts as a failure.
"""

import importlib.metadata
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("locks/run.txt", "locks/dev.txt")
AUDIT = [
    *(sys.executable, "-m", "pip_audit", "--no-deps", "--disable-pip"),
    *("--vulnerability-service", "osv", "--timeout", "10", "--progress-spinner", "off"),
]
OUT_OF_REACH = ("ConnectionError", "NameResolutionError", "Max retries", "Timeout")
UNASKED = "NOT ASKED, the list of advisories is out of reach from here"
AGREES = re.compile(
    r"\b(apache|mit|bsd|0bsd|isc|psf|psfl|python software foundation|zlib|cc0"
    r"|mpl-2\.0|mozilla public license 2\.0|lgpl-3\.0)\b",
    re.IGNORECASE,
)
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==\S+(.*)$", re.MULTILINE)


def words_of(name: str) -> str:
    """Return what an installed package says of its licence, "" where not installed."""
    try:
        told = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return ""  # pinned for another system or Python
    classifiers = told.get_all("Classifier", [])
    kinds = [one for one in classifiers if one.startswith("License")]
    written = told.get("License-Expression") or told.get("License") or ""
    return " ".join([written[:200], *kinds]).strip() or "nothing"


def unfit() -> Iterator[str]:
    """Yield the running packages whose licence does not agree with ours."""
    lock = (ROOT / "locks/run.txt").read_text(encoding="utf-8")
    for name, _ in PINNED.findall(lock):
        words = words_of(name)
        if words and not AGREES.search(words):
            yield f"{name}: {words}"


def advisories(lock: str) -> tuple[bool, str]:
    """Ask about one lock; return whether it was answered, and what was found."""
    asked = subprocess.run(
        [*AUDIT, "--requirement", str(ROOT / lock)],
        capture_output=True,
        text=True,
        check=False,
    )
    said = asked.stdout + asked.stderr
    if asked.returncode and any(word in said for word in OUT_OF_REACH):
        return False, ""
    return True, said if asked.returncode else ""


def main(arguments: list[str]) -> int:
    """Ask and compare; 1 where something was found."""
    wrong = list(unfit())
    for line in wrong:
        print(f"licence does not agree: {line}")
    unasked = False
    for lock in LOCKS:
        answered, found = advisories(lock)
        unasked |= not answered
        wrong += [found] if found else []
        print(f"{lock}: {found or 'no known weakness' if answered else UNASKED}")
    return 1 if wrong or (unasked and "--strict" in arguments) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
