"""What is asked about a team: its decree, its days, and who is in it."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import User
from naungan.web.day_field import Day


class TeamForm(forms.Form):
    """A new team with its decree, days and members."""

    use_required_attribute = False  # mistakes are summed up on the page
    name = forms.CharField(label=_("Nama tim"), max_length=200)
    sk_number = forms.CharField(label=_("Nomor SK"), max_length=100, required=False)
    sk_on = Day(label=_("Tanggal SK"), required=False)
    from_on = Day(label=_("Mulai"))
    until_on = Day(label=_("Sampai"), required=False)
    members = forms.ModelMultipleChoiceField(
        User.objects.none(),
        label=_("Petugas lembaga Anda"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    guests = forms.CharField(
        label=_("Anggota lembaga lain"),
        max_length=2_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Satu orang tiap baris: nama; jabatan; lembaga. Lembaga yang bekerja di "
            "kantor ini ikut melihat timnya."
        ),
    )

    def __init__(self, given: Any, *, today: date, officers: QuerySet[User]) -> None:
        """Offer one's colleagues; the team begins today."""
        super().__init__(given, initial={"from_on": today})
        self.fields["members"].queryset = officers  # type: ignore[attr-defined]
        self.fields["members"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]


class EndForm(forms.Form):
    """On which day a team ends."""

    use_required_attribute = False  # mistakes are summed up on the page
    on = Day(label=_("Hari terakhir"))
