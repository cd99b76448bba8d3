"""The app of incoming files and published snapshots."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Files, runs, publications."""

    name = "naungan.casework.intake"
    label = "intake"
    verbose_name = "data masuk"
