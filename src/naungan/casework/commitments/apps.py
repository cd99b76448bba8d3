"""The app of promises."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Promises made in meetings, read from the data, and followed to their end."""

    name = "naungan.casework.commitments"
    label = "commitments"
    verbose_name = "komitmen"

    def ready(self) -> None:
        """Listen to publications."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.commitments import tasks

        assert tasks
