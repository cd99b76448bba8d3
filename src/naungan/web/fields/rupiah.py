"""A form's field for an amount of money."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from naungan.lib.money import parse_rupiah


class Rupiah(forms.CharField):
    """Read whole rupiah, written as people write them."""

    def __init__(self, **rest: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})
        super().__init__(widget=widget, max_length=30, **rest)

    def clean(self, value: Any) -> int | None:
        """Read the amount."""
        text = super().clean(value)
        if not text:
            return None
        amount = parse_rupiah(text)
        if amount is None or amount <= 0:
            raise forms.ValidationError(_("Tulis rupiah bulat, seperti 1.500.000."))
        return amount
