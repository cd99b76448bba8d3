"""The app of meetings and what they agree."""

from django.apps import AppConfig


class CoordinationConfig(AppConfig):
    """Events, attendance, statements, recommendations, minutes, policies, plans."""

    name = "naungan.casework.coordination"
    label = "coordination"
    verbose_name = "koordinasi"

    def ready(self) -> None:
        """Offer meetings to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.coordination.demonstration.furnishing import furnish
        from naungan.casework.intake.running import furnishing

        furnishing.register(furnish)
