"""The app of collection."""

from django.apps import AppConfig


class CollectionConfig(AppConfig):
    """Debts, payments, allocations, instalments, and what came of them."""

    name = "naungan.casework.collection"
    label = "collection"
    verbose_name = "penagihan"

    def ready(self) -> None:
        """Listen to publications; offer invented arrears to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.collection import tasks
        from naungan.casework.collection.demonstration.furnishing import furnish
        from naungan.casework.intake.running import furnishing

        assert tasks
        furnishing.register(furnish)
