"""An office with one invented person for every role, on a real database."""

from tests.office_database import (  # first: it sets Django up
    django_db_setup,
    superuser_url,
)


# isort: split
import tempfile
from datetime import date
from pathlib import Path

import psycopg
import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import connection, transaction
from django.template import Template
from django.test import Client
from tests import laid_office
from tests.functional.office.small_district import OWNER, build, publish_of

from naungan.casework.accounts import actions, scope
from naungan.casework.accounts.kinds import KINDS
from naungan.casework.accounts.models import Appointment, Institution, User
from naungan.casework.accounts.roles import ROLES
from naungan.casework.sharing.columns import COLUMNS
from naungan.casework.sharing.models import Sharing


__all__ = ["OWNER", "django_db_setup"]
TODAY = date(2024, 1, 2)  # long before any day on which the tests run
PASSWORD = "sandi-rekaan-2026"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
RENDER = vars(Template)["_render"]  # before the framework's tests put theirs in place
KEPT = ("django_migrations", "django_content_type", "auth_permission")


@pytest.fixture(autouse=True)
def fast_passwords(settings):
    """Hash passwords cheaply: no test here is about how hard they are to guess."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def unwatched(monkeypatch):
    """Let templates write without telling whoever listens what they wrote.

    The framework's tests copy the context of every part of every page, an eighth of a
    page's time: for sweeps over all pages that read answers alone.
    """
    monkeypatch.setattr(Template, "_render", RENDER)


@pytest.fixture
def founder(db):
    """The first administrator's appointment, in force for the transaction."""
    founded = actions.found_office(
        name="Kantor Cabang Contoh",
        kind="bpjs_branch",
        code=OWNER,
        region_code="16.04",
        email="pendiri@contoh.id",
        person="Pendiri Rekaan",
        password=PASSWORD,
        on=TODAY,
    )
    scope.enter(scope.of_appointment(founded))
    return founded


@pytest.fixture
def home():
    """Give the home of an office whose tables are laid and which nobody founded yet."""
    # The user of the database passes through; a test's own folder lets nobody in.
    with tempfile.TemporaryDirectory(prefix="naungan-office-") as folder:
        Path(folder).chmod(0o711)
        laid_office.copy_to(Path(folder) / "home")
        yield Path(folder) / "home"


@pytest.fixture
def shots(root, request):
    """Give the folder of a journey's pictures."""
    folder = root / "out" / request.path.stem.removeprefix("test_").replace("_", "-")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def built():
    """Three dated snapshots of a small district, built once for all modules."""
    return build()


@pytest.fixture
def published(founder, built):
    """All three snapshots, published and shared with every kind of office."""
    shared_with_everybody(founder)
    publish_of(founder, built)
    return built


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


def shared_with_everybody(giver):
    """Let every kind of office see the people of an appointment's institution."""
    Sharing.objects.bulk_create(
        Sharing(
            institution_id=giver.institution_id,
            receiver_kind=kind,
            columns=list(COLUMNS),
            purpose="uji",
            agreement="PKS rekaan",
            from_on=TODAY,
            until_on=date(2099, 12, 31),
        )
        for kind in KINDS
    )


def appointed(role, code, email, kind="dpmd", *, second_step=True):
    """Make a person with a role in an institution, and a client signed in as them."""
    institution, _ = Institution.objects.get_or_create(
        code=code, defaults={"kind": kind, "name": f"Kantor {code}"}
    )
    user = User.objects.create_user(email, PASSWORD, name=f"Rekaan {email}")
    held = Appointment.objects.create(
        user=user, institution=institution, role=role, from_on=TODAY
    )
    if second_step:
        TOTP.activate(user, generate_totp_secret())
    client = Client()
    client.force_login(user, BACKEND)
    return held, client


def desk(role, kind, code, region="16.04"):
    """Make a person with a role in an institution of a region; give scope and client."""
    held, client = appointed(role, code, f"{role}.{code}@contoh.id", kind)
    held.institution.region_code = region
    held.institution.save()
    return scope.of_appointment(held), client


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Two institutions whose rows are really committed; removed afterwards."""
    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                founded = actions.found_office(
                    name="Kantor Cabang Contoh",
                    kind="bpjs_branch",
                    code=OWNER,
                    region_code="16.04",
                    email="pendiri@contoh.id",
                    person="Pendiri Rekaan",
                    password=PASSWORD,
                    on=TODAY,
                )
                scope.enter(scope.of_appointment(founded))
                both = [
                    appointed("administrator", name, f"{name}@contoh.id")
                    for name in ("satu", "dua")
                ]
            yield both
        finally:
            connection.close()
            _empty()


def _empty():
    with psycopg.connect(superuser_url()) as con:
        con.execute("SET session_replication_role = replica")
        tables = con.execute(
            "SELECT string_agg(quote_ident(tablename), ', ') FROM pg_tables "
            "WHERE schemaname = 'public' AND NOT tablename = ANY(%s)",
            [list(KEPT)],
        ).fetchone()[0]
        con.execute(f"TRUNCATE {tables}")
