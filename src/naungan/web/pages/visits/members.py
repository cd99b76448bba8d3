"""Who comes along, in a team or on a visit: colleagues, and people of elsewhere."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.accounts.models import Institution, User
from naungan.casework.accounts.scope import Scope
from naungan.casework.compliance.actions.teams import Member


class MembersForm(forms.Form):
    """Colleagues to choose from, and a line for everybody else."""

    use_required_attribute = False  # mistakes are summed up on the page
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
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        given: Any,
        *,
        first: dict[str, Any],
        officers: QuerySet[User],
        guests: Any,
    ) -> None:
        """Offer one's colleagues; `guests` tells how others are written, and what they see."""
        super().__init__(given, initial=first)
        self.fields["members"].queryset = officers  # type: ignore[attr-defined]
        self.fields["members"].label_from_instance = lambda one: one.name  # type: ignore[attr-defined]
        self.fields["guests"].help_text = guests


def members(given: dict[str, Any], scope: Scope) -> list[Member]:
    """Read who comes along: colleagues, and others as `name; position; institution`.

    Whoever names nobody and no team goes alone.
    """
    own = [Member(user_id=one.pk) for one in given["members"]]
    lines = [line for line in given["guests"].splitlines() if line.strip()]
    guests = [_guest(line) for line in lines]
    if not own and not given["team"]:
        own = [Member(user_id=scope.user_id)]
    return [*own, *guests] if own or guests else []


def _guest(line: str) -> Member:
    name, position, home = (*(one.strip() for one in line.split(";")), "", "")[:3]
    found = Institution.objects.filter(name__iexact=home, closed_on=None).first()
    return Member(
        name=name,
        position=position,
        home_id=found.pk if found else None,
        home_name="" if found else home,
    )
