"""What a work-accident claim must keep: the report, and disease found after work."""

from datetime import date, timedelta
from typing import Final

from naungan.law.claim.case import Case
from naungan.law.claim.span import years_later
from naungan.law.claim.standing import WAGE_EARNERS
from naungan.law.question import Field
from naungan.law.words import day, number, words


HOURS_A_DAY: Final = 24

REPORTED_ON: Final = Field(
    "reported_on",
    "day",
    words("tanggal kecelakaan dilaporkan (tahap I)", "day of the stage I report"),
)
DISEASE: Final = Field(
    "disease",
    "yes_no",
    words(
        "penyakit akibat kerja; kejadian ialah diagnosisnya",
        "occupational disease; the event is its diagnosis",
    ),
)
EMPLOYMENT_ENDED_ON: Final = Field(
    "employment_ended_on",
    "day",
    words("tanggal hubungan kerja berakhir", "day on which employment ended"),
)


def is_covered_disease(case: Case) -> bool:
    """Tell whether a disease found after employment is still covered; write why."""
    ended_on = case.facts.get("employment_ended_on", date)
    if ended_on is None or case.day <= ended_on:
        return True
    if not case.facts.get("disease", bool):
        case.facts.refuse(
            "employment_ended_on",
            "sebelum kejadian; sesudah hubungan kerja berakhir hanya penyakit akibat "
            "kerja yang ditanggung (disease: ya)",
        )
    years = case.at("jkk/disease_years_after_employment", int)
    last = years_later(ended_on, years.value)
    covered = case.day <= last
    label = words("Penyakit akibat kerja masih ditanggung", "Disease still covered")
    if not covered:
        label = words(
            "Tidak berhak: penyakit ditemukan terlalu lama sesudah bekerja",
            "Not entitled: the disease was found too long after work",
        )
    counted = words(
        "ditanggung sampai {last}, {years} tahun sejak {ended}",
        "covered until {last}, {years} years from {ended}",
        last=day(last),
        years=number(years.value),
        ended=day(ended_on),
    )
    case.draft.line("disease", label, None if covered else 0, counted, years.used)
    return covered


def is_employers_by_late_report(case: Case, terms: Case, segment: str) -> bool:
    """Tell whether a late report makes the benefit the employer's; write why."""
    hours = case.at("jkk/report_hours", int)
    last = case.day + timedelta(days=hours.value // HOURS_A_DAY)
    reported_on = case.facts.get("reported_on", date)
    if reported_on is None:
        label = words(
            "Laporkan kecelakaan dalam {days} × {hours} jam",
            "Report the accident within {days} × {hours} hours",
            days=number(hours.value // HOURS_A_DAY),
            hours=number(HOURS_A_DAY),
        )
        terms.draft.line("report", label, None, None, hours.used)
        return False
    if reported_on < case.day:
        case.facts.refuse("reported_on", "sebelum kejadian")
    if reported_on <= last:
        return False
    label = words(
        "Laporan terlambat: paling lambat {last}",
        "Reported late: it was due by {last}",
        last=day(last),
    )
    rule = case.find("jkk/late_report_consequence", str)
    shifts = rule is not None and segment in WAGE_EARNERS
    used = (hours.used, rule.used) if rule is not None and shifts else (hours.used,)
    case.draft.line("report", label, None, None, *used)
    return shifts
