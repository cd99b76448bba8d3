"""What is asked about a team: its decree, its days, and who is in it."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import User
from naungan.web.fields.day import Day
from naungan.web.pages.visits.members import MembersForm


class TeamForm(MembersForm):
    """A new team with its decree, days and members."""

    name = forms.CharField(label=_("Nama tim"), max_length=200)
    sk_number = forms.CharField(label=_("Nomor SK"), max_length=100, required=False)
    sk_on = Day(label=_("Tanggal SK"), required=False)
    from_on = Day(label=_("Mulai"))
    until_on = Day(label=_("Sampai"), required=False)
    field_order = ("name", "sk_number", "sk_on", "from_on", "until_on")

    def __init__(self, given: Any, *, today: date, officers: QuerySet[User]) -> None:
        """Offer one's colleagues; the team begins today."""
        super().__init__(
            given,
            first={"from_on": today},
            officers=officers,
            guests=_(
                "Satu orang tiap baris: nama; jabatan; lembaga. Lembaga yang bekerja di "
                "kantor ini ikut melihat timnya."
            ),
        )


class EndForm(forms.Form):
    """On which day a team ends."""

    use_required_attribute = False  # mistakes are summed up on the page
    on = Day(label=_("Hari terakhir"))
