"""The interface for programs keeps to its own description, whatever is sent to it."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings as effort
from schemathesis.specs.openapi.checks import negative_data_rejection
from tests.functional.office.small_district import OWNER

from naungan.casework.accounts import scope, tokens
from naungan.casework.accounts.models import Institution
from naungan.web.api.document import description, operations


pytestmark = pytest.mark.django_db
ANSWERED = ["2xx", "401", "403", "404", "405", "413", "422", "429"]
TRIES = 12


@pytest.fixture
def code(founder, published, settings):
    """A key of the branch with every power, in an office with a published district."""
    settings.API_LIMITS = dict.fromkeys(settings.API_LIMITS, 1_000_000)
    reach = scope.of_appointment(founder)
    own = Institution.objects.get(code=OWNER)
    powers = tokens.FOR_PROGRAMS
    made = tokens.create(
        by=reach,
        institution=own,
        name="uji",
        powers=powers,
        region_code="16.04",
        days=1,
    )
    return made[1]


@pytest.fixture
def kept_open():
    """Keep the connection of the test open from one request to the next."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


def described():
    """The description, with the application that it describes behind it."""
    config = schemathesis.Config.from_dict(
        {
            "checks": {
                "positive_data_acceptance": {"expected-statuses": ANSWERED},
                "negative_data_rejection": {"expected-statuses": ANSWERED[1:]},
            },
            "generation": {"deterministic": True},
        }
    )
    found = schemathesis.openapi.from_dict(description(), config=config)
    found.app = get_wsgi_application()
    return found


api = described()


def test_the_description_that_is_served_is_the_one_that_is_tested(db):
    served = Client().get("/api/v1/openapi.json")
    assert served.json() == description()


OPERATIONS = [found.ok() for found in api.get_all_operations()]


@api.parametrize()
@effort(
    max_examples=TRIES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_one_that_was_described(case, code, kept_open):
    excluded = [negative_data_rejection] if vanishes(case) else []
    # The application is asked without a server in between, which would unpack answers.
    key = {"Authorization": f"Bearer {code}", "Accept-Encoding": "identity"}
    case.call_and_validate(headers=key, excluded_checks=excluded)


def vanishes(case):
    """Tell whether what was made wrong is not sent at all, such as an empty list."""
    strange = set(case.query or {}) - {one.name for one in case.operation.query}
    return any(case.query[name] in ([], {}, [[]]) for name in strange)


def test_every_operation_is_tried(db):
    tried = {(one.path, one.method.upper()) for one in OPERATIONS}
    told = {(one["address"], one["method"]) for one in operations(description())}
    assert tried == told
