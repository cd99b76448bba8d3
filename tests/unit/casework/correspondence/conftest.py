"""An institution that writes letters, and another beside it."""

from typing import NamedTuple

import pytest
from tests.unit.casework.conftest import TODAY

from naungan.casework.accounts import scope
from naungan.casework.accounts.scope import Scope
from naungan.casework.correspondence import actions
from naungan.casework.correspondence.actions import Typeset, Wanted


class Desks(NamedTuple):
    """Who writes, and who works elsewhere."""

    writer: Scope
    elsewhere: Scope


@pytest.fixture
def desks(office, works):
    """Two institutions; the first one's head is at work."""
    found = Desks(
        works("agency_head", code="satu", email="kepala@contoh.id"),
        works("agency_head", code="dua", email="lain@contoh.id"),
    )
    scope.enter(found.writer)
    return found


def wanted(about=("case", 17), **given):
    """Give a letter to be written."""
    usual = {
        "letter": "warning_1",
        "book": "TGR",
        "about": about,
        "subject": "Teguran tertulis pertama",
        "addressee": "PT Contoh Rekaan",
        "template_version": "1",
        "law_version": "hukum",
    }
    return Wanted(**(usual | given))


def typeset(numbered):
    """Set letters of a few bytes each."""
    return [
        Typeset(f"%PDF-1.7 {one.number} {one.code}".encode(), b"{}") for one in numbered
    ]


@pytest.fixture
def issued(desks):
    """Issue a letter; give it."""

    def make(**given):
        return actions.issue(
            by=desks.writer, wanted=wanted(**given), today=TODAY, typeset=typeset
        )

    return make
