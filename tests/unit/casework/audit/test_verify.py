"""Whatever is done to the logs behind the application's back is found."""

import psycopg
import pytest
from tests.office_database import superuser_url

from naungan.casework.audit.verify import FIRST, verify


ACT = (
    "INSERT INTO audit_act (at, verb, noun, noun_id, details) "
    "VALUES (now(), 'open', 'thing', %s, '{}')"
)
LOOK = (
    "INSERT INTO audit_look (at, noun, noun_id, purpose, unmasked, rows) "
    "VALUES (now(), 'person', %s, 'uji', false, 1)"
)
FORGED_LOOK = (
    "INSERT INTO audit_look (id, at, noun, noun_id, purpose, unmasked, rows) "
    "OVERRIDING SYSTEM VALUE VALUES (%s, now(), 'person', 'x', 'uji', false, 1)"
)


@pytest.fixture
def database(django_db_setup):
    """The logs with five acts and three sealed blocks, for whoever owns the machine."""
    with psycopg.connect(superuser_url()) as con:
        for number in range(1, 6):
            con.execute(ACT, [str(number)])
        for _ in range(3):
            con.execute(LOOK, ["1"])
            con.execute(LOOK, ["2"])
            con.execute("SELECT audit_seal_looks()")
            con.execute("SELECT nextval(pg_get_serial_sequence('audit_look', 'id'))")
        con.execute("SET LOCAL session_replication_role = replica")  # no trigger fires
        yield con
        con.rollback()


def faults(database, **rest):
    return [(one.log, one.why) for one in verify(database, **rest).broken]


def test_what_nobody_touched_is_proved(database):
    proof = verify(database)
    assert (proof.acts, proof.seals, proof.looks, proof.unsealed) == (5, 3, 6, 0)
    assert not proof.broken
    assert FIRST not in (proof.head, proof.seal_head)


def test_an_empty_log_is_proved_too(database):
    database.rollback()
    proof = verify(database)
    assert (proof.acts, proof.head, proof.seal_head) == (0, FIRST, FIRST)
    assert not proof.broken


@pytest.mark.parametrize(
    "change",
    [
        "verb = 'close'",
        "at = at - interval '1 day'",
        "noun_id = '9'",
        "details = '{\"a\": 1}'",
        "institution_id = 1",
    ],
)
def test_a_changed_act_is_found(database, change):
    database.execute(f"UPDATE audit_act SET {change} WHERE id = 3")
    assert ("audit_act", "isinya tidak sama dengan sidiknya") in faults(database)


def test_an_act_changed_together_with_its_own_hash_breaks_the_next(database):
    database.execute(
        "UPDATE audit_act act SET verb = 'close', hash = encode(sha256(convert_to("
        "previous_hash || audit_act_text(act), 'UTF8')), 'hex') WHERE id = 3"
    )
    database.execute(
        "UPDATE audit_act act SET hash = encode(sha256(convert_to("
        "previous_hash || audit_act_text(act), 'UTF8')), 'hex') WHERE id = 3"
    )
    assert faults(database) == [("audit_act", "tidak menyambung pada yang sebelumnya")]


def test_a_deleted_act_is_found(database):
    database.execute("DELETE FROM audit_act WHERE id = 3")
    assert ("audit_act", "nomor 3 hilang") in faults(database)


def test_an_act_put_in_the_middle_is_found(database):
    database.execute("UPDATE audit_act SET id = id + 100 WHERE id > 2")
    database.execute("UPDATE audit_act SET id = id - 99 WHERE id > 100")
    database.execute(
        "INSERT INTO audit_act (id, at, verb, noun, noun_id, details, previous_hash, hash)"
        " SELECT 3, at, 'forged', 'thing', '1', '{}', previous_hash, repeat('a', 64)"
        " FROM audit_act WHERE id = 2"
    )
    assert faults(database)


def test_acts_that_changed_places_are_found(database):
    for old, new in ((2, 90), (4, 2), (90, 4)):
        database.execute("UPDATE audit_act SET id = %s WHERE id = %s", [new, old])
    assert ("audit_act", "tidak menyambung pada yang sebelumnya") in faults(database)


@pytest.mark.parametrize("log", ["audit_act", "audit_seal"])
def test_a_tail_cut_off_is_found_with_a_head_printed_before(database, log):
    before = verify(database)
    if log == "audit_seal":
        database.execute(
            "DELETE FROM audit_look WHERE id >= (SELECT first_look FROM audit_seal WHERE id = 3)"
        )
    database.execute(f"DELETE FROM {log} WHERE id >= 3")
    assert not faults(database), "a shorter chain fits by itself"
    printed = [before.head, before.seal_head]
    assert len(faults(database, printed=printed)) == 1


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE audit_look SET noun_id = '9' WHERE id = {first}",
        "UPDATE audit_look SET unmasked = true WHERE id = {first}",
        "UPDATE audit_look SET at = at - interval '1 day' WHERE id = {first}",
        "DELETE FROM audit_look WHERE id = {first}",
        "DELETE FROM audit_look WHERE id BETWEEN {first} AND {last}",
        "UPDATE audit_seal SET looks = 1 WHERE id = 2",
        "UPDATE audit_seal SET at = at - interval '1 day' WHERE id = 2",
        "UPDATE audit_seal SET content_hash = repeat('0', 64) WHERE id = 2",
        "DELETE FROM audit_seal WHERE id = 2",
    ],
)
def test_a_tampered_block_of_looks_is_found(database, tampering):
    first, last = database.execute(
        "SELECT first_look, last_look FROM audit_seal WHERE id = 2"
    ).fetchone()
    database.execute(tampering.format(first=first, last=last))
    assert faults(database)


def test_a_look_put_between_two_blocks_is_found(database):
    (last,) = database.execute(
        "SELECT last_look FROM audit_seal WHERE id = 1"
    ).fetchone()
    database.execute(FORGED_LOOK, [last + 1])
    assert faults(database) == [("audit_look", "tidak termasuk segel mana pun")]


def test_a_pruned_block_is_told_from_a_missing_one(database):
    (last,) = database.execute(
        "SELECT last_look FROM audit_seal WHERE id = 2"
    ).fetchone()
    database.execute("SET LOCAL session_replication_role = origin")
    database.execute(
        "INSERT INTO audit_act (at, verb, noun, noun_id, details) "
        "VALUES (now(), 'prune', 'look', '2', '{\"through_seal\": 2}')"
    )
    assert faults(database) == [("audit_look", "segel ini sudah dipangkas")] * 2
    database.execute("SET LOCAL session_replication_role = replica")
    database.execute("DELETE FROM audit_look WHERE id <= %s", [last])
    proof = verify(database)
    assert (proof.seals, proof.pruned_seals, proof.looks) == (3, 2, 2)
    assert not proof.broken
