"""Proof of the two logs: every hash is made again from what stands there."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection


FIRST = "0" * 64


@dataclass(frozen=True)
class Broken:
    """A place where a log does not prove what was before it."""

    log: str
    id: int
    why: str


@dataclass(frozen=True)
class Proof:
    """What was verified, and where it failed; looks not yet sealed are counted."""

    acts: int
    seals: int
    looks: int
    unsealed: int
    head: str
    broken: tuple[Broken, ...]


def verify() -> Proof:
    """Walk both chains with the owner's rights; nothing is changed."""
    acts = list(_acts())
    seals = list(_seals())
    broken = [*_chain("audit_act", acts), *_chain("audit_seal", seals)]
    looks, unsealed = _counted()
    return Proof(
        acts=len(acts),
        seals=len(seals),
        looks=looks,
        unsealed=unsealed,
        head=acts[-1].hash if acts else FIRST,
        broken=tuple(broken),
    )


@dataclass(frozen=True)
class _Entry:
    id: int
    previous: str
    hash: str
    text: str


def _acts() -> Iterator[_Entry]:
    yield from _entries(
        "SELECT id, previous_hash, hash, audit_act_text(act) FROM audit_act act ORDER BY id"
    )


def _seals() -> Iterator[_Entry]:
    yield from _entries(
        "SELECT id, previous_hash, hash, audit_seal_text(first_look, last_look) "
        "FROM audit_seal ORDER BY id"
    )


def _entries(query: str) -> Iterator[_Entry]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        for row in cursor:
            yield _Entry(*row)


def _chain(log: str, entries: list[_Entry]) -> Iterator[Broken]:
    previous = FIRST
    for number, entry in enumerate(entries, start=1):
        if entry.id != number:
            yield Broken(log, entry.id, f"nomor {number} hilang")
            return
        if entry.previous != previous:
            yield Broken(log, entry.id, "tidak menyambung pada yang sebelumnya")
        text = (entry.previous + entry.text).encode()
        if hashlib.sha256(text).hexdigest() != entry.hash:
            yield Broken(log, entry.id, "isinya tidak sama dengan sidiknya")
        previous = entry.hash


def _counted() -> tuple[int, int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), count(*) FILTER (WHERE id > "
            "(SELECT coalesce(max(last_look), 0) FROM audit_seal)) FROM audit_look"
        )
        looks, unsealed = cursor.fetchone()
    return looks, unsealed
