"""How many villages have as many people covered as their quota."""

from collections import defaultdict
from decimal import Decimal

from naungan.casework.commitments.counting import schemes_counted
from naungan.casework.commitments.indicator import Asked, Indicator, Reading
from naungan.casework.protection.queries.schemes import progress


def read(asked: Asked) -> Reading | None:
    """Count the villages whose covered people fill the quota, of those that have one.

    What a scheme reached stays reached once it is over. A village with quotas of several schemes is one village, full when each is.
    """
    found = list(schemes_counted.of_region(asked))
    if asked.extent.scheme is not None and not found:
        return None
    villages = defaultdict(list)
    for scheme in found:
        for one in progress(scheme):
            if (one.quota or 0) > 0:
                villages[one.village_code, one.roster].append(one)
    full = sum(
        all(one.reached >= (one.quota or 0) for one in quotas)
        for quotas in villages.values()
    )
    begun = sum(any(one.reached for one in quotas) for quotas in villages.values())
    return Reading(Decimal(full), asked.day, len(villages) or None, {"begun": begun})


INDICATOR = Indicator(
    label="Desa yang memenuhi kuota",
    label_en="Villages at their quota",
    tells="Desa yang orang terlindunginya dalam skema sudah sebanyak kuotanya, dari desa "
    "yang mempunyai kuota.",
    tells_en="Villages with as many people covered in the scheme as their quota, of the "
    "villages that have one.",
    unit="villages",
    direction="up",
    read=read,
    evidence="schemes",
    moved_by=("scheme", "scheme_person", "enrolment", "scheme_money"),
    takes=schemes_counted.NARROWS,
    holders=schemes_counted.HOLDERS,
)
