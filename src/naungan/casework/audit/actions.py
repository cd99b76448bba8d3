"""Acts on the logs themselves: proving them, pruning what is older than its term."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from naungan.casework import act
from naungan.casework.audit.verify import Proof, verify
from naungan.lib.errors import Refusal


class LogBroken(Refusal):
    """The log does not prove itself; pruning would hide where it was changed."""

    exit_code = 1


@dataclass(frozen=True)
class Pruning:
    """How far the log of looks may be pruned: through which seal, how many looks."""

    through_seal: int
    looks: int


def record_proof(proof: Proof) -> None:
    """Write that the logs were proved, and with which result."""
    with transaction.atomic():
        act.record(
            by=None,
            verb="verify",
            noun="log",
            noun_id=proof.acts,
            acts=proof.acts,
            seals=proof.seals,
            broken=len(proof.broken),
            head=proof.head,
            seal_head=proof.seal_head,
        )


def prunable(before: datetime) -> Pruning:
    """Say which whole blocks were sealed before a moment and still hold looks."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(max(id), 0), coalesce(max(last_look), 0) "
            "FROM audit_seal WHERE at < %s",
            [before],
        )
        through_seal, last_look = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM audit_look WHERE id <= %s", [last_look])
        (looks,) = cursor.fetchone()
    return Pruning(through_seal, looks)


def prune_looks(before: datetime) -> Pruning:
    """Remove the looks of whole blocks, as the owner of the log; the seals stay.

    A log that does not prove itself is refused first.
    """
    with transaction.atomic():
        if verify().broken:
            raise LogBroken(
                "Catatan tidak cocok dengan sidiknya; jalankan naungan verify-log. "
                "Tidak ada yang dipangkas."
            )
        pruning = prunable(before)
        if pruning.looks:
            _remove(pruning, before)
    return pruning


def _remove(pruning: Pruning, before: datetime) -> None:
    act.record(
        by=None,
        verb="prune",
        noun="look",
        noun_id=pruning.through_seal,
        through_seal=pruning.through_seal,
        looks=pruning.looks,
        before=before.isoformat(),
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('naungan.pruning', 'on', true)")
        cursor.execute(
            "DELETE FROM audit_look WHERE id <= "
            "(SELECT last_look FROM audit_seal WHERE id = %s)",
            [pruning.through_seal],
        )
        cursor.execute("SELECT set_config('naungan.pruning', '', true)")
