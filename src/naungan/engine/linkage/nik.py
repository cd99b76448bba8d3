"""The sixteen digits as arithmetic: parts of a NIK and what state it is in.

A NIK is area (6) · day (2, women +40) · month (2) · year (2) · serial (4).
"""

from naungan.lib.nik_areas import known_area_sql


MALE_DAYS = 31
FEMALE_SHIFT = 40
NIK_STATE = "ENUM ('valid', 'inconsistent', 'impossible', 'missing', 'shared')"


def area(nik: str) -> str:
    """Six digits of the district that issued the number."""
    return f"({nik} // 10000000000)::INTEGER"


def day(nik: str) -> str:
    """Day of birth, with the shift for women taken off."""
    written = f"({nik} // 100000000 % 100)"
    return f"({written} - CASE WHEN {written} > {FEMALE_SHIFT} THEN {FEMALE_SHIFT} ELSE 0 END)"


def sex(nik: str) -> str:
    """The sex the day of birth tells."""
    return f"CASE WHEN {nik} // 100000000 % 100 > {FEMALE_SHIFT} THEN 'F' ELSE 'M' END"


def month(nik: str) -> str:
    """Month of birth as written."""
    return f"({nik} // 1000000 % 100)"


def year(nik: str) -> str:
    """Two digits of the year of birth; the century is not in the number."""
    return f"({nik} // 10000 % 100)"


def impossible(nik: str) -> str:
    """No office issued such a number: no such province, or no such date."""
    return f"""({area(nik)} // 10000 <> 99 AND NOT {known_area_sql(area(nik))}
        OR NOT {possible_date(nik)} OR {nik} % 10000 = 0)"""


def possible_date(nik: str) -> str:
    """Such a day exists; of the years 00 to 99 every fourth is a leap year."""
    return f"""({day(nik)} BETWEEN 1 AND {MALE_DAYS} AND {month(nik)} BETWEEN 1 AND 12
        AND ({month(nik)} NOT IN (4, 6, 9, 11) OR {day(nik)} <= 30)
        AND ({month(nik)} <> 2 OR {day(nik)} <= 29 - ({year(nik)} % 4 > 0)::INTEGER))"""


def inconsistent(nik: str) -> str:
    """The row's own birth date, year or sex says otherwise than its number."""
    return f"""(coalesce(day(birth_date) <> {day(nik)}, false)
        OR coalesce(month(birth_date) <> {month(nik)}, false)
        OR coalesce(birth_year % 100 <> {year(nik)}, false)
        OR coalesce(sex <> {sex(nik)}, false))"""


def plainly_valid(nik: str) -> str:
    """The number says exactly what the row says, so its date need not be judged.

    This settles nearly all rows with one look at each part.
    """
    dated = """(day(birth_date) + CASE sex WHEN 'F' THEN 40 WHEN 'M' THEN 0 END) * 10000
        + month(birth_date) * 100 + birth_year % 100"""
    return f"""({nik} // 10000 % 1000000 = {dated} AND {nik} % 10000 > 0
        AND {known_area_sql(area(nik))})"""


def state(nik: str) -> str:
    """Name the state of one row's number, sharing not yet considered."""
    return f"""CASE
        WHEN {plainly_valid(nik)} AND NOT nik_rounded THEN 'valid'
        WHEN nik_rounded OR ({nik} IS NULL AND nik_written IS NOT NULL) THEN 'impossible'
        WHEN {nik} IS NULL THEN 'missing'
        WHEN {impossible(nik)} THEN 'impossible'
        WHEN {inconsistent(nik)} THEN 'inconsistent'
        ELSE 'valid' END"""


YOUNGEST = 10  # nobody younger works; only for telling the century of a birth year


def born_on(nik: str, year_now: int) -> str:
    """Take the written birth date, or the one the number tells, as YYYYMMDD."""
    years = f"""(CASE WHEN {year(nik)} <= {(year_now - YOUNGEST) % 100}
        THEN 2000 ELSE 1900 END + {year(nik)})"""
    told = f"{years} * 10000 + {month(nik)} * 100 + {day(nik)}"
    return f"""(CASE WHEN birth_date IS NOT NULL THEN
            year(birth_date) * 10000 + month(birth_date) * 100 + day(birth_date)
        WHEN {nik} IS NOT NULL AND coalesce(birth_year, {years}) = {years}
            AND {possible_date(nik)} THEN {told} END)::INTEGER"""
