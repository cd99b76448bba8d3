"""The conditions of JKP, one line each: what was asked, what was found.

What a question does not state is taken as met and said so; one condition that
fails is enough for nothing to be paid.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from naungan.law.answer import Draft
from naungan.law.benefit_fields import BIRTH_DATE, JOINED, JOINED_ON
from naungan.law.old_age.causes import CAUSE
from naungan.law.old_age.condition import judged, taken_as_met
from naungan.law.question import Facts, Field
from naungan.law.reader import Reader
from naungan.law.terms import listed, term
from naungan.law.words import Words, number, words
from naungan.lib.dates import age_on, month_end, month_of
from naungan.lib.programmes import BITS


SCALES: Final = ("micro", "small", "medium", "large")
CITIZEN: Final = Field(
    "citizen", "yes_no", words("warga negara Indonesia", "Indonesian citizen")
)
INSURED: Final = Field(
    "health_insured", "yes_no", words("terdaftar JKN", "registered in JKN")
)
SCALE: Final = Field(
    "scale", "choice", words("skala usaha", "scale of the employer"), SCALES
)
PROGRAMMES: Final = Field(
    "programmes", "programmes", words("program yang diikuti", "programmes joined")
)
RECENT_MONTHS: Final = Field(
    "recent_months",
    "count",
    words(
        "bulan iuran dalam jangka yang dihitung sebelum PHK",
        "contribution months in the counted span before the layoff",
    ),
)
CONSECUTIVE_MONTHS: Final = Field(
    "consecutive_months",
    "count",
    words(
        "bulan iuran berturut-turut tepat sebelum PHK",
        "consecutive contribution months right before the layoff",
    ),
)
EARLIER_CLAIMS: Final = Field(
    "earlier_claims", "count", words("manfaat JKP yang pernah diterima", "earlier JKP")
)
MONTHS_SINCE_CLAIM: Final = Field(
    "months_since_claim",
    "count",
    words("bulan iuran sejak JKP terakhir", "contribution months since the last JKP"),
)
FIELDS: Final = (
    CAUSE,
    CITIZEN,
    INSURED,
    BIRTH_DATE,
    JOINED,
    JOINED_ON,
    SCALE,
    PROGRAMMES,
    RECENT_MONTHS,
    CONSECUTIVE_MONTHS,
    EARLIER_CLAIMS,
    MONTHS_SINCE_CLAIM,
)
ROOT: Final = "benefits/jkp/conditions"
_UNSAID: Final = words("karena tidak disebut", "as nothing was said")
_MET: Final = words("dianggap terpenuhi", "taken as met")


def conditions(facts: Facts, reader: Reader, draft: Draft, laid_off_on: date) -> bool:
    """Write every condition and tell whether all of them are met."""
    tests: tuple[Callable[..., bool], ...] = (
        _cause,
        _citizen,
        _health_insurance,
        _age,
        _programmes,
        _months,
        _consecutive,
        _claims,
    )
    met = [test(facts, reader, draft, laid_off_on) for test in tests]
    return all(met)


def _cause(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    cause = facts.assume(CAUSE.name, "layoff", _UNSAID)
    excluded = reader.at(f"{ROOT}/excluded_causes", when, tuple)
    met = cause not in excluded.value and cause in _LOSSES
    return judged(draft, "cause", _CAUSE, met, term(cause), excluded.used)


_LOSSES: Final = ("layoff", "contract_cut_short")
_CAUSE: Final = words("Sebab berhenti bekerja", "Cause of leaving work")


def _citizen(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    asked = reader.at(f"{ROOT}/citizens_only", when, bool)
    met = not asked.value or facts.assume(CITIZEN.name, True, _UNSAID)
    found = words("ya", "yes") if met else words("bukan", "no")
    label = words("Warga negara Indonesia", "Indonesian citizen")
    return judged(draft, "citizen", label, met, found, asked.used)


def _health_insurance(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    asked = reader.at(f"{ROOT}/health_insurance", when, bool)
    met = not asked.value or facts.assume(INSURED.name, True, _UNSAID)
    found = words("ya", "yes") if met else words("belum", "no")
    label = words("Terdaftar dalam JKN", "Registered in JKN")
    return judged(draft, "health_insurance", label, met, found, asked.used)


def _age(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    limit = reader.at("participation/ages/jkp_registration_below", when, int)
    label = words(
        "Umur saat didaftarkan di bawah {age} tahun",
        "Registered below the age of {age}",
        age=number(limit.value),
    )
    birth, joined_on = facts.get(BIRTH_DATE.name, date), _joined_on(facts)
    if birth is None or joined_on is None:
        return taken_as_met(facts, draft, "age", label, limit.used)
    age = age_on(birth, joined_on)
    found = words("{age} tahun", "{age} years", age=number(age))
    return judged(draft, "age", label, age < limit.value, found, limit.used)


def _joined_on(facts: Facts) -> date | None:
    """Give the day of registration; of a month its last, when nobody is younger."""
    joined = facts.get(JOINED.name, int)
    month_ends_on = None if joined is None else month_end(joined)
    return facts.get(JOINED_ON.name, date) or month_ends_on


def _programmes(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    """Check the programmes that an employer of this scale must have joined."""
    label = words("Program yang harus diikuti", "Programmes that must be joined")
    if not facts.has(PROGRAMMES.name) and not facts.has(SCALE.name):
        used = reader.at("participation/jkp/pu_large", when, tuple).used
        return taken_as_met(facts, draft, "programmes", label, used)
    scale = facts.assume(SCALE.name, "large", _UNSAID)
    needed = reader.at(f"participation/jkp/pu_{scale}", when, tuple)
    joined = facts.assume(PROGRAMMES.name, needed.value, _UNSAID)
    missing = [one for one in BITS if one in needed.value and one not in joined]
    lacks = words(
        "belum: {missing}",
        "missing: {missing}",
        missing=listed([term(m) for m in missing]),
    )
    found = lacks if missing else listed([term(one) for one in needed.value])
    return judged(draft, "programmes", label, not missing, found, needed.used)


def _months(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    least = reader.at(f"{ROOT}/min_contribution_months", when, int)
    within = reader.at(f"{ROOT}/within_months", when, int)
    label = words(
        "Iuran sedikitnya {least} bulan dalam {within} bulan sebelum PHK",
        "At least {least} contribution months in the {within} before the layoff",
        least=number(least.value),
        within=number(within.value),
    )
    used = (least.used, within.used)
    paid = facts.get(RECENT_MONTHS.name, int)
    possible = min(within.value, _months_since_start(reader, when))
    if paid is not None and paid > possible:
        facts.refuse(
            RECENT_MONTHS.name, f"{paid} lebih dari {possible} bulan yang mungkin"
        )
    if paid is None and possible < least.value:
        found = words(
            "paling banyak {possible} bulan sejak program mulai",
            "at most {possible} months since the programme began",
            possible=number(possible),
        )
        return judged(draft, "months", label, False, found, *used)
    if paid is None:
        return taken_as_met(facts, draft, "months", label, *used)
    return judged(draft, "months", label, paid >= least.value, _counted(paid), *used)


def _months_since_start(reader: Reader, when: date) -> int:
    """Count the contribution months that JKP can have had, the month of `when` too."""
    began_on = reader.book.parameter(f"{ROOT}/within_months").entries[0].from_on
    return month_of(when) - month_of(began_on) + 1


def _consecutive(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    least = reader.at(f"{ROOT}/consecutive_months", when, int)
    paid = facts.get(CONSECUTIVE_MONTHS.name, int)
    if not least.value:
        label = words("Iuran berturut-turut", "Consecutive contributions")
        asked = words("tidak disyaratkan", "not asked for")
        return judged(draft, "consecutive", label, True, asked, least.used)
    label = words(
        "Iuran {least} bulan berturut-turut sebelum PHK",
        "{least} consecutive contributions before the layoff",
        least=number(least.value),
    )
    if paid is None:
        return taken_as_met(facts, draft, "consecutive", label, least.used)
    met = paid >= least.value
    return judged(draft, "consecutive", label, met, _counted(paid), least.used)


def _claims(facts: Facts, reader: Reader, draft: Draft, when: date) -> bool:
    most = reader.at(f"{ROOT}/max_claims", when, int)
    years = reader.at(f"{ROOT}/years_between_claims", when, int)
    label = words(
        "Paling banyak {most} kali, dengan {years} tahun iuran di antaranya",
        "At most {most} times, with {years} contribution years between",
        most=number(most.value),
        years=number(years.value),
    )
    used = (most.used, years.used)
    earlier = facts.assume(EARLIER_CLAIMS.name, 0, _UNSAID)
    if not earlier:
        found = words("belum pernah menerima", "none received before")
        return judged(draft, "claims", label, True, found, *used)
    since = facts.assume(MONTHS_SINCE_CLAIM.name, 12 * years.value, _MET)
    found = words(
        "sudah {earlier} kali, {since} bulan iuran sejak itu",
        "{earlier} before, {since} contribution months since",
        earlier=number(earlier),
        since=number(since),
    )
    met = earlier < most.value and since >= 12 * years.value
    return judged(draft, "claims", label, met, found, *used)


def _counted(months: int) -> Words:
    return words("{months} bulan", "{months} months", months=number(months))
