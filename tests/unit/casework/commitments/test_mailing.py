"""Minutes go by mail once: to whoever takes part, and to owners with what is theirs."""

import smtplib

import pytest
from tests.unit.casework.commitments.conftest import TODAY

from naungan.casework import clock
from naungan.casework.accounts import scope
from naungan.casework.accounts.models import Institution
from naungan.casework.commitments import tasks
from naungan.casework.coordination.actions import minutes
from naungan.casework.coordination.gathering import minutes_content


SITE = "https://kantor.contoh.id/"
MAIL = tasks.mail_minutes.func


@pytest.fixture(autouse=True)
def now(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


@pytest.fixture
def version(desks, event):
    return minutes.put_forward(
        by=desks.branch,
        event=event,
        kind="minutes",
        content=minutes_content(event),
        signers=[Institution.objects.get(pk=desks.agency.institution_id)],
    )


def test_each_is_told_what_is_its_own(promise, version, desks, houses, mailoutbox):
    promise("Mendata desa", owner_institution=houses["dpmd"], due_on=TODAY)
    outside = promise("Menyusun anggaran", owner_institution=houses["dinsos"])
    MAIL(version.pk, SITE)
    by_address = {letter.to[0]: letter.body for letter in mailoutbox}
    assert sorted(by_address) == [
        *("cabang@contoh.id", "dinsos@contoh.id"),
        *("dpmd@contoh.id", "kejari@contoh.id"),
    ]
    assert "Mendata desa (2 November 2026)" in by_address["dpmd@contoh.id"]
    assert outside.what in by_address["dinsos@contoh.id"]
    assert "Mendata desa" not in by_address["kejari@contoh.id"]
    address = f"https://kantor.contoh.id/rapat/{version.event_id}/notulen/{version.pk}"
    assert all(address in body for body in by_address.values())


def test_a_version_is_mailed_once_and_says_to_how_many(version, desks, mailoutbox):
    MAIL(version.pk, SITE)
    MAIL(version.pk, SITE)
    assert len(mailoutbox) == 3
    scope.enter(desks.branch)
    version.refresh_from_db()
    assert version.mailed_at is not None
    assert version.mailed_people == 3


class Broken:
    """A mail server that is away."""

    def send_messages(self, letters):
        raise smtplib.SMTPServerDisconnected


class Later:
    """Stands for a task; keeps with what it is to be done again."""

    def __init__(self):
        self.asked = []

    def using(self, **_when):
        return self

    def enqueue(self, *given):
        self.asked.append(given)


def test_a_fault_of_the_mail_server_is_tried_again_and_not_for_ever(
    version, desks, monkeypatch
):
    later = Later()
    monkeypatch.setattr(tasks, "mail_minutes", later)
    monkeypatch.setattr(tasks, "get_connection", Broken)
    for tried in (1, tasks.MOST_TRIES):
        with pytest.raises(smtplib.SMTPException):
            MAIL(version.pk, SITE, tried)
    assert later.asked == [(version.pk, SITE, 2)]
    scope.enter(desks.branch)
    version.refresh_from_db()
    assert version.mailed_at is None
