"""The generated reference says what the code says."""

import subprocess
import sys


def test_the_reference_is_current(root):
    command = [sys.executable, "tools/build_reference.py", "--check"]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"./naungan fix\n{done.stdout}{done.stderr}"
