"""The app of collection."""

from django.apps import AppConfig


class CollectionConfig(AppConfig):
    """Debts, payments, allocations, instalments, and what came of them."""

    name = "naungan.casework.collection"
    label = "collection"
    verbose_name = "penagihan"

    def ready(self) -> None:
        """Listen to publications."""
        from naungan.casework.collection import tasks

        assert tasks
