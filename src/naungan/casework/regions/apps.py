"""The app of regions: targets, borders, accepted figures."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """Targets, boundary packs, notes on printed figures."""

    name = "naungan.casework.regions"
    label = "regions"
    verbose_name = "wilayah"
