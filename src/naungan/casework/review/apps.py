"""The app of verdicts on uncertain pairs."""

from django.apps import AppConfig


class ReviewConfig(AppConfig):
    """Verdicts of people, and their way into the next run."""

    name = "naungan.casework.review"
    label = "review"
    verbose_name = "tinjauan"

    def ready(self) -> None:
        """Offer what was decided to every run, and invented verdicts to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.intake.running import decisions, furnishing
        from naungan.casework.review.demonstration import furnish
        from naungan.casework.review.gathering import decided

        decisions.register(decided)
        furnishing.register(furnish)
