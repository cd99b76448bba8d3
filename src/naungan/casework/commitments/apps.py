"""The app of promises."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Promises made in meetings, read from the data, and followed to their end."""

    name = "naungan.casework.commitments"
    label = "commitments"
    verbose_name = "komitmen"

    def ready(self) -> None:
        """Listen to publications, and offer promises to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.commitments import tasks
        from naungan.casework.commitments.demonstration import furnish
        from naungan.casework.intake.running import furnishing

        assert tasks
        furnishing.register(furnish)
