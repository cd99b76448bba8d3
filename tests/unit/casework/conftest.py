"""The office's database and a few invented institutions for tests of its rules."""

from tests.office_database import django_db_setup  # first: it sets Django up


# isort: split
from datetime import date

import pytest

from naungan.casework.accounts import actions, scope
from naungan.casework.accounts.models import Appointment, Institution, User


__all__ = ["django_db_setup"]
TODAY = date(2026, 11, 2)
PASSWORD = "sandi-rekaan-2026"


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    """Hash passwords cheaply: no test here is about how hard they are to guess."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def office(db):
    """The first administrator's scope, in force for the test's transaction."""
    founder = actions.found_office(
        name="Kantor Cabang Contoh",
        kind="bpjs_branch",
        code="cabang-contoh",
        region_code="16.04",
        email="pendiri@contoh.id",
        person="Pendiri Rekaan",
        password=PASSWORD,
        on=TODAY,
    )
    reach = scope.of_appointment(founder)
    scope.enter(reach)
    return reach


@pytest.fixture
def works(office):
    """Make a person with a role in an institution and give the scope of it."""

    def make(
        role: str,
        kind: str = "dpmd",
        code: str = "dpmd-contoh",
        email: str = "orang@contoh.id",
    ):
        scope.enter(office)
        institution, _ = Institution.objects.get_or_create(
            code=code, defaults={"kind": kind, "name": code, "region_code": "16.04"}
        )
        user = User.objects.create_user(email, PASSWORD, name=email)
        held = Appointment.objects.create(
            user=user, institution=institution, role=role, from_on=TODAY
        )
        return scope.of_appointment(held)

    return make
