"""The app of claims."""

from django.apps import AppConfig


class BenefitsConfig(AppConfig):
    """Claims, their papers, what is due, who was paid, and what would be refused today."""

    name = "naungan.casework.benefits"
    label = "benefits"
    verbose_name = "klaim manfaat"

    def ready(self) -> None:
        """Judge risks after every publication; offer invented claims to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.benefits import tasks
        from naungan.casework.benefits.demonstration import furnish
        from naungan.casework.intake.running import furnishing

        tasks.listen()
        furnishing.register(furnish)
