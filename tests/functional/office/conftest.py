"""An office with one invented person for every role, on a real database."""

from tests.office_database import django_db_setup  # first: it sets Django up


# isort: split
from datetime import date

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from naungan.casework.accounts import actions, scope
from naungan.casework.accounts.models import Appointment, Institution, User
from naungan.casework.accounts.roles import ROLES


__all__ = ["django_db_setup"]
TODAY = date(2024, 1, 2)  # long before any day on which the tests run
PASSWORD = "sandi-rekaan-2026"


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    """Hash passwords cheaply: no test here is about how hard they are to guess."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def founder(db):
    """The first administrator's appointment, in force for the transaction."""
    founded = actions.found_office(
        name="Kantor Cabang Contoh",
        kind="bpjs_branch",
        code="cabang-contoh",
        region_code="16.04",
        email="pendiri@contoh.id",
        person="Pendiri Rekaan",
        password=PASSWORD,
        on=TODAY,
    )
    scope.enter(scope.of_appointment(founded))
    return founded


@pytest.fixture
def person(founder):
    """Make a signed-in client for a role in an institution of a fitting kind."""

    def make(role: str, code: str | None = None) -> Client:
        scope.enter(scope.of_appointment(founder))
        kind = ROLES[role].kinds[0]
        institution, _ = Institution.objects.get_or_create(
            code=code or f"contoh-{kind}",
            defaults={"kind": kind, "name": f"Contoh {kind}", "region_code": "16.04"},
        )
        user = User.objects.create_user(
            f"{role}@contoh.id", PASSWORD, name=f"Rekaan {role}"
        )
        Appointment.objects.create(
            user=user, institution=institution, role=role, from_on=TODAY
        )
        TOTP.activate(user, generate_totp_secret())
        client = Client()
        client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make
