"""The floor under the tests' coverage only rises."""

import json
import subprocess


FLOOR = "tests/coverage_floor.json"


def test_no_commit_lowered_the_coverage_floor(root):
    log = ["git", "log", "--format=%H", "--", FLOOR]
    commits = subprocess.check_output(log, cwd=root, text=True).split()
    versions = [
        subprocess.check_output(["git", "show", f"{commit}:{FLOOR}"], cwd=root)
        for commit in reversed(commits)
    ]
    versions.append((root / FLOOR).read_bytes())
    floors = [json.loads(version) for version in versions]
    for earlier, later in zip(floors, floors[1:], strict=False):
        for ring, floor in earlier.items():
            assert later[ring] >= floor, ring
