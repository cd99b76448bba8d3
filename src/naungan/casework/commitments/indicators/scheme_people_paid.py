"""How many people of schemes are paid for, against the places."""

from decimal import Decimal

from naungan.casework.commitments.counting import schemes_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.protection.queries.beginning import proven_and_dead
from naungan.casework.protection.queries.money import people_paid
from naungan.casework.protection.queries.overview import summaries
from naungan.lib.dates import month_of


def read(asked: Asked) -> Reading | None:
    """Count the people whom a payment or the member extract proves, of all places.

    Of whom a death was reported nobody is protected any more: they are left out here as
    on the page of the scheme.
    Whoever goes on in a next scheme is counted there once it has begun, and not twice:
    over several schemes, one that is over and renewed is left out.
    """
    found = list(schemes_counted.of_region(asked))
    if asked.extent.scheme is not None and not found:
        return None
    if asked.extent.scheme is None:
        found = schemes_counted.without_renewed(found, month_of(asked.day))
    sums = summaries(found).values()
    states: dict[str, int] = {}
    for one in sums:
        for state, people in one.states.items():
            states[state] = states.get(state, 0) + people
    places = sum(one.quota for one in sums) or None
    if asked.is_past:
        paid = Decimal(people_paid(found, asked.day))
        return Reading(paid, asked.day, places, {"schemes": len(found)})
    died = proven_and_dead(found, asked.day)
    return Reading(
        Decimal(sum(one.proven for one in sums) - died),
        asked.day,
        places,
        {"schemes": len(found), "states": states} | ({"died": died} if died else {}),
    )


INDICATOR = Indicator(
    label="Peserta skema yang terbayar",
    label_en="People of schemes who are paid for",
    tells="Orang dalam skema yang iurannya terbayar atau terlihat aktif dan tidak "
    "dilaporkan meninggal, dari kuotanya.",
    tells_en="People of schemes whose contribution is paid or who are seen as active and "
    "are not reported dead, of the quota.",
    unit="people",
    direction="up",
    read=read,
    evidence="schemes",
    moved_by=("scheme", "scheme_person", "enrolment", "scheme_money"),
    takes=schemes_counted.NARROWS,
    holders=schemes_counted.HOLDERS,
)
