"""The app of meetings and what they agree."""

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    """Events, attendance, statements, recommendations, minutes, policies, plans."""

    name = "naungan.casework.coordination"
    label = "coordination"
    verbose_name = "koordinasi"
