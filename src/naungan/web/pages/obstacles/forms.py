"""What is asked of the register of obstacles, and of one obstacle."""

from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.casework.coordination.queries.obstacles import Sought
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField
from naungan.web.pages.meetings import words


ANY: Final = ("", _("Semua"))
STATES: Final = (("terbuka", _("belum teratasi")), ("teratasi", _("teratasi")))


class Sieve(forms.Form):
    """The filters of the register, every one of them optional."""

    kata = forms.CharField(label=_("Kata"), max_length=80, required=False)
    jenis = forms.ChoiceField(label=_("Jenis"), required=False)
    golongan = forms.ChoiceField(label=_("Golongan"), required=False)
    keadaan = forms.ChoiceField(
        label=_("Keadaan"), required=False, choices=[ANY, *STATES]
    )
    wilayah = RegionField(label=_("Wilayah"), max_length=80, required=False)

    def __init__(self, given: Any) -> None:
        """Offer every kind and category of the catalogues."""
        super().__init__(given)
        for name, known in (
            ("jenis", "obstacle_kinds"),
            ("golongan", "obstacle_categories"),
        ):
            self.fields[name].choices = [ANY, *words.options(known)]  # type: ignore[attr-defined]

    def sought(self) -> Sought:
        """Say the filters as the register does; a wrong choice counts as none."""
        self.is_valid()
        asked = self.cleaned_data
        state = asked.get("keadaan", "")
        return Sought(
            kind=asked.get("jenis", ""),
            category=asked.get("golongan", ""),
            region_code=asked.get("wilayah", ""),
            is_open=(state == "terbuka") if state else None,
            word=asked.get("kata", "").strip(),
        )


class ObstacleForm(forms.Form):
    """One obstacle: of which kind, where, since when, in words."""

    use_required_attribute = False  # mistakes are summed up on the page
    kind = forms.ChoiceField(label=_("Jenis"))
    text = forms.CharField(
        label=_("Hambatan"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Dalam satu atau dua kalimat. Jangan tulis NIK atau nama pekerja."),
    )
    region_code = RegionField(
        label=_("Wilayah"), help_text=_("Nama atau kode Kemendagri."), max_length=80
    )
    noted_on = Day(label=_("Dicatat per tanggal"))

    def __init__(self, given: Any, today: date, region_code: str) -> None:
        """Begin with today and one's own region."""
        super().__init__(given, initial={"noted_on": today, "region_code": region_code})
        self.fields["kind"].choices = words.options("obstacle_kinds")  # type: ignore[attr-defined]


class ResolveForm(forms.Form):
    """When and how an obstacle was overcome."""

    use_required_attribute = False  # mistakes are summed up on the page
    resolved_on = Day(label=_("Teratasi pada"))
    resolution = forms.CharField(
        label=_("Cara teratasi"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
