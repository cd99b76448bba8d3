"""`./naungan lock`: write the locks anew from pyproject.toml.

Each lock pins every package with its hashes for all platforms and names no
host, so that any index serves. The three for use agree: the developers' lock
holds the running lock, the benchmark lock holds the running lock too. With
`--upgrade` versions move to the newest allowed; without it only what
pyproject.toml asks for changes.
"""

import shutil
import subprocess
import sys
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
FORM = [
    *("--universal", "--generate-hashes", "--no-header", "--quiet"),
    *("--python-version", "3.11"),
]
# lock -> (what it resolves, the lock whose versions it keeps)
LOCKS = {
    "uv": (["--group", "launcher"], None),
    "run": (["pyproject.toml"], None),
    "dev": (["pyproject.toml", "--group", "dev"], "run"),
    "bench": (["pyproject.toml", "--group", "bench"], "run"),
}


def find_uv() -> str:
    """Return the `uv` on PATH or the launcher's private one."""
    private = sorted(ROOT.glob(".uv/environment/*/uv*"))
    found = shutil.which("uv") or (str(private[0]) if private else None)
    if found is None:
        sys.exit("Galat: uv tidak ditemukan; pasang uv lalu jalankan lagi.")
    return found


def main(arguments: list[str]) -> int:
    """Resolve every lock in order; stop at the first that cannot be."""
    uv = find_uv()
    for name, (sources, keeps) in LOCKS.items():
        constraint = ["-c", f"locks/{keeps}.txt"] if keeps else []
        output = ["--output-file", f"locks/{name}.txt"]
        command = [uv, "pip", "compile", *sources, *constraint, *FORM, *output]
        code = subprocess.call([*command, *arguments], cwd=ROOT)
        if code:
            return code
        print(f"locks/{name}.txt ditulis")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
