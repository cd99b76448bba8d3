"""`naungan read`: a draft event from a news report or minutes, each fact with its words."""

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from naungan.command import print_json, say
from naungan.engine.prose.files.opened import read_file
from naungan.engine.prose.reading import read_report
from naungan.engine.prose.record import record_of
from naungan.engine.prose.scoring import Agreement, score
from naungan.lib import dates
from naungan.lib.errors import InputRefused, reason_of


LABELS = {
    "date": "hari",
    "event_type": "jenis",
    "region": "wilayah",
    "organisers": "penyelenggara",
    "participants": "peserta",
    "roles": "peran",
    "regulations": "peraturan",
    "figures": "angka",
    "commitments": "komitmen",
}


@click.command(
    help=(
        "Baca berita atau notulen menjadi rancangan catatan kegiatan.\n\n"
        "FILE berupa teks, HTML, DOCX, atau PDF berbahasa Indonesia. Setiap fakta "
        "disertai kata-kata asalnya; yang tidak tertulis dibiarkan kosong. Tidak "
        "memakai jaringan, dan naskah yang sama selalu memberi hasil yang sama."
    ),
    epilog="Rancangan ini untuk diperiksa orang, baris demi baris, sebelum dicatat.",
)
@click.argument(
    "files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--on",
    "read_on",
    metavar="HARI",
    help="Dibaca pada hari ini, mis. 2024-12-31; membatasi tahun yang disimpulkan.",
)
@click.option(
    "--against",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Bandingkan dengan catatan buatan orang (JSON).",
)
@click.option("--json", "as_json", is_flag=True, help="Jawaban sebagai JSON.")
def command(
    *, files: tuple[Path, ...], read_on: str | None, against: Path | None, as_json: bool
) -> None:
    """Read each file and show its draft, or how well it agrees with a person's."""
    day = _day(read_on)
    records = [
        record_of(read_report(read_file(path), read_on=day), path.name)
        for path in files
    ]
    if against is not None:
        _compare(records, _written(against), as_json=as_json)
    elif as_json:
        print_json({"records": records})
    else:
        say("\n\n".join(_told(record) for record in records))


def _day(written: str | None) -> date:
    if written is None:
        return date(*time.localtime()[:3])
    when = dates.parse_date(written)
    if when is None or when.full is None:
        raise click.BadParameter(f"“{written}” bukan hari; tulis seperti 2024-12-31.")
    return when.full


def _written(path: Path) -> dict[str, dict[str, Any]]:
    """Read the records of a file by the name of their report."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return {one["source_file"]: one for one in data["records"]}
    except OSError as error:
        sentence = f"{path}: tidak dapat dibaca ({reason_of(error)})."
        raise InputRefused(sentence) from None
    except (ValueError, KeyError, TypeError):
        sentence = f"{path}: bukan JSON dengan records dan source_file."
        raise InputRefused(sentence) from None


def _compare(
    records: list[dict[str, Any]],
    written: dict[str, dict[str, Any]],
    *,
    as_json: bool,
) -> None:
    pairs = [
        (one, written[one["source_file"]])
        for one in records
        if one["source_file"] in written
    ]
    if not pairs:
        raise InputRefused("Tidak ada catatan untuk berkas yang dibaca.")
    found = score(pairs)
    if as_json:
        print_json({field: _measures(one) for field, one in found.items()})
        return
    say(f"{len(pairs)} naskah · tepat, lengkap, F1")
    for field, one in found.items():
        measures = "  ".join(f"{value:.2f}" for value in _measures(one).values())
        say(f"{LABELS[field]:<14} {measures}")


def _measures(one: Agreement) -> dict[str, float]:
    return {
        "precision": round(one.precision, 4),
        "recall": round(one.recall, 4),
        "f1": round(one.f1, 4),
    }


def _told(record: dict[str, Any]) -> str:
    """Write one draft for a person at a terminal, each fact with its words."""
    place = [text for text in record["place"].values() if text]
    when = record["date"] or record["year"] or "tidak diketahui"
    lines = [
        f"# {record['headline'] or record['source_file']}",
        f"Jenis          {', '.join(record['event_type']) or 'tidak diketahui'}",
        f"Hari           {when} · {record['date_basis']}",
        f"Tempat         {', '.join(place) or 'tidak disebut'}",
    ]
    for label, key, write in PARTS:
        lines += [f"{label:<14} {write(one)}" for one in record[key]]
    return "\n".join(lines)


def _quoted(shown: str, surface: str) -> str:
    return f"{shown}  “{surface}”"


def _region(one: dict[str, Any]) -> str:
    return _quoted(f"{one['kemendagri_code']} {one['name']}", one["surface"])


def _person(one: dict[str, Any]) -> str:
    parts = (one["name"], one["position"], one["institution"], one["role"])
    return ", ".join(part for part in parts if part)


def _regulation(one: dict[str, Any]) -> str:
    year = f" Tahun {one['year']}" if one["year"] else ""
    return _quoted(f"{one['type']} Nomor {one['number']}{year}", one["surface"])


def _figure(one: dict[str, Any]) -> str:
    return _quoted(f"{one['value']} {one['unit']}", one["meaning"])


def _promise(one: dict[str, Any]) -> str:
    when = f" ({one['when']})" if one["when"] else ""
    return _quoted(f"{one['status']}: {one['who']}{when}", one["surface"])


PARTS: Final[tuple[tuple[str, str, Callable[[Any], str]], ...]] = (
    ("Wilayah", "region", _region),
    ("Penyelenggara", "organisers", str),
    ("Peserta", "participants", _person),
    ("Kelompok", "groups", str),
    ("Topik", "topics", str),
    ("Peraturan", "regulations", _regulation),
    ("Program", "programmes", str),
    ("Angka", "figures", _figure),
    ("Komitmen", "commitments", _promise),
    ("Kendala", "pain_points", str),
    ("Catatan", "remarks", lambda one: str(one["text"])),
)
