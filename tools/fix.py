"""`./naungan fix`: let ruff mend and lay out the code; write the reference anew."""

import subprocess
import sys
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
RUFF = [sys.executable, "-m", "ruff"]


def main() -> int:
    """Run all mending steps and return the first failure."""
    checked = subprocess.call([*RUFF, "check", "--fix", ".", "naungan"], cwd=ROOT)
    formatted = subprocess.call([*RUFF, "format", ".", "naungan"], cwd=ROOT)
    reference = [sys.executable, "tools/build_reference.py"]
    written = subprocess.call(reference, cwd=ROOT)
    return checked or formatted or written


if __name__ == "__main__":
    sys.exit(main())
