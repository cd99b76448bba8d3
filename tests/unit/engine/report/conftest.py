"""A small snapshot written by hand: two districts, three villages, two lists."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from naungan.engine.table import all_tables


TYPES = {
    "nik": "BIGINT",
    "person_id": "BIGINT",
    "employer_id": "BIGINT",
    "village_code": "BIGINT",
    "birth_date": "DATE",
    "people": "BIGINT",
    "monthly_idr": "BIGINT",
    "weight": "FLOAT",
    "numerator": "BIGINT",
    "low": "BIGINT",
    "high": "BIGINT",
    "denominator": "BIGINT",
    "value": "DOUBLE",
    "line": "INTEGER",
    "row": "INTEGER",
    "lines": "BIGINT",
    "accepted": "BIGINT",
    "rejected": "BIGINT",
    "set_aside": "BIGINT",
    "of_people": "BIGINT",
    "rank": "BIGINT",
    "cumulative_share": "DOUBLE",
    "hidden": "BOOLEAN",
    "from_month": "INTEGER",
    "to_month": "INTEGER",
    "position": "INTEGER",
    "file_id": "SMALLINT",
    "cells": "VARCHAR[]",
}
TEXT_VALUES = ("rejected", "warnings", "parameters")
LISTS = "daftar Naungan"
OFFICIAL = "Bekerja, Sakernas Agustus 2025"

# Region, level, people, surely covered, perhaps covered.
FIGURES = (
    ("16.04", "regency", 1_000, 310, 320),
    ("16.04.07", "district", 600, 240, 250),
    ("16.04.08", "district", 400, 70, 70),
    ("16.04.07.2001", "village", 400, 210, 220),
    ("16.04.07.2002", "village", 200, 30, 30),
    ("16.04.08.2009", "village", 400, 70, 70),
)


def coverage_row(
    code: str, level: str, counts: tuple[int | None, ...], **others: Any
) -> dict[str, Any]:
    people, low, high = counts
    return {
        "measure": "coverage",
        "region_code": code,
        "level": level,
        "month": "2026-10",
        "universe": LISTS,
        "numerator": low,
        "low": low,
        "high": high,
        "denominator": people,
        **others,
    }


def _measures() -> list[dict[str, Any]]:
    rows = [coverage_row(code, level, counts) for code, level, *counts in FIGURES]
    counts = (1_250, 310, 320)
    rows.append(coverage_row("16.04", "regency", counts, universe=OFFICIAL))
    for segment, people, low in (("PU", 400, 230), ("BPU", 600, 80)):
        for month, fewer in (("2026-09", 10), ("2026-10", 0)):
            counts = (people, low - fewer, low - fewer)
            own = {"segment": segment, "month": month}
            rows.append(coverage_row("16.04", "regency", counts, **own))
    groups = (("category", "farmer", 600, 80), ("funder", "village", 1_000, 60))
    for column, code, *counts in groups:
        own = {column: code}
        rows.append(coverage_row("16.04", "regency", (*counts, counts[-1]), **own))
    rows.append(coverage_row("", "unplaced", (7, 2, 2)))
    return rows


CONTENT: dict[str, list[dict[str, Any]]] = {
    "measures": _measures(),
    "persons": [
        {
            "person_id": 1,
            "nik": 1604071205809001,
            "nik_state": "valid",
            "name": "Siti Rekaan",
            "birth_date": "1980-05-12",
            "sex": "F",
            "village_code": 1604072001,
            "lists": "desa+upah",
        },
        {
            "person_id": 2,
            "nik": None,
            "nik_state": "missing",
            "name": "=cmd()",
            "village_code": None,
            "lists": "desa",
        },
    ],
    "coverage": [
        {"person_id": 1, "month": "2026-10", "status": "active", "funder": "village"},
        {"person_id": 2, "month": "2026-10", "status": "possible"},
    ],
    "links": [
        {
            "person_id": 2,
            "kpj": "26000000001",
            "band": "review",
            "method": "scored",
            "weight": 3.25,
            "nik_level": "missing",
            "name_level": "near",
            "birth_level": "missing",
            "sex_level": "same",
            "file": "peserta.csv",
            "row": 1,
        },
        {
            "person_id": 1,
            "kpj": "26000000002",
            "band": "linked",
            "method": "nik",
            "weight": 20,
        },
    ],
    "members": [
        {
            "nik": 1604074101909002,
            "kpj": "26000000001",
            "name": "Cmd Rekaan",
            "birth_date": "1990-01-01",
            "sex": "F",
            "file": "peserta.csv",
            "row": 1,
        },
    ],
    "person_rows": [
        {"person_id": 2, "file": "/kiriman/desa.csv", "row": 2},
        {"person_id": 1, "file": "/kiriman/desa.csv", "row": 1},
    ],
    "employer_rows": [{"employer_id": 11, "file": "/kiriman/desa.csv", "row": 1}],
    "employer_links": [
        {
            "employer_id": 11,
            "npp": "NPP-12",
            "band": "review",
            "method": "scored",
            "weight": 2.5,
        }
    ],
    "employers": [
        {
            "employer_id": 10,
            "employer_ref": "E-10",
            "nib": "9120000000010",
            "name": "PT <Rekaan> & Kawan",
            "village_code": 1604072001,
            "registration": "unregistered",
        },
        {
            "employer_id": 11,
            "employer_ref": "E-11",
            "name": "CV Rekaan Dua",
            "registration": "review",
        },
        {
            "employer_id": 12,
            "employer_ref": "E-12",
            "npp": "NPP-12",
            "name": "UD Rekaan Tiga",
            "registration": "registered",
        },
    ],
    "employer_findings": [
        {
            "employer_id": 10,
            "code": "unregistered_employer",
            "people": 40,
            "monthly_idr": 12_000_000,
            "severity": "high",
            "confidence": "high",
            "instruments": "PP 86/2013 Pasal 3",
            "sentence": "40 pekerja tercatat; tidak ada pendaftaran yang cocok.",
        },
        {
            "employer_id": 11,
            "code": "contributions_in_arrears",
            "people": 90,
            "monthly_idr": 3_000_000,
            "severity": "medium",
            "confidence": "low",
            "sentence": "Iuran 3 bulan belum tercatat dibayar.",
        },
        {
            "employer_id": 11,
            "code": "partial_workers",
            "people": 5,
            "monthly_idr": 500_000,
            "severity": "high",
            "confidence": "medium",
            "sentence": "5 dari 95 pekerja tidak ditemukan sebagai peserta.",
        },
    ],
    "inputs": [
        {
            "file_id": 0,
            "file": "/kiriman/desa.csv",
            "sha256": "ab" * 32,
            "mapping": '{"_headers": ["NIK", "Nama"], "nik": "NIK", "name": "Nama"}',
            "kind": "workers",
            "lines": 5,
            "accepted": 2,
            "rejected": 2,
            "set_aside": 1,
        },
        {
            "file": "peserta.csv",
            "kind": "members",
            "lines": 2,
            "accepted": 1,
            "rejected": 0,
            "set_aside": 1,
        },
    ],
    "rejected": [
        {
            "file": "/kiriman/desa.csv",
            "line": 4,
            "row": 3,
            "column": "name",
            "value": "NIK 1604071205809001",
            "code": "missing",
            "message": "Nama kosong; isi nama.",
        },
        {
            "file": "/kiriman/desa.csv",
            "line": 5,
            "row": 4,
            "column": "name",
            "code": "missing",
            "message": "Nama kosong; isi nama.",
        },
    ],
    "rejected_cells": [
        {"file_id": 0, "line": 4, "cells": ["NIK 1604071205809001", ""]},
        {"file_id": 0, "line": 5, "cells": ["1604071205809002", ""]},
    ],
    "person_findings": [
        {"person_id": 1, "code": "shared_nik"},
        {"person_id": 2, "code": "of_a_later_version"},
    ],
    "quality": [
        {
            "file": "/kiriman/desa.csv",
            "kind": "workers",
            "measure": measure,
            "numerator": 1,
            "denominator": 2,
        }
        for measure in ("nik_missing", "nik_shared", "wage_missing")
    ],
    "pareto": [
        {
            "kind": "employer",
            "level": "regency",
            "region_code": "16.04",
            "key": str(number),
            "rank": number,
            "people": 60,
            "of_people": 140,
        }
        for number in (1, 2)
    ],
    "overlaps": [
        {"lists": "village+upah", "region_code": "16.04", "people": 1},
        {"lists": "desa", "region_code": "16.04", "people": 1},
    ],
    "legal_bases": [
        {
            "finding": "unregistered_employer",
            "position": 1,
            "from_month": 24168,
            "instrument": "pp-86-2013",
            "short": "PP 86/2013",
            "article": "Pasal 3",
            "confidence": "VERIFIED",
        },
        {
            "finding": "contributions_in_arrears",
            "position": 1,
            "from_month": 24168,
            "instrument": "pp-44-2015",
            "short": "PP 44/2015",
            "article": "Pasal 22",
            "confidence": "MEMORY",
        },
        {
            "finding": "contributions_in_arrears",
            "position": 2,
            "from_month": 24168,
            "to_month": 24180,
            "instrument": "pp-0-2014",
            "short": "PP 0/2014",
            "article": "Pasal lama",
            "confidence": "VERIFIED",
        },
    ],
}

Content = dict[str, list[dict[str, Any]]]


def write_snapshot(folder: Path, content: Content, **choices: Any) -> Path:
    """Write every table of the shelf, empty where `content` has no rows."""
    folder.mkdir(parents=True)
    with duckdb.connect() as con:
        for table in all_tables():
            rows = content.get(table.name, [])
            columns = list(
                dict.fromkeys([*table.columns, *(c for r in rows for c in r)])
            )
            types = [_type(table.name, column) for column in columns]
            made = ", ".join(f'"{c}" {t}' for c, t in zip(columns, types, strict=True))
            con.execute(f'CREATE TABLE "{table.name}" ({made})')
            for row in rows:
                marks = ", ".join("?" for _ in columns)
                cells = [row.get(column) for column in columns]
                con.execute(f'INSERT INTO "{table.name}" VALUES ({marks})', cells)
            con.execute(f"COPY \"{table.name}\" TO '{folder}/{table.name}.parquet'")
    manifest = {"code": "0.1.0", "law": "2026-11", "month": "2026-10", **choices}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def _type(table: str, column: str) -> str:
    if table in TEXT_VALUES and column == "value":
        return "VARCHAR"
    return TYPES.get(column, "VARCHAR")


@pytest.fixture(scope="session")
def written_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the small snapshot was written, once for all tests."""
    return write_snapshot(tmp_path_factory.mktemp("potret") / "small", CONTENT)


@pytest.fixture
def snapshot_dir(written_once: Path, tmp_path: Path) -> Path:
    """Return a copy of the small snapshot, as run 41."""
    return shutil.copytree(written_once, tmp_path / "runs" / "0041")


@pytest.fixture
def published_dir(snapshot_dir: Path) -> Path:
    """Return the small snapshot as a run with `--publish` would have made it."""
    path = snapshot_dir / "manifest.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**manifest, "publish": True}), encoding="utf-8")
    return snapshot_dir


@pytest.fixture
def make_snapshot(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that writes another snapshot from its own content."""

    def make(content: Content, **choices: Any) -> Path:
        return write_snapshot(tmp_path / "another", content, **choices)

    return make
