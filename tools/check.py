"""`./naungan test [KIND] [pytest options]`: every check, as CI runs it.

Without a kind all stages run, also after one has failed, so that one run
shows everything there is to mend; the exit code is 1 when any failed. With a
kind (or a path) only those tests run. pytest comes last before the verdict,
so that its closing lines stay in sight.
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
KINDS = ("unit", "spec", "generative", "functional", "consistency")
MODULE = [sys.executable, "-m"]
# A file stays on one core, so that what it builds once is built once.
PYTEST = [*MODULE, "pytest", "-n", "2", "--dist", "loadscope", "--no-loadscope-reorder"]
SLOWEST = "--durations=25"
# Watching lines slows the whole process and every server it starts, and only law and
# engine have a floor: the office's tests run unwatched.
OFFICE = [
    *("tests/functional/office", "tests/unit/casework"),
    *("tests/unit/config", "tests/unit/office", "tests/unit/web"),
    "tests/generative/casework",
]
RINGS = ["tests", *(f"--ignore={path}" for path in OFFICE)]
PROSE = ["docs/adr", "README.md", "CONTRIBUTING.md", "DEVELOPERS.md"]
PROSE += ["SECURITY.md", "CHANGELOG.md", "GLOSSARY.md"]
# The types of the office are read from its settings, which ask for these.
READ_BY_MYPY = {
    "NAUNGAN_HOME": "/nonexistent",
    "NAUNGAN_SECRET_KEY": "types",
    "DATABASE_URL": "postgresql://types@nowhere/types",
    "NAUNGAN_MODE": "test",
}
STAGES = {
    "ruff check": [*MODULE, "ruff", "check", ".", "naungan"],
    "ruff format": [*MODULE, "ruff", "format", "--check", ".", "naungan"],
    "mypy": [*MODULE, "mypy"],
    "import contracts": [str(Path(sys.executable).with_name("lint-imports"))],
    "codespell": [*MODULE, "codespell_lib", *PROSE],
    "dependency audit": [sys.executable, "tools/audit.py"],
    "tests of rings": [*MODULE, "coverage", "run", "-m", *PYTEST[2:], SLOWEST, *RINGS],
    "tests of office": [*PYTEST, SLOWEST, *OFFICE],
    "coverage floor": [sys.executable, "tools/coverage_floor.py"],
}


def bring_postgresql() -> None:
    """Install Debian's PostgreSQL where we may: the office is tested on it too.

    Only its programs are used, on folders of our own; the system's own cluster is
    neither made nor touched. Elsewhere those tests skip, with this reason.
    """
    may = os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get")
    if not may or any(Path("/usr/lib/postgresql").glob("*/bin/initdb")):
        return
    print("Memasang PostgreSQL dari Debian untuk diuji (apt-get install postgresql).")
    settings = Path("/etc/postgresql-common/createcluster.conf")
    if not settings.exists():
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("create_main_cluster = false\n", encoding="utf-8")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-q"], env=environment)
    command = ["apt-get", "install", "-y", "-q", "--no-install-recommends"]
    command += ["-o", "Dpkg::Options::=--force-confold", "postgresql"]
    if subprocess.call(command, env=environment):
        print("PostgreSQL tidak terpasang; pengujian pada server itu dilewati.")


def run(name: str, command: list[str]) -> tuple[str, bool, float]:
    """Run one stage in plain sight; return its name, success and seconds."""
    print(f"\n── {name} ──", flush=True)
    began = time.monotonic()
    extra = READ_BY_MYPY if name == "mypy" else {}
    code = subprocess.call(command, cwd=ROOT, env={**os.environ, **extra})
    return name, code == 0, time.monotonic() - began


def one_kind(arguments: list[str]) -> int:
    """Run only the tests of one kind, or those that pytest is asked for."""
    if arguments[0] == "functional":
        bring_postgresql()
    if arguments[0] in KINDS:
        arguments = [f"tests/{arguments[0]}", *arguments[1:]]
    return subprocess.call([*PYTEST, *arguments], cwd=ROOT)


def everything() -> int:
    """Run all stages and close with one line for each and a verdict."""
    bring_postgresql()
    results = [run(name, command) for name, command in STAGES.items()]
    print("\nTahap               detik  hasil")
    for name, passed, seconds in results:
        print(f"{name:<18} {seconds:6.1f}  {'lulus' if passed else 'GAGAL'}")
    failed = [name for name, passed, _ in results if not passed]
    total = sum(seconds for *_, seconds in results)
    verdict = f"gagal: {', '.join(failed)}" if failed else "semua lulus"
    print(f"{'jumlah':<18} {total:6.1f}  {verdict}", flush=True)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    """Check everything, or only what was asked for."""
    os.environ.setdefault("PYTHONUTF8", "1")
    return one_kind(arguments) if arguments else everything()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
