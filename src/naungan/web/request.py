"""What a request is once the gate let it through: it knows its scope."""

from django.http import HttpRequest

from naungan.casework.accounts.models import Appointment
from naungan.casework.accounts.scope import Scope


class ScopedRequest(HttpRequest):
    """A request of a person who works in an appointment, for pages with a power."""

    scope: Scope
    appointment: Appointment
