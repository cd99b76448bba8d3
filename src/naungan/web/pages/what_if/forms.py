"""What a what-if asks: how many people, of which segment, paid by whom."""

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy, ngettext

from naungan.casework.intake.figures import GapPart
from naungan.lib.numbers import format_number


MOST_PEOPLE: Final = 300_000_000  # more than the country has
FUNDS: Final = [
    ("apbd", gettext_lazy("APBD")),
    ("apbd_revised", gettext_lazy("APBD perubahan")),
    ("village", gettext_lazy("ADD/APBDes")),
    ("dbh_sawit", gettext_lazy("DBH sawit")),
    ("dbhcht", gettext_lazy("DBHCHT")),
    ("csr", gettext_lazy("CSR/TJSL")),
    ("baznas", gettext_lazy("BAZNAS")),
    ("apbn", gettext_lazy("APBN")),
    ("self", gettext_lazy("Peserta sendiri")),
]


@dataclass(frozen=True)
class Asked:
    """A what-if: people on own account, employers with their people, wage, payer."""

    people: int
    payer: str
    employers: tuple[GapPart, ...]
    wage_idr: int | None


class WhatIf(forms.Form):
    """More people covered, or some employers registered."""

    orang = forms.IntegerField(
        label=gettext_lazy("Orang lagi yang terlindungi (BPU)"),
        help_text=gettext_lazy("Mis. 21600: 60 orang di tiap desa dari 360 desa."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
    )
    dana = forms.ChoiceField(
        label=gettext_lazy("Dibayar dari"), choices=FUNDS, required=False
    )
    pemberi_kerja = forms.MultipleChoiceField(
        label=gettext_lazy("Pemberi kerja yang mendaftarkan semua pekerjanya (PU)"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    upah = forms.IntegerField(
        label=gettext_lazy("Upah rata-rata sebulan pekerja itu, rupiah"),
        help_text=gettext_lazy("Untuk menghitung iuran PU; kosongkan bila belum tahu."),
        min_value=1,
        max_value=1_000_000_000,
        required=False,
    )

    def __init__(self, *args: Any, employers: list[GapPart], **kwargs: Any) -> None:
        """Offer the employers that make up most of the gap, where one may see them."""
        super().__init__(*args, **kwargs)
        self._employers = employers
        if not employers:
            del self.fields["pemberi_kerja"], self.fields["upah"]
            return
        field = self.fields["pemberi_kerja"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.key, _words(one)) for one in employers]

    def clean(self) -> dict[str, Any]:
        """Ask for people or employers: without either there is nothing to compute."""
        cleaned = super().clean() or {}
        if not self.errors and not (
            cleaned.get("orang") or cleaned.get("pemberi_kerja")
        ):
            raise forms.ValidationError(
                _("Isi jumlah orang, atau pilih pemberi kerja.")
            )
        return cleaned

    def asked(self) -> Asked:
        """Give what was asked."""
        chosen = set(self.cleaned_data.get("pemberi_kerja") or ())
        return Asked(
            people=self.cleaned_data.get("orang") or 0,
            payer=self.cleaned_data.get("dana") or FUNDS[0][0],
            employers=tuple(one for one in self._employers if one.key in chosen),
            wage_idr=self.cleaned_data.get("upah"),
        )


def _words(one: GapPart) -> str:
    return ngettext(
        "%(name)s, %(people)s orang", "%(name)s, %(people)s orang", one.people
    ) % {
        "name": one.name or one.key,
        "people": format_number(one.people),
    }
