"""The app of letters and papers."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    """Letterheads, agenda books, letters, and files kept by their hash."""

    name = "naungan.casework.correspondence"
    label = "correspondence"
    verbose_name = "surat-menyurat"

    def ready(self) -> None:
        """Offer invented letterheads to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.correspondence.demonstration import furnish
        from naungan.casework.intake.running import furnishing

        furnishing.register(furnish)
