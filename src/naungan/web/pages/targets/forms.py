"""What is asked to set a target: its series with denominator and source, and a value."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.web.fields.month import Month
from naungan.web.fields.region import RegionField


SEGMENTS: Final = [
    ("", gettext_lazy("semua segmen")),
    ("PU", "PU"),
    ("BPU", "BPU"),
    ("JAKON", "Jakon"),
]


class TargetForm(forms.Form):
    """One value of an institution's own series."""

    name = forms.CharField(
        label=gettext_lazy("Nama deret"),
        help_text=gettext_lazy(
            "Mis. RPJMD Lahat 2025–2029. Nama yang sama menambah nilai pada deret itu."
        ),
        max_length=80,
    )
    basis = forms.CharField(
        label=gettext_lazy("Penyebut"),
        help_text=gettext_lazy(
            "Orang mana yang dihitung, mis. bekerja di luar ASN, TNI, dan Polri."
        ),
        max_length=200,
    )
    source = forms.CharField(
        label=gettext_lazy("Sumber"),
        help_text=gettext_lazy("Peraturan atau surat yang menetapkannya."),
        max_length=200,
    )
    source_url = forms.URLField(
        label=gettext_lazy("Alamat sumber (bila ada)"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    region_code = RegionField(
        label=gettext_lazy("Wilayah"),
        help_text=gettext_lazy("Nama atau kode Kemendagri, di wilayah lembaga Anda."),
    )
    segment = forms.ChoiceField(
        label=gettext_lazy("Segmen"), choices=SEGMENTS, required=False
    )
    month = Month(
        label=gettext_lazy("Dicapai sampai bulan"),
        help_text=gettext_lazy("Mis. Desember 2026 atau 2026-12."),
    )
    percent = forms.DecimalField(
        label=gettext_lazy("Target, persen"),
        help_text=gettext_lazy("Mis. 38,5."),
        min_value=0,
        max_value=100,
        max_digits=5,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "short"}),
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a target of nothing."""
        cleaned = super().clean() or {}
        if cleaned.get("percent") == 0:
            self.add_error(
                "percent", _("Target lebih dari 0 dan paling tinggi 100 persen.")
            )
        return cleaned
