"""`./naungan fix`: let ruff mend and lay out the code."""

import subprocess
import sys
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
RUFF = [sys.executable, "-m", "ruff"]


def main() -> int:
    """Run both of ruff's mending modes and return the first failure."""
    checked = subprocess.call([*RUFF, "check", "--fix", ".", "naungan"], cwd=ROOT)
    formatted = subprocess.call([*RUFF, "format", ".", "naungan"], cwd=ROOT)
    return checked or formatted


if __name__ == "__main__":
    sys.exit(main())
