"""The app of cases of employers."""

from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    """Cases, steps, replies, hand-overs, visits, mandates."""

    name = "naungan.casework.compliance"
    label = "compliance"
    verbose_name = "kasus pemberi kerja"

    def ready(self) -> None:
        """Listen to publications; offer invented cases to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.compliance import tasks
        from naungan.casework.compliance.demonstration.furnishing import furnish
        from naungan.casework.intake.running import furnishing

        assert tasks
        furnishing.register(furnish)
