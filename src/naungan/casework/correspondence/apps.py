"""The app of letters and papers."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    """Letterheads, agenda books, letters, and files kept by their hash."""

    name = "naungan.casework.correspondence"
    label = "correspondence"
    verbose_name = "surat-menyurat"
