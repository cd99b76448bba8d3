"""What is asked of a regional text, and of a duty that somebody looked at."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from naungan.casework.coordination.actions.policies import PolicyNote
from naungan.casework.coordination.models import PolicyInstrument
from naungan.web.fields.day import Day
from naungan.web.fields.region import RegionField
from naungan.web.pages.meetings import words


class PolicyForm(forms.Form):
    """A text by which a region or an office binds itself."""

    use_required_attribute = False  # mistakes are summed up on the page
    kind = forms.ChoiceField(label=_("Jenis"))
    number = forms.CharField(
        label=_("Nomor"),
        max_length=120,
        required=False,
        help_text=_("Selengkapnya, mis. 400.10.2.4/6/DPMD/IV/2024."),
    )
    title = forms.CharField(label=_("Tentang"), max_length=300)
    issuer = forms.CharField(
        label=_("Diterbitkan oleh"), max_length=200, help_text=_("Mis. Bupati Lahat.")
    )
    region_code = RegionField(
        label=_("Wilayah"), help_text=_("Nama atau kode Kemendagri."), max_length=80
    )
    issued_on = Day(label=_("Ditetapkan"), required=False)
    in_force_on = Day(label=_("Berlaku"), required=False)
    expires_on = Day(
        label=_("Berakhir"),
        required=False,
        help_text=_("Kosong: berlaku sampai dicabut."),
    )
    scope = forms.CharField(label=_("Cakupan"), max_length=500, required=False)
    addressees = forms.CharField(
        label=_("Ditujukan kepada"), max_length=500, required=False
    )
    url = forms.URLField(
        label=_("Alamat sumber"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def __init__(self, given: Any, initial: dict[str, Any]) -> None:
        """Offer the kinds of the catalogue."""
        super().__init__(given, initial=initial)
        self.fields["kind"].choices = words.options("policy_kinds")  # type: ignore[attr-defined]

    def note(self) -> PolicyNote:
        """Give the text that was written."""
        return PolicyNote(**self.cleaned_data)


class ReplacedForm(PolicyForm):
    """The same, and which text took its place."""

    replaced_by = forms.ModelChoiceField(
        PolicyInstrument.objects.none(),
        label=_("Digantikan oleh"),
        required=False,
        empty_label="—",
    )

    def __init__(
        self, given: Any, initial: dict[str, Any], among: QuerySet[PolicyInstrument]
    ) -> None:
        """Offer the other texts of the region."""
        super().__init__(given, initial)
        self.fields["replaced_by"].queryset = among  # type: ignore[attr-defined]
        self.fields["replaced_by"].label_from_instance = _named  # type: ignore[attr-defined]

    def note(self) -> PolicyNote:
        """Give the text without what replaced it."""
        given = dict(self.cleaned_data)
        given.pop("replaced_by")
        return PolicyNote(**given)


def _named(one: PolicyInstrument) -> str:
    kind = words.word("policy_kinds", one.kind)
    return " ".join(part for part in (kind, one.number, one.title) if part)[:120]


class MarkForm(forms.Form):
    """What was seen of a duty, with the evidence."""

    use_required_attribute = False  # mistakes are summed up on the page
    state = forms.ChoiceField(
        label=_("Keadaan"),
        choices=words.chosen(words.MARKS),
        widget=forms.RadioSelect,
    )
    evidence = forms.CharField(
        label=_("Bukti"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "Apa yang terlihat, dan di mana: nomor aturan, pos anggaran, berita."
        ),
    )
    url = forms.URLField(
        label=_("Alamat bukti"), max_length=500, required=False, assume_scheme="https"
    )
    policy = forms.ModelChoiceField(
        PolicyInstrument.objects.none(),
        label=_("Aturan daerah"),
        required=False,
        empty_label="—",
    )
    noted_on = Day(label=_("Per tanggal"))

    def __init__(
        self, given: Any, today: date, among: QuerySet[PolicyInstrument]
    ) -> None:
        """Offer the texts of the region."""
        super().__init__(given, initial={"noted_on": today})
        self.fields["policy"].queryset = among  # type: ignore[attr-defined]
        self.fields["policy"].label_from_instance = _named  # type: ignore[attr-defined]
