"""The app of the two logs."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Acts chained one to the next; looks sealed in blocks."""

    name = "naungan.casework.audit"
    label = "audit"
    verbose_name = "jejak"
