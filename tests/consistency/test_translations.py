"""Every text of the pages has its English, and the compiled catalogue is current."""

import subprocess
import sys


def test_nothing_is_untranslated_and_the_compiled_catalogue_is_current(root):
    command = [sys.executable, "tools/build_translations.py", "--check"]
    done = subprocess.run(
        command, cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
