"""What is asked about a finding that no data named: how, which, of how many, seen when."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.casework.compliance import citing, kinds
from naungan.web.pages.cases import words
from naungan.web.pages.cases.forms import Asking
from naungan.web.pages.employers.words import FINDING


LONGEST_SENTENCE: Final = 1_000
MOST_PEOPLE: Final = 10_000_000
MOST_IDR: Final = 10**13
WHOLE: Final = {"class": "short", "inputmode": "numeric"}


class SeenForm(Asking):
    """A finding by hand; with a track, only what is pursued on that track."""

    how = forms.ChoiceField(label=_("Ditemukan lewat"), widget=forms.RadioSelect)
    code = forms.ChoiceField(label=_("Temuan"))
    people = forms.IntegerField(
        label=_("Pekerja terkena"),
        min_value=0,
        max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs=WHOLE),
    )
    monthly_idr = forms.IntegerField(
        label=_("Rupiah sebulan"),
        min_value=0,
        max_value=MOST_IDR,
        required=False,
        widget=forms.NumberInput(attrs=WHOLE),
        help_text=_("Bila diketahui; angka saja."),
    )
    sentence = forms.CharField(
        label=_("Yang dilihat"),
        max_length=LONGEST_SENTENCE,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kapan, di mana, oleh siapa. Jangan tulis NIK atau nama pekerja."),
    )

    def __init__(self, given: Any, track: str = "") -> None:
        """Offer the findings of the track, and every way but the data's own."""
        super().__init__(given)
        self.fields["how"].choices = [  # type: ignore[attr-defined]
            one for one in words.options(kinds.HOW) if one[0] != "run"
        ]
        self.fields["code"].choices = [  # type: ignore[attr-defined]
            (code, f"{label}: {plain}")
            for code, (label, plain, _tone) in FINDING.items()
            if not track or (citing.known(code) and citing.track_of(code) == track)
        ]
