"""Every command that the manual tells a user to type works as it is written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest


DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES = sorted([*DOCS.glob("how-to/*.md"), *DOCS.glob("tutorials/*.md")])
BLOCK = re.compile(r"^```bash\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def desk(tmp_path):
    """Return a folder with a `./naungan` that needs no environment of its own."""
    launcher = tmp_path / "naungan"
    launcher.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m naungan "$@"\n')
    launcher.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_block_of_a_page_runs_in_order(desk, page):
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        done = subprocess.run(
            ["bash", "-euc", block],
            cwd=desk,
            env={**os.environ, "COLUMNS": "100"},
            capture_output=True,
            text=True,
            check=False,
            timeout=240,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"
        assert "Traceback" not in done.stderr, done.stderr
