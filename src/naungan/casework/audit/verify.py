"""Proof of the two logs: every hash is made again from what stands there.

An entry that was changed no longer fits its hash; one that was removed, put in or
moved breaks the numbering or the chain. A tail cut off with everything after it
leaves a shorter chain that fits: only a head printed earlier, and kept elsewhere,
shows that. Looks that were pruned for their age are told apart from missing ones by
the act that pruned them, which stands in the chain of acts.
"""

import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final, Protocol

from django.db import connection


FIRST: Final = "0" * 64
ACTS: Final = (
    "SELECT id, previous_hash, hash, audit_act_text(act) FROM audit_act act ORDER BY id"
)
SEALS: Final = (
    "SELECT id, previous_hash, hash, audit_block_text(seal) "
    "FROM audit_seal seal ORDER BY id"
)
BLOCKS: Final = (
    "SELECT id, looks, content_hash, audit_seal_text(first_look, last_look), "
    "(SELECT count(*) FROM audit_look WHERE id BETWEEN first_look AND last_look) "
    "FROM audit_seal ORDER BY id"
)
STRAYS: Final = (
    "SELECT look.id FROM audit_look look WHERE look.id <= "
    "(SELECT max(last_look) FROM audit_seal) AND NOT EXISTS (SELECT 1 FROM audit_seal "
    "WHERE look.id BETWEEN first_look AND last_look) ORDER BY look.id"
)
PRUNED: Final = (
    "SELECT coalesce(max((details->>'through_seal')::bigint), 0) FROM audit_act "
    "WHERE verb = 'prune' AND noun = 'look'"
)
LOOKS: Final = (
    "SELECT count(*), count(*) FILTER (WHERE id > "
    "(SELECT coalesce(max(last_look), 0) FROM audit_seal)) FROM audit_look"
)


class Database(Protocol):
    """Whatever gives cursors: the framework's connection or the driver's."""

    def cursor(self) -> Any:
        """Give a cursor."""
        ...


@dataclass(frozen=True)
class Broken:
    """A place where a log does not prove what was before it."""

    log: str
    id: int
    why: str


@dataclass(frozen=True)
class Proof:
    """What was verified, and where it failed; looks not yet sealed are counted.

    `head` and `seal_head` are the last hashes: kept elsewhere, they prove later
    that nothing was cut off.
    """

    acts: int
    seals: int
    pruned_seals: int
    looks: int
    unsealed: int
    head: str
    seal_head: str
    broken: tuple[Broken, ...]


def verify(database: Database = connection, *, printed: Collection[str] = ()) -> Proof:
    """Walk both chains with the owner's rights; nothing is changed.

    `printed` are heads of earlier proofs that the chains must still contain.
    """
    acts, act_faults = _walk(database, "audit_act", ACTS)
    seals, seal_faults = _walk(database, "audit_seal", SEALS)
    pruned = _rows(database, PRUNED)[0][0]
    looks, unsealed = _rows(database, LOOKS)[0]
    known = {FIRST, *acts, *seals}
    lost = [one for one in printed if one not in known]
    return Proof(
        acts=len(acts),
        seals=len(seals),
        pruned_seals=min(pruned, len(seals)),
        looks=looks,
        unsealed=unsealed,
        head=acts[-1] if acts else FIRST,
        seal_head=seals[-1] if seals else FIRST,
        broken=(
            *act_faults,
            *seal_faults,
            *_blocks(database, pruned),
            *(
                Broken("audit_look", row[0], "tidak termasuk segel mana pun")
                for row in _rows(database, STRAYS)
            ),
            *(
                Broken("sidik", 0, f"{one} tidak ada lagi: ekornya dipotong")
                for one in lost
            ),
        ),
    )


def _walk(database: Database, log: str, query: str) -> tuple[list[str], list[Broken]]:
    """Follow one chain; give its hashes and where it does not hold."""
    hashes: list[str] = []
    faults: list[Broken] = []
    previous = FIRST
    for number, (found, before, own, text) in enumerate(
        _rows(database, query), start=1
    ):
        if found != number:
            faults.append(Broken(log, found, f"nomor {number} hilang"))
            break
        if before != previous:
            faults.append(Broken(log, found, "tidak menyambung pada yang sebelumnya"))
        if _hash(before + text) != own:
            faults.append(Broken(log, found, "isinya tidak sama dengan sidiknya"))
        hashes.append(own)
        previous = own
    return hashes, faults


def _blocks(database: Database, pruned: int) -> Iterator[Broken]:
    """Compare the looks of every block with its seal, or see that they are gone."""
    for number, looks, content_hash, text, found in _rows(database, BLOCKS):
        if number <= pruned:
            if found:
                yield Broken("audit_look", number, "segel ini sudah dipangkas")
        elif found != looks or _hash(text) != content_hash:
            yield Broken("audit_look", number, "isi segel ini berubah atau hilang")


def _rows(database: Database, query: str) -> list[tuple[Any, ...]]:
    with database.cursor() as cursor:
        cursor.execute(query)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
