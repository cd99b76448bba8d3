"""How templates write moments: by the office's clock, and in the log by the real one."""

from datetime import datetime
from typing import Any

from django import template
from django.template import defaultfilters

from naungan.casework import clock


register = template.Library()


@register.filter(expects_localtime=True)
def date(value: Any, form: str | None = None) -> Any:
    """Write a day or a moment, as Django does; a moment as the office's clock shows it."""
    if isinstance(value, datetime):
        value = clock.shown(value)
    return defaultfilters.date(value, form)


@register.filter(expects_localtime=True)
def real_date(value: Any, form: str | None = None) -> Any:
    """Write a moment by the real clock, whatever day a story stands on."""
    return defaultfilters.date(value, form)
