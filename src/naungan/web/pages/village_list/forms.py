"""What the pages of a village's list ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from naungan.casework.protection.actions.decisions import ENDINGS
from naungan.casework.protection.actions.lists import Proposed
from naungan.casework.protection.models import Entry
from naungan.web.fields.day import Day
from naungan.web.pages.village_list import words


SEXES = [("F", _("Perempuan")), ("M", _("Laki-laki"))]


class PersonForm(forms.Form):
    """One person for the list; what is doubtful is written and flagged, not refused."""

    nik = forms.CharField(
        label="NIK",
        max_length=40,
        required=False,
        help_text=_("16 angka dari KTP atau KK. Spasi boleh."),
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "off", "class": "nik"}
        ),
    )
    name = forms.CharField(
        label=_("Nama sesuai KTP"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    birth_date = Day(label=_("Tanggal lahir"), required=False)
    sex = forms.ChoiceField(
        label=_("Jenis kelamin"),
        choices=SEXES,
        required=False,
        widget=forms.RadioSelect,
    )
    occupation = forms.CharField(
        label=_("Pekerjaan"),
        max_length=100,
        required=False,
        help_text=_("Misalnya buruh tani, penjahit, tukang ojek."),
    )
    reason = forms.CharField(
        label=_("Mengapa dipilih"),
        max_length=300,
        required=False,
        help_text=_("Misalnya desil 1, penyandang disabilitas, pencari nafkah."),
    )
    second_job = forms.BooleanField(
        label=_("Juga bekerja dengan upah di tempat lain"), required=False
    )
    client_key = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def proposed(self, village_code: str = "") -> Proposed:
        """Give what was written as the list takes it."""
        return Proposed(village_code=village_code, **self.cleaned_data)


def written(entry: Entry) -> dict[str, Any]:
    """Give a line as the form shows it again; the NIK as it was typed."""
    shown = ("name", "birth_date", "sex", "occupation", "reason", "second_job")
    return {**{name: getattr(entry, name) for name in shown}, "nik": entry.nik_written}


class WithdrawForm(forms.Form):
    """Why a person is taken back."""

    reason = forms.ChoiceField(
        label=_("Mengapa ditarik"),
        choices=[(code, _(label)) for code, label in words.ENDINGS.items()],
        widget=forms.RadioSelect,
    )


class AcceptForm(forms.Form):
    """Why somebody is accepted about whom a check asks."""

    reason = forms.CharField(
        label=_("Alasan menerima"),
        max_length=300,
        help_text=_("Misalnya surat keterangan yang dilihat. Jangan menulis NIK."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class EndForm(forms.Form):
    """Why and when a place ended."""

    why = forms.ChoiceField(
        label=_("Mengapa berakhir"),
        choices=[(code, _(words.PLACES_ENDED[code])) for code in ENDINGS],
        widget=forms.RadioSelect,
    )
    ended_on = Day(label=_("Sejak hari"))

    def ending(self) -> dict[str, Any]:
        """Give what was written as the act takes it."""
        told = self.cleaned_data
        return {"reason": told["why"], "ended_on": told["ended_on"]}


class ReplaceForm(EndForm, PersonForm):
    """Why and when a place ended, and who comes after."""

    field_order = ("why", "ended_on")

    def proposed(self, village_code: str = "") -> Proposed:
        """Give who comes after as the list takes them."""
        given = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in EndForm.base_fields
        }
        return Proposed(village_code=village_code, **given)


class SheetForm(forms.Form):
    """A sheet of people to be written on the list."""

    file = forms.FileField(
        label=_("Berkas CSV, XLSX, atau ODS"),
        help_text=_(
            "Satu baris satu orang, dengan judul kolom NIK, Nama, Tanggal Lahir, JK. "
            "Kolom Pekerjaan boleh."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx,.ods"}),
    )


class MeetingForm(forms.Form):
    """What the record of the village meeting says."""

    held_on = Day(label=_("Tanggal musyawarah"))
    place = forms.CharField(label=_("Tempat"), max_length=200)
    leader = forms.CharField(label=_("Dipimpin oleh"), max_length=200)
    attended = forms.IntegerField(
        label=_("Banyaknya yang hadir"), min_value=1, max_value=10_000
    )
    countersigners = forms.CharField(
        label=_("Yang ikut menandatangani"),
        max_length=2_000,
        help_text=_("Satu orang satu baris: nama, jabatan."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class Agreed(forms.Form):
    """An act that asks for nothing but the button."""
