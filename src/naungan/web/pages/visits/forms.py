"""What is asked about visits to employers: the plan, and what was seen."""

from datetime import date, timedelta
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import User
from naungan.casework.compliance import kinds
from naungan.casework.compliance.models import Team
from naungan.web.fields.day import Day
from naungan.web.language import spoken
from naungan.web.pages.visits.members import MembersForm
from naungan.web.papers.field import PaperField


USUAL: Final = timedelta(days=7)
MOST_PEOPLE: Final = 1_000_000
MOST_IDR: Final = 10**13
WHOLE: Final = {"class": "short", "inputmode": "numeric"}


class PlanForm(MembersForm):
    """When which employer is visited, why, and with whom."""

    name = forms.CharField(label=_("Pemberi kerja"), max_length=250)
    planned_on = Day(label=_("Tanggal kunjungan"))
    purpose = forms.CharField(label=_("Tujuan"), max_length=300)
    team = forms.ModelChoiceField(
        Team.objects.none(), label=_("Tim"), required=False, empty_label=_("Tanpa tim")
    )
    anyway = forms.BooleanField(
        label=_("Tetap rencanakan pada hari itu"), required=False
    )
    field_order = ("name", "planned_on", "purpose", "team")

    def __init__(
        self,
        given: Any,
        *,
        name: str,
        today: date,
        teams: QuerySet[Team],
        officers: QuerySet[User],
    ) -> None:
        """Offer one's teams and colleagues; a case brings its employer."""
        super().__init__(
            given,
            first={"name": name, "planned_on": today + USUAL},
            officers=officers,
            guests=_(
                "Satu orang tiap baris: nama; jabatan; lembaga. Lembaga yang bekerja di "
                "kantor ini ikut melihat rencana dan mencatat hasilnya."
            ),
        )
        if name:
            del self.fields["name"]
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class RecordForm(forms.Form):
    """What was seen on a visit, in the order in which one sees it."""

    use_required_attribute = False  # mistakes are summed up on the page
    visited_on = Day(label=_("Tanggal kunjungan"))
    outcome = forms.ChoiceField(label=_("Hasil"), widget=forms.RadioSelect)
    place = forms.CharField(
        label=_("Tempat"),
        max_length=300,
        required=False,
        help_text=_("Alamat atau patokan tempat yang didatangi."),
    )
    people_met = forms.CharField(
        label=_("Yang ditemui"),
        max_length=300,
        required=False,
        help_text=_("Nama dan jabatan wakil pemberi kerja."),
    )
    workers_found = forms.IntegerField(
        label=_("Pekerja yang ada"),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
        widget=forms.NumberInput(attrs=WHOLE),
    )
    workers_declared = forms.IntegerField(
        label=_("Di antaranya terdaftar"),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
        widget=forms.NumberInput(attrs=WHOLE),
    )
    payroll_seen = forms.BooleanField(
        label=_("Daftar upah diperlihatkan"), required=False
    )
    wage_gap_idr = forms.IntegerField(
        label=_("Selisih upah sebulan, semua pekerja"),
        min_value=0,
        max_value=MOST_IDR,
        required=False,
        widget=forms.NumberInput(attrs=WHOLE),
        help_text=_("Upah yang dilihat dikurangi upah yang dilaporkan, dalam rupiah."),
    )
    differences = forms.CharField(
        label=_("Perbedaan yang ditemukan"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Jangan tulis NIK atau nama pekerja."),
    )
    photos = PaperField(label=_("Foto dan dokumen"), required=False)

    def __init__(self, given: Any, files: Any, today: date) -> None:
        """Offer every outcome; the day is today."""
        super().__init__(given, files, initial={"visited_on": today})
        self.fields["outcome"].choices = [  # type: ignore[attr-defined]
            (one.code, kinds.label(kinds.OUTCOMES, one.code, spoken()))
            for one in kinds.OUTCOMES
        ]
        self.fields["photos"].help_text = _(
            "Foto disimpan tanpa data tempat dan kamera. Paling banyak lima berkas."
        )


class CancelForm(forms.Form):
    """Why a planned visit does not take place."""

    use_required_attribute = False  # mistakes are summed up on the page
    reason = forms.CharField(label=_("Alasan"), max_length=300)
