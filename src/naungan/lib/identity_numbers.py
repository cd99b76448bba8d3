"""NIK, the 16-digit Indonesian identity number: its parts and what they tell.

Structure (PP 37/2007 art 37; PP 40/2019 art 31): province 2, regency 2, district
2, day of birth 2 (plus 40 for women), month 2, year 2, serial 4 from 0001. A
number issued abroad starts with 99, country 3, mission 1 (PP 40/2019 art 32).

What it says: where and in which order a person was *first registered*, and the
birth date and sex *recorded then*.

What it does not say: where the person lives now, whether the birth date was
corrected later (the number stays for life), the century of birth, or that the
person exists: there is no check digit. So every check here is soft: it flags a
number for a person to look at and never decides an entitlement.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from naungan.lib.parsed import Parsed


NikState = Literal["valid", "inconsistent", "impossible", "missing"]
Sex = Literal["M", "F"]

LENGTH: Final = 16
WOMEN_DAY_OFFSET: Final = 40
_KPJ_SHOWN: Final = 4
ABROAD: Final = 99
INVENTED_SERIALS: Final = range(9000, 10000)

_SIXTEEN: Final = re.compile(r"(?<!\d)\d{16}(?!\d)", re.ASCII)
_CENTURIES: Final = (1900, 2000)
_SEPARATORS: Final = str.maketrans("", "", " .-'`’\u00a0\u200b\t")


@dataclass(frozen=True, slots=True)
class NikParts:
    """The parts as written; `day` already without the 40 of women.

    `area` is the 6-digit Kemendagri district code, or for a number issued abroad
    99, country and mission. `year` has two digits: the century is not encoded.
    """

    area: int
    sex: Sex
    day: int
    month: int
    year: int
    serial: int

    @property
    def is_abroad(self) -> bool:
        """Say whether a mission abroad issued the number."""
        return self.area // 10_000 == ABROAD


def read_nik(text: str) -> Parsed[int]:
    """Read a NIK cell: exactly 16 digits after spaces, dots, dashes and quotes.

    Nothing is repaired here; the note says what is wrong with the cell.
    """
    body = text.strip()
    bare = body.translate(_SEPARATORS)
    if bare.isascii() and bare.isdigit():
        if len(bare) == LENGTH:
            return Parsed(int(bare))
        return Parsed(None, f"NIK harus {LENGTH} angka; tertulis {len(bare)} angka.")
    if not bare:
        return Parsed(None, "NIK kosong.")
    if "e+" in body.lower():
        note = "NIK berubah menjadi notasi ilmiah; simpan kolom sebagai teks."
        return Parsed(None, note)
    return Parsed(None, "NIK memuat huruf atau tanda lain.")


def parse_nik(text: str) -> int | None:
    """Return the NIK of `read_nik`, or None."""
    return read_nik(text).value


def nik_text(nik: int) -> str:
    """Write all 16 digits, zero padded."""
    return f"{nik:0{LENGTH}d}"


def mask(nik: int) -> str:
    """Hide all but the regency; 12 dots follow.

    Rows that show a number also show when the person was born: birth date, sex and
    serial together would leave only the district to guess.
    """
    return f"{nik_text(nik)[:4]}{'•' * 12}"


def mask_kpj(kpj: str) -> str:
    """Show the last four of a membership's number: "•••••••6079"."""
    return "•" * max(len(kpj) - _KPJ_SHOWN, 0) + kpj[-_KPJ_SHOWN:]


def mask_within(text: str) -> str:
    """Hide every run of 16 digits in a text as `mask` would."""
    return _SIXTEEN.sub(lambda found: mask(int(found[0])), text)


def split(nik: int) -> NikParts:
    """Take a NIK apart without judging it; day and month may be impossible."""
    written_day = nik // 10**8 % 100
    is_woman = written_day > WOMEN_DAY_OFFSET
    return NikParts(
        area=nik // 10**10,
        sex="F" if is_woman else "M",
        day=written_day - WOMEN_DAY_OFFSET if is_woman else written_day,
        month=nik // 10**6 % 100,
        year=nik // 10**4 % 100,
        serial=nik % 10**4,
    )


def birth_dates(nik: int) -> tuple[date, ...]:
    """Return the dates of birth the number can mean: one per century, or none."""
    parts = split(nik)
    found = (
        _date_or_none(century + parts.year, parts.month, parts.day)
        for century in _CENTURIES
    )
    return tuple(day for day in found if day is not None)


def is_possible(nik: int, knows_area: Callable[[int], bool]) -> bool:
    """Say whether such a number can have been issued.

    `knows_area` is asked for the 6-digit district code; it should know former
    codes too, because a number outlives the district that issued it. Numbers
    issued abroad are not asked about.
    """
    parts = split(nik)
    if parts.serial == 0 or not birth_dates(nik):
        return False
    return parts.is_abroad or knows_area(parts.area)


def state(
    nik: int | None,
    knows_area: Callable[[int], bool],
    *,
    born_on: date | None = None,
    birth_year: int | None = None,
    sex: Sex | None = None,
) -> NikState:
    """Judge one number against the person's own record.

    `inconsistent` means that the number is possible but its birth date or sex
    differs from the given one; it may be a typing error, another person's number,
    or a birth date corrected after the number was issued.
    """
    if nik is None:
        return "missing"
    if not is_possible(nik, knows_area):
        return "impossible"
    if sex is not None and sex != split(nik).sex:
        return "inconsistent"
    if born_on is not None and born_on not in birth_dates(nik):
        return "inconsistent"
    if (
        born_on is None
        and birth_year is not None
        and birth_year % 100 != split(nik).year
    ):
        return "inconsistent"
    return "valid"


def is_invented(nik: int) -> bool:
    """Say whether the number lies in the range reserved for invented people."""
    return nik % 10**4 in INVENTED_SERIALS


def invented(area: int, born_on: date, sex: Sex, serial: int) -> int:
    """Build an invented person's number: real area, real date, serial 9000-9999.

    Raises ValueError outside that range: a made-up number must never be one that
    an office may have issued.
    """
    if serial not in INVENTED_SERIALS:
        msg = f"nomor urut rekaan harus 9000-9999, bukan {serial}"
        raise ValueError(msg)
    day = born_on.day + (WOMEN_DAY_OFFSET if sex == "F" else 0)
    birth = day * 10**4 + born_on.month * 100 + born_on.year % 100
    return area * 10**10 + birth * 10**4 + serial


def _date_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
