"""`naungan explain`: why a person, an employer or a region counts as it does."""

import getpass
import json
import time
from pathlib import Path

import click

from naungan.command import print_json, say
from naungan.engine.explain.employer import explain_employer
from naungan.engine.explain.explanation import Explanation
from naungan.engine.explain.person import explain_person
from naungan.engine.explain.region import explain_region
from naungan.engine.snapshot import EVERYWHERE, Look, Recorder, Row, Scope, Snapshot
from naungan.lib import identity_numbers, regions
from naungan.lib.errors import SnapshotRefused


LOG = "looks.jsonl"
LONGEST_ID = 19  # digits of the largest number that we give
WORDS = {"person": "orang", "employer": "pemberi kerja", "region": "wilayah"}


@click.command(
    help=(
        "Jelaskan mengapa: dari angka sampai baris sumber dan pasal.\n\n"
        "ID orang: nomor orang, NIK, atau KPJ. ID pemberi kerja: nomor, NIB, NPP, "
        "NPWP, atau kode dalam daftar. ID wilayah: kode Kemendagri, mis. 16.04."
    ),
    epilog="Setiap orang yang dilihat dicatat di DIR/looks.jsonl.",
)
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("kind", type=click.Choice(["person", "employer", "region"]))
@click.argument("key", metavar="ID")
@click.option(
    "--purpose",
    default="penjelasan",
    metavar="TEKS",
    help="Untuk apa data ini dilihat.",
)
@click.option("--show-nik", is_flag=True, help="Tampilkan NIK utuh (dicatat).")
@click.option("--json", "as_json", is_flag=True, help="Jawaban sebagai JSON.")
def command(
    *,
    directory: Path,
    kind: str,
    key: str,
    purpose: str,
    show_nik: bool,
    as_json: bool,
) -> None:
    """Open the snapshot as the person at this terminal and explain one thing."""
    scope = Scope(
        institution=f"terminal:{getpass.getuser()}",
        regions=EVERYWHERE,
        purpose=purpose,
        sees_nik=show_nik,
    )
    snapshot = Snapshot.open(directory, _recorder(directory))
    found = [*_EXPLAINERS[kind](snapshot, scope, key)]
    if not found:
        shown = identity_numbers.mask_within(key)
        raise SnapshotRefused(
            f"Tidak ada {WORDS[kind]} dengan ID “{shown}” dalam potret ini."
        )
    if as_json:
        print_json([one.as_data() for one in found])
    else:
        say("\n\n".join(one.text() for one in found))


def _recorder(directory: Path) -> Recorder:
    """Append every look to the log of the folder before anything is shown."""

    def record(look: Look) -> None:
        entry = {"at": int(time.time()), **look.__dict__}
        with (directory / LOG).open("a", encoding="utf-8") as log:
            log.write(json.dumps(entry, ensure_ascii=False) + "\n")

    return record


def _persons(snapshot: Snapshot, scope: Scope, key: str) -> list[Explanation]:
    nik = identity_numbers.parse_nik(key)
    if nik is not None:
        rows = snapshot.persons_by_nik(scope, nik)
    else:
        rows = _by_number(snapshot, scope, key) or snapshot.persons_by_kpj(scope, key)
    return [explain_person(snapshot, scope, row) for row in rows]


def _by_number(snapshot: Snapshot, scope: Scope, key: str) -> list[Row]:
    person = snapshot.person(scope, int(key)) if _is_number(key) else None
    return [person] if person else []


def _is_number(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) <= LONGEST_ID


def _employers(snapshot: Snapshot, scope: Scope, key: str) -> list[Explanation]:
    one = snapshot.employer(scope, int(key)) if _is_number(key) else None
    rows = [one] if one else snapshot.employers_by_code(scope, key)
    return [explain_employer(snapshot, scope, row) for row in rows]


def _regions(snapshot: Snapshot, scope: Scope, key: str) -> list[Explanation]:
    known = regions.by_code(key)
    found = explain_region(snapshot, scope, known.code if known else key)
    return [found] if found.calculation else []


_EXPLAINERS = {"person": _persons, "employer": _employers, "region": _regions}
