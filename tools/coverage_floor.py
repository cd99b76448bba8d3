"""Hold the branch coverage of law and engine above a floor that only rises.

Reads the data that `./naungan test` has just gathered and compares it with
`tests/coverage_floor.json`. `--raise` writes today's figures into that file;
a consistency test refuses a floor lower than an earlier commit's.
"""

import json
import subprocess
import sys
from pathlib import Path


ROOT = Path(__file__).resolve().parent.parent
FLOOR = ROOT / "tests" / "coverage_floor.json"
MEASURE = [sys.executable, "-m", "coverage"]


def measured(ring: str) -> float:
    """Return the per cent of lines and branches of one ring that tests ran."""
    report = [*MEASURE, "report", "--format=total", "--precision=1"]
    include = f"--include=src/naungan/{ring}/*"
    output = subprocess.check_output([*report, include], cwd=ROOT, text=True)
    return float(output)


def main(arguments: list[str]) -> int:
    """Print each ring beside its floor; 1 when one fell below."""
    subprocess.call([*MEASURE, "combine", "--quiet"], cwd=ROOT)
    floors = json.loads(FLOOR.read_text(encoding="utf-8"))
    found = {ring: measured(ring) for ring in floors}
    for ring, floor in floors.items():
        print(f"{ring:<8} {found[ring]:5.1f} %   batas bawah {floor:5.1f} %")
    if "--raise" in arguments:
        raised = {ring: max(floors[ring], found[ring]) for ring in floors}
        FLOOR.write_text(json.dumps(raised, indent=2) + "\n", encoding="utf-8")
    return 1 if any(found[ring] < floors[ring] for ring in floors) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
