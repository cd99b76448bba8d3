"""Styles, scripts and letters of type, laid out for serving: hashed names, compressed.

They are collected again only when one of them, or their library, changed.
"""

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from naungan.office.schema import run_django


STAMP: Final = "assets-stamp"
PACKAGES: Final = ("naungan.web", "allauth", "django", "whitenoise")


def collect(environment: dict[str, str], stamp: Path) -> bool:
    """Collect when anything changed since the last time; tell whether it did."""
    now = fingerprint()
    if stamp.exists() and stamp.read_text(encoding="ascii") == now:
        return False
    run_django(environment, "collectstatic --noinput --clear")
    stamp.write_text(now, encoding="ascii")
    return True


def fingerprint() -> str:
    """Hash every asset of ours and the place of those that libraries bring."""
    digest = hashlib.sha256()
    for package in PACKAGES:
        found = find_spec(package)
        assert found is not None
        assert found.origin is not None
        root = Path(found.origin).parent
        digest.update(str((root / "__init__.py").stat().st_mtime_ns).encode())
        for file in sorted((root / "static").rglob("*")):
            if file.is_file():
                digest.update(file.relative_to(root).as_posix().encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()
