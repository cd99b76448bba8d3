"""What two snapshots were made of: which files came or went, and what else differs.

Everything is read from their manifests, so that it also holds for files of others and
for verdicts that were taken back since.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from naungan.casework.intake.models import Publication
from naungan.casework.intake.running import folders


VERDICTS: Final = "decisions"


@dataclass(frozen=True, order=True)
class Used:
    """A file that a snapshot was made of, by kind, owner and content."""

    kind: str
    institution: str
    sha256: str


@dataclass(frozen=True)
class Made:
    """All that decided a snapshot's answer."""

    month: str
    files: frozenset[Used]
    verdicts: frozenset[str]
    left_out: int
    law: str
    program: str


@dataclass(frozen=True)
class Difference:
    """What went into one snapshot and not into another before it."""

    came: tuple[Used, ...]
    gone: tuple[Used, ...]
    has_verdicts: bool
    has_erasures: bool
    has_law: bool
    has_program: bool

    @property
    def has_files(self) -> bool:
        """Tell whether any file came or went."""
        return bool(self.came or self.gone)


def difference(before: Publication, after: Publication) -> Difference | None:
    """Say what went into the later snapshot anew; None where nothing tells any more."""
    then, now = _made(before), _made(after)
    if then is None or now is None:
        return None
    return Difference(
        came=tuple(sorted(now.files - then.files)),
        gone=tuple(sorted(then.files - now.files)),
        has_verdicts=now.verdicts != then.verdicts,
        has_erasures=now.left_out != then.left_out,
        has_law=now.law != then.law,
        has_program=now.program != then.program,
    )


def twin(after: Publication, earlier: Iterable[Publication]) -> Publication | None:
    """Give the first of some snapshots that was made of the same files, for the same month."""
    now = _made(after)
    if now is None:
        return None
    for one in earlier:
        then = _made(one)
        if then is not None and (then.month, then.files) == (now.month, now.files):
            return one
    return None


def _made(publication: Publication) -> Made | None:
    return _read(folders.path_of(publication.folder) / folders.MANIFEST)


@lru_cache(maxsize=64)
def _read(manifest: Path) -> Made | None:
    """Read a manifest, which never changes; None where its snapshot was pruned."""
    try:
        told = json.loads(manifest.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    inputs = told["inputs"]
    return Made(
        month=told["month"],
        files=frozenset(
            Used(one["kind"], one.get("owner") or "", one["sha256"])
            for one in inputs
            if one["kind"] != VERDICTS
        ),
        verdicts=frozenset(one["sha256"] for one in inputs if one["kind"] == VERDICTS),
        left_out=told["left_out"],
        law=told["law"],
        program=told["code"],
    )
