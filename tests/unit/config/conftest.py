"""The office's settings, as its tests have them."""

from tests.office_database import django_db_setup


__all__ = ["django_db_setup"]
