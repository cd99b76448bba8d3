"""What is asked before an institution lets another see its people."""

from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.kinds import KINDS
from naungan.casework.accounts.models import Institution
from naungan.casework.accounts.scope import Scope
from naungan.casework.sharing.columns import COLUMNS
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField


KIND: Final = "kind:"


class ShareForm(forms.Form):
    """To whom, whose rows, which columns, what for, by which agreement, until when."""

    receiver = forms.ChoiceField(label=gettext_lazy("Penerima"))
    region_code = RegionField(
        label=gettext_lazy("Orang di wilayah"),
        help_text=gettext_lazy(
            "Nama atau kode Kemendagri; penerima melihatnya sejauh wilayahnya sendiri."
        ),
    )
    columns = forms.MultipleChoiceField(
        label=gettext_lazy("Kolom selain nama dan desa"),
        choices=[(code, gettext_lazy(words[0])) for code, words in COLUMNS.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    purpose = forms.CharField(label=gettext_lazy("Keperluan"), max_length=200)
    agreement = forms.CharField(
        label=gettext_lazy("Dasar atau perjanjian"),
        max_length=200,
        help_text=gettext_lazy("Nomor dan tanggalnya, mis. PKS 12/2026, 3 Maret 2026."),
    )
    from_on = Day(label=gettext_lazy("Hari pertama"))
    until_on = Day(label=gettext_lazy("Hari terakhir"))

    def __init__(self, given: Any, scope: Scope, **rest: Any) -> None:
        """Offer every other open institution, and every kind of institution."""
        super().__init__(given, **rest)
        others = Institution.objects.filter(closed_on=None).exclude(
            pk=scope.institution_id
        )
        field = self.fields["receiver"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", "—"),
            (_("Satu lembaga"), [(str(one.pk), one.name) for one in others]),
            (
                _("Semua lembaga sejenis"),
                [(KIND + kind.code, _(kind.label)) for kind in KINDS.values()],
            ),
        ]

    def asked(self) -> dict[str, Any]:
        """Give what the act asks for."""
        given = dict(self.cleaned_data)
        chosen = given.pop("receiver")
        if chosen.startswith(KIND):
            return {
                **given,
                "receiver": None,
                "receiver_kind": chosen.removeprefix(KIND),
            }
        receiver = Institution.objects.get(pk=int(chosen))
        return {**given, "receiver": receiver, "receiver_kind": ""}
