"""Until when JKP may be claimed, and how often it may be claimed at all."""

from datetime import date
from typing import Final

from naungan.law.answer import Draft
from naungan.law.benefit_fields import CLAIMED_ON
from naungan.law.claim.span import months_later
from naungan.law.question import Facts
from naungan.law.reader import Reader
from naungan.law.words import day, number, words
from naungan.lib.dates import format_date


FIELDS: Final = (CLAIMED_ON,)


def window(
    facts: Facts, reader: Reader, draft: Draft, laid_off_on: date
) -> tuple[bool, date]:
    """Say whether the claim is in time, and the last day for it."""
    months = reader.at("benefits/jkp/claim_window_months", laid_off_on, int)
    last_on = months_later(laid_off_on, months.value)
    claimed_on = facts.get(CLAIMED_ON.name, date)
    if claimed_on is not None and claimed_on < laid_off_on:
        facts.refuse(CLAIMED_ON.name, f"{format_date(claimed_on)} sebelum hari PHK")
    in_time = claimed_on is None or claimed_on <= last_on
    draft.line(
        "claim_by",
        _LABEL,
        None,
        words(
            "{months} bulan sejak PHK: paling lambat {day}",
            "{months} months after the layoff: by {day}",
            months=number(months.value),
            day=day(last_on),
        ),
        months.used,
    )
    if claimed_on is not None and not in_time:
        draft.line(
            "claimed_late",
            words("Diajukan terlambat", "Claimed too late"),
            None,
            words("diajukan {day}", "claimed on {day}", day=day(claimed_on)),
            months.used,
        )
    _say_changed(reader, draft, laid_off_on, last_on, months.value)
    return in_time, last_on


_LABEL: Final = words("Batas waktu klaim", "Window for the claim")


def _say_changed(
    reader: Reader, draft: Draft, laid_off_on: date, last_on: date, months: int
) -> None:
    """Note it when the window was lengthened while it was still open."""
    later = reader.at("benefits/jkp/claim_window_months", last_on, int)
    if later.value == months:
        return
    draft.note(
        words(
            "Batas waktu menjadi {months} bulan sejak {day}, ketika batas ini masih "
            "terbuka; tanyakan kepada BPJS Ketenagakerjaan apakah yang baru berlaku.",
            "The window became {months} months on {day}, while this one was still "
            "open; ask BPJS Ketenagakerjaan whether the new one holds.",
            months=number(later.value),
            day=day(later.used.from_on),
        )
    )
