"""What is asked when somebody is invited, given a role, or ends one."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy

from naungan.casework.accounts import queries
from naungan.casework.accounts.acting import ACTING
from naungan.casework.accounts.models import Appointment, Institution
from naungan.casework.accounts.roles import ROLES
from naungan.casework.accounts.scope import Scope
from naungan.web.fields.day import Day


def roles_of(kinds: Iterable[str], scope: Scope) -> list[tuple[str, str]]:
    """Give the roles that these kinds of institutions have and the giver may give."""
    known = set(kinds)
    return [
        (role.code, str(gettext_lazy(role.label)))
        for role in ROLES.values()
        if known & set(role.kinds)
        and ("manage_institutions" not in role.powers or scope.every_institution)
    ]


class PeopleFilter(forms.Form):
    """Which people a list shows."""

    kata = forms.CharField(label=gettext_lazy("Nama atau surel"), required=False)
    peran = forms.ChoiceField(label=gettext_lazy("Peran"), required=False)
    lembaga = forms.ModelChoiceField(
        Institution.objects.none(),
        label=gettext_lazy("Lembaga"),
        required=False,
        empty_label="—",
    )
    lampau = forms.BooleanField(
        label=gettext_lazy("Juga yang sudah berakhir"), required=False
    )

    def __init__(self, given: Any, scope: Scope) -> None:
        super().__init__(given)
        places = queries.institutions(scope)
        _offer(self, "peran", roles_of(places.values_list("kind", flat=True), scope))
        _offer_places(self, "lembaga", places)

    def wanted(self) -> queries.Wanted:
        """Give what was asked; a wrong choice counts as none."""
        self.is_valid()
        asked = self.cleaned_data
        place = asked.get("lembaga")
        return queries.Wanted(
            word=asked.get("kata", ""),
            role=asked.get("peran", ""),
            institution_id=place.pk if place else None,
            past=asked.get("lampau", False),
        )


class InvitationForm(forms.Form):
    """Whom to invite, where, as what, from and until when."""

    email = forms.EmailField(label=gettext_lazy("Surel"))
    institution = forms.ModelChoiceField(
        Institution.objects.none(), widget=forms.HiddenInput
    )
    role = forms.ChoiceField(label=gettext_lazy("Peran"))
    from_on = Day(
        label=gettext_lazy("Hari pertama"),
        help_text=gettext_lazy("Kosong: sejak undangan diterima."),
        required=False,
    )
    until_on = Day(
        label=gettext_lazy("Hari terakhir"),
        help_text=gettext_lazy("Kosong: sampai diakhiri."),
        required=False,
    )

    def __init__(
        self, given: Any, scope: Scope, place: Institution, initial: dict[str, Any]
    ) -> None:
        super().__init__(given, initial={"institution": str(place.pk), **initial})
        _offer(self, "role", roles_of([place.kind], scope))
        _offer_places(self, "institution", Institution.objects.filter(pk=place.pk))


class PlaceForm(forms.Form):
    """In which institution somebody is invited: its kind decides the roles."""

    lembaga = forms.ModelChoiceField(
        Institution.objects.none(), label=gettext_lazy("Lembaga"), empty_label=None
    )

    def __init__(self, scope: Scope, place: Institution) -> None:
        super().__init__(initial={"lembaga": place.pk})
        _offer_places(self, "lembaga", queries.institutions(scope))


class RoleForm(forms.Form):
    """Another role for somebody, from a day."""

    role = forms.ChoiceField(label=gettext_lazy("Peran baru"))
    from_on = Day(
        label=gettext_lazy("Hari pertama"),
        help_text=gettext_lazy("Peran lama berakhir sehari sebelumnya."),
    )

    def __init__(self, given: Any, scope: Scope, held: Appointment, on: date) -> None:
        super().__init__(given, initial={"from_on": on})
        others = roles_of([held.institution.kind], scope)
        _offer(self, "role", [one for one in others if one[0] != held.role])


class EndForm(forms.Form):
    """When an appointment ends: at once, or after a last day."""

    when = forms.ChoiceField(
        label=gettext_lazy("Berakhir"),
        choices=[
            ("now", gettext_lazy("Sekarang juga")),
            ("later", gettext_lazy("Sesudah hari terakhir di bawah ini")),
        ],
        widget=forms.RadioSelect,
        initial="now",
    )
    last_on = Day(label=gettext_lazy("Hari terakhir"), required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the day where it is needed, and drop it where it is not."""
        asked: dict[str, Any] = super().clean() or {}
        if asked.get("when") == "now":
            asked["last_on"] = None
        elif asked.get("when") == "later" and asked.get("last_on") is None:
            self.add_error("last_on", gettext_lazy("Isi hari terakhirnya."))
        return asked


class DeputyForm(forms.Form):
    """For whom somebody acts, as what, from and until when."""

    acting = forms.ChoiceField(
        label=gettext_lazy("Sebagai"),
        choices=[(one.code, one.label) for one in ACTING.values()],
        widget=forms.RadioSelect,
    )
    acts_for = forms.ModelChoiceField(
        Appointment.objects.none(),
        label=gettext_lazy("Menggantikan"),
        help_text=gettext_lazy(
            "Plh dan yang mewakili memegang wewenangnya selama yang digantikan masih "
            "menjabat."
        ),
    )
    from_on = Day(label=gettext_lazy("Hari pertama"))
    until_on = Day(
        label=gettext_lazy("Hari terakhir"),
        help_text=gettext_lazy("Kosong: sampai diakhiri."),
        required=False,
    )

    def __init__(self, given: Any, holders: QuerySet[Appointment], on: date) -> None:
        super().__init__(given, initial={"from_on": on})
        field = self.fields["acts_for"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = holders


def _offer(form: forms.Form, name: str, choices: list[tuple[str, str]]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices if field.required else [("", "—"), *choices]


def _offer_places(form: forms.Form, name: str, places: QuerySet[Institution]) -> None:
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = places
