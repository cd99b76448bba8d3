"""The app of cases of employers."""

from django.apps import AppConfig


class ComplianceConfig(AppConfig):
    """Cases, steps, replies, hand-overs, visits, mandates."""

    name = "naungan.casework.compliance"
    label = "compliance"
    verbose_name = "kasus pemberi kerja"

    def ready(self) -> None:
        """Listen to publications."""
        from naungan.casework.compliance import tasks

        assert tasks
