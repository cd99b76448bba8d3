"""The web framework, set up as in use, with a database where a test asks for one."""

from tests.office_database import django_db_setup  # first: it sets Django up


# isort: split
import pytest

from naungan.casework.accounts.models import User


__all__ = ["django_db_setup"]


@pytest.fixture
def someone(db, settings):
    """A person who never signed in, with the usual language."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return User.objects.create_user("rekaan@contoh.id", "sandi", name="Rekaan")
