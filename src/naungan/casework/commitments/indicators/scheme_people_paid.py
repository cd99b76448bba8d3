"""How many people of schemes are paid for, against the places."""

from decimal import Decimal

from naungan.casework.commitments.counting import schemes_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.protection.queries.overview import summaries


def read(asked: Asked) -> Reading | None:
    """Count the people whom a payment or the member extract proves, of all places."""
    found = list(schemes_counted.of_region(asked))
    if asked.extent.scheme is not None and not found:
        return None
    sums = summaries(found).values()
    states: dict[str, int] = {}
    for one in sums:
        for state, people in one.states.items():
            states[state] = states.get(state, 0) + people
    return Reading(
        Decimal(sum(one.proven for one in sums)),
        asked.day,
        sum(one.quota for one in sums) or None,
        {"schemes": len(found), "states": states},
    )


INDICATOR = Indicator(
    label="Peserta skema yang terbayar",
    label_en="People of schemes who are paid for",
    tells="Orang dalam skema yang iurannya terbayar atau terlihat aktif, dari kuotanya.",
    tells_en="People of schemes whose contribution is paid or who are seen as active, of "
    "the quota.",
    unit="people",
    direction="up",
    read=read,
    evidence="schemes",
    moved_by=("scheme", "scheme_person", "enrolment", "scheme_money"),
    takes=schemes_counted.NARROWS,
    holders=schemes_counted.HOLDERS,
)
