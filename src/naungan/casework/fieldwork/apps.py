"""The app of field work."""

from django.apps import AppConfig


class FieldworkConfig(AppConfig):
    """Dispatches, assignments, visits."""

    name = "naungan.casework.fieldwork"
    label = "fieldwork"
    verbose_name = "kerja lapangan"

    def ready(self) -> None:
        """Offer invented field work to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.fieldwork.demonstration import furnish
        from naungan.casework.intake.running import furnishing

        furnishing.register(furnish)
