"""No field is kept that nobody declared, and no declaration outlives its field."""

from tests.office_database import HOME  # first: it sets Django up


# isort: split
from django.apps import apps

from naungan.casework.privacy import declared


assert HOME


def kept():
    """Give every field of every table of the office by the label of its model."""
    return {
        model._meta.label: {field.name for field in model._meta.local_fields}  # noqa: SLF001
        for model in apps.get_models(include_auto_created=True)
    }


def test_every_field_is_declared_personal_secret_or_neither():
    said = declared()
    silent = [
        f"{label}.{name}"
        for label, names in kept().items()
        for name in sorted(names - set(said.get(label, {})))
    ]
    assert not silent, "declare in the privacy.py of the app: " + ", ".join(silent)


def test_every_declared_field_exists():
    found = kept()
    gone = [
        f"{label}.{name}"
        for label, fields in declared().items()
        for name in sorted(set(fields) - found.get(label, set()))
    ]
    assert not gone
