"""A form's field for a month, with the picker that the browser itself has."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from naungan.lib.dates import parse_month


class Month(forms.CharField):
    """Read a month as people write it; its value counts months, or is None."""

    def __init__(self, **rest: Any) -> None:
        picker = {"type": "month", "class": "short", "placeholder": "2026-06"}
        rest.setdefault("widget", forms.TextInput(attrs=picker))
        super().__init__(max_length=30, **rest)

    def clean(self, value: Any) -> int | None:
        """Read the month, or say how it is written."""
        written = super().clean(value)
        if not written:
            return None
        found = parse_month(written)
        if found is None:
            raise forms.ValidationError(
                _("“%s” bukan bulan. Tulis misalnya 10/2026.") % written
            )
        return found
