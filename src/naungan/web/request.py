"""What a request is once the gate let it through: it knows its scope."""

from typing import Final

from django.http import HttpRequest, QueryDict

from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.scope import Scope


class ScopedRequest(HttpRequest):
    """A request of a person who works in an appointment, for pages with a power."""

    scope: Scope
    appointment: Appointment


NO_TEXT: Final = "\0"  # which no database keeps and nobody types


def words_of(given: QueryDict, name: str, longest: int) -> str:
    """Read the words of an address or of a form's field that no form checks."""
    return given.get(name, "").replace(NO_TEXT, "").strip()[:longest]
