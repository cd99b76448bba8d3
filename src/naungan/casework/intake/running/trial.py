"""The dry run of one file: what would be read, what not, and why; nothing changes."""

import shutil
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.utils import timezone

from naungan.casework.intake import files
from naungan.casework.intake.models import Batch
from naungan.casework.intake.rules import check_move
from naungan.casework.intake.running.database import patiently, whole_office
from naungan.engine.reading.preview import Reason, TriedOut, WrongRow, try_out
from naungan.lib.errors import Refusal


MOST_REASONS: Final = 20


@dataclass(frozen=True)
class Asked:
    """A batch to be tried out, and the moment at which that was asked for."""

    batch: Batch
    since: datetime


def carry_out(number: int) -> None:
    """Try a batch out, where that is still wanted."""
    asked = patiently(lambda: _asked(number))
    if asked is None:
        return
    growing = files.returned_folder() / f"{number}.growing"
    shutil.rmtree(growing, ignore_errors=True)
    began = time.perf_counter()
    try:
        tried = _tried(asked.batch, growing)
        returned = _kept(asked.batch, tried)
    except Refusal as refusal:
        fault = str(refusal)
        patiently(lambda: _note(asked, fault=fault))
        return
    finally:
        shutil.rmtree(growing, ignore_errors=True)
    files.show(asked.batch, shown(tried, time.perf_counter() - began))
    patiently(lambda: _note_tried(asked, tried, returned))


def _tried(batch: Batch, out: Path) -> TriedOut:
    return try_out(
        files.file_of(batch),
        kind=batch.series.kind,
        mapping=batch.mapping,
        month=batch.month,
        region=batch.series.region_code or None,
        out=out,
        name=batch.name,
    )


def _kept(batch: Batch, tried: TriedOut) -> str:
    """Keep the rejected rows as a workbook, or as text where they are too many."""
    given = tried.returned or tried.returned_csv
    if given is None:
        return ""
    name = f"{batch.pk}{given.suffix}"
    given.chmod(files.PRIVATE)
    given.replace(files.returned_folder() / name)
    return name


def _asked(number: int) -> Asked | None:
    with whole_office():
        found = Batch.objects.select_related("series").exclude(trying_since=None)
        batch = found.filter(pk=number, removed_at=None).first()
    if batch is None or batch.trying_since is None:
        return None
    return Asked(batch, batch.trying_since)


def _note_tried(asked: Asked, tried: TriedOut, returned: str) -> None:
    _note(
        asked,
        state=check_move(asked.batch, "try_out"),
        counts={
            "read": tried.read,
            "accepted": tried.accepted,
            "rejected": tried.rejected,
            "set_aside": tried.set_aside,
            "duplicates": tried.duplicates,
        },
        messages=list(tried.messages),
        returned=returned,
        tried_at=timezone.now(),
        fault="",
    )


def _note(asked: Asked, **noted: object) -> None:
    """Write what came out, unless the batch was changed or asked for again meanwhile."""
    with whole_office():
        wanted = Batch.objects.filter(pk=asked.batch.pk, trying_since=asked.since)
        wanted.update(trying_since=None, **noted)


def shown(tried: TriedOut, seconds: float) -> dict[str, Any]:
    """Arrange what a page shows of a dry run, every NIK in it masked already."""
    return {
        "seconds": round(seconds, 1),
        "sheet": tried.mapping.get("_sheet", ""),
        "noted": sum(one.count for one in _of(tried, "warnings")),
        "reasons": [_reason(one) for one in _of(tried, "rejected")[:MOST_REASONS]],
        "notes": [_reason(one) for one in _of(tried, "warnings")[:MOST_REASONS]],
        "aside": [
            {"why": one.code, "count": one.count} for one in _of(tried, "set_aside")
        ],
        "columns": list(tried.wrong.columns),
        "rows": [_row(one) for one in tried.wrong.rows],
    }


def _of(tried: TriedOut, table: str) -> list[Reason]:
    found = [one for one in tried.reasons if one.table == table]
    return sorted(found, key=lambda one: -one.count)


def _reason(one: Reason) -> dict[str, Any]:
    return {
        "code": one.code,
        "column": one.header or one.column or "",
        "count": one.count,
        "message": one.message,
    }


def _row(one: WrongRow) -> dict[str, Any]:
    return {
        "line": one.line,
        "cells": list(one.cells),
        "faults": {
            str(at): {"message": fault.message, "severity": fault.severity}
            for at, fault in one.faults.items()
        },
    }
