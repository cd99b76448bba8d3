"""The forms of letters: what is looked for, how one went out, why one is void, the head."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy as _

from naungan.casework.correspondence import numbering
from naungan.casework.correspondence.queries import Sought
from naungan.casework.correspondence.states import STATES
from naungan.web.fields.day import Day
from naungan.web.letters.text import texts


def _kinds() -> list[tuple[str, str]]:
    named = sorted((gettext(one.title), code) for code, one in texts().items())
    return [("", "—"), *((code, title) for title, code in named)]


def _states() -> list[tuple[str, str]]:
    return [("", "—"), *((code, gettext(words)) for code, words in STATES.items())]


class LetterFilter(forms.Form):
    """By words, by kind, by state, by year."""

    cari = forms.CharField(
        label=_("Nomor, hal, atau yang dituju"), max_length=80, required=False
    )
    jenis = forms.ChoiceField(label=_("Jenis surat"), choices=_kinds, required=False)
    keadaan = forms.ChoiceField(label=_("Keadaan"), choices=_states, required=False)
    tahun = forms.IntegerField(
        label=_("Tahun"), min_value=2000, max_value=2999, required=False
    )

    def sought(self) -> Sought:
        """Give what was asked; a wrong choice counts as none."""
        self.is_valid()
        asked = self.cleaned_data
        return Sought(
            word=asked.get("cari", "").strip(),
            letter=asked.get("jenis", ""),
            state=asked.get("keadaan", ""),
            year=asked.get("tahun"),
        )


class SignForm(forms.Form):
    """On which day letters were signed."""

    on = Day(label=_("Ditandatangani pada"))

    def __init__(self, given: Any, today: date) -> None:
        super().__init__(given, initial={"on": today})


class NoForm(forms.Form):
    """Nothing is asked but whether it is meant."""


class SendForm(forms.Form):
    """On which day and how a letter went out."""

    on = Day(label=_("Tanggal kirim"))
    way = forms.CharField(
        label=_("Cara kirim"),
        help_text=_("Mis. pos tercatat dengan nomornya, diantar, surel."),
        max_length=80,
    )

    def __init__(self, given: Any, today: date) -> None:
        super().__init__(given, initial={"on": today})


class VoidForm(forms.Form):
    """Why a letter is void."""

    reason = forms.CharField(
        label=_("Alasan"),
        help_text=_("Nomornya tetap terpakai, dan pemeriksa melihat bahwa ia batal."),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class HeadForm(forms.Form):
    """What stands above and below the letters of an institution."""

    above = forms.CharField(
        label=_("Lembaga induk, di atas nama lembaga"), max_length=200, required=False
    )
    address = forms.CharField(label=_("Alamat"), max_length=300, required=False)
    contact = forms.CharField(
        label=_("Telepon, surel, situs"), max_length=200, required=False
    )
    city = forms.CharField(
        label=_("Tempat surat ditulis"), max_length=80, required=False
    )
    office_code = forms.CharField(
        label=_("Kode kantor dalam nomor surat"), max_length=40, required=False
    )
    signer_name = forms.CharField(
        label=_("Nama penanda tangan"),
        help_text=_("Kosongkan bila pembuat surat sendiri yang menandatangani."),
        max_length=200,
        required=False,
    )
    signer_position = forms.CharField(
        label=_("Jabatan penanda tangan"), max_length=200, required=False
    )
    signer_number = forms.CharField(
        label=_("Nomor pegawainya"),
        help_text=_("Mis. NIP atau NPK, beserta sebutannya."),
        max_length=40,
        required=False,
    )


class PatternForm(forms.Form):
    """How numbers of a book look from the next one on."""

    pattern = forms.CharField(label=_("Bentuk nomor"), max_length=numbering.LONGEST)

    def __init__(self, given: Any, **rest: Any) -> None:
        super().__init__(given, **rest)
        known = ", ".join(f"{{{name}}}" for name in numbering.FIELDS)
        self.fields["pattern"].help_text = _("Bagian yang dikenal: %s") % known
