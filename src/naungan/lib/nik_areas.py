"""Which six-digit areas a NIK can carry.

A NIK keeps the district code of the day it was issued, for life. Provinces,
regencies and districts have been split and renumbered ever since (Pringsewu out
of Tanggamus in 2008, four Papuan provinces in 2022), so a valid number may carry
a code that is on no list today, and no public list holds all former ones. An
area is therefore *current* when the district exists, *former* when its province
exists and regency and district lie where such codes have been given out, and
*unknown* otherwise. Only *unknown* speaks against a number.
"""

from functools import cache

from naungan.lib.regions import within


# Regencies are numbered from 01 (the highest today is 29, with room for codes
# withdrawn), cities from 71; districts from 01 (the highest today is 51).
REGENCIES = (1, 39)
CITIES = (71, 79)
DISTRICTS = (1, 79)


def known_area(area: int) -> bool:
    """Say whether an office with this code can have issued a NIK, now or before."""
    province, regency, district = area // 10_000, area // 100 % 100, area % 100
    return (
        province in provinces()
        and (_lies_in(regency, REGENCIES) or _lies_in(regency, CITIES))
        and _lies_in(district, DISTRICTS)
    )


def known_area_sql(area: str) -> str:
    """Return the SQL condition that equals `known_area` for an integer column."""
    listed = ", ".join(map(str, sorted(provinces())))
    regency = f"({area} // 100 % 100)"
    return (
        f"({area} // 10000 IN ({listed})"
        f" AND ({regency} BETWEEN {REGENCIES[0]} AND {REGENCIES[1]}"
        f" OR {regency} BETWEEN {CITIES[0]} AND {CITIES[1]})"
        f" AND {area} % 100 BETWEEN {DISTRICTS[0]} AND {DISTRICTS[1]})"
    )


@cache
def provinces() -> frozenset[int]:
    """Return the code numbers of the provinces that exist today."""
    return frozenset(region.number for region in within(None, "province"))


def _lies_in(number: int, bounds: tuple[int, int]) -> bool:
    return bounds[0] <= number <= bounds[1]
