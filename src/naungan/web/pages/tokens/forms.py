"""What is asked when a key is made."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy

from naungan.casework.accounts import queries, tokens
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.powers import POWERS
from naungan.casework.accounts.scope import Scope
from naungan.web.fields.region import RegionField


TERMS: Final = (30, 90, 180, 365)
USUAL_TERM: Final = 90


class TokenForm(forms.Form):
    """A new key: for what, with which powers, where, and how long."""

    name = forms.CharField(
        label=gettext_lazy("Dipakai untuk apa"),
        help_text=gettext_lazy("Nama program atau sistemnya, bukan nama orang."),
        max_length=80,
    )
    institution = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Lembaga")
    )
    powers = forms.MultipleChoiceField(
        label=gettext_lazy("Wewenang"),
        help_text=gettext_lazy("Beri hanya yang dipakai program itu."),
        widget=forms.CheckboxSelectMultiple,
    )
    region_code = RegionField(
        label=gettext_lazy("Wilayah"),
        help_text=gettext_lazy("Nama atau kodenya: wilayah lembaga, atau bagiannya."),
    )
    days = forms.TypedChoiceField(
        label=gettext_lazy("Berlaku"),
        coerce=int,
        initial=USUAL_TERM,
        choices=[
            (TERMS[0], gettext_lazy("30 hari")),
            (TERMS[1], gettext_lazy("90 hari")),
            (TERMS[2], gettext_lazy("180 hari")),
            (TERMS[3], gettext_lazy("setahun")),
        ],
    )

    def __init__(self, given: Any, scope: Scope) -> None:
        own = {"institution": scope.institution_id, "region_code": scope.region_code}
        super().__init__(given, initial=own)
        places = queries.institutions(scope)
        offered = {power for place in places for power in tokens.offered(place)}
        powers = self.fields["powers"]
        assert isinstance(powers, forms.MultipleChoiceField)
        powers.choices = [
            (power, gettext_lazy(POWERS[power][0]))
            for power in tokens.FOR_PROGRAMS
            if power in offered
        ]
        institution = self.fields["institution"]
        assert isinstance(institution, forms.ModelChoiceField)
        institution.queryset = places
        if not scope.every_institution:
            institution.widget = institution.hidden_widget()
