"""A printed figure beside what its own counts make, in words."""

from dataclasses import dataclass

from naungan.casework.regions import printed, queries
from naungan.casework.regions.models import AcceptedFigure
from naungan.lib.numbers import format_number, format_percent
from naungan.web.figures import points_words, vintage_words


@dataclass(frozen=True)
class ShownAlarm:
    """One alarm as the page shows it; `number` names it in its region's addresses."""

    number: int
    as_of_label: str
    printed_text: str
    computed_text: str
    points_text: str
    people_text: str
    fits_text: str
    formula: str
    source_host: str
    source_url: str
    accepted: AcceptedFigure | None


def shown_alarms(code: str) -> list[ShownAlarm]:
    """Give the alarms of a region with what was said to accept them."""
    found = printed.alarms(code)
    accepted = queries.accepted(code) if found else {}
    return [
        ShownAlarm(
            number=number,
            as_of_label=vintage_words(one.as_of),
            printed_text=format_percent(one.printed, 2),
            computed_text=format_percent(one.computed, 2),
            points_text=points_words(one.points, 2),
            people_text=format_number(one.people),
            fits_text=format_number(one.fits),
            formula=f"{format_number(one.covered)} ÷ {format_number(one.denominator)}",
            source_host=one.source_host,
            source_url=one.source_url,
            accepted=accepted.get(one.key),
        )
        for number, one in enumerate(found, start=1)
    ]
