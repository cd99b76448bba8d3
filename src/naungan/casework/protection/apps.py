"""The app of schemes for vulnerable workers."""

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Schemes, their lists, decisions, budgets, enrolments and payments."""

    name = "naungan.casework.protection"
    label = "protection"
    verbose_name = "perlindungan pekerja rentan"

    def ready(self) -> None:
        """Offer an invented scheme to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.intake.running import furnishing
        from naungan.casework.protection.demonstration.furnishing import furnish

        furnishing.register(furnish)
