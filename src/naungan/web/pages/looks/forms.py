"""Which entries of the logs are asked for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from naungan.casework.accounts.models import User
from naungan.casework.accounts.scope import Scope
from naungan.casework.audit import queries
from naungan.web.log_words import NOUNS


class LogFilter(forms.Form):
    """By whom, of which thing, on which day."""

    oleh = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Oleh"),
        required=False,
        empty_label="—",
    )
    benda = forms.ChoiceField(
        label=gettext_lazy("Jenis benda"),
        choices=[("", "—"), *sorted(NOUNS.items())],
        required=False,
    )
    nomor = forms.CharField(label=gettext_lazy("Nomor benda"), required=False)
    hari = forms.DateField(
        label=gettext_lazy("Hari"),
        required=False,
        widget=forms.DateInput(
            attrs={"type": "date", "class": "short"}, format="%Y-%m-%d"
        ),
    )

    def __init__(self, given: Any, scope: Scope) -> None:
        super().__init__(given)
        field = self.fields["oleh"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = queries.people(scope)

    def sought(self) -> queries.Sought:
        """Give what was asked; a wrong choice counts as none."""
        self.is_valid()
        asked = self.cleaned_data
        who = asked.get("oleh")
        return queries.Sought(
            user_id=who.pk if who else None,
            noun=asked.get("benda", ""),
            noun_id=asked.get("nomor", ""),
            on=asked.get("hari"),
        )
