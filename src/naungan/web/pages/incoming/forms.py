"""What is asked of whoever sends, maps or decides about a file."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from naungan.casework.accounts.scope import Scope
from naungan.lib import regions
from naungan.lib.dates import month_of, month_start
from naungan.web import file_check
from naungan.web.arrival import (
    MOST_BYTES,
    MOST_FILES,
    NO_ROOM,
    TOO_LARGE,
    TOO_MANY,
    ArrivedFile,
    Refused,
)
from naungan.web.fields.month import Month
from naungan.web.fields.region import COUNTRY, RegionField
from naungan.web.pages.incoming import words


class Picker(forms.ClearableFileInput):
    """A plain input for several files; a browser lets files be dropped on it."""

    allow_multiple_selected = True


class Files(forms.FileField):
    """Several files that lie on disk; each is judged by itself when it is entered."""

    widget = Picker(attrs={"accept": file_check.ACCEPT, "data-drop": ""})

    def clean(self, data: Any, initial: Any = None) -> list[ArrivedFile]:
        """Give the files that came."""
        given: list[ArrivedFile] = data if isinstance(data, list) else []
        if self.required and not given:
            raise forms.ValidationError(_("Pilih berkas yang akan dikirim."))
        return given


class AboutForm(forms.Form):
    """Of what a file tells: its kind, region and month, and what it replaces."""

    kind = forms.ChoiceField(label=gettext_lazy("Jenis berkas"))
    region = RegionField(
        label=gettext_lazy("Wilayah isi berkas"),
        help_text=gettext_lazy("Nama atau kodenya: wilayah Anda, atau bagiannya."),
    )
    month = Month(
        label=gettext_lazy("Bulan data"),
        help_text=gettext_lazy("Bulan yang diceritakan isinya, misalnya 10/2026."),
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    mode = forms.ChoiceField(
        label=gettext_lazy("Kiriman sebelumnya dari deret yang sama"),
        choices=[
            ("replace", gettext_lazy("Digantikan: berkas ini daftar lengkapnya")),
            ("add", gettext_lazy("Tetap dipakai: berkas ini tambahannya")),
        ],
        widget=forms.RadioSelect,
        initial="replace",
    )

    def __init__(self, given: Any, scope: Scope, today: date, **rest: Any) -> None:
        super().__init__(given, **rest)
        self._scope, self._today = scope, today
        _offer(self, words.kinds())

    def clean_region(self) -> str:
        """Refuse a region outside one's own."""
        code: str = self.cleaned_data["region"]
        own = self._scope.region_code
        if not regions.lies_in(code, own):
            raise forms.ValidationError(
                _("Wilayah ini di luar wilayah lembaga Anda. Pilih %s atau bagiannya.")
                % own
            )
        return code

    def clean_month(self) -> int:
        """Refuse a month that has not begun."""
        month: int = self.cleaned_data["month"]
        if month > month_of(self._today):
            raise forms.ValidationError(_("Bulan ini belum mulai. Periksa tahunnya."))
        return month


class UploadForm(AboutForm):
    """Files to send, and of what they tell."""

    field_order = ("documents", "kind", "region", "month", "mode")
    documents = Files(
        label=gettext_lazy("Berkas"),
        help_text=gettext_lazy(
            "CSV, XLSX, ODS, atau Parquet; paling banyak 20 berkas, masing-masing 500 "
            "MB. Tarik ke sini atau pilih."
        ),
    )

    def __init__(self, given: Any, files: Any, scope: Scope, today: date) -> None:
        last = month_start(month_of(today) - 1)
        initial = {
            "region": scope.region_code or COUNTRY,
            "month": f"{last:%m/%Y}",
        }
        super().__init__(given, scope, today, files=files, initial=initial)
        field = self.fields["kind"]
        field.required = False
        _offer(self, [("", _("Kenali dari isinya")), *words.kinds()])

    def say_refused(self, refused: Iterable[Refused]) -> None:
        """Say of each file that was given up on the way why."""
        said = {
            TOO_LARGE: _("“%(name)s” lebih besar dari %(most)s. Bagi per kecamatan."),
            TOO_MANY: _("“%(name)s” tidak diambil: paling banyak %(files)s berkas."),
            NO_ROOM: _("“%(name)s” tidak muat di peladen. Hubungi pengelola mesin."),
        }
        for one in refused:
            told = {
                "name": one.name,
                "most": words.size(MOST_BYTES),
                "files": MOST_FILES,
            }
            self.add_error("documents", said[one.why] % told)


class ReasonForm(forms.Form):
    """Why somebody refuses or withdraws a file; the sender reads it."""

    reason = forms.CharField(
        label=gettext_lazy("Alasan"),
        help_text=gettext_lazy("Dibaca oleh pengirim. Jangan menulis NIK."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
    )


class WithdrawForm(ReasonForm):
    """Why a file is withdrawn, said by somebody who read what follows."""

    sure = forms.BooleanField(
        label=gettext_lazy("Saya sudah membaca akibatnya di atas.")
    )


class LedgerFilter(forms.Form):
    """Which entries of the ledger are shown."""

    jenis = forms.ChoiceField(label=gettext_lazy("Jenis berkas"), required=False)
    keadaan = forms.ChoiceField(label=gettext_lazy("Keadaan"), required=False)

    def __init__(self, given: Any) -> None:
        super().__init__(given)
        every = [("", _("Semua"))]
        for name, choices in (
            ("jenis", words.kinds()),
            ("keadaan", words.batch_states()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = every + choices

    def wanted(self) -> dict[str, str | None]:
        """Give what was asked; a wrong choice counts as none."""
        self.is_valid()
        asked = self.cleaned_data
        return {
            "kind": asked.get("jenis") or None,
            "state": asked.get("keadaan") or None,
        }


def _offer(form: forms.Form, choices: list[tuple[str, str]]) -> None:
    field = form.fields["kind"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = choices
