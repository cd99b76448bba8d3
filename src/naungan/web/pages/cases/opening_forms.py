"""What is asked of whoever makes a case of findings, or of what was seen outside."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as gettext_now, gettext_lazy as _

from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance import kinds
from naungan.law.obligation import KINDS
from naungan.lib import regions
from naungan.web.fields.region import RegionField
from naungan.web.pages.cases import words
from naungan.web.pages.cases.forms import Asking
from naungan.web.pages.cases.tending_forms import SeenForm
from naungan.web.pages.employers.words import SCALE


Choices = Sequence[tuple[str, str]]


class OpenForm(Asking):
    """With which findings cases are opened."""

    codes = forms.MultipleChoiceField(
        label=_("Temuan yang dibekukan"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Baris, bukti, dan hukum hari ini dibekukan di dalam kasus. Satu pemberi "
            "kerja satu kasus pada tiap jalur: temuan pada dua jalur menjadi dua kasus."
        ),
    )

    def __init__(self, given: Any, codes: Choices) -> None:
        """Offer the findings that there are, all of them chosen."""
        super().__init__(given, initial={"codes": [code for code, _label in codes]})
        _offer(self, "codes", codes)


class ByHandForm(SeenForm):
    """An employer and a finding that no data named."""

    name = forms.CharField(label=_("Nama pemberi kerja"), max_length=250)
    kind = forms.ChoiceField(label=_("Jenis pemberi kerja"))
    region = RegionField(
        label=_("Desa atau kecamatan"),
        help_text=_("Nama atau kodenya, di dalam wilayah lembaga Anda."),
    )
    npp = forms.CharField(label=_("NPP"), max_length=20, required=False)
    nib = forms.CharField(label=_("NIB"), max_length=20, required=False)
    scale = forms.ChoiceField(label=_("Skala usaha"), required=False)
    track = forms.ChoiceField(label=_("Jalur"), widget=forms.RadioSelect)
    field_order = ("name", "kind", "region", "npp", "nib", "scale", "track")

    def __init__(self, given: Any, scope: Scope) -> None:
        """Offer every kind, track and finding."""
        super().__init__(given)
        self._scope = scope
        _offer(self, "kind", kinds_of_employers())
        _offer(self, "scale", [("", "–"), *_said(SCALE)])
        _offer(self, "track", tracks(("registration_and_data", "arrears")))

    def clean_region(self) -> str:
        """Refuse a place outside one's own region."""
        code: str = self.cleaned_data["region"]
        if not regions.lies_in(code, self._scope.region_code):
            raise forms.ValidationError(
                gettext_now("Tempat ini di luar wilayah lembaga Anda.")
            )
        return code


def kinds_of_employers() -> list[tuple[str, str]]:
    """Offer every kind of employer that the law knows."""
    return [(code, words.upper(words.term(code))) for code in KINDS]


def tracks(codes: Sequence[str]) -> list[tuple[str, str]]:
    """Offer tracks by their codes."""
    return [
        (one, words.upper(label))
        for one, label in words.options(kinds.TRACKS)
        if one in codes
    ]


def _said(of: Any) -> list[tuple[str, str]]:
    return [(code, str(label)) for code, label in of.items() if code != "unknown"]


def _offer(form: forms.Form, name: str, choices: Choices) -> None:
    form.fields[name].choices = list(choices)  # type: ignore[attr-defined]
