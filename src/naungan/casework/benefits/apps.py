"""The app of claims."""

from django.apps import AppConfig


class BenefitsConfig(AppConfig):
    """Claims, their papers, what is due, who was paid, and what would be refused today."""

    name = "naungan.casework.benefits"
    label = "benefits"
    verbose_name = "klaim manfaat"

    def ready(self) -> None:
        """Have the risks of the protected looked at after every publication."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.benefits import tasks

        tasks.listen()
