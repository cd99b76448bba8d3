"""`naungan export-log`: the log of acts for an auditor, with its hashes."""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final

import click

from naungan.command import say
from naungan.lib.errors import InputRefused, RoomRefused, reason_of
from naungan.office.frame import as_owner


ACTS: Final = """
    SELECT to_jsonb(act) || jsonb_build_object('hashed', audit_act_text(act))
    FROM audit_act act
    WHERE (%(since)s::date IS NULL OR at >= %(since)s::date)
      AND (%(until)s::date IS NULL OR at < %(until)s::date + 1)
    ORDER BY id
"""


@click.command(
    help=(
        "Tulis catatan perbuatan untuk pemeriksa: satu baris JSON tiap perbuatan, "
        "dengan sidiknya.\n\n"
        "`hash` ialah SHA-256 dari `previous_hash` disambung `hashed`, sehingga rantai "
        "dapat dibuktikan tanpa Naungan. Tanpa FILE ditulis ke layar."
    ),
    short_help="Tulis catatan perbuatan untuk pemeriksa.",
)
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="Mulai tanggal ini (UTC)."
)
@click.option(
    "--until", type=click.DateTime(["%Y-%m-%d"]), help="Sampai tanggal ini (UTC)."
)
def command(*, file: Path | None, since: Any, until: Any) -> None:
    """Write every act of the chosen days, oldest first."""
    if file is not None and file.exists():
        raise InputRefused(f"{file} sudah ada; sebut nama lain.")
    days = {"since": since, "until": until}
    with as_owner():
        if file is None:
            _write(sys.stdout, days)
            return
        try:
            with file.open("x", encoding="utf-8") as target:
                file.chmod(0o600)
                count = _write(target, days)
        except OSError as error:
            raise RoomRefused(
                f"{file} tidak dapat ditulis ({reason_of(error)})."
            ) from error
    say(f"{count} perbuatan ditulis ke {file}.")


def _write(target: Any, days: dict[str, date | None]) -> int:
    count = 0
    for act in _acts(days):
        target.write(json.dumps(act, ensure_ascii=False, sort_keys=True) + "\n")
        count += 1
    return count


def _acts(days: dict[str, date | None]) -> Iterator[dict[str, Any]]:
    # Imported here: the framework is set up by now.
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL timezone = 'UTC'")
        cursor.execute(ACTS, days)
        while rows := cursor.fetchmany(1_000):
            for (act,) in rows:
                yield act if isinstance(act, dict) else json.loads(act)
