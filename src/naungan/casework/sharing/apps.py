"""The app of sharing rules."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Whose rows another institution may see, what of them, until when."""

    name = "naungan.casework.sharing"
    label = "sharing"
    verbose_name = "berbagi data"
