"""A pause of the database is waited for; inside a transaction there is no second try."""

import pytest
from django.db import OperationalError, connection

from naungan.casework.intake.models import Run
from naungan.casework.intake.running import database


class Away:
    """A database that is away for the first tries."""

    in_atomic_block = False
    closed = 0

    def close(self):
        """Count how often the broken connection is given up."""
        self.closed += 1


@pytest.fixture
def away(monkeypatch):
    found = Away()
    monkeypatch.setattr(database, "connection", found)
    monkeypatch.setattr(database, "PAUSE", 0.0)
    return found


def failing(times):
    tries = []

    def do():
        tries.append(1)
        if len(tries) <= times:
            raise OperationalError("gone")
        return len(tries)

    return do


def test_what_fails_while_the_database_is_away_is_done_when_it_is_back(away):
    assert database.patiently(failing(2)) == 3
    assert away.closed == 2


def test_patience_has_an_end(away):
    with pytest.raises(OperationalError):
        database.patiently(failing(1), patience=-1.0)


def test_inside_a_transaction_nothing_is_tried_twice(away):
    away.in_atomic_block = True
    with pytest.raises(OperationalError):
        database.patiently(failing(1))


@pytest.mark.django_db
def test_the_whole_office_is_in_reach_for_one_transaction_only():
    with database.whole_office(), connection.cursor() as cursor:
        assert not Run.objects.exists()
        cursor.execute("SELECT current_setting('naungan.every_institution', true)")
        assert cursor.fetchone() == ("on",)
