"""The app of pages: it holds no tables."""

from typing import TYPE_CHECKING

from django.apps import AppConfig


if TYPE_CHECKING:
    from naungan.casework.intake.models import Publication


def _letters(publication: "Publication", is_last: bool) -> None:
    # Imported here: only the demonstration pays for what sets letters.
    from naungan.web.pages.cases.letter.demonstration import furnish

    furnish(publication, is_last)


def _minutes(publication: "Publication", is_last: bool) -> None:
    # Imported here for the same reason.
    from naungan.web.pages.minutes.demonstration import furnish

    furnish(publication, is_last)


class WebConfig(AppConfig):
    """Pages, the API and letters."""

    name = "naungan.web"
    label = "web"
    verbose_name = "halaman"

    def ready(self) -> None:
        """Offer letters of invented steps, and minutes, to the demonstration."""
        # Imported here: the models exist once every app is there.
        from naungan.casework.intake.running import furnishing

        furnishing.register(_letters)
        furnishing.register(_minutes)
