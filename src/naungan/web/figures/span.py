"""The span of days that a register or a report is about: twelve months, or days chosen."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils.translation import gettext_lazy as _

from naungan.lib.dates import month_of, month_start
from naungan.web.fields.day import Day


FIRST: Final = date(2000, 1, 1)
LAST: Final = date(2099, 12, 31)
MONTHS: Final = 12


class NearDay(Day):
    """A day of this century: no calendar ends within what is counted from it."""

    def __init__(self, **rest: Any) -> None:
        """Refuse days that are no office's."""
        bounds = [MinValueValidator(FIRST), MaxValueValidator(LAST)]
        super().__init__(validators=bounds, **rest)


class SpanForm(forms.Form):
    """From which day to which."""

    dari = NearDay(label=_("Dari"), required=False)
    sampai = NearDay(label=_("Sampai"), required=False)


@dataclass(frozen=True)
class Span:
    """The first and the last day, both counted, with the form that asks for them."""

    since: date
    until: date
    form: SpanForm


def asked(given: Any, today: date) -> Span:
    """Read the days asked for; twelve months where none, or no sensible ones, are.

    In January the year so far would show next to nothing of what an office did.
    """
    first = {"dari": _year_back(today), "sampai": today}
    form = SpanForm(given if {"dari", "sampai"} & set(given) else None, initial=first)
    if not (form.is_bound and form.is_valid()):
        return Span(first["dari"], today, form)
    until = form.cleaned_data["sampai"] or today
    since = form.cleaned_data["dari"] or _year_back(until)
    return Span(min(since, until), max(since, until), form)


def _year_back(until: date) -> date:
    """Give the first day of the twelve months that end with this one."""
    return month_start(month_of(until) - MONTHS + 1)
