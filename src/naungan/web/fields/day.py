"""A form's field for a day, with the picker that the browser itself has."""

from typing import Any

from django import forms


class Day(forms.DateField):
    """Read a day; browsers without a picker take it written out."""

    def __init__(self, **rest: Any) -> None:
        picker = {"type": "date", "class": "short"}
        widget = forms.DateInput(attrs=picker, format="%Y-%m-%d")
        super().__init__(widget=widget, **rest)
