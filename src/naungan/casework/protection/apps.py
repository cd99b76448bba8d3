"""The app of schemes for vulnerable workers."""

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Schemes, their lists, decisions, budgets, enrolments and payments."""

    name = "naungan.casework.protection"
    label = "protection"
    verbose_name = "perlindungan pekerja rentan"
