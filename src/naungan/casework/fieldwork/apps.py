"""The app of field work."""

from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    """Dispatches, assignments, visits."""

    name = "naungan.casework.fieldwork"
    label = "fieldwork"
    verbose_name = "kerja lapangan"
